extension Preset {
  /// Request Tracker's search results as a spreadsheet: tabs, every text on one line.
  ///
  /// Columns as in its default search format (Request Tracker 5.0.3, share/html/Elements/TSVExport and
  /// Search/Results.tsv). Values that a spreadsheet would take for formulas have a space before them.
  static let requestTracker = Preset(
    name: "Request Tracker",
    isTried: false,
    marks: [
      ["id", "Subject", "QueueName", "Requestors"], ["id", "Subject", "Queue", "Requestors"],
      ["id", "Subject", "Status", "LastUpdatedRelative"],
    ],
    names: [
      .id: ["id"],
      .openedAt: ["Created", "CreatedRelative"],
      .resolvedAt: ["Resolved"],
      .updatedAt: ["LastUpdated"],
      .requester: ["Requestors"],
      .assignee: ["OwnerName", "Owner"],
      .group: ["QueueName", "Queue"],
    ],
    ignored: ["Told", "Started", "Starts"])
}
