extension KindRecogniser {
  /// `8-4-4-4-12` hexadecimal digits, in braces perhaps.
  func guid(_ at: Int) -> Match? {
    let first = bytes[at] == UInt8(ascii: "{") ? at + 1 : at
    guard first + 36 <= end, isStart(at) else { return nil }
    for i in 0..<36 {
      let byte = bytes[first + i]
      let isHyphen = i == 8 || i == 13 || i == 18 || i == 23
      guard isHyphen ? byte == UInt8(ascii: "-") : ByteSet.hexadecimals.contains(byte) else { return nil }
    }
    if first > at {
      guard first + 36 < end, bytes[first + 36] == UInt8(ascii: "}") else { return nil }
      return Match(end: first + 37, kind: .guid)
    }
    return isEnd(first + 36) ? Match(end: first + 36, kind: .guid) : nil
  }

  /// Codes with digits: `0x80070005`, `ORA-00942`, `INC0012345`, `PROJ-12`, `CN-0XPJWG`, `KB5001234`.
  func numberedCode(_ at: Int) -> Match? {
    guard isStart(at) else { return nil }
    if has("0x", at: at) {
      let last = skip(.hexadecimals, from: at + 2)
      return last > at + 4 && isEnd(last) ? Match(end: last, kind: .errorCode) : nil
    }
    let letters = skip(.capitals, from: at)
    if letters > at + 1, let code = prefixedNumber(at, letters) { return code }
    return partNumber(at)
  }

  /// Capitals, perhaps a hyphen or `#`, then digits.
  private func prefixedNumber(_ at: Int, _ letters: Int) -> Match? {
    var digits = letters
    if digits < end, bytes[digits] == UInt8(ascii: "-") || bytes[digits] == UInt8(ascii: "#") { digits += 1 }
    let last = skip(.digits, from: digits)
    guard last > digits, isEnd(last) || bytes[last] == UInt8(ascii: "N") || bytes[last] == UInt8(ascii: "E")
    else {
      return nil
    }
    // `ABC-12-3` is a part number.
    if last + 1 < end, bytes[last] == UInt8(ascii: "-"), Self.isAlphanumeric(bytes[last + 1]) { return nil }
    let prefix = at..<letters
    if last - digits >= 3, isWord(.errorFamily, prefix) {
      let hasSeverity = last < end && !isEnd(last)
      return Match(end: hasSeverity ? last + 1 : last, kind: .errorCode)
    }
    guard isEnd(last) else { return nil }
    if last - digits >= 3, isWord(.ticketPrefix, prefix) {
      return Match(end: last, kind: .ticketNumber)
    }
    if digits > letters, letters - at <= 10, !isOne(of: Self.standards, prefix) {
      return Match(end: last, kind: .ticketNumber)
    }
    if digits == letters, last - digits >= 3, last - at >= 5 { return Match(end: last, kind: .partNumber) }
    return nil
  }

  /// Capitals and digits mixed, with hyphens perhaps: at least two digits, a letter, four characters.
  private func partNumber(_ at: Int) -> Match? {
    var last = at
    while last < end {
      let next = skip(.capitalsAndDigits, from: last)
      last = next
      guard next + 1 < end, bytes[next] == UInt8(ascii: "-"),
        ByteSet.capitalsAndDigits.contains(bytes[next + 1])
      else { break }
      last = next + 1
    }
    guard isEnd(last), last - at >= 4 else { return nil }
    let digits = (at..<last).count { Self.isDigit(bytes[$0]) }
    let hyphens = (at..<last).count { bytes[$0] == UInt8(ascii: "-") }
    guard digits >= 2, digits + hyphens < last - at else { return nil }
    let prefix = skip(.capitals, from: at)
    guard !isOne(of: Self.standards, at..<prefix) else { return nil }
    return Match(end: last, kind: .partNumber)
  }

  /// `#4711`.
  func hashNumber(_ at: Int) -> Match? {
    let last = skip(.digits, from: at + 1)
    guard last >= at + 3, isEnd(last), isStart(at) else { return nil }
    return Match(end: last, kind: .ticketNumber)
  }

  /// Errors with a name: `ERR_CONNECTION_RESET`, `STATUS_ACCESS_DENIED`, `E_FAIL`; and other constants.
  func errorName(_ at: Int) -> Match? {
    guard features.contains(.underscore), isStart(at), Self.isCapital(bytes[at]) else { return nil }
    let last = skip(.constantBytes, from: at)
    guard last > at + 4, isEnd(last) else { return nil }
    guard (at..<last).contains(where: { bytes[$0] == UInt8(ascii: "_") }) else { return nil }
    let isError =
      has("err", at: at) || has("e_", at: at) || has("status_", at: at) || has("fault_", at: at)
      || hasPart("ERROR", at..<last) || hasPart("FAIL", at..<last) || hasPart("EXCEPTION", at..<last)
      || hasPart("DENIED", at..<last) || hasPart("NOT_FOUND", at..<last)
    return Match(end: last, kind: isError ? .errorCode : .identifier)
  }

  private func hasPart(_ part: StaticString, _ range: Range<Int>) -> Bool {
    let count = part.utf8CodeUnitCount
    guard range.count >= count else { return false }
    return (range.lowerBound...(range.upperBound - count)).contains { start in
      (0..<count).allSatisfy { bytes[start + $0] == part.utf8Start[$0] }
    }
  }

  /// `user_id`, `getName()`, `std::vector`.
  func identifier(_ at: Int) -> Match? {
    guard features.contains(.underscore) || features.contains(.colon), isStart(at) else { return nil }
    var i = at
    var isIdentifier = false
    while i < end {
      let next = skip(.nameBytes, from: i)
      guard next > i else { break }
      if next - i > 2, (i..<next).dropFirst().dropLast().contains(where: { bytes[$0] == UInt8(ascii: "_") }) {
        isIdentifier = true
      }
      i = next
      if has("::", at: i), i + 2 < end, ByteSet.nameBytes.contains(bytes[i + 2]) {
        isIdentifier = true
        i += 2
      } else if i + 1 < end, bytes[i] == UInt8(ascii: "."), ByteSet.letters.contains(bytes[i + 1]),
        isIdentifier
      {
        i += 1
      } else {
        break
      }
    }
    if i > at, has("()", at: i) {
      isIdentifier = true
      i += 2
    }
    guard isIdentifier, (at..<i).contains(where: { ByteSet.alphanumerics.contains(bytes[$0]) }) else {
      return nil
    }
    return Match(end: i, kind: .identifier)
  }

  /// `{name}`, `{{name}}`, `${name}`, `%NAME%`, `<name>`, `[[name]]`.
  func placeholder(_ at: Int) -> Match? {
    guard isStart(at) else { return nil }
    for (open, close) in Self.brackets where has(open, at: at) {
      let name = at + open.utf8CodeUnitCount
      let last = skip(.placeholderBytes, from: name)
      guard last > name, Self.isAlphanumeric(bytes[name]), has(close, at: last) else { continue }
      if bytes[at] == UInt8(ascii: "<"), isOne(of: Self.markupTags, name..<last) { return nil }
      return Match(end: last + close.utf8CodeUnitCount, kind: .placeholder)
    }
    return nil
  }

  /// `:-)`, `;)`, `:(`, `:D`, `<3`, at the start of a chunk.
  func emoticon(_ at: Int) -> Match? {
    guard at == start, features.contains(.face) else { return nil }
    for face in Self.faces where has(face, at: at) {
      let last = at + face.utf8CodeUnitCount
      if last >= end || !Self.isAlphanumeric(bytes[last]) && bytes[last] != UInt8(ascii: "/") {
        return Match(end: last, kind: .emoji)
      }
    }
    return nil
  }

  private static let brackets: [(open: StaticString, close: StaticString)] = [
    ("{{", "}}"), ("${", "}"), ("{", "}"), ("<<", ">>"), ("<", ">"), ("[[", "]]"), ("%", "%"),
  ]
  private static let markupTags: [StaticString] = [
    "a", "b", "i", "u", "p", "br", "hr", "em", "li", "ol", "ul", "td", "tr", "th", "div", "span", "pre",
    "code", "html",
    "body", "head", "table", "strong", "img", "font", "h1", "h2", "h3", "h4", "blockquote", "script", "style",
  ]
  /// Longest first.
  private static let faces: [StaticString] = [
    ":'-(", ":'(", ":-)", ":-(", ":-d", ":-p", ":-/", ":-|", ";-)", "=-)", ":))", ":)", ":(", ":d", ":p",
    ":/", ":|",
    ";)", "=)", "=(", "<3",
  ]
  /// Prefixes of standards and algorithms: `UTF-8`, `SHA-256` are words with a number, not tickets.
  private static let standards: [StaticString] = [
    "utf", "iso", "sha", "aes", "rsa", "usb", "ieee", "din", "rs", "cat", "covid", "mp", "md", "ipv", "win",
    "dec", "jan",
    "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "cve", "ms",
  ]
}
