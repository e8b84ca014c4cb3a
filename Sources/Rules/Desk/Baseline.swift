/// Findings that are known and need not be shown again: what a desk had when it began to look.
///
/// A finding is known by what it is, never by where it stands: the ticket, the message, the rule, and a hash of the
/// words found. So it stays known when text is added before it, and becomes new when its words change.
public struct Baseline: Sendable, Equatable {
  /// What makes two findings one.
  public struct Key: Hashable, Sendable, Comparable {
    /// The ticket's id, or the path of a draft.
    public var ticket: String
    /// The message's id.
    public var message: String
    /// The rule's name.
    public var rule: String
    /// FNV-1a of the words found, white space as one space.
    public var text: UInt64

    /// The key of a finding over `words`.
    public init(ticket: String, message: String, rule: String, words: some Sequence<UInt8>) {
      self.ticket = ticket
      self.message = message
      self.rule = rule
      var hash = FNV1a()
      var isSpaceDue = false
      for byte in words {
        if byte == 0x20 || (0x09...0x0D).contains(byte) {
          isSpaceDue = true
          continue
        }
        if isSpaceDue { hash.add(0x20) }
        isSpaceDue = false
        hash.add(byte)
      }
      text = hash.value
    }

    init(ticket: String, message: String, rule: String, text: UInt64) {
      self.ticket = ticket
      self.message = message
      self.rule = rule
      self.text = text
    }

    /// Order by ticket, message, rule, hash.
    public static func < (a: Key, b: Key) -> Bool {
      (a.ticket, a.message, a.rule, a.text) < (b.ticket, b.message, b.rule, b.text)
    }
  }

  /// Why a file is no baseline.
  public struct Fault: Error, Equatable, Sendable, CustomStringConvertible {
    /// Line from 1.
    public var line: Int
    /// What was expected.
    public var description: String
  }

  private var keys: Set<Key>

  /// The first line of the file.
  private static let head = "# readback baseline 1: ticket, message, rule, hash of the words, by tabs"

  /// The findings of these keys.
  public init(_ keys: Set<Key> = []) { self.keys = keys }

  /// Number of findings known.
  public var count: Int { keys.count }

  /// Whether a finding is known.
  public func contains(_ key: Key) -> Bool { keys.contains(key) }

  /// Makes a finding known.
  public mutating func insert(_ key: Key) { keys.insert(key) }

  /// Makes what another knows known.
  public mutating func formUnion(_ other: Baseline) { keys.formUnion(other.keys) }

  /// The baseline as a file: a line a finding, sorted, so that two can be compared line by line.
  public var bytes: [UInt8] {
    var lines = [Self.head]
    for key in keys.sorted() {
      var hash = FNV1a()
      hash.value = key.text
      lines.append(
        [key.ticket, key.message, key.rule].map(Self.escaped).joined(separator: "\t") + "\t"
          + hash.hexadecimal)
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Reads what ``bytes`` wrote.
  ///
  /// - Throws: ``Fault`` at the first line that is none of a baseline.
  public static func parse(_ text: String) throws(Fault) -> Baseline {
    var keys: Set<Key> = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if number == 0 {
        guard line == Self.head else { throw Fault(line: 1, description: "this is no baseline of readback") }
        continue
      }
      if line.isEmpty { continue }
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 4, let hash = UInt64(parts[3], radix: 16) else {
        throw Fault(line: number + 1, description: "ticket, message, rule and hash are expected, by tabs")
      }
      keys.insert(
        Key(
          ticket: unescaped(parts[0]), message: unescaped(parts[1]), rule: unescaped(parts[2]), text: hash))
    }
    return Baseline(keys)
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        result.append(character == "t" ? "\t" : character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
