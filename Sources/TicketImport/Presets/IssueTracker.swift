extension Preset {
  /// Public issue trackers in GitHub's shape: issues, and comments that refer to them by number.
  ///
  /// The author of an issue is its requester; what others are to the project stands in `author_association`
  /// (GitHub REST API, "Author association").
  static let issueTracker = Preset(
    name: "GitHub issues",
    isTried: true,
    marks: [["author_association"]],
    names: [
      .id: ["number"],
      .requester: ["author", "user"],
      .category: ["labels"],
      .messageTicket: ["issue_number"],
    ],
    ignored: ["comments", "state_reason"])
}
