internal import Tickets

/// Finds text that nobody wrote for this message: automatic answers, notices of ticket systems, disclaimers.
///
/// Each is known by how its first line begins; no line is searched through that does not begin so.
enum Boilerplate {
  /// Marks the lines of boilerplate among those that are still body.
  static func mark(_ text: Span<UInt8>, _ lines: inout [TextLine]) {
    guard let first = lines.firstIndex(where: { !$0.isBlank }) else { return }
    if text.begins(with: autoReplies, at: lines[first].first) {
      for i in lines.indices where lines[i].kind == .body { lines[i].kind = .autoReply }
      return
    }
    for i in lines.indices where lines[i].kind == .body && lines[i].count >= 12 {
      let start = words(text, lines[i])
      if isReplyLine(text, lines[i]) {
        lines[i].kind = .notice
        for j in lines.indices.suffix(from: i + 1) where lines[j].kind == .body { lines[j].kind = .quote }
        return
      }
      switch text[start] | 0x20 {
      case UInt8(ascii: "a")...UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "n"), UInt8(ascii: "p"),
        UInt8(ascii: "t"), UInt8(ascii: "y"):
        if text.begins(with: disclaimerOpenings, at: start) {
          markParagraph(&lines, from: i, as: .disclaimer) { isDisclaimer(text, $0) }
        } else if text.begins(with: notices, at: start) {
          markParagraph(&lines, from: i, as: .notice) { $0.count <= 600 }
        }
      default: break
      }
    }
  }

  /// Marks the rest of a paragraph, if its bytes are what they seem.
  private static func markParagraph(
    _ lines: inout [TextLine], from start: Int, as kind: ZoneKind, if isIt: (Range<Int>) -> Bool
  ) {
    var end = start
    while end < lines.count, !lines[end].isBlank, lines[end].kind == .body { end += 1 }
    guard end > start, isIt(lines[start].first..<lines[end - 1].end) else { return }
    for i in start..<end { lines[i].kind = kind }
  }

  /// Where a line's words begin, after stars, dashes and the like.
  private static func words(_ text: Span<UInt8>, _ line: TextLine) -> Int {
    var i = line.first
    while i < line.end - 1, !text[i].isASCIILetter, text[i] < 0x80 { i += 1 }
    return i
  }

  // MARK: Automatic answers

  /// How automatic answers begin.
  private static let autoReplies: PhraseList = [
    "I am out of the office", "I am out of office", "I'm out of the office", "I am currently out of",
    "Out of office",
    "I will be out of the office", "I'm currently out of", "I am away from the office",
    "I am on annual leave",
    "I am on vacation", "Automatic reply", "Auto-reply", "Autoreply", "Thank you for your message. I am out",
    "Thank you for your email. I am out", "Abwesenheitsnotiz", "Automatische Antwort", "Ich bin nicht im B",
    "Ich bin derzeit nicht im", "Ich bin zurzeit nicht im", "Ich bin im Urlaub", "Je suis absent",
    "Je suis actuellement absent", "Fuera de la oficina", "Respuesta autom", "Estoy fuera de la oficina",
    "Actualmente estoy fuera",
  ]

  // MARK: Ticket systems

  /// "Please type your reply above this line": what stands below it is the thread so far.
  private static func isReplyLine(_ text: Span<UInt8>, _ line: TextLine) -> Bool {
    guard line.count >= 16, line.count <= 160 else { return false }
    var end = line.end
    while end > line.first, !text[end - 1].isASCIILetter { end -= 1 }
    let range = line.first..<end
    if text.has("line", at: end - 4) { return text.contains("above this line", in: range) }
    if text.has("zeile", at: end - 5) || text.has("linie", at: end - 5) {
      return text.contains("oberhalb", in: range)
    }
    if text.has("ligne", at: end - 5) { return text.contains("dessus de cette", in: range) }
    if text.has("nea", at: end - 3) { return text.contains("encima de esta", in: range) }
    return false
  }

  /// How notices begin that ticket systems write into messages.
  private static let notices: PhraseList = [
    "this is an automated", "this is an automatically", "this is an automatic ", "this is an auto-generated",
    "this message was sent automatically", "this message was generated automatically",
    "this message was automatically", "this email was sent automatically", "this email was automatically",
    "this message was sent from an unmonitored", "this email is a service from",
    "please do not reply to this",
    "please do not respond to this", "do not reply to this", "do not respond to this",
    "dies ist eine automatisch",
    "diese nachricht wurde automatisch", "diese e-mail wurde automatisch",
    "bitte antworten sie nicht auf diese",
    "ceci est un message automatique", "merci de ne pas r", "ne pas r\u{e9}pondre \u{e0} ce",
    "este es un mensaje autom",
    "no responda a este", "por favor, no responda", "your request has been received and",
  ]

  // MARK: Disclaimers

  /// A paragraph that speaks of confidence, of the wrong recipient and the like, three times in all.
  private static func isDisclaimer(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 80 else { return false }
    var hits = 0
    for word in disclaimerWords where text.contains(word, in: range) {
      hits += 1
      if hits >= 3 { return true }
    }
    return false
  }

  private static let disclaimerOpenings: PhraseList = [
    "this e-mail", "this email", "this message", "this transmission", "this communication", "the information",
    "the contents of this", "the content of this", "confiden", "notice", "disclaimer", "important",
    "privileged",
    "if you are not the intended", "if you have received this", "any unauthori", "e-mail confidentiality",
    "diese e-mail",
    "diese nachricht", "der inhalt dieser", "ce message", "ce courriel", "cet e-mail", "este mensaje",
    "este correo",
    "la informaci", "esta mensagem", "il presente messaggio", "dit bericht", "deze e-mail",
  ]

  private static let disclaimerWords: [StaticString] = [
    "confiden", "intended", "recipient", "privileged", "addressee", "in error", "disclos", "unauthori",
    "notify the sender", "delete", "this e-mail", "this email", "this message", "copying", "distribution",
    "legally",
    "virus", "vertraulich", "irrt", "absender", "diese e-mail", "unbefugt", "destinataire", "par erreur",
    "ce message",
    "destinatario", "este mensaje", "por error", "este correo", "vertrouwelijk", "geadresseerde", "riservat",
  ]
}
