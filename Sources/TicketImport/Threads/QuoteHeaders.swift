internal import Tickets

/// Finds what a reply quotes, and the lines that introduce it.
///
///     > text   >> text   : text                                quoted lines
///     On 2 March 2026 at 10:00, Ana wrote:                     attribution, on up to four lines
///     -----Original Message-----                               separator; all that follows is quoted
///     From: Ana   Sent: …   To: …   Subject: …                 block of headers, the same
///             Ana Ruiz  03/02/2026 10:00 AM  To: … cc: …       block as Lotus Notes writes it, the same
///
/// After an attribution only what is marked with `>` is quoted, where anything is: what stands between and after
/// it was written by the author. Without any mark all that follows is quoted, as in replies written on top.
enum QuoteHeaders {
  /// Marks quoted lines.
  static func mark(_ text: Span<UInt8>, _ lines: inout [TextLine]) {
    markQuoted(text, &lines)
    markColonQuoted(text, &lines)
    var i = 0
    while i < lines.count {
      let line = lines[i]
      if line.isBlank || line.kind != .body, !isEnclosed(text, line) {
        i += 1
        continue
      }
      if isEnclosed(text, line) {
        markRest(&lines, from: i)
        return
      }
      if let length = attribution(text, lines, at: i) {
        for j in i..<i + length { lines[j].kind = .quote }
        let isMarked = isQuoteNext(lines, after: i + length)
        if !isMarked {
          markRest(&lines, from: i)
          return
        }
        i += length
        continue
      }
      if isWrappedAttribution(text, lines, at: i) {
        lines[i].kind = .quote
        i += 1
        continue
      }
      if let start = headerBlock(text, lines, at: i) {
        markRest(&lines, from: start)
        return
      }
      i += 1
    }
  }

  private static func markRest(_ lines: inout [TextLine], from start: Int) {
    for i in start..<lines.count where lines[i].kind == .body { lines[i].kind = .quote }
  }

  // MARK: Marked lines

  /// Lines that begin with `: ` are quoted too where there are so many of them one after the other.
  private static let shortestColonQuote = 3

  /// Marks runs of lines that begin with a colon, as some programs for mailing lists quote.
  private static func markColonQuoted(_ text: Span<UInt8>, _ lines: inout [TextLine]) {
    func isColonLine(_ line: TextLine) -> Bool {
      !line.isBlank && line.first == line.start && text[line.first] == UInt8(ascii: ":")
        && (line.count == 1 || text[line.first + 1] <= 0x20)
    }
    var i = 0
    while i < lines.count {
      let start = i
      while i < lines.count, isColonLine(lines[i]) { i += 1 }
      if i - start >= shortestColonQuote {
        for j in start..<i { lines[j].kind = .quote }
      }
      i = max(i, start + 1)
    }
  }

  /// Marks lines that begin with `>`, and single lines that a mail program broke off from one.
  private static func markQuoted(_ text: Span<UInt8>, _ lines: inout [TextLine]) {
    var isAny = false
    for i in lines.indices where isQuoted(text, lines[i]) {
      lines[i].kind = .quote
      isAny = true
    }
    if !isAny { return }
    for i in lines.indices.dropFirst() where lines[i - 1].kind == .quote && lines[i].kind == .body {
      if isBrokenOff(text, lines, at: i) { lines[i].kind = .quote }
    }
  }

  /// Whether a line is the rest of the quoted line before it, which a mail program wrapped: that one ends
  /// within a sentence and is long, the more so if this one begins in upper case; or this one is short and alone
  /// between quoted lines.
  private static func isBrokenOff(_ text: Span<UInt8>, _ lines: [TextLine], at i: Int) -> Bool {
    if lines[i].isBlank { return false }
    let before = lines[i - 1]
    let last = text[before.end - 1]
    let goesOn =
      last.isASCIILetter || last.isASCIIDigit || last == UInt8(ascii: ",") || last == UInt8(ascii: "<")
    let isLower = !text[lines[i].first].isASCIIUppercase
    if goesOn, before.count >= (isLower ? 55 : 78) { return true }
    return i + 1 < lines.count && lines[i + 1].kind == .quote && lines[i].count <= 50
  }

  private static func isQuoted(_ text: Span<UInt8>, _ line: TextLine) -> Bool {
    if line.isBlank || line.first - line.start > 4 { return false }
    return text[line.first] == UInt8(ascii: ">") || text.has("&gt;", at: line.first)
  }

  private static func isQuoteNext(_ lines: [TextLine], after start: Int) -> Bool {
    var i = start
    while i < lines.count, i - start < 3, lines[i].isBlank { i += 1 }
    return i < lines.count && lines[i].kind == .quote
  }

  /// `>>> Ana Ruiz <ana@x.org> 2/16/01 10:41 am >>>`, as GroupWise introduces a quote that it does not mark.
  private static func isEnclosed(_ text: Span<UInt8>, _ line: TextLine) -> Bool {
    line.count >= 12 && text.has(">>> ", at: line.first) && text.has(">>>", at: line.end - 3)
  }

  // MARK: Attributions

  /// How many lines from `i` on introduce a quote by who wrote it; `nil` if they don't.
  private static func attribution(_ text: Span<UInt8>, _ lines: [TextLine], at i: Int) -> Int? {
    let hasOpening = opening(text, lines[i])
    var end = i
    // It ends in the first line that closes with a colon or with "wrote".
    while end < lines.count, end - i < 4, !lines[end].isBlank, lines[end].kind == .body {
      let line = lines[end]
      let isClosed = text[line.end - 1] == UInt8(ascii: ":")
      if isClosed || endsWithVerb(text, line) {
        let all = lines[i].first..<line.end
        guard all.count <= 400 else { return nil }
        let hasVerb = verb(text, all)
        let isQuoted = isQuoteNext(lines, after: end + 1)
        if hasOpening, hasVerb, isClosed { return end - i + 1 }
        if isQuoted, hasVerb, hasOpening || end - i < 2 { return end - i + 1 }
        if isQuoted, isClosed, hasOpening || hasAddress(text, all), end - i < 3 { return end - i + 1 }
        return nil
      }
      if !hasOpening && end - i >= 1 { return nil }
      end += 1
    }
    return nil
  }

  /// Whether a line is an attribution whose end a mail program wrapped, and then took for a quoted line:
  ///
  ///     On Wed, 26 Jul 2026 at 9:48, Ana Ruiz <ana@example.org
  ///     > wrote:
  private static func isWrappedAttribution(_ text: Span<UInt8>, _ lines: [TextLine], at i: Int) -> Bool {
    guard i + 1 < lines.count, lines[i + 1].kind == .quote, lines[i + 1].count <= 24,
      text[lines[i + 1].end - 1] == UInt8(ascii: ":"), opening(text, lines[i])
    else { return false }
    return verb(text, lines[i + 1].content)
  }

  /// Whether a line begins as attributions do, and holds a number as their dates do.
  private static func opening(_ text: Span<UInt8>, _ line: TextLine) -> Bool {
    guard line.count >= 8 else { return false }
    let isWord = text.begins(with: openings, at: line.first)
    let isDate = text[line.first].isASCIIDigit && hasAddress(text, line.content)
    guard isWord || isDate else { return false }
    for i in line.content where text[i].isASCIIDigit { return true }
    return false
  }

  private static let openings: PhraseList = [
    "On ", "Am ", "Le ", "El ", "Em ", "Op ", "Il ", "Den ", "W dniu ", "Dne ", "Dnia ", "At ",
  ]

  private static func verb(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    // The verb stands at the end in most languages, but not in all.
    text.contains("wrote", in: range) || text.contains("writes", in: range)
      || text.contains("schrieb", in: range)
      || text.contains("crit", in: range) || text.contains("escribi", in: range)
      || text.contains("escreveu", in: range) || text.contains("ha scritto", in: range)
      || text.contains("schreef", in: range) || text.contains("skrev", in: range)
      || text.contains("napisa", in: range)
      || text.contains("said", in: range)
  }

  private static func endsWithVerb(_ text: Span<UInt8>, _ line: TextLine) -> Bool {
    line.count >= 5 && text.has("wrote", at: line.end - 5)
  }

  private static func hasAddress(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    text.offset(of: UInt8(ascii: "@"), in: range) != nil
  }

  /// The first line after those that introduce a quote at the very start of a text: a separator, header lines, an
  /// attribution; `nil` if nothing but them is there.
  static func endOfIntroduction(_ text: Span<UInt8>, _ lines: [TextLine]) -> Int? {
    var i = 0
    var isIntroduced = false
    while i < lines.count {
      let line = lines[i]
      if line.isBlank || separator(text, line) || isRule(text, line) || HeaderKey(text, line) != nil {
        isIntroduced = isIntroduced || !line.isBlank
        i += 1
        continue
      }
      var copy = lines
      for j in copy.indices where copy[j].kind == .quote { copy[j].kind = .body }
      if let length = attribution(text, copy, at: i) {
        isIntroduced = true
        i += length
        continue
      }
      // Addresses that go on from a header line.
      if isIntroduced, i > 0, !lines[i - 1].isBlank, i + 1 < lines.count, HeaderKey(text, lines[i + 1]) != nil
      {
        i += 1
        continue
      }
      return isIntroduced ? i : nil
    }
    return nil
  }

  // MARK: Separators and blocks

  /// Where a quoted message begins if a line at `i` says so: the line itself, or the ones before it that belong
  /// to the same block. `nil` if nothing begins here.
  private static func headerBlock(_ text: Span<UInt8>, _ lines: [TextLine], at i: Int) -> Int? {
    let line = lines[i]
    switch text[line.first] {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "#"):
      if separator(text, line) { return i }
      // A rule before a block of headers.
      if isRule(text, line), let next = nextLine(lines, after: i), isBlock(text, lines, at: next) { return i }
    case UInt8(ascii: "B"), UInt8(ascii: "b"):
      if text.has("Begin forwarded message:", at: line.first) { return i }
    default: break
    }
    guard let key = HeaderKey(text, line) else { return nil }
    if key == .from || key == .date || key == .subject { return isBlock(text, lines, at: i) ? i : nil }
    if key == .to, isBlock(text, lines, at: i) {
      return notesBlock(text, lines, to: i) ?? (namesSender(text, lines, from: i) ? i : nil)
    }
    return nil
  }

  /// Whether one of the next header lines says who wrote it, or when.
  private static func namesSender(_ text: Span<UInt8>, _ lines: [TextLine], from i: Int) -> Bool {
    for line in lines[i..<min(i + 8, lines.count)] {
      let key = HeaderKey(text, line)
      if key == .from || key == .date { return true }
    }
    return false
  }

  private static func nextLine(_ lines: [TextLine], after i: Int) -> Int? {
    var next = i + 1
    while next < lines.count, next - i < 4, lines[next].isBlank { next += 1 }
    return next < lines.count && !lines[next].isBlank ? next : nil
  }

  /// `-----Original Message-----` and its like in other languages.
  private static func separator(_ text: Span<UInt8>, _ line: TextLine) -> Bool {
    guard line.count >= 12, text[line.first + 1] == text[line.first] else { return false }
    for word in separators where text.contains(word, in: line.content) { return true }
    return false
  }

  private static let separators: [StaticString] = [
    "original message", "forwarded message", "forwarded by", "original appointment", "reply message",
    "sprüngliche nachricht", "ursprungliche nachricht", "weitergeleitete nachricht", "weitergeleitet von",
    "message d'origine", "message original", "message transf", "mensaje original", "mensaje reenviado",
    "attachment follows", "messaggio originale", "messaggio inoltrato", "mensagem original",
    "mensagem encaminhada",
    "oorspronkelijk bericht", "doorgestuurd bericht", "reply separator",
  ]

  /// A line of nothing but `-`, `_`, `=` or `*`.
  static func isRule(_ text: Span<UInt8>, _ line: TextLine) -> Bool {
    guard line.count >= 4 else { return false }
    for i in line.content where text[i] != text[line.first] { return false }
    let byte = text[line.first]
    return byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "=")
      || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "#")
  }

  /// Whether header lines begin at `i`: three different ones, or two with sender or addressee among them and an
  /// address or a date in them, with their continuation lines between.
  private static func isBlock(_ text: Span<UInt8>, _ lines: [TextLine], at i: Int) -> Bool {
    var seen: Set<HeaderKey> = []
    var sinceKey = 0
    var blanks = 0
    var j = i
    while j < lines.count, sinceKey < longestAddressList, blanks < 3 {
      if lines[j].isBlank {
        blanks += 1
      } else if let key = HeaderKey(text, lines[j]) {
        if seen.contains(key), key != .other { break }
        seen.insert(key)
        sinceKey = 0
        blanks = 0
      } else {
        if blanks > 0 && !seen.contains(.to) { break }
        sinceKey += 1
      }
      if seen.subtracting([.other]).count >= 3 { return true }
      j += 1
    }
    return seen.contains(.from) && seen.contains(.to) || seen.contains(.to) && seen.contains(.subject)
  }

  private static let longestAddressList = 40

  /// The start of a block that has the sender and the date on lines without names before `To:`.
  private static func notesBlock(_ text: Span<UInt8>, _ lines: [TextLine], to i: Int) -> Int? {
    var start = i
    var hasDate = false
    var taken = 0
    var j = i - 1
    while j >= 0, i - j <= 8, taken < 4 {
      if lines[j].isBlank {
        if hasDate { break }
        j -= 1
        continue
      }
      if lines[j].kind != .body || lines[j].count > 100 { break }
      let isDate = holdsClock(text, lines[j].content)
      if hasDate, !isDate, lines[j].count > 60,
        text.offset(of: UInt8(ascii: "@"), in: lines[j].content) == nil
      {
        break
      }
      if isDate { hasDate = true }
      start = j
      taken += 1
      j -= 1
    }
    return hasDate ? start : nil
  }

  /// Whether there is a time of day in a line: `10:45 AM`.
  private static func holdsClock(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var i = range.lowerBound + 1
    while i + 2 < range.upperBound {
      if text[i] == UInt8(ascii: ":"), text[i - 1].isASCIIDigit, text[i + 1].isASCIIDigit,
        text[i + 2].isASCIIDigit
      {
        return true
      }
      i += 1
    }
    return false
  }
}

/// The name of a header line of a quoted message.
enum HeaderKey: Hashable {
  case from, to, date, subject, copy, other

  /// Reads the name at the start of a line, which ends in a colon; stars around it (bold in plain text) and a
  /// `>` before it do not count.
  init?(_ text: Span<UInt8>, _ line: TextLine) {
    var i = line.first
    while i < line.end, text[i] == UInt8(ascii: "*") || text[i] == UInt8(ascii: "|") { i += 1 }
    guard i < line.end, text[i].isASCIILetter || text[i] >= 0x80 else { return nil }
    let start = i
    while i < line.end, i - start <= 24, text[i] != UInt8(ascii: ":") { i += 1 }
    guard i < line.end, i > start, text[i] == UInt8(ascii: ":"), i - start <= 24,
      let key = Self.names[FoldedWord(text.extracting(start..<i)).hash]
    else { return nil }
    self = key
  }

  private static let names: [UInt64: HeaderKey] = {
    var names: [UInt64: HeaderKey] = [:]
    let lists: [(HeaderKey, [String])] = [
      (
        .from, ["From", "Von", "De", "Da", "Van", "Från", "Fra", "Od", "Expéditeur", "Absender", "Remitente"]
      ),
      (
        .to,
        ["To", "An", "À", "Para", "Aan", "Till", "Til", "Do", "Destinataire", "Empfänger", "Destinatario"]
      ),
      (
        .date,
        [
          "Sent", "Date", "Gesendet", "Datum", "Envoyé", "Fecha", "Enviado", "Enviado el", "Enviada em",
          "Data",
          "Inviato", "Verzonden", "Skickat", "Sendt", "Date sent", "Sent at", "Gesendet am", "Envoyé le",
        ]
      ),
      (
        .subject,
        ["Subject", "Betreff", "Objet", "Asunto", "Assunto", "Oggetto", "Onderwerp", "Ämne", "Emne", "Temat"]
      ),
      (.copy, ["Cc", "Bcc", "Kopie", "Copie", "Cci", "CCO", "Copia", "Kopia"]),
      (
        .other,
        [
          "Reply-To", "Importance", "Attachments", "Sent by", "Priority", "Wichtigkeit", "Anlagen",
          "Pièces jointes",
          "Datos adjuntos", "Importancia", "Sender", "Organization", "Message-ID",
        ]
      ),
    ]
    for (key, list) in lists { for name in list { names[FoldedWord(name).hash] = key } }
    return names
  }()
}
