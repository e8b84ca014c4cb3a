/// What a column of an export means.
///
/// The names are those by which a user maps a column (`--map summary=Betreff`). Fields of a message and of a
/// status history carry a prefix, for their tables have columns of the same names as those of tickets.
public enum Field: Int, Sendable, CaseIterable {
  // Of a ticket.
  case id
  /// The tool's internal key, by which other tables refer to the ticket.
  case systemID
  case summary
  case description
  case openedAt
  case resolvedAt
  case closedAt
  case reopenedAt
  case reopenCount
  case updatedAt
  /// A number that grows with every change of the ticket.
  case changeNumber
  case status
  /// What the state means, where the tool says so beside its name.
  case statusCategory
  case priority
  case category
  case group
  case assignee
  /// The account of the assignee, by which messages name them.
  case assigneeID
  /// Who resolved or closed it.
  case resolver
  case requester
  /// The account of the requester, by which messages name them.
  case requesterID
  case channel
  case parent
  case reassignments
  case csat
  /// The closing text: close notes, a resolution in words.
  case resolution
  /// Comments that the requester can read: one text, or a journal of entries.
  case comments
  /// Notes that the requester can't read: one text, or a journal of entries.
  case workNotes
  /// A journal that holds both.
  case journal
  case url
  case kind
  case language
  case attachments

  // Of a message in a table of messages.
  case messageTicket
  case messageID
  case messageAuthor
  case messageRole
  /// What the author is to the project, as issue trackers say it: OWNER, MEMBER, NONE …
  case messageAssociation
  case messageVisibility
  case messageAt
  case messageText
  case messageKind
  /// To whom it was sent: mail addresses.
  case messageTo
  /// Whether a machine sent it.
  case messageAutomatic

  // Of a change in a table of status history.
  case historyTicket
  case historyAt
  /// Which field of the ticket changed.
  case historyField
  case historyFrom
  case historyTo

  // Of a person in a table of people.
  case personName
  case personRole
  /// From when on, and until when, this holds.
  case personFrom
  case personTo

  /// The name by which a user maps a column to it.
  public var name: String {
    switch self {
    case .id: "id"
    case .systemID: "system_id"
    case .summary: "summary"
    case .description: "description"
    case .openedAt: "opened_at"
    case .resolvedAt: "resolved_at"
    case .closedAt: "closed_at"
    case .reopenedAt: "reopened_at"
    case .reopenCount: "reopen_count"
    case .updatedAt: "updated_at"
    case .changeNumber: "change_number"
    case .status: "status"
    case .statusCategory: "status_category"
    case .priority: "priority"
    case .category: "category"
    case .group: "group"
    case .assignee: "assignee"
    case .assigneeID: "assignee_id"
    case .resolver: "resolver"
    case .requester: "requester"
    case .requesterID: "requester_id"
    case .channel: "channel"
    case .parent: "parent"
    case .reassignments: "reassignments"
    case .csat: "csat"
    case .resolution: "resolution"
    case .comments: "comments"
    case .workNotes: "work_notes"
    case .journal: "journal"
    case .url: "url"
    case .kind: "kind"
    case .language: "language"
    case .attachments: "attachments"
    case .messageTicket: "message.ticket"
    case .messageID: "message.id"
    case .messageAuthor: "message.author"
    case .messageRole: "message.role"
    case .messageAssociation: "message.association"
    case .messageVisibility: "message.visibility"
    case .messageAt: "message.at"
    case .messageText: "message.text"
    case .messageKind: "message.kind"
    case .messageTo: "message.to"
    case .messageAutomatic: "message.automatic"
    case .historyTicket: "history.ticket"
    case .historyAt: "history.at"
    case .historyField: "history.field"
    case .historyFrom: "history.from"
    case .historyTo: "history.to"
    case .personName: "person.name"
    case .personRole: "person.role"
    case .personFrom: "person.from"
    case .personTo: "person.to"
    }
  }

  /// The field of a name; `nil` if there is none.
  public init?(name: String) {
    guard let field = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = field
  }

  /// Whether its values are moments.
  public var isDate: Bool {
    switch self {
    case .openedAt, .resolvedAt, .closedAt, .reopenedAt, .updatedAt, .messageAt, .historyAt, .personFrom,
      .personTo:
      true
    default: false
    }
  }

  /// Whether it may be filled from several columns (a comment a column, as Jira writes them).
  var isRepeatable: Bool {
    switch self {
    case .comments, .workNotes, .journal, .attachments: true
    default: false
    }
  }
}
