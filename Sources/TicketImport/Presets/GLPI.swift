extension Preset {
  /// GLPI's search results as CSV: `;` unless the user chose otherwise, CRLF, labels in the user's language.
  ///
  /// Labels as in GLPI's src/Ticket.php and CommonITILObject.php, search options.
  static let glpi = Preset(
    name: "GLPI",
    isTried: false,
    marks: [
      ["ID", "Title", "Requester - Requester"], ["ID", "Titre", "Demandeur - Demandeur"],
      ["ID", "Titel", "Anfragender - Anfragender"], ["ID", "Title", "Assigned to - Technician"],
      ["ID", "Titre", "Attribué à - Technicien"],
    ],
    names: [
      .id: ["ID"],
      .summary: ["Title", "Titre", "Titel"],
      .openedAt: ["Opening date", "Date d'ouverture", "Eröffnungsdatum"],
      .resolvedAt: ["Resolution date", "Date de résolution", "Lösungsdatum"],
      .closedAt: ["Closing date", "Date de clôture", "Abschlussdatum"],
      .updatedAt: ["Last update", "Dernière modification", "Letzte Änderung"],
      .requester: ["Requester - Requester", "Demandeur - Demandeur", "Anfragender - Anfragender"],
      .assignee: ["Assigned to - Technician", "Attribué à - Technicien", "Zugewiesen an - Techniker"],
      .group: [
        "Assigned to - Technician group", "Attribué à - Groupe de techniciens",
        "Zugewiesen an - Technikergruppe",
      ],
      .resolution: ["Solution - Solution", "Solution", "Lösung"],
      .comments: ["Followups - Description", "Suivis - Description"],
    ])
}
