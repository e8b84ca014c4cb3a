internal import Tickets

extension Preset {
  /// Zendesk: the views' CSV (no texts in it) and the older XML export with its comments.
  ///
  /// Columns as two independent exporters reproduce Zendesk's own header.
  static let zendesk = Preset(
    name: "Zendesk",
    isTried: false,
    marks: [
      ["Id", "Requester", "Group stations"], ["Id", "Requester", "Solved at"], ["Summation column", "Id"],
      ["Id", "Submitter", "Satisfaction Score"], ["nice-id", "subject"],
    ],
    names: [
      .id: ["Id", "nice-id"],
      .summary: ["Subject"],
      .openedAt: ["Created at"],
      .resolvedAt: ["Solved at", "solved-at"],
      .updatedAt: ["Updated at"],
      .requester: ["Requester", "requester-id"],
      .requesterID: ["Requester id", "requester-id"],
      .assignee: ["Assignee", "assignee-id"],
      .assigneeID: ["assignee-id"],
      .group: ["Group", "group-id"],
      .channel: ["Via", "via-id"],
      .kind: ["Ticket type"],
      .status: ["Status", "status-id"],
      .reopenCount: ["Reopens"],
      .reassignments: ["Assignee stations"],
      .csat: ["Satisfaction Score"],
      .category: ["Tags"],
      .messageTicket: ["parent"],
      .messageText: ["value", "body", "plain-body"],
      .messageVisibility: ["is-public", "public"],
      .messageAuthor: ["author-id"],
    ],
    statusNumbers: [0: .open, 1: .open, 2: .open, 3: .resolved, 4: .closed, 6: .open])
}
