internal import Tickets

/// What the names of states mean, in English, German, French, Spanish, Portuguese, Italian and Dutch.
///
/// A name is looked up whole, then by the words in it, so that "Closed (no response)" and "4 - In Arbeit" are
/// known too. What is not known is `unknown`, and is reported, never guessed.
enum StatusWords {
  /// The meaning of a state's name. - Complexity: O(n), without allocation; cached by callers that ask per row.
  static func category(_ name: Span<UInt8>) -> StatusCategory {
    if let known = whole[FoldedWord(name).hash] { return known }
    // The strongest word wins: "Closed - Cancelled" is cancelled, "Reopened after resolution" is open.
    var best: StatusCategory = .unknown
    var i = 0
    while i < name.count {
      let start = i
      while i < name.count, name[i].isASCIILetter || name[i] >= 0x80 { i += 1 }
      if i > start, let known = single[FoldedWord(name.extracting(start..<i)).hash],
        strength(known) > strength(best) || isReopening(name.extracting(start..<i))
      {
        best = known
        if isReopening(name.extracting(start..<i)) { return .open }
      }
      i = max(i, start + 1)
    }
    return best
  }

  private static func strength(_ category: StatusCategory) -> Int {
    switch category {
    case .unknown: 0
    case .open: 1
    case .resolved: 2
    case .closed: 3
    case .cancelled: 4
    }
  }

  /// Whether a state's name says that the ticket was done once: "Reopened". - Complexity: O(n).
  static func saysReopened(_ name: Span<UInt8>) -> Bool {
    var i = 0
    while i < name.count {
      let start = i
      while i < name.count, name[i].isASCIILetter || name[i] >= 0x80 { i += 1 }
      if i > start, isReopening(name.extracting(start..<i)) { return true }
      i = max(i, start + 1)
    }
    return false
  }

  private static func isReopening(_ word: Span<UInt8>) -> Bool {
    reopening.contains(FoldedWord(word).hash)
  }

  private static let reopening: Set<UInt64> = Set(
    [
      "reopened", "reopen", "wiedereröffnet", "wiedergeöffnet", "rouvert", "reabierto", "reabierta",
      "reaberto",
      "riaperto", "heropend", "unresolved", "unsolved",
    ].map { FoldedWord($0).hash })

  /// Single words that decide wherever they stand in a name.
  private static let single = table([
    .open: """
    new open opened reopened reopen active progress assigned unassigned pending hold awaiting waiting working \
    started todo backlog test testing review reviewing blocked deferred triage accepted acknowledged investigating investigation escalated unresolved \
    unsolved unconfirmed confirmed \
    neu offen eröffnet wiedereröffnet wiedergeöffnet bearbeitung wartend wartet warten angehalten zugewiesen \
    nouveau nouvelle ouvert ouverte rouvert cours attente assigné affecté suspendu \
    nuevo nueva abierto abierta reabierto reabierta curso progreso espera pendiente asignado \
    novo aberto aberta reaberto andamento aguardando pendente atribuído \
    nuovo aperto aperta riaperto corso attesa assegnato \
    nieuw geopend heropend behandeling wacht wachten toegewezen
    """,
    .resolved: """
    resolved solved fixed done completed complete answered implemented fulfilled \
    gelöst behoben erledigt fertig abgeschlossen \
    résolu résolue terminé terminée traité \
    resuelto resuelta solucionado solucionada hecho finalizado finalizada completado \
    resolvido resolvida solucionada concluído concluída risolto risolta completato opgelost afgerond
    """,
    .closed: """
    closed verified archived \
    geschlossen geschloßen \
    fermé fermée clos close clôturé clôturée \
    cerrado cerrada fechado fechada encerrado chiuso chiusa gesloten
    """,
    .cancelled: """
    cancelled canceled withdrawn rejected declined duplicate merged invalid spam deleted removed wontfix void \
    abgebrochen storniert abgelehnt zurückgezogen verworfen zusammengeführt \
    annulé annulée rejeté rejetée abandonné fusionné \
    cancelado cancelada anulado rechazado rechazada rejeitado annullato rifiutato geannuleerd afgewezen
    """,
  ])

  /// Names that only mean something as a whole.
  private static let whole = table(
    [
      .open: [
        "in progress", "work in progress", "wip", "on hold", "to do", "selected for development", "in review",
        "waiting for support", "waiting for customer", "waiting for approval", "awaiting user info",
        "awaiting problem", "awaiting vendor", "awaiting evidence", "user updated", "pending customer",
        "stalled",
        "awaiting reply", "pending reminder", "pending auto close+", "pending auto close-", "in bearbeitung",
        "en cours", "en attente", "en curso", "en espera", "in behandeling", "needinfo", "in_progress",
        "patch available", "ready for test", "indeterminate",
        "planned", "processing (assigned)", "processing (planned)", "in attesa", "em andamento",
      ],
      .resolved: ["resolved - awaiting confirmation", "pending close", "ready for closure", "won't fix"],
      .closed: ["closed complete", "closed incomplete", "closed successful", "closed unsuccessful"],
      .cancelled: ["closed skipped", "won't do", "not a bug", "no longer needed"],
    ])

  private static func table(_ words: [StatusCategory: String]) -> [UInt64: StatusCategory] {
    table(words.mapValues { $0.split(whereSeparator: \.isWhitespace).map(String.init) })
  }

  private static func table(_ words: [StatusCategory: [String]]) -> [UInt64: StatusCategory] {
    var table: [UInt64: StatusCategory] = [:]
    for (category, names) in words {
      for name in names { table[FoldedWord(name).hash] = category }
    }
    return table
  }
}
