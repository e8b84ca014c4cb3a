public import Tickets

/// One ticket in the table `tickets`.
public struct TicketRow: TidyRow {
  /// The ticket's id.
  public var ticket: String
  /// A link to it, if a pattern for it was given.
  public var link: String?
  /// When it was opened.
  public var openedAt: Timestamp?
  /// The cut: its first resolution, as far as known.
  public var firstResolvedAt: Timestamp?
  /// How the first resolution is known: "history", "resolved_at", …; empty if it isn't.
  public var cutSource: String
  /// When it was first reopened.
  public var reopenedAt: Timestamp?
  /// Whether it was reopened within the window; `nil` where that can't be said.
  public var isReopened: Bool?
  /// Whether it is among the tickets counted.
  public var isEligible: Bool
  /// The ledger's key of the reason where it is not.
  public var exclusion: String?
  /// Priority in force at the first resolution.
  public var priority: String
  /// Category in force at the first resolution.
  public var category: String
  /// Group in force at the first resolution.
  public var group: String
  /// Assignee at the first resolution, under the name that the report may use.
  public var assignee: String?
  /// Channel it came in by.
  public var channel: String
  /// "incident", "request", ….
  public var kind: TicketKind
  /// The requester's language; empty if not told.
  public var language: String
  /// Messages of any kind.
  public var messages: Int
  /// Public staff messages.
  public var staffMessages: Int
  /// Words in them.
  public var staffWords: Int
  /// Reassignments before the first resolution.
  public var reassignments: Int?
  /// The least level of listening of its staff replies, 1…5.
  public var listeningLevel: Int?
  /// Findings of gaps.
  public var gaps: Int
  /// Findings of strengths.
  public var strengths: Int

  /// A ticket of which nothing but its id is known.
  public init(ticket: String) {
    self.ticket = ticket
    cutSource = ""
    isEligible = false
    priority = ""
    category = ""
    group = ""
    channel = ""
    kind = .incident
    language = ""
    messages = 0
    staffMessages = 0
    staffWords = 0
    gaps = 0
    strengths = 0
  }

  /// `tickets`
  public static let table = "tickets"
  /// One column a property.
  public static let columns = [
    "ticket", "link", "opened_at", "first_resolved_at", "cut_source", "reopened_at", "reopened", "eligible",
    "exclusion", "priority", "category", "group", "assignee", "channel", "kind", "language", "messages",
    "staff_messages", "staff_words", "reassignments", "listening_level", "gaps", "strengths",
  ]

  /// Writes the ticket's cells.
  public func write(to writer: inout CSVWriter) {
    writer.text(ticket)
    writer.text(link)
    writer.time(openedAt)
    writer.time(firstResolvedAt)
    writer.text(cutSource)
    writer.time(reopenedAt)
    writer.flag(isReopened)
    writer.flag(isEligible)
    writer.text(exclusion)
    writer.text(priority)
    writer.text(category)
    writer.text(group)
    writer.text(assignee)
    writer.text(channel)
    writer.text(kind.name)
    writer.text(language)
    writer.number(messages)
    writer.number(staffMessages)
    writer.number(staffWords)
    writer.number(reassignments)
    writer.number(listeningLevel)
    writer.number(gaps)
    writer.number(strengths)
  }
}
