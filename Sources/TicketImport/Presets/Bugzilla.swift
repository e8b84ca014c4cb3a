extension Preset {
  /// Bugzilla: the list CSV and `show_bug.cgi?ctype=xml`.
  ///
  /// The CSV has U+FF3C for every backslash, and a space before values that a spreadsheet would take for formulas
  /// (Bugzilla/Template.pm, filter csv). The first comment of a bug is its description.
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
      .requesterID: ["reporter"],
      .assigneeID: ["assigned_to"],
      .messageID: ["commentid", "comment_count"],
      .messageAuthor: ["who@name", "who"],
      .messageAt: ["bug_when"],
      .messageText: ["thetext"],
      .messageVisibility: ["@isprivate", "isprivate"],
    ],
    tables: ["bug": .tickets, "long_desc": .messages],
    ignored: ["resolution", "version"],
    replacesBackslash: true)
}
