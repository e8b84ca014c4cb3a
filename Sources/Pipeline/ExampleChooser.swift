import Reporting
import Tickets

/// Keeps for each rule the few findings with the least hash of rule and ticket: the same ones whatever the order
/// of the input, and one a ticket.
struct ExampleChooser: Sendable {
  struct Candidate: Sendable {
    var hash: UInt64
    var example: Report.Example
  }

  /// Examples kept a rule, unless told otherwise.
  static let usualCount = 3

  /// Examples kept a rule.
  private let count: Int

  private(set) var candidates: [[Candidate]]

  init(rules: Int, count: Int = ExampleChooser.usualCount) {
    self.count = count
    candidates = Array(repeating: [], count: rules)
  }

  /// Whether a finding of `rule` on the ticket `id` would be kept: ask before its text is made.
  func wants(rule: Int, ticket id: ArraySlice<UInt8>) -> UInt64? {
    let hash = Self.hash(rule, id)
    let kept = candidates[rule]
    if kept.contains(where: { $0.hash == hash }) { return nil }
    return kept.count < count || hash < kept[kept.count - 1].hash ? hash : nil
  }

  mutating func keep(_ example: Report.Example, hash: UInt64, rule: Int) {
    let place = candidates[rule].firstIndex { $0.hash > hash } ?? candidates[rule].count
    candidates[rule].insert(Candidate(hash: hash, example: example), at: place)
    if candidates[rule].count > count { candidates[rule].removeLast() }
  }

  /// Takes some examples of a rule, in their order, for those it has.
  mutating func replace(_ examples: [Report.Example], rule: Int) {
    candidates[rule] = examples.enumerated().map { Candidate(hash: UInt64($0.offset), example: $0.element) }
  }

  /// Adds what another chose among other tickets.
  mutating func add(_ other: ExampleChooser) {
    for (rule, candidates) in other.candidates.enumerated() {
      for one in candidates { keep(one, rule: rule) }
    }
  }

  /// Keeps a candidate that was kept elsewhere, if it is among the first here, too.
  mutating func keep(_ candidate: Candidate, rule: Int) {
    let kept = candidates[rule]
    guard !kept.contains(where: { $0.hash == candidate.hash }) else { return }
    if kept.count < count || candidate.hash < kept[kept.count - 1].hash {
      keep(candidate.example, hash: candidate.hash, rule: rule)
    }
  }

  /// The candidates that were not there `before`: all that somebody who puts parts together needs to know, since what
  /// three others of the same part precede is not among the first of the whole.
  func added(since before: ExampleChooser) -> ExampleChooser {
    var added = self
    for rule in candidates.indices {
      added.candidates[rule].removeAll { one in
        before.candidates[rule].contains { $0.hash == one.hash }
      }
    }
    return added
  }

  func examples(of rule: Int) -> [Report.Example] { candidates[rule].map(\.example) }

  /// FNV-1a (Fowler, Noll & Vo) with a final mix, over the rule's number and the ticket's id.
  private static func hash(_ rule: Int, _ id: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(rule)
    for byte in id { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 32
    return hash &* 0x9E37_79B9_7F4A_7C15
  }
}
