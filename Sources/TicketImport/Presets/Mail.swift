extension Preset {
  /// Mailboxes: a thread is a ticket, its first message the request.
  static let mail = Preset(
    name: "Mail",
    isTried: true,
    names: [
      .id: ["thread"],
      .summary: ["subject"],
      .attachments: ["attachment-count"],
      .messageID: ["message-id"],
      .messageAuthor: ["from"],
      .messageTo: ["to"],
      .messageAt: ["date"],
      .messageText: ["text"],
      .messageAutomatic: ["automatic"],
    ],
    tables: ["mail": .conversation],
    ignored: ["from@name", "in-reply-to", "references", "attachments", "date", "from"])

  /// Outlook's CSV of a mail folder: neither a date nor a thread. Threads are made by subject, in the file's order.
  ///
  /// Columns as a web exporter reproduces Outlook's own header.
  static let outlook = Preset(
    name: "Outlook",
    isTried: false,
    marks: [["Subject", "Body", "From: (Address)"]],
    names: [
      .id: ["thread"],
      .summary: ["Subject"],
      .messageAuthor: ["From: (Address)", "From: (Name)"],
      .messageTo: ["To: (Address)"],
      .messageText: ["Body"],
      .priority: ["Importance"],
      .category: ["Categories"],
    ],
    tables: ["outlook": .conversation])
}
