internal import Tickets

/// What is known of the exports of one vendor: one file a vendor, with the shapes' source in its comment.
struct Preset: Sendable {
  /// The tool's name, as people say it.
  var name: String
  /// Whether it was tried on a real export; if not it was built from documentation, and `inspect` says so.
  var isTried: Bool
  /// Header names of which all must be there, in one of the sets, for a table to be this vendor's.
  var marks: [[String]] = []
  /// Names of its columns, which go before `KnownNames`.
  var names: [Field: [String]] = [:]
  /// What its tables are, where the file names them (XML).
  var tables: [String: TableKind] = [:]
  /// Columns that look like a field and are not.
  var ignored: [String] = []
  /// What its states mean where it writes them as numbers.
  var statusNumbers: [Int: StatusCategory] = [:]
  /// Whether its CSV has U+FF3C where a backslash was.
  var replacesBackslash = false

  /// All presets, those with the more particular marks first.
  static let all: [Preset] = [
    .mail, .outlook, .serviceNow, .jira, .bugzilla, .issueTracker, .osTicket, .otrs, .glpi, .freshdesk,
    .zendesk, .requestTracker, .rails,
  ]

  /// The preset whose marks are all among the columns (or whose table it is); `nil` if there is none.
  static func recognise(table: String, columns: [String]) -> Preset? {
    all.first { $0.tables[table] != nil || $0.fits(columns) }
  }

  /// Whether the columns have all of one set of its marks.
  func fits(_ columns: [String]) -> Bool {
    let words = Set(columns.map { FoldedWord($0) })
    return marks.contains { marks in marks.allSatisfy { words.contains(FoldedWord($0)) } }
  }
}

/// What the rows of a table are.
public enum TableKind: String, Sendable, CaseIterable {
  /// One row a ticket.
  case tickets
  /// One row a change of a ticket, with the ticket's fields as they were after it.
  case events
  /// One row a message, with fields of its ticket beside it.
  case conversation
  /// One row a message of a ticket that another table holds.
  case messages
  /// One row a change of one field of a ticket that another table holds.
  case history
  /// One row an answer about a ticket that another table holds: how satisfied its requester was.
  case satisfaction
  /// One row a person, with the side the person is on.
  case people
  /// Nothing that is used.
  case other

  /// What a row is, in words.
  public var words: String {
    switch self {
    case .tickets: "one row a ticket"
    case .events: "one row a change of a ticket"
    case .conversation: "one row a message, with its ticket's fields"
    case .messages: "one row a message"
    case .history: "one row a change of a field"
    case .satisfaction: "one row a satisfaction score"
    case .people: "one row a person"
    case .other: "not used"
    }
  }

  /// Whether tickets are made from its rows, rather than added to.
  public var makesTickets: Bool { self == .tickets || self == .events || self == .conversation }
}
