extension Preset {
  /// OTRS and Znuny: search results as CSV, `;` and quotes around every field.
  ///
  /// Columns as in the default of `AgentTicketSearch###SearchCSVData`; German ones as in its translation.
  static let otrs = Preset(
    name: "OTRS",
    isTried: false,
    marks: [
      ["TicketNumber", "Queue", "Lock"], ["TicketNumber", "ArticleTree"], ["Ticketnummer", "Queue"],
    ],
    names: [
      .id: ["TicketNumber", "Ticketnummer"],
      .openedAt: ["Created", "Erstellt"],
      .closedAt: ["Closed", "Geschlossen"],
      .status: ["State", "Status"],
      .group: ["Queue"],
      .assignee: ["Owner", "Besitzer", "Responsible", "Verantwortlicher"],
      .requester: ["From", "CustomerName", "Von", "CustomerID"],
      .category: ["Service", "Type"],
      .journal: ["ArticleTree", "Artikelbaum"],
    ],
    ignored: ["Age", "Alter", "Lock", "FirstLock", "FirstResponse"])
}
