extension Preset {
  /// Jira: CSV with all fields, and the RSS XML of a search.
  ///
  /// In CSV each comment is a column of its own, `date;account;text`; the people of the issue are given by name and
  /// by account. Headers are in the user's language. Whether a comment is internal is not exported.
  static let jira = Preset(
    name: "Jira",
    isTried: true,
    marks: [
      ["issue key", "issue type"], ["issue id", "affects version/s"], ["issue key", "project key"],
      ["Vorgangsschlüssel", "Vorgangstyp"], ["Clé de ticket", "Type de ticket"],
      ["Clave de incidencia", "Tipo de incidencia"],
    ],
    names: [
      .id: ["issue key", "key", "issue id"],
      .systemID: ["issue id", "key@id"],
      .openedAt: ["created"],
      .resolvedAt: ["resolved"],
      .category: ["component/s", "components", "component", "project name", "project"],
      .kind: ["issue type", "type"],
      .csat: ["satisfaction rating", "satisfaction"],
      .comments: ["comment"],
      .attachments: ["attachment"],
      .requesterID: ["reporter id", "reporter@accountid", "reporter@username"],
      .assigneeID: ["assignee id", "assignee@accountid", "assignee@username"],
      .statusCategory: ["status category", "statuscategory@key"],
      .messageAuthor: ["@author"],
      .messageAt: ["@created"],
      .messageText: ["text()"],
    ],
    tables: ["item": .tickets],
    ignored: ["resolution", "comments", "attachments", "title"])
}
