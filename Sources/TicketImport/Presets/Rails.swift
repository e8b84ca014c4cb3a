extension Preset {
  /// XML as Ruby on Rails writes it (dashed names, `type="datetime"`): Freshdesk, older Zendesk, Assembla.
  static let rails = Preset(
    name: "Rails XML",
    isTried: true,
    marks: [["created-on", "status-name"]],
    names: [
      .id: ["display-id", "nice-id", "number", "id"],
      .systemID: ["id"],
      .openedAt: ["created-at", "created-on"],
      .status: ["status-name", "status"],
      .resolvedAt: ["solved-at", "completed-date"],
      .requester: ["requester-id", "reporter/name", "reporter-id"],
      .assignee: ["responder-id", "assignee-id", "assigned-to/name", "assigned-to-id"],
      .messageTicket: ["parent"],
      .messageVisibility: ["private", "is-public"],
      .messageAuthor: ["user-id", "author-id"],
      .messageText: ["body", "value"],
    ],
    tables: ["helpdesk-ticket": .tickets, "helpdesk-note": .messages])
}
