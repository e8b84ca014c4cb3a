public import Tickets

/// Something that looks for one behaviour in a ticket's thread.
///
/// A detector is asked once a message in its scope, never once a token: the loop over the tokens is inside it,
/// where calls are direct. It keeps nothing between calls.
///
/// Most behaviours are phrases, and those are data: a pack with a title is a detector (``PackRule``). Where logic
/// is needed a type of its own is written, a ``Rule``.
public protocol Detector: Sendable {
  /// What there is to know of it; reports, help and tests read it.
  var about: RuleDescription { get }
  /// Says whether `message` gave an occasion (``Judgement/look()``) and what was found in it.
  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement)
  /// The words for a finding, made only when it is shown.
  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording
}

/// A detector written in Swift.
///
/// To add one: a file in its family's folder, and its line in ``Catalogue``. Its examples are run as tests.
public protocol Rule: Detector {
  /// What there is to know of the rule.
  static var about: RuleDescription { get }
  /// Gets the rule ready to run with the loaded packs.
  init(_ packs: PackIndex)
}

extension Rule {
  /// What there is to know of the rule.
  public var about: RuleDescription { Self.about }
}

/// How sure a rule is that its reader wants to hear of what it finds.
public enum RuleLevel: UInt8, Sendable, Comparable, CaseIterable {
  /// Right less often, or about less: found under `--strictness strict` only.
  case suggestion
  /// Found unless told otherwise.
  case warning
  /// Found, and never to be sent.
  case error

  /// The word used in packs and outputs.
  public var name: String { "\(self)" }

  /// Order by weight.
  public static func < (a: RuleLevel, b: RuleLevel) -> Bool { a.rawValue < b.rawValue }
}

/// What there is to know of a rule.
public struct RuleDescription: Sendable {
  /// Which messages a rule is asked about.
  public enum Scope: String, Sendable, CaseIterable {
    /// What staff wrote for the requester to read.
    case publicReply = "public reply"
    /// The first of those.
    case firstReply = "first reply"
    /// The last of those before the cut, and the close notes.
    case closingText = "closing text"
    /// Notes that only staff read.
    case internalNote = "internal note"
    /// The ticket as it stood at the cut: asked once, about its last message.
    case wholeThread = "whole thread"
    /// All tickets together: found when the last of them has been read.
    case wholeExport = "whole export"

    /// The words used in help.
    public var name: String {
      switch self {
      case .publicReply: "every public staff reply"
      case .firstReply: "the first public staff reply"
      case .closingText: "the closing text"
      case .internalNote: "internal notes"
      case .wholeThread: "the thread as a whole"
      case .wholeExport: "all tickets together"
      }
    }
  }

  /// Who has to be able to read the text.
  public enum Audience: String, Sendable, CaseIterable { case requester, peer, manager }

  /// What every report says of it.
  public var summary: RuleSummary
  /// Which messages it is asked about.
  public var scope: Scope
  /// Who has to be able to read them.
  public var audience: Audience
  /// Whether it is on without being asked for.
  public var level: RuleLevel
  /// Languages it knows; `nil` for a rule that looks at no words.
  public var languages: Set<String>?
  /// Packs without which it knows nothing of a language. Where there are some, they decide its languages: to
  /// teach it one, write them in a folder of that language.
  public var packs: [String]
  /// Where the idea comes from.
  public var source: String
  /// Threads in which what is marked must be found.
  public var finds: [RuleExample]
  /// Threads in which nothing may be found.
  public var ignores: [RuleExample]

  /// A description with everything in it.
  public init(
    _ id: RuleID, _ title: String, kind: FindingKind = .gap, anchor: Anchor, scope: Scope,
    audience: Audience = .requester, level: RuleLevel = .warning, languages: Set<String>? = ["en"],
    packs: [String] = [], revision: Int = 1, rationale: String, practice: String, source: String,
    finds: [RuleExample], ignores: [RuleExample]
  ) {
    summary = RuleSummary(
      id: id, title: title, rationale: rationale, practice: practice, kind: kind, anchor: anchor,
      revision: revision)
    self.scope = scope
    self.audience = audience
    self.level = level
    self.languages = languages
    self.packs = packs
    self.source = source
    self.finds = finds
    self.ignores = ignores
  }

  /// The rule's name.
  public var id: RuleID { summary.id }
}

/// A short thread that shows what a rule does; ``ExampleThread`` says how its lines are written. A line without
/// a speaker is a staff reply. What must be found is marked `‹so›`.
public struct RuleExample: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  /// The lines.
  public var lines: [String]
  /// A thread of some lines.
  public init(lines: [String]) { self.lines = lines }
  /// A thread of one reply.
  public init(stringLiteral line: String) { lines = [line] }
  /// A thread of several messages.
  public init(arrayLiteral lines: String...) { self.lines = lines }
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
