extension Preset {
  /// osTicket's ticket list as CSV; it holds no texts.
  ///
  /// Columns as in osTicket's own include/class.export.php and class.queue.php. The file begins with a byte order
  /// mark, has `;` where the browser's locale has a decimal comma, and puts a `'` before values that a spreadsheet
  /// would take for formulas.
  static let osTicket = Preset(
    name: "osTicket",
    isTried: false,
    marks: [
      ["Ticket Number", "Help Topic"], ["Ticket Number", "Current Status"],
      ["Ticket Number", "Reopen Count"],
    ],
    names: [
      .id: ["Ticket Number"],
      .openedAt: ["Date Created"],
      .updatedAt: ["Last Updated"],
      .closedAt: ["Closed Date"],
      .status: ["Current Status"],
      .requester: ["From", "User", "From Email"],
      .requesterID: ["From Email"],
      .assignee: ["Agent Assigned"],
      .group: ["Team Assigned", "Department"],
      .category: ["Help Topic"],
      .attachments: ["Attachment Count"],
    ],
    ignored: ["Merged", "Linked"])
}
