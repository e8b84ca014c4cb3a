import Outcomes
import Rules
import Tickets

/// What an observation keeps of who asked and about what, so that asking again is seen.
extension TicketJudging {
  /// A hash of the requester, and a sketch of the request. The hash is salted so that it is of no use outside of
  /// the run: it never leaves it.
  mutating func noteRequest(_ thread: borrowing Thread, _ row: inout Observation) {
    let batch = thread.batch
    let requester = batch.bytes[thread.ticket.requester.range]
    guard !requester.isEmpty else { return }
    var hash: UInt64 = 0x5EED_0F7A_11C0_FFEE
    for byte in requester { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    row.requester = max(1, hash)
    sketch.clear()
    sketch.add(batch.bytes[thread.ticket.summary.range])
    for view in thread.messages where view.message.kind == .request {
      for range in batch.body(of: view.message) { sketch.add(batch.bytes[range.range]) }
    }
    row.sketch = sketch.bits
  }
}
