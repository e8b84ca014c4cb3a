/// The name of a rule, `family.name`, the same in configuration, JSON, CSV, SQLite and help.
public struct RuleID: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The name itself.
  public let description: String

  /// The rule of that name.
  public init(_ name: String) { description = name }
  /// The rule of that name.
  public init(stringLiteral name: String) { description = name }

  /// The part before the dot.
  public var family: String { String(description.prefix { $0 != "." }) }

  /// Whether it is of a family. - Complexity: O(length of the name), no allocation.
  public func isOf(family: String) -> Bool {
    let name = description.utf8
    return name.starts(with: family.utf8) && name.dropFirst(family.utf8.count).first == UInt8(ascii: ".")
  }

  /// Order by name.
  public static func < (a: RuleID, b: RuleID) -> Bool { a.description < b.description }
}

/// Whether a finding is something to change or something to keep.
public enum FindingKind: UInt8, Sendable {
  case gap, strength

  /// The word used in every output.
  public var name: String { self == .gap ? "gap" : "strength" }
}

/// Where in a ticket a rule looks, which decides what may confound it (method, section 1).
public enum Anchor: UInt8, Sendable, CaseIterable {
  /// The first public staff reply.
  case firstReply
  /// The last public staff message and the close notes at the cut.
  case closingText
  /// Every public staff reply before the cut.
  case anyReply

  /// The words used in every output.
  public var name: String {
    switch self {
    case .firstReply: "first reply"
    case .closingText: "closing text"
    case .anyReply: "any reply"
    }
  }
}

/// What one rule says of one ticket at the cut.
public enum ExposureState: UInt8, Sendable {
  /// There was no occasion: nothing was promised, nothing was asked, too short, no language pack.
  case notApplicable
  /// There was an occasion and the rule did not fire.
  case notFound
  /// The rule fired.
  case found
}

/// What everybody who shows rules needs to know of one.
public struct RuleSummary: Sendable {
  /// Its name.
  public var id: RuleID
  /// One line a lead understands: "Acronyms nobody explained".
  public var title: String
  /// What the behaviour does to the reader, in a sentence or two.
  public var rationale: String
  /// What to practise instead: one or two specific next steps.
  public var practice: String
  /// Whether it finds gaps or strengths.
  public var kind: FindingKind
  /// Where it looks.
  public var anchor: Anchor
  /// Goes up when the rule changes what it finds.
  public var revision: Int

  /// A summary of the rule `id`.
  public init(
    id: RuleID, title: String, rationale: String, practice: String, kind: FindingKind, anchor: Anchor,
    revision: Int = 1
  ) {
    self.id = id
    self.title = title
    self.rationale = rationale
    self.practice = practice
    self.kind = kind
    self.anchor = anchor
    self.revision = revision
  }
}

/// A finding as it is shown, all text filled in.
public struct Finding: Sendable {
  /// What found it.
  public var rule: RuleID
  /// Whether to change it or to keep it.
  public var kind: FindingKind
  /// The ticket's id.
  public var ticket: String
  /// The id of the message it was found in.
  public var message: String
  /// Half-open UTF-8 byte range of the message's text.
  public var span: Range<Int>
  /// The text at the span (masked unless told otherwise).
  public var quote: String
  /// What was seen and why it matters.
  public var explanation: String
  /// What to write instead; empty for strengths.
  public var suggestion: String
  /// Whether the message came after the cut, so that it counts for coaching but not for outcomes.
  public var isAfterCut: Bool

  /// A finding of `rule` at `span` of a message.
  public init(
    rule: RuleID, kind: FindingKind, ticket: String, message: String, span: Range<Int>, quote: String,
    explanation: String, suggestion: String, isAfterCut: Bool
  ) {
    self.rule = rule
    self.kind = kind
    self.ticket = ticket
    self.message = message
    self.span = span
    self.quote = quote
    self.explanation = explanation
    self.suggestion = suggestion
    self.isAfterCut = isAfterCut
  }
}
