extension Preset {
  /// Jira: CSV with all fields, and the RSS XML of a search.
  static let jira = Preset(
    name: "Jira",
    isTried: true,
    marks: [["issue key", "issue type"], ["issue id", "affects version/s"], ["issue key", "project key"]],
    names: [
      .id: ["issue key", "key", "issue id"],
      .systemID: ["issue id", "key@id"],
      .openedAt: ["created"],
      .resolvedAt: ["resolved"],
      .category: ["component/s", "components", "project name", "project"],
      .kind: ["issue type", "type"],
      .csat: ["satisfaction rating"],
      .comments: ["comment"],
      .attachments: ["attachment"],
    ],
    ignored: ["resolution"])
}
