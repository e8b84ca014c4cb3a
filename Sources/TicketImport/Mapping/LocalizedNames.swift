/// Names that columns carry in German, French and Spanish exports; they go after the English ones.
///
/// The labels are those of the tools' own translations as far as real headers showed them (Jira in Spanish, OTRS and
/// GLPI in German and French); the rest is what the words are called in that language.
enum LocalizedNames {
  /// Columns of a table with one row a ticket.
  static let ofTickets: [Field: [String]] = [
    .id: [
      "Ticketnummer", "Ticket-Nr.", "Ticket-ID", "Vorgangsnummer", "Vorgangsschlüssel", "Schlüssel",
      "Störungsnummer",
      "Nummer", "Vorgang",
      "Numéro de ticket", "Clé de ticket", "Numéro d'incident", "ID du ticket", "N° ticket", "Numéro", "Clé",
      "Identifiant",
      "Clave de incidencia", "Número de incidencia", "Número de ticket", "ID de ticket", "Nº de ticket",
      "Número",
      "Clave", "Identificador",
    ],
    .systemID: ["Vorgangs-ID", "ID de incidencia", "ID du ticket"],
    .summary: [
      "Kurzbeschreibung", "Zusammenfassung", "Betreff", "Titel", "Thema",
      "Brève description", "Description courte", "Résumé", "Sujet", "Titre", "Objet",
      "Descripción breve", "Descripción corta", "Resumen", "Asunto", "Título",
    ],
    .description: [
      "Beschreibung", "Detailbeschreibung", "Anliegen", "Description", "Descripción detallada", "Descripción",
    ],
    .openedAt: [
      "Erstellt am", "Erstellt", "Geöffnet am", "Geöffnet", "Eröffnet am", "Eröffnet", "Erstelldatum",
      "Erstellungsdatum",
      "Eröffnungsdatum", "Gemeldet am",
      "Créé le", "Créé", "Créée", "Date de création", "Ouvert le", "Ouvert", "Date d'ouverture", "Création",
      "Creada", "Creado el", "Creado", "Fecha de creación", "Abierta", "Abierto", "Fecha de apertura",
    ],
    .resolvedAt: [
      "Gelöst am", "Gelöst", "Lösungsdatum", "Behoben am", "Erledigt am", "Erledigt",
      "Résolu le", "Résolu", "Résolue", "Date de résolution",
      "Resuelta", "Resuelto el", "Resuelto", "Fecha de resolución", "Solucionado el",
    ],
    .closedAt: [
      "Geschlossen am", "Geschlossen", "Schließdatum", "Abschlussdatum", "Abgeschlossen am",
      "Fermé le", "Fermé", "Clos le", "Clôturé le", "Date de fermeture", "Date de clôture",
      "Cerrada", "Cerrado el", "Cerrado", "Fecha de cierre",
    ],
    .reopenedAt: ["Wiedereröffnet am", "Wiedereröffnet", "Rouvert le", "Reabierto el", "Reabierta el"],
    .reopenCount: [
      "Anzahl Wiedereröffnungen", "Wiedereröffnungen", "Nombre de réouvertures", "Réouvertures",
      "Número de reaperturas",
      "Reaperturas",
    ],
    .updatedAt: [
      "Aktualisiert am", "Aktualisiert", "Letzte Aktualisierung", "Zuletzt aktualisiert", "Letzte Änderung",
      "Geändert am",
      "Geändert",
      "Mis à jour le", "Mis à jour", "Mise à jour", "Dernière mise à jour", "Dernière modification",
      "Modifié le",
      "Actualizada", "Actualizado el", "Actualizado", "Última actualización", "Última modificación",
      "Modificado el",
    ],
    .status: ["Status", "Zustand", "Bearbeitungsstatus", "Statut", "État", "Estado"],
    .statusCategory: ["Statuskategorie", "Catégorie d'état", "Categoría de estado"],
    .priority: [
      "Priorität", "Dringlichkeit", "Schweregrad", "Priorité", "Urgence", "Gravité", "Prioridad", "Urgencia",
    ],
    .category: [
      "Kategorie", "Komponente", "Komponenten", "Dienst", "Produkt", "Catégorie", "Composant", "Service",
      "Produit",
      "Categoría", "Componente", "Componentes", "Servicio", "Producto",
    ],
    .group: [
      "Zuweisungsgruppe", "Bearbeitergruppe", "Gruppe", "Warteschlange", "Abteilung",
      "Zugewiesen an - Technikergruppe",
      "Groupe d'affectation", "Groupe", "Équipe", "File d'attente", "Attribué à - Groupe de techniciens",
      "Grupo de asignación", "Grupo", "Equipo", "Cola", "Departamento",
    ],
    .assignee: [
      "Zugewiesen an", "Zugewiesene Person", "Bearbeiter", "Verantwortlicher", "Zugewiesen", "Besitzer",
      "Zugewiesen an - Techniker",
      "Affecté à", "Assigné à", "Attribué à", "Responsable", "Technicien", "Attribué à - Technicien",
      "Persona asignada", "Asignado a", "Asignado", "Técnico", "Agente",
    ],
    .assigneeID: ["ID de la persona asignada", "ID der zugewiesenen Person"],
    .resolver: ["Gelöst von", "Geschlossen von", "Résolu par", "Fermé par", "Resuelto por", "Cerrado por"],
    .requester: [
      "Anrufer", "Melder", "Anforderer", "Antragsteller", "Anfragender", "Kunde", "Gemeldet von", "Ersteller",
      "Autor",
      "Kundenbenutzer", "Anfragender - Anfragender",
      "Appelant", "Demandeur", "Rapporteur", "Déclarant", "Client", "Auteur", "Demandeur - Demandeur",
      "Informador", "Informante", "Solicitante", "Cliente", "Persona que llama", "Autor",
    ],
    .requesterID: ["ID del informador", "Autor-ID"],
    .channel: [
      "Kontaktart", "Kanal", "Quelle", "Herkunft", "Type de contact", "Canal", "Source", "Origine",
      "Tipo de contacto",
      "Origen", "Fuente",
    ],
    .parent: ["Übergeordnet", "Übergeordneter Vorgang", "Parent", "Principal", "Padre"],
    .reassignments: [
      "Anzahl Neuzuweisungen", "Neuzuweisungen", "Nombre de réaffectations", "Réaffectations",
      "Número de reasignaciones",
      "Reasignaciones",
    ],
    .csat: [
      "Kundenzufriedenheit", "Zufriedenheit", "Zufriedenheitsbewertung", "Satisfaction",
      "Évaluation de la satisfaction",
      "Calificación de satisfacción", "Satisfacción",
    ],
    .resolution: [
      "Abschlussnotizen", "Lösungsnotizen", "Lösungsbeschreibung", "Lösung", "Notes de clôture",
      "Notes de résolution",
      "Solution", "Notas de cierre", "Notas de resolución", "Solución",
    ],
    .journal: [
      "Kommentare und Arbeitsnotizen", "Commentaires et notes de travail", "Comentarios y notas de trabajo",
      "Artikelbaum", "Arbre des articles",
    ],
    .comments: [
      "Zusätzliche Kommentare", "Weitere Kommentare", "Kommentar", "Kommentare",
      "Commentaires supplémentaires",
      "Commentaire", "Commentaires", "Comentarios adicionales", "Comentario", "Comentarios",
    ],
    .workNotes: [
      "Arbeitsnotizen", "Interne Notizen", "Notes de travail", "Notes internes", "Notas de trabajo",
      "Notas internas",
    ],
    .kind: [
      "Vorgangstyp", "Tickettyp", "Typ", "Art", "Type de ticket", "Type de demande", "Type",
      "Tipo de incidencia",
      "Tipo de ticket", "Tipo",
    ],
    .language: ["Sprache", "Langue", "Idioma"],
    .attachments: [
      "Anhang", "Anhänge", "Pièce jointe", "Pièces jointes", "Archivo adjunto", "Archivos adjuntos",
      "Adjunto",
    ],
  ]

  /// Columns of a table with one row a message.
  static let ofMessages: [Field: [String]] = [
    .messageTicket: [
      "Ticketnummer", "Ticket-ID", "Vorgangsnummer", "Numéro de ticket", "ID du ticket", "Número de ticket",
    ],
    .messageAuthor: ["Autor", "Verfasser", "Absender", "Von", "Auteur", "Expéditeur", "De", "Remitente"],
    .messageAt: [
      "Datum", "Erstellt am", "Erstellt", "Zeitpunkt", "Créé le", "Fecha", "Creado el", "Fecha de creación",
    ],
    .messageText: [
      "Nachricht", "Text", "Kommentar", "Inhalt", "Texte", "Commentaire", "Contenu", "Mensaje", "Texto",
      "Comentario",
    ],
    .messageVisibility: [
      "Intern", "Sichtbarkeit", "Öffentlich", "Interne", "Visibilité", "Interno", "Visibilidad", "Público",
    ],
    .messageRole: ["Rolle", "Rôle", "Rol"],
  ]

  /// The localised names of a field in a table of a kind.
  static func names(of field: Field, in kind: TableKind) -> [String] {
    switch kind {
    case .tickets, .events: ofTickets[field] ?? []
    case .messages: ofMessages[field] ?? []
    case .conversation: (ofMessages[field] ?? []) + (ofTickets[field] ?? [])
    case .history, .satisfaction, .people, .other: []
    }
  }
}
