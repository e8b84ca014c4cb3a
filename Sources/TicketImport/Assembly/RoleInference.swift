internal import Tickets

/// By what a message's role was told, from the surest to none.
public enum RoleBasis: String, Sendable, CaseIterable {
  case request = "wrote the request"
  case closingText = "closing text of the ticket"
  case pattern = "fits a pattern you gave"
  case peopleFile = "a people file says so"
  case roleColumn = "a role column says so"
  case machine = "the account of a machine, by its name"
  case ticketRequester = "is the ticket's requester"
  case internalNote = "wrote an internal note"
  case ticketAssignee = "is the ticket's assignee or resolver"
  case association = "belongs to the project"
  case threadStarter = "began the thread"
  case mailDomain = "writes from the desk's mail domain"
  case staffElsewhere = "is staff by other tickets: assigned to them, or wrote internal notes"
  case undecided = "can't be told"
}

/// What is known of one message when its role is asked for.
struct RoleEvidence {
  /// What is known of its author from the whole input.
  var traits: People.Traits = []
  /// Whether there is an author at all.
  var hasAuthor = false
  /// Whether the author is the ticket's requester.
  var isRequester = false
  /// Whether the author is the ticket's assignee, or resolved it.
  var isAssignee = false
  /// Whether the author writes from a mail domain of staff.
  var isOfStaffDomain = false
  /// Who may read it.
  var visibility = Visibility.public
  /// What a people file says.
  var people: Role?
  /// Whether a machine sent it, as the export says.
  var isAutomatic = false
  /// What a role column says.
  var column: Role?
  /// What an association column says.
  var association: Role?

  /// The role, and by what it was told.
  ///
  /// Where nothing speaks for a side the role is `unknown`: that is counted, never guessed.
  var role: (Role, RoleBasis) {
    if traits.contains(.staffPattern) { return (.staff, .pattern) }
    if traits.contains(.requesterPattern) { return (.requester, .pattern) }
    if let people { return (people, .peopleFile) }
    if isAutomatic { return (.system, .machine) }
    if let column { return (column, .roleColumn) }
    if traits.contains(.system) { return (.system, .machine) }
    // Internal notes can only be written by staff, also on tickets that they opened themselves.
    if visibility == .internal { return (.staff, .internalNote) }
    if isRequester { return (.requester, .ticketRequester) }
    if isAssignee { return (.staff, .ticketAssignee) }
    if let association { return (association, .association) }
    if traits.contains(.namedStaff) || traits.contains(.noteWriter) { return (.staff, .staffElsewhere) }
    if traits.contains(.assignee) && !traits.contains(.requester) { return (.staff, .staffElsewhere) }
    if isOfStaffDomain { return (.staff, .mailDomain) }
    return (.unknown, .undecided)
  }
}

/// Words in columns that say on which side an author is.
enum RoleWords {
  /// The side that a role column names; `nil` where it says nothing certain ("others").
  static func role(_ word: Span<UInt8>) -> Role? { roles[FoldedWord(word).hash] }

  /// The side of somebody who is this to an issue tracker's project; `nil` for outsiders, who may be on either.
  static func association(_ word: Span<UInt8>) -> Role? { associations[FoldedWord(word).hash] }

  /// What a column says about who may read a message.
  ///
  /// - Parameter trueMeansPublic: whether the column is one like `public`, not one like `is_private`.
  static func visibility(_ word: Span<UInt8>, trueMeansPublic: Bool) -> Visibility? {
    let hash = FoldedWord(word).hash
    if yes.contains(hash) { return trueMeansPublic ? .public : .internal }
    if no.contains(hash) { return trueMeansPublic ? .internal : .public }
    return visibilities[hash]
  }

  /// Whether a word says yes.
  static func isTrue(_ word: Span<UInt8>) -> Bool { !word.isEmpty && yes.contains(FoldedWord(word).hash) }

  private static let roles: [UInt64: Role] = table([
    .requester: [
      "reporter", "requester", "requestor", "customer", "client", "end user", "enduser", "caller", "contact",
      "external", "guest", "true",  // `incoming` is true for what came from outside
    ],
    .staff: [
      "assignee", "agent", "staff", "support", "technician", "admin", "operator", "employee", "owner",
      "internal",
      "helpdesk", "support agent", "engineer", "false",
    ],
    .system: ["system", "bot", "automation", "robot", "trigger", "automatic"],
  ])
  private static let associations: [UInt64: Role] = table([
    .staff: ["owner", "member", "collaborator", "contributor"]
  ])
  private static let visibilities: [UInt64: Visibility] = table([
    .public: [
      "public", "comments", "comment", "external", "customer visible", "reply", "public reply", "email",
    ],
    .internal: [
      "internal", "private", "work notes", "work note", "note", "notes", "internal note", "private note",
      "agent only",
    ],
  ])
  private static let yes: Set<UInt64> = Set(
    ["1", "true", "yes", "y", "t", "ja", "oui", "si"].map { FoldedWord($0).hash })
  private static let no: Set<UInt64> = Set(
    ["0", "false", "no", "n", "f", "nein", "non"].map { FoldedWord($0).hash })

  private static func table<Value>(_ words: [Value: [String]]) -> [UInt64: Value] {
    var table: [UInt64: Value] = [:]
    for (value, names) in words { for name in names { table[FoldedWord(name).hash] = value } }
    return table
  }
}
