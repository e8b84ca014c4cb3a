import Outcomes
import Rules
import TicketImport
import Tickets

/// Tells whether what is looked at has changed: FNV-1a, 64 bits (Fowler, Noll & Vo), over values with their lengths.
struct ContentHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds bytes, and how many there are, so that "ab", "c" is not "a", "bc".
  mutating func add(_ bytes: some Collection<UInt8>) {
    add(Int64(bytes.count))
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }

  mutating func add(_ text: String) { add(text.utf8) }

  mutating func add(_ number: Int64?) {
    var rest = UInt64(bitPattern: number ?? .min)
    for _ in 0..<8 {
      value = (value ^ (rest & 0xFF)) &* 0x0000_0100_0000_01B3
      rest >>= 8
    }
  }

  mutating func add(_ time: Timestamp?) { add(time?.seconds) }

  /// Sixteen digits.
  var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension ContentHash {
  /// The hash of everything that an export says of a ticket; where it stands in its file doesn't count.
  ///
  /// - Complexity: O(bytes of its text).
  static func of(_ ticket: Ticket, in batch: TicketBatch) -> UInt64 {
    var hash = ContentHash()
    func bytes(_ range: ByteRange) -> ArraySlice<UInt8> { batch.bytes[range.range] }
    for range in [
      ticket.id, ticket.language, ticket.statusName, ticket.priority, ticket.category, ticket.group,
      ticket.assignee, ticket.requester, ticket.channel, ticket.parent, ticket.url, ticket.summary,
    ] { hash.add(bytes(range)) }
    for time in [ticket.openedAt, ticket.resolvedAt, ticket.closedAt, ticket.reopenedAt, ticket.updatedAt] {
      hash.add(time)
    }
    for number in [ticket.reopenCount, ticket.reassignments, ticket.attachments] {
      hash.add(number.map(Int64.init))
    }
    hash.add(Int64(ticket.kind.rawValue))
    hash.add(Int64(ticket.knows.rawValue))
    hash.add(Int64(ticket.status.rawValue))
    hash.add(Int64(ticket.isReopenedNow ? 1 : 0))
    hash.add(ticket.csat.map { Int64(bitPattern: $0.bitPattern) })
    for message in batch.messages[ticket.messages] {
      for range in [message.id, message.author, message.text] { hash.add(bytes(range)) }
      hash.add(message.at)
      for code in [message.role.rawValue, message.visibility.rawValue, message.kind.rawValue] {
        hash.add(Int64(code))
      }
    }
    for change in batch.statusChanges[ticket.history] {
      hash.add(change.at)
      hash.add(Int64(change.to.rawValue))
      hash.add(change.reassignments.map(Int64.init))
      for range in [change.name, change.priority, change.category, change.group, change.assignee] {
        hash.add(bytes(range))
      }
    }
    return hash.value
  }
}

extension AnalysisOptions {
  /// A hash of everything but the files that decides what is found in a ticket: two runs with the same may share
  /// what they remember.
  func settings(ruleSet: String) -> String {
    var hash = ContentHash()
    hash.add(ReadbackVersion.number)
    hash.add(ruleSet)
    for column in importing.mapping { hash.add("map \(column.field)=\(column.column)") }
    for state in importing.states { hash.add("state \(state.name)=\(state.category.rawValue)") }
    for pattern in importing.staffPatterns { hash.add("staff \(pattern)") }
    for pattern in importing.requesterPatterns { hash.add("requester \(pattern)") }
    if let zone = importing.zone { hash.add("zone \(zone)") }
    for text in [
      importing.dateOrder?.rawValue, importing.encoding, importing.sheet, importing.xmlRecord,
      importing.xmlMessage,
    ] { hash.add(text ?? "\u{0}") }
    hash.add(importing.recover ? 1 : 0)
    hash.add(Int64(importing.maximumFieldBytes))
    hash.add(cut.allowsLeak ? 1 : 0)
    hash.add(filter.since)
    hash.add(filter.until)
    for condition in filter.conditions { hash.add("where \(condition.field.rawValue)=\(condition.value)") }
    for suppression in suppressions.all {
      // One that has expired is as none.
      if let today, suppressions.isExpired(suppression, on: today) { continue }
      hash.add("suppress \(suppression.words)")
    }
    return hash.hexadecimal
  }
}
