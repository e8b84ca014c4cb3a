extension Preset {
  /// XML as Ruby on Rails writes it (dashed names, `type="datetime"`), of no vendor in particular.
  static let rails = Preset(
    name: "Rails XML",
    isTried: true,
    marks: [["created-on", "status-name"]],
    names: [
      .id: ["number", "id"],
      .systemID: ["id"],
      .openedAt: ["created-at", "created-on"],
      .status: ["status-name", "status"],
      .resolvedAt: ["solved-at", "completed-date"],
      .requester: ["reporter/name", "requester-id", "reporter-id"],
      .requesterID: ["reporter-id", "requester-id"],
      .assignee: ["assigned-to/name", "assignee-id", "assigned-to-id"],
      .assigneeID: ["assigned-to-id", "assignee-id"],
      .messageTicket: ["parent"],
      .messageVisibility: ["private", "is-public"],
      .messageAuthor: ["user-id", "author-id"],
      .messageText: ["body", "value"],
    ])
}
