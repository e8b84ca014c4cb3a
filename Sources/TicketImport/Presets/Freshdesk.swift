internal import Tickets

extension Preset {
  /// Freshdesk and Freshservice: the ticket list as CSV, and the account export's `TicketsN.xml`.
  ///
  /// Columns as in the lists of several importers; state numbers as in the API's documentation
  /// (developer.freshdesk.com, "Ticket attributes").
  static let freshdesk = Preset(
    name: "Freshdesk",
    isTried: false,
    marks: [
      ["Ticket ID", "Agent", "Resolution status"], ["Ticket ID", "Created time", "Agent interactions"],
      ["Ticket ID", "Requester Name", "Resolved Time"], ["Ticket ID", "Created time", "Resolved time"],
    ],
    names: [
      .id: ["Ticket ID", "display-id"],
      .summary: ["Subject"],
      .openedAt: ["Created time", "created-at"],
      .resolvedAt: ["Resolved time", "ticket-states/resolved-at", "stats/resolved-at"],
      .closedAt: ["Closed time", "ticket-states/closed-at", "stats/closed-at"],
      .reopenedAt: ["stats/reopened-at"],
      .updatedAt: ["Last update time", "Last updated time", "updated-at"],
      .requester: ["Full name", "Requester Name", "requester-name", "Email", "requester-id"],
      .requesterID: ["Contact ID", "requester-id"],
      .assignee: ["Agent", "responder-name", "responder-id"],
      .assigneeID: ["responder-id"],
      .csat: ["Survey results"],
      .kind: ["Type", "ticket-type"],
      .category: ["Category", "Product", "Tags"],
      .messageTicket: ["parent"],
      .messageText: ["body", "body-html"],
      .messageVisibility: ["private"],
      .messageRole: ["incoming"],
      .messageAuthor: ["user-id"],
    ],
    tables: ["helpdesk-ticket": .tickets, "helpdesk-note": .messages],
    statusNumbers: [2: .open, 3: .open, 4: .resolved, 5: .closed, 6: .open, 7: .open])
}
