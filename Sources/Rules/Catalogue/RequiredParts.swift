import Tickets

/// The parts that a kind of text should have, and the packs whose phrases show that one is there.
struct RequiredParts: Sendable {
  /// One part.
  struct Part: Sendable {
    /// What it is called in a finding: "the cause".
    var name: String
    /// Any phrase of these packs shows it.
    var packs: [Int16]
  }

  /// The parts, in the order in which a reader wants them.
  let parts: [Part]

  /// Parts by name and the packs that show each; a part none of whose packs is loaded is left out.
  init(_ parts: [(name: String, packs: [String])], in packs: PackIndex) {
    self.parts = parts.compactMap { part in
      let numbers = part.packs.compactMap { packs.number(of: $0) }
      return numbers.isEmpty ? nil : Part(name: part.name, packs: numbers)
    }
  }

  /// Bit `n` is set if part number `n` stands in none of some messages.
  ///
  /// - Complexity: O(matches × parts).
  func missing(in messages: some Sequence<MessageView>, _ thread: borrowing Thread) -> UInt32 {
    var missing = all
    for message in messages {
      for match in thread.matches[message.matches] {
        for (number, part) in parts.enumerated() where part.packs.contains(match.pack) {
          missing &= ~(1 << UInt32(number))
        }
      }
    }
    return missing
  }

  /// The bits of all parts.
  var all: UInt32 { (1 << UInt32(parts.count)) - 1 }

  /// "the cause, the risk and how to undo it".
  func names(of bits: UInt32) -> String {
    let names = parts.indices.filter { bits >> UInt32($0) & 1 == 1 }.map { parts[$0].name }
    guard let last = names.last else { return "" }
    return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " and " + last
  }
}
