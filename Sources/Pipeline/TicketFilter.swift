public import Tickets

/// Which tickets to look at: `--since`, `--until`, `--where`.
public struct TicketFilter: Sendable {
  /// A column that tickets can be chosen by.
  public enum Field: String, Sendable, CaseIterable {
    case group, category, priority, assignee, channel, kind, status
  }

  /// One wish of the form `field=value`.
  public struct Condition: Sendable {
    /// The column.
    public var field: Field
    /// Its value, compared without regard to case.
    public var value: String

    /// Reads `group=Network`; `nil` if it is not of that form or the column is not known.
    public init?(_ text: String) {
      guard let sign = text.firstIndex(of: "="),
        let field = Field(rawValue: text[..<sign].lowercased())
      else { return nil }
      self.field = field
      value = text[text.index(after: sign)...].lowercased()
    }
  }

  /// Opened at this moment or later.
  public var since: Timestamp?
  /// Opened before this moment.
  public var until: Timestamp?
  /// Conditions of which all must hold; of several on one column, any.
  public var conditions: [Condition]

  /// A filter that lets everything pass unless told otherwise.
  public init(since: Timestamp? = nil, until: Timestamp? = nil, conditions: [Condition] = []) {
    self.since = since
    self.until = until
    self.conditions = conditions
  }

  /// Whether a ticket passes. One without an opening time does not pass a limit of time.
  func passes(_ ticket: Ticket, in batch: TicketBatch) -> Bool {
    if let since { guard let at = ticket.openedAt, at >= since else { return false } }
    if let until { guard let at = ticket.openedAt, at < until else { return false } }
    if conditions.isEmpty { return true }
    for field in Field.allCases {
      let wishes = conditions.filter { $0.field == field }
      if wishes.isEmpty { continue }
      let value = Self.value(of: field, ticket, batch).lowercased()
      guard wishes.contains(where: { $0.value == value }) else { return false }
    }
    return true
  }

  private static func value(of field: Field, _ ticket: Ticket, _ batch: TicketBatch) -> String {
    switch field {
    case .group: batch.string(ticket.group)
    case .category: batch.string(ticket.category)
    case .priority: batch.string(ticket.priority)
    case .assignee: batch.string(ticket.assignee)
    case .channel: batch.string(ticket.channel)
    case .kind: ticket.kind.name
    case .status: batch.string(ticket.statusName)
    }
  }
}
