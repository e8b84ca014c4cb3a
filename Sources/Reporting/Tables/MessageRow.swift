public import Tickets

/// One message in the table `messages`: its measures, never its text.
public struct MessageRow: TidyRow {
  /// The ticket's id.
  public var ticket: String
  /// The message's id.
  public var message: String
  /// When it was written.
  public var at: Timestamp?
  /// Which side wrote it.
  public var role: Role
  /// Who may read it.
  public var visibility: Visibility
  /// What it is to its ticket.
  public var kind: MessageKind
  /// Its author under the name that the report may use.
  public var author: String?
  /// Whether it came after the first resolution.
  public var isAfterCut: Bool
  /// Words of its author's own writing.
  public var words: Int
  /// Sentences of it.
  public var sentences: Int
  /// Flesch–Kincaid grade; `nil` where the text is too short for one.
  public var readingGrade: Double?
  /// Readback's own measure of difficulty, 0…1.
  public var difficulty: Double?
  /// Likeness to what it answers, 0…1.
  public var similarity: Double?
  /// Share of the requester's points taken up, 0…1.
  public var coverage: Double?
  /// Probability that it restates what the requester said, 0…1.
  public var paraphrase: Double?
  /// Level of listening, 1…5.
  public var listeningLevel: Int?
  /// Findings of gaps.
  public var gaps: Int
  /// Findings of strengths.
  public var strengths: Int

  /// A message of which nothing but its place is known.
  public init(ticket: String, message: String, role: Role, visibility: Visibility, kind: MessageKind) {
    self.ticket = ticket
    self.message = message
    self.role = role
    self.visibility = visibility
    self.kind = kind
    isAfterCut = false
    words = 0
    sentences = 0
    gaps = 0
    strengths = 0
  }

  /// `messages`
  public static let table = "messages"
  /// One column a property.
  public static let columns = [
    "ticket", "message", "at", "role", "visibility", "kind", "author", "after_cut", "words", "sentences",
    "reading_grade", "difficulty", "similarity", "coverage", "paraphrase", "listening_level", "gaps",
    "strengths",
  ]

  /// Writes the message's cells.
  public func write(to writer: inout CSVWriter) {
    writer.text(ticket)
    writer.text(message)
    writer.time(at)
    writer.text(role.name)
    writer.text(visibility.name)
    writer.text(kind.name)
    writer.text(author)
    writer.flag(isAfterCut)
    writer.number(words)
    writer.number(sentences)
    writer.number(readingGrade)
    writer.number(difficulty)
    writer.number(similarity)
    writer.number(coverage)
    writer.number(paraphrase)
    writer.number(listeningLevel)
    writer.number(gaps)
    writer.number(strengths)
  }
}
