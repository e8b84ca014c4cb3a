extension Preset {
  /// Bugzilla: the list CSV and `show_bug.cgi?ctype=xml`.
  static let bugzilla = Preset(
    name: "Bugzilla",
    isTried: true,
    marks: [["bug_id", "bug_status"], ["bug_id", "short_desc"]],
    names: [
      .id: ["bug_id"],
      .summary: ["short_desc"],
      .openedAt: ["creation_ts", "opendate"],
      .updatedAt: ["delta_ts", "changeddate"],
      .status: ["bug_status"],
      .category: ["component", "product"],
      .requester: ["reporter@name", "reporter"],
      .assignee: ["assigned_to@name", "assigned_to"],
      .messageID: ["commentid", "comment_count"],
      .messageAuthor: ["who@name", "who"],
      .messageAt: ["bug_when"],
      .messageText: ["thetext"],
      .messageVisibility: ["@isprivate", "isprivate"],
    ],
    tables: ["bug": .tickets, "long_desc": .messages],
    ignored: ["resolution"])
}
