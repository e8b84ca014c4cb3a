import Outcomes
import Rules
import Tickets

/// What an observation keeps of who asked and about what, so that asking again is seen.
extension TicketJudging {
  /// A hash of the requester, which leaves the run only with a key, and a sketch of the request.
  mutating func noteRequest(_ thread: borrowing Thread, _ row: inout Observation) {
    let batch = thread.batch
    let requester = batch.bytes[thread.ticket.requester.range]
    guard !requester.isEmpty else { return }
    row.requester = PersonName.hash(requester)
    sketch.clear()
    sketch.add(batch.bytes[thread.ticket.summary.range])
    for view in thread.messages where view.message.kind == .request {
      for range in batch.body(of: view.message) { sketch.add(batch.bytes[range.range]) }
    }
    row.sketch = sketch.bits
  }
}
