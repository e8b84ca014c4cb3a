internal import Tickets

/// Finds signatures: what stands under a message and says who its author is.
///
///     -- ↵ …                               the delimiter of RFC 3676, 4.3; also without its space
///     Best regards, ↵ Ana ↵ Phone …        after a closing and a name, lines with contact details
///     (blank) ↵ Ana Ruiz ↵ Example Ltd ↵ Phone … ↵ ana@…   a last paragraph of short lines, of which two give them
///
/// The closing and the name themselves stay in the body: they are part of what the author says to the reader.
enum Signatures {
  /// Marks the signature, if there is one, above the quote (or at the end).
  static func mark(_ text: Span<UInt8>, _ lines: inout [TextLine]) {
    markFooters(text, &lines)
    if markDelimited(text, &lines) { return }
    guard let end = endOfBody(lines) else { return }
    if let start = afterClosing(text, lines, end) ?? lastParagraph(text, lines, end) {
      for i in start..<end where lines[i].kind == .body { lines[i].kind = .signature }
    }
  }

  /// Longest signature that is believed, in lines with text.
  private static let longest = 16

  /// A rule and a few short lines with a link under it, at the very end: what a mail service adds.
  private static func markFooters(_ text: Span<UInt8>, _ lines: inout [TextLine]) {
    guard var end = lines.lastIndex(where: { !$0.isBlank }), lines[end].kind == .body else { return }
    end += 1
    var start = end - 1
    var hasLink = false
    while start >= 0, end - start <= 6, lines[start].kind == .body {
      if lines[start].isBlank || lines[start].count > 120 { break }
      if lines[start].count >= 20, QuoteHeaders.isRule(text, lines[start]) {
        if hasLink, lines[..<start].contains(where: { !$0.isBlank }) {
          for i in start..<end { lines[i].kind = .notice }
        }
        return
      }
      if text.contains("http", in: lines[start].content) || text.contains("www.", in: lines[start].content) {
        hasLink = true
      }
      start -= 1
    }
  }

  /// Everything after a delimiter, up to a quote.
  private static func markDelimited(_ text: Span<UInt8>, _ lines: inout [TextLine]) -> Bool {
    var isFound = false
    var i = 0
    while i < lines.count {
      guard lines[i].kind == .body, isDelimiter(text, lines[i]) else {
        i += 1
        continue
      }
      var end = i + 1
      var filled = 0
      while end < lines.count, lines[end].kind == .body || lines[end].kind == .disclaimer {
        if !lines[end].isBlank { filled += 1 }
        end += 1
      }
      if filled <= longest {
        for j in i..<end where lines[j].kind == .body { lines[j].kind = .signature }
        isFound = true
      }
      i = end
    }
    return isFound
  }

  private static func isDelimiter(_ text: Span<UInt8>, _ line: TextLine) -> Bool {
    line.count == 2 && text.has("--", at: line.first) && line.first == line.start
  }

  /// The end of the first stretch of body: the line after its last one with text.
  private static func endOfBody(_ lines: [TextLine]) -> Int? {
    var end: Int?
    for i in lines.indices {
      if lines[i].kind == .quote || lines[i].kind == .disclaimer { break }
      if lines[i].kind == .body, !lines[i].isBlank { end = i + 1 }
    }
    return end
  }

  /// The line after a closing and a name, if there are contact details after it.
  private static func afterClosing(_ text: Span<UInt8>, _ lines: [TextLine], _ end: Int) -> Int? {
    var filled = 0
    var i = end - 1
    while i >= 0, filled < longest, lines[i].kind == .body {
      if !lines[i].isBlank {
        filled += 1
        if lines[i].count > 90 { return nil }
        if isClosing(text, lines[i]) {
          // The name is the next line with text.
          var next = i + 1
          while next < end, lines[next].isBlank { next += 1 }
          next += 1
          while next < end, lines[next].isBlank { next += 1 }
          guard next < end, contactLines(text, lines, next, end) >= 1,
            !lines[next..<end].contains(where: { isWriting(text, $0) })
          else { return nil }
          return next
        }
      }
      i -= 1
    }
    return nil
  }

  /// The last paragraph, if it is short lines with contact details in two of them.
  private static func lastParagraph(_ text: Span<UInt8>, _ lines: [TextLine], _ end: Int) -> Int? {
    var start = end
    while start > 0, !lines[start - 1].isBlank, lines[start - 1].kind == .body, end - start < longest {
      if lines[start - 1].count > 70 { return nil }
      start -= 1
    }
    // All of the message is no signature.
    guard start > 0, end - start >= 3, lines[..<start].contains(where: { !$0.isBlank && $0.kind == .body })
    else {
      return nil
    }
    return contactLines(text, lines, start, end) >= 2 ? start : nil
  }

  /// Whether a line is too much of a sentence for a signature: long without a link, or a postscript.
  private static func isWriting(_ text: Span<UInt8>, _ line: TextLine) -> Bool {
    if text.has("PS", at: line.first) || text.has("P.S", at: line.first) { return true }
    return line.count > 68 && !text.contains("http", in: line.content)
  }

  private static func contactLines(_ text: Span<UInt8>, _ lines: [TextLine], _ start: Int, _ end: Int) -> Int
  {
    lines[start..<end].count { isContact(text, $0) }
  }

  /// A telephone number, an address of any kind, a link.
  private static func isContact(_ text: Span<UInt8>, _ line: TextLine) -> Bool {
    guard line.count >= 5, line.count <= 100 else { return false }
    var digits = 0
    var letters = 0
    var dots = 0
    var hasAt = false
    for i in line.content {
      let byte = text[i]
      if byte.isASCIIDigit {
        digits += 1
      } else if byte.isASCIILetter {
        letters += 1
      } else if byte == UInt8(ascii: ".") {
        dots += 1
      } else if byte == UInt8(ascii: "@") {
        hasAt = true
      }
    }
    if digits >= 7, letters <= 24 { return true }
    if hasAt, dots > 0, line.count <= 60, letters > 5 { return true }
    if dots > 0, text.contains("http", in: line.content) || text.contains("www.", in: line.content) {
      return true
    }
    guard digits >= 4 else { return false }
    return text.contains("tel", in: line.content) || text.contains("phone", in: line.content)
      || text.contains("fax", in: line.content) || text.contains("mobile", in: line.content)
  }

  /// "Kind regards," and its like.
  private static func isClosing(_ text: Span<UInt8>, _ line: TextLine) -> Bool {
    guard line.count >= 4, line.count <= 50 else { return false }
    return text.begins(with: closings, at: line.first)
  }

  private static let closings: PhraseList = [
    "regards", "kind regards", "best regards", "warm regards", "many thanks", "thanks", "thank you", "best",
    "cheers",
    "sincerely", "yours", "cordially", "respectfully", "with kind", "with best", "mit freundlich",
    "freundliche gr",
    "viele gr", "beste gr", "liebe gr", "gru\u{df}", "mfg", "cordialement", "bien \u{e0} vous", "salutations",
    "bien cordialement", "saludos", "un saludo", "atentamente", "cordiali saluti", "atenciosamente",
    "met vriendelijke",
    "groeten",
  ]
}
