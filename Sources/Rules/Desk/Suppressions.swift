public import Tickets
internal import Yams

/// A finding, or a kind of finding, that a desk has decided not to hear of for a while.
public struct Suppression: Sendable, Equatable {
  /// A rule's name, or `family.*`.
  public var rule: String
  /// Only in this ticket.
  public var ticket: String?
  /// Only in what this person wrote, as the export names them.
  public var person: String?
  /// Why.
  public var reason: String
  /// The last day on which it holds.
  public var expires: Timestamp
  /// Where it is written, for reports: `suppressions.yml:4`.
  public var place: String

  /// Whether it holds for a rule.
  func covers(_ rule: RuleID) -> Bool {
    self.rule == rule.description || self.rule == rule.family + ".*"
  }

  /// Whether it takes the rule away from the whole desk.
  var isForWholeDesk: Bool { ticket == nil && person == nil }

  /// In words: "clarity.vague-time in INC0012 (quoted from the supplier)".
  public var words: String {
    rule + (ticket.map { " in \($0)" } ?? "") + (person.map { " by \($0)" } ?? "") + " (\(reason))"
  }
}

/// What a desk has decided not to hear of.
///
///     version: 1
///     suppressions:
///       - rule: clarity.vague-time
///         ticket: INC0010023
///         reason: quoted from the supplier's notice
///         expires: 2026-12-31
///       - { rule: jargon.*, person: Ana Ruiz, reason: writes to engineers only, expires: 2026-09-30 }
///
/// Each has a reason and a day on which it ends, so that none is for ever. A rule suppressed in a ticket, or in what one
/// person writes, counts as looked for and not found; a rule suppressed for the whole desk as not looked for.
public struct Suppressions: Sendable, Equatable {
  /// All of them, in the order of the file.
  public var all: [Suppression] = []

  /// None.
  public init() {}

  /// Reads a suppressions file.
  ///
  /// - Parameters:
  ///   - text: The YAML.
  ///   - file: What to call it in errors.
  ///   - rules: The rules there are: another name is refused.
  /// - Throws: ``YAMLError`` at the first thing that does not fit.
  public static func parse(_ text: String, file: String, rules: [RuleID]) throws(YAMLError) -> Suppressions {
    let file = YAMLFile(text, name: file)
    let root = try file.root("a suppressions file is a mapping with a list “suppressions”")
    let mapping = try file.mapping(root, "a suppressions file is a mapping with a list “suppressions”")
    try file.refuseUnknownKeys(of: mapping, known: ["version", "suppressions"])
    try file.requireVersion(mapping)
    var names = Set(rules.map(\.description))
    for rule in rules { names.insert(rule.family + ".*") }
    var suppressions = Suppressions()
    for node in try file.sequence("suppressions", in: mapping) {
      suppressions.all.append(try suppression(node, file, names))
    }
    return suppressions
  }

  private static func suppression(_ node: Node, _ file: YAMLFile, _ rules: Set<String>) throws(YAMLError)
    -> Suppression
  {
    let mapping = try file.mapping(
      node, "a suppression is a mapping such as {rule: …, reason: …, expires: …}")
    try file.refuseUnknownKeys(of: mapping, known: ["rule", "ticket", "person", "reason", "expires"])
    func required(_ key: String, _ why: String) throws(YAMLError) -> String {
      guard let text = try file.string(key, in: mapping), !text.isEmpty else {
        throw file.fault(node, "“\(key)” is missing: \(why)")
      }
      return text
    }
    let rule = try required("rule", "which rule, or family.*")
    guard rules.contains(rule) else {
      let near = Spelling.nearest(to: rule, among: rules).map { "; do you mean \($0)?" }
      throw file.fault(mapping["rule"], "no rule is called \(rule)" + (near ?? "; readback rules lists them"))
    }
    let day = try required("expires", "the last day on which it holds, such as 2026-12-31")
    guard let expires = Timestamp(day: day) else {
      throw file.fault(mapping["expires"], "“\(day)” is no day such as 2026-12-31")
    }
    return Suppression(
      rule: rule, ticket: try file.string("ticket", in: mapping),
      person: try file.string("person", in: mapping),
      reason: try required("reason", "why it need not be heard of"), expires: expires,
      place: "\(file.name):\(node.mark?.line ?? 1)")
  }

  /// Those that still hold on a day; the others are expired.
  public func isExpired(_ suppression: Suppression, on today: Timestamp) -> Bool {
    today.seconds >= suppression.expires.seconds + 86_400
  }
}

/// Takes suppressed findings out of judgements, and counts them. One worker's own; counts of several add up.
public struct Suppressor: Sendable {
  private let suppressions: [Suppression]
  /// By rule of the set: which suppressions may hold for it, as indices.
  private let byRule: [[Int]]
  private let isWholeThread: [Bool]
  private let isWholeExport: [Bool]
  /// By suppression: how many findings it took out.
  public private(set) var counts: [Int]

  /// Whether there is nothing to take out.
  public let isIdle: Bool

  /// Takes out what holds on a day.
  public init(_ suppressions: Suppressions, rules: RuleSet, today: Timestamp) {
    let all = suppressions.all
    self.suppressions = all
    byRule = rules.abouts.map { about in
      all.indices.filter { all[$0].covers(about.id) && !suppressions.isExpired(all[$0], on: today) }
    }
    isIdle = byRule.allSatisfy(\.isEmpty)
    isWholeThread = rules.abouts.map { $0.scope == .wholeThread }
    isWholeExport = rules.abouts.map { $0.scope == .wholeExport }
    counts = Array(repeating: 0, count: all.count)
  }

  /// Takes out what is suppressed in the thread judged last.
  ///
  /// - Returns: how many findings were taken out.
  /// - Complexity: O(marks × suppressions of their rules).
  public mutating func apply(to judgement: inout Judgement, in thread: borrowing Thread) -> Int {
    if isIdle { return 0 }
    var gone = 0
    var counts = counts
    judgement.remove(
      marks: { mark in
        guard let hit = byRule[Int(mark.rule)].first(where: { holds(suppressions[$0], mark, thread) }) else {
          return false
        }
        counts[hit] += 1
        // What waits for other tickets is no finding yet.
        if !isWholeExport[Int(mark.rule)] { gone += 1 }
        return true
      },
      looksOf: { rule in byRule[rule].contains { suppressions[$0].isForWholeDesk } },
      isWholeThread: { isWholeThread[$0] })
    self.counts = counts
    return gone
  }

  /// Adds what another worker took out. - Precondition: both were made of the same suppressions.
  public mutating func add(_ other: Suppressor) {
    for index in counts.indices where index < other.counts.count { counts[index] += other.counts[index] }
  }

  private func holds(_ suppression: Suppression, _ mark: Mark, _ thread: borrowing Thread) -> Bool {
    if let ticket = suppression.ticket, ticket != thread.batch.string(thread.ticket.id) { return false }
    if let person = suppression.person {
      guard let message = thread.message(at: mark.message) else { return false }
      return thread.batch.string(message.message.author) == person
    }
    return true
  }
}
