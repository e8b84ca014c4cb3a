/// Why a row could not be used.
public enum RejectReason: String, Sendable, CaseIterable {
  case noID = "no ticket id"
  case noTicketReference = "no reference to a ticket"
  case unknownTicket = "refers to a ticket that is not in the input"
  case unreadableRow = "can't be read"
}

/// A row that could not be used, with all that is needed to find and mend it.
public struct Reject: Sendable {
  /// Index of the file in the survey.
  public var file: Int
  /// Line of its first byte, from 1; 0 if not known.
  public var line: Int
  /// Offset of its first byte.
  public var offset: Int64
  /// Why.
  public var reason: RejectReason
  /// More about it, for readers: lower case, no full stop; empty if the reason says all.
  public var detail: String
  /// Its fields, separated by tabs, as they were understood.
  public var text: String

  /// A row rejected for a reason.
  public init(file: Int, line: Int, offset: Int64, reason: RejectReason, detail: String = "", text: String) {
    self.file = file
    self.line = line
    self.offset = offset
    self.reason = reason
    self.detail = detail
    self.text = text
  }
}

/// What became of every row, after ``Importer/read(ticketsPerBatch:onReject:_:)``.
///
/// `rowsRead` is the sum of the lines below it: see ``addsUp``.
public struct ImportLedger: Sendable, Equatable {
  /// Rows of all tables, headers not counted.
  public var rowsRead = 0
  /// Rows that became a ticket: the number of tickets handed on.
  public var tickets = 0
  /// Further rows of a ticket: changes in an event log, messages in a conversation.
  public var furtherRows = 0
  /// Rows of a ticket that was seen before, united with it.
  public var duplicateRows = 0
  /// Rows that became a message of a ticket in another table.
  public var messageRows = 0
  /// Rows of messages that were there already.
  public var duplicateMessageRows = 0
  /// Rows of messages without text.
  public var emptyMessageRows = 0
  /// Rows that became a change in a ticket's history.
  public var historyRows = 0
  /// Rows that became a ticket's satisfaction score.
  public var satisfactionRows = 0
  /// Rows that say on which side a person is.
  public var peopleRows = 0
  /// Rows without any value, and rows of tables of which nothing is used.
  public var unusedRows = 0
  /// Rows rejected, by reason.
  public var rejected: [RejectReason: Int] = [:]

  /// Messages handed on, requests and closing texts included.
  public var messages = 0
  /// Messages by how their author's role was told.
  public var roles: [RoleBasis: Int] = [:]
  /// Messages whose time is not known.
  public var undatedMessages = 0
  /// Tickets without any date.
  public var undatedTickets = 0
  /// Values of date columns that could not be read; their tickets are kept.
  public var unreadableDates = 0
  /// Tickets whose state's name is not known.
  public var unknownStates = 0
  /// The names of these states, with how many tickets have each; at most the first hundred names.
  public var unknownStateNames: [String: Int] = [:]

  /// An empty ledger.
  public init() {}

  /// Rows rejected for any reason.
  public var rejectedRows: Int { rejected.values.reduce(0, +) }

  /// Whether every row read is accounted for once.
  public var addsUp: Bool {
    rowsRead == tickets + furtherRows + duplicateRows + messageRows + duplicateMessageRows + emptyMessageRows
      + historyRows + satisfactionRows + peopleRows + unusedRows + rejectedRows
  }
}
