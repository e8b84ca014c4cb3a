public import Tickets

/// Something that looks for one behaviour in a ticket's thread.
///
/// A rule is asked once a message in its scope, never once a token: the loop over the tokens is inside it,
/// where calls are direct. It keeps nothing between calls.
///
/// To add one: a file in its family's folder, and its line in ``Catalogue``. Its examples are run as tests.
public protocol Rule: Sendable {
  /// What there is to know of the rule; reports, help and tests read it.
  static var about: RuleDescription { get }
  /// Gets the rule ready to run with the loaded packs.
  init(_ packs: PackIndex)
  /// Says whether `message` gave an occasion (``Judgement/look()``) and what was found in it.
  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement)
  /// The words for a finding, made only when it is shown.
  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording
}

/// What there is to know of a rule.
public struct RuleDescription: Sendable {
  /// Which messages a rule is asked about.
  public enum Scope: UInt8, Sendable {
    /// What staff wrote for the requester to read.
    case publicReply
    /// The first of those.
    case firstReply
    /// The last of those before the cut, and the close notes.
    case closingText
    /// Notes that only staff read.
    case internalNote

    /// The words used in help.
    public var name: String {
      switch self {
      case .publicReply: "every public staff reply"
      case .firstReply: "the first public staff reply"
      case .closingText: "the closing text"
      case .internalNote: "internal notes"
      }
    }
  }

  /// Who has to be able to read the text.
  public enum Audience: String, Sendable { case requester, peer, manager }

  /// What every report says of it.
  public var summary: RuleSummary
  /// Which messages it is asked about.
  public var scope: Scope
  /// Who has to be able to read them.
  public var audience: Audience
  /// Languages it knows; `nil` for a rule that looks at no words.
  public var languages: Set<String>?
  /// Where the idea comes from.
  public var source: String
  /// Threads in which what is marked must be found.
  public var finds: [RuleExample]
  /// Threads in which nothing may be found.
  public var ignores: [RuleExample]

  /// A description with everything in it.
  public init(
    _ id: RuleID, _ title: String, kind: FindingKind = .gap, anchor: Anchor, scope: Scope,
    audience: Audience = .requester, languages: Set<String>? = ["en"], revision: Int = 1, rationale: String,
    practice: String, source: String, finds: [RuleExample], ignores: [RuleExample]
  ) {
    summary = RuleSummary(
      id: id, title: title, rationale: rationale, practice: practice, kind: kind, anchor: anchor,
      revision: revision)
    self.scope = scope
    self.audience = audience
    self.languages = languages
    self.source = source
    self.finds = finds
    self.ignores = ignores
  }

  /// The rule's name.
  public var id: RuleID { summary.id }
}

/// A short thread that shows what a rule does: one message a line, `requester:`, `staff:`, `note:` or
/// `closing:` before it; without one the line is a staff reply. What must be found is marked `‹so›`.
public struct RuleExample: Sendable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  /// The lines.
  public var lines: [String]
  /// A thread of one reply.
  public init(stringLiteral line: String) { lines = [line] }
  /// A thread of several messages.
  public init(arrayLiteral lines: String...) { self.lines = lines }
}

/// One place that a rule marked. Trivial, so that a night's findings cost no allocations.
public struct Mark: Sendable {
  /// Position of the rule in the catalogue.
  public var rule: UInt8 = 0
  /// The message, as an index into the batch's messages.
  public var message: Int32 = 0
  /// The place in the message's text.
  public var span: ByteRange
  /// A number of the rule's own: which pack entry, how many words, which lexeme.
  public var argument: Int32 = 0
  /// A second message that belongs to the evidence, such as the request; -1 for none.
  public var otherMessage: Int32 = -1
  /// The place in that message's text.
  public var otherSpan = ByteRange.none

  /// A mark at a place of the message under inspection.
  public init(
    span: ByteRange, argument: Int32 = 0, otherMessage: Int32 = -1, otherSpan: ByteRange = .none
  ) {
    self.span = span
    self.argument = argument
    self.otherMessage = otherMessage
    self.otherSpan = otherSpan
  }
}

/// What a finding says.
public struct Wording: Sendable, Equatable {
  /// What was seen and why it matters.
  public var explanation: String
  /// What to write instead; empty for strengths.
  public var suggestion: String

  /// Both texts.
  public init(_ explanation: String, _ suggestion: String = "") {
    self.explanation = explanation
    self.suggestion = suggestion
  }
}

/// Collects what rules say of messages.
public struct Judgement: Sendable {
  /// Everything marked, in the order of messages and catalogue.
  public private(set) var marks: [Mark] = []
  /// What each rule said of each message: message index, rule, whether it fired.
  public private(set) var looks: [Look] = []

  /// A rule had an occasion in a message.
  public struct Look: Sendable {
    /// Position of the rule in the catalogue.
    public var rule: UInt8
    /// Whether it fired.
    public var fired: Bool
    /// The message, as an index into the batch's messages.
    public var message: Int32
  }

  private var rule: UInt8 = 0
  private var message: Int32 = 0
  private var hasLooked = false
  private var marksBefore = 0

  /// An empty collection.
  public init() {}

  /// Says that the message gave the rule an occasion, whether or not it fires.
  public mutating func look() { hasLooked = true }

  /// Marks a place; there was an occasion, then.
  public mutating func find(_ mark: Mark) {
    hasLooked = true
    var mark = mark
    mark.rule = rule
    mark.message = message
    marks.append(mark)
  }

  mutating func begin(rule: Int, message: Int) {
    self.rule = UInt8(rule)
    self.message = Int32(message)
    hasLooked = false
    marksBefore = marks.count
  }

  mutating func end() {
    guard hasLooked else { return }
    looks.append(Look(rule: rule, fired: marks.count > marksBefore, message: message))
  }

  /// Forgets everything and keeps the storage.
  public mutating func clear() {
    marks.removeAll(keepingCapacity: true)
    looks.removeAll(keepingCapacity: true)
  }
}
