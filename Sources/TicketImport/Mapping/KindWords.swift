internal import Tickets

/// What kinds of ticket are called.
enum KindWords {
  /// The kind that a name means; `nil` if it says nothing of the sort ("Task").
  static func kind(_ name: Span<UInt8>) -> TicketKind? {
    if let known = whole[FoldedWord(name).hash] { return known }
    var i = 0
    while i < name.count {
      let start = i
      while i < name.count, name[i].isASCIILetter || name[i] >= 0x80 { i += 1 }
      if i > start, let known = single[FoldedWord(name.extracting(start..<i)).hash] { return known }
      i = max(i, start + 1)
    }
    return nil
  }

  /// The kind that an id's prefix means, as ServiceNow numbers its tables (`CHG0000012`); `nil` if it says nothing.
  static func kind(ofID id: Span<UInt8>) -> TicketKind? {
    var letters = 0
    while letters < id.count, id[letters].isASCIILetter { letters += 1 }
    guard letters >= 2, letters <= 6, letters < id.count, id[letters].isASCIIDigit else { return nil }
    return prefixes[FoldedWord(id.extracting(0..<letters)).hash]
  }

  private static let prefixes: [UInt64: TicketKind] = table([
    .change: ["CHG", "RFC"], .request: ["REQ", "RITM", "SCTASK", "SR"], .incident: ["INC", "PRB"],
    .security: ["SIR"],
  ])

  private static let whole: [UInt64: TicketKind] = table([
    .request: [
      "service request", "sc_task", "sc_req_item", "sc_request", "service request with approvals",
      "new feature",
    ],
    .change: ["change request", "change_request"],
    .security: ["security incident"],
    .outage: ["major incident"],
  ])
  private static let single: [UInt64: TicketKind] = table([
    .security: ["security", "phishing", "vulnerability", "sicherheit", "sécurité", "seguridad"],
    .outage: ["outage", "ausfall", "panne"],
    .change: ["change", "rfc", "änderung", "changement", "cambio"],
    .request: [
      "request", "question", "access", "onboarding", "anfrage", "anforderung", "demande", "solicitud",
      "petición",
    ],
    .incident: [
      "incident", "bug", "problem", "fault", "defect", "störung", "vorfall", "incidencia", "incidente",
      "fehler",
    ],
  ])

  private static func table(_ words: [TicketKind: [String]]) -> [UInt64: TicketKind] {
    var table: [UInt64: TicketKind] = [:]
    for (kind, names) in words { for name in names { table[FoldedWord(name).hash] = kind } }
    return table
  }
}

/// Satisfaction as tools export it.
enum SatisfactionWords {
  /// A score as given, if it is a number; 5 and 1 for the words of a two-way question; `nil` for no answer.
  static func score(_ value: Span<UInt8>) -> Double? {
    if value.isMissing { return nil }
    if let number = value.decimalNumber { return number }
    return words[FoldedWord(value).hash]
  }

  /// Zendesk asks "good or bad" (Zendesk documentation, satisfaction ratings: offered, unoffered, good, bad).
  private static let words: [UInt64: Double] = {
    var words: [UInt64: Double] = [:]
    for name in [
      "good", "good with comment", "happy", "satisfied", "extremely happy", "gut", "bien", "bueno",
    ] {
      words[FoldedWord(name).hash] = 5
    }
    for name in [
      "bad", "bad with comment", "unhappy", "dissatisfied", "extremely unhappy", "schlecht", "mauvais",
      "malo",
    ] {
      words[FoldedWord(name).hash] = 1
    }
    return words
  }()
}
