public import Tickets

/// One ticket's thread with everything that was found in it, for `readback explain`.
public struct AnnotatedThread: Sendable {
  /// One message of it.
  public struct Message: Sendable {
    /// The export's id of it, or its position.
    public var id: String
    /// Who wrote it, under the name that may be shown.
    public var author: String
    /// Which side wrote it.
    public var role: Role
    /// Who may read it.
    public var visibility: Visibility
    /// What it is to its ticket.
    public var kind: MessageKind
    /// When it was written.
    public var at: Timestamp?
    /// Its text (masked unless told otherwise), cut into pieces at every mark.
    public var pieces: [Piece]
    /// What was found in it.
    public var findings: [Finding]
    /// Level of listening, 1…5; `nil` if it was not judged.
    public var listeningLevel: Int?
    /// What makes the level, in words.
    public var listeningReason: String
    /// The four marks of a public staff reply.
    public var rubric: [RubricMark] = []

    /// A message without findings.
    public init(
      id: String, author: String, role: Role, visibility: Visibility, kind: MessageKind, at: Timestamp?,
      pieces: [Piece]
    ) {
      self.id = id
      self.author = author
      self.role = role
      self.visibility = visibility
      self.kind = kind
      self.at = at
      self.pieces = pieces
      findings = []
      listeningReason = ""
    }
  }

  /// A stretch of a message's text.
  public struct Piece: Sendable {
    /// The text.
    public var text: String
    /// Numbers (from 1) of the message's findings whose mark ends with it.
    public var findings: [Int]
    /// Whether it is marked by any finding.
    public var isMarked = false
    /// What it is; only body is scored.
    public var zone: ZoneKind

    /// A stretch of text.
    public init(text: String, findings: [Int] = [], zone: ZoneKind = .body) {
      self.text = text
      self.findings = findings
      self.zone = zone
    }
  }

  /// The ticket's id.
  public var id: String
  /// Its one-line summary.
  public var summary: String
  /// A link to it.
  public var link: String?
  /// Priority, category and group, as far as known.
  public var facts: [String]
  /// What happened to it: "first resolved 2026-03-02 (resolved time), reopened after 3 days".
  public var outcome: String
  /// The messages, by time.
  public var messages: [Message]
  /// Number of messages that were there at the first resolution; `nil` if there was none.
  public var cut: Int?
  /// Level of listening of the ticket: the least of its replies'.
  public var listeningLevel: Int?
  /// The four marks of the ticket: the least of its replies', and their mean.
  public var rubric: [RubricMark] = []
  /// One or two specific next steps.
  public var nextSteps: [String]

  /// A thread without messages.
  public init(id: String, summary: String) {
    self.id = id
    self.summary = summary
    facts = []
    outcome = ""
    messages = []
    nextSteps = []
  }
}
