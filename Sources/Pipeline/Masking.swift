/// Hides what could point to a person in quoted evidence: e-mail addresses, phone, card and account numbers,
/// secrets, and the names of the people of the ticket.
///
/// Works on bytes, so that it says the same in every locale. What it hides is replaced by a word in brackets;
/// error codes, versions, times and asset tags stay, because the evidence is in them.
public struct Masking: Sendable {
  /// Whether anything is hidden at all.
  public var isOn: Bool

  /// A mask that is on, or off on the user's own wish.
  public init(isOn: Bool = true) { self.isOn = isOn }

  /// A text with everything hidden.
  ///
  /// - Parameter names: names of people to hide, in lower case; parts shorter than three letters are left alone.
  /// - Complexity: O(n × names).
  public func hide(_ text: String, names: [String] = []) -> String {
    guard isOn else { return text }
    let names = Words(names)
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var at = 0
    var secretFollows = false
    while at < bytes.count {
      guard Self.isWord(bytes[at]) || bytes[at] == UInt8(ascii: "+") else {
        out.append(bytes[at])
        // A colon, an equals sign or a quote may stand between "password" and the password.
        at += 1
        continue
      }
      let end = Self.chunkEnd(bytes, at)
      let chunk = bytes[at..<end]
      if Self.isMail(chunk) {
        out += "[e-mail]".utf8
      } else if let number = Self.numberEnd(bytes, at) {
        out += "[number]".utf8
        at = number
        secretFollows = false
        continue
      } else {
        let wordEnd = Self.wordEnd(bytes, at)
        let word = bytes[at..<wordEnd]
        if secretFollows && Self.looksSecret(bytes[at..<end]) {
          out += "[secret]".utf8
          at = end
          secretFollows = false
          continue
        }
        if word.count >= 3 && names.contains(word) {
          out += "[name]".utf8
        } else {
          out += word
        }
        if Self.secretWords.contains(word) {
          secretFollows = true
        } else if secretFollows && !Self.linkingWords.contains(word) {
          secretFollows = false
        }
        at = max(wordEnd, at + 1)
        continue
      }
      at = end
      secretFollows = false
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The parts of people's names that are worth hiding, in lower case: "Ana Duarte (Service Desk)" → ana, duarte.
  public static func parts(ofName name: String) -> [String] {
    var parts: [String] = []
    if name.utf8.allSatisfy({ $0 < 0x80 }) {
      // Most names are ASCII, and characters of any script cost more than all else.
      let end =
        name.utf8.firstIndex { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "@") } ?? name.utf8.endIndex
      for part in name.utf8[..<end].split(whereSeparator: { !isNamePart($0) }) where part.count >= 3 {
        parts.append(String(decoding: part.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self))
      }
      return parts
    }
    for part in name.lowercased().prefix(while: { $0 != "(" && $0 != "@" })
      .split(whereSeparator: { !$0.isLetter && $0 != "-" && $0 != "'" }) where part.utf8.count >= 3
    {
      parts.append(String(part))
    }
    return parts
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
  }

  /// Words in lower case, and what they begin with: most words are told not to be among them by their first letter.
  private struct Words {
    let words: [String]
    private let initials: UInt32

    init(_ words: [String]) {
      self.words = words
      initials = words.reduce(0) { $0 | Self.bit($1.utf8.first ?? 0) }
    }

    /// The same for capitals.
    private static func bit(_ byte: UInt8) -> UInt32 { 1 << UInt32(byte & 31) }

    /// Whether a word, in whatever case, is one of them; without a string made of it, for words of ASCII letters, which
    /// most are.
    func contains(_ word: ArraySlice<UInt8>) -> Bool {
      guard let first = word.first, first >= 0x80 || initials & Self.bit(first) != 0 else { return false }
      guard word.allSatisfy({ $0 < 0x80 }) else {
        return words.contains(String(decoding: word, as: UTF8.self).lowercased())
      }
      return words.contains { other in
        other.utf8.count == word.count
          && zip(other.utf8, word).allSatisfy { $0 == (($1 &- 0x41 < 26) ? $1 | 0x20 : $1) }
      }
    }
  }

  private static let secretWords = Words([
    "password", "passwort", "passphrase", "pin", "passcode", "secret", "token", "kennwort",
  ])
  private static let linkingWords = Words(["is", "was", "are", "now", "ist", "est", "temporary", "new"])

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func wordEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = start
    while end < bytes.count, isWord(bytes[end]) { end += 1 }
    return end
  }

  /// The end of a run without white space and brackets, trailing punctuation left out.
  private static func chunkEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = start
    while end < bytes.count, !endsChunk(bytes[end]) { end += 1 }
    while end > start + 1, isTrailing(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// White space, brackets, double quotes, comma and semicolon, and what begins a character of U+2000 to U+2FFF: curly
  /// quotes, dashes, dots and signs.
  private static func endsChunk(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0xE2: true
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"):
      true
    default: false
    }
  }

  private static func isTrailing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "'"): true
    default: false
    }
  }

  /// What may stand between the digits of a number.
  private static func joinsDigits(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "("),
      UInt8(ascii: ")"):
      true
    default: false
    }
  }

  private static func isMail(_ chunk: ArraySlice<UInt8>) -> Bool {
    guard let sign = chunk.firstIndex(of: UInt8(ascii: "@")), sign > chunk.startIndex else { return false }
    return chunk[(sign + 1)...].dropLast().contains(UInt8(ascii: "."))
  }

  /// The end of a phone, card or account number that starts here: nine digits or more (seven behind a plus
  /// sign), in groups.
  private static func numberEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    let isInternational = bytes[start] == UInt8(ascii: "+")
    guard isInternational || isDigit(bytes[start]) || joinsDigits(bytes[start]) else { return nil }
    if start > 0, isWord(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "-") { return nil }
    var at = isInternational ? start + 1 : start
    var digits = 0
    var end = at
    while at < bytes.count {
      if isDigit(bytes[at]) {
        digits += 1
        at += 1
        end = at
      } else if joinsDigits(bytes[at]), at + 1 < bytes.count, at == end,
        isDigit(bytes[at + 1]) || bytes[at + 1] == UInt8(ascii: "(")
      {
        // A date, a time or a version has other separators between short groups.
        at += 1
        end = at
      } else {
        break
      }
    }
    guard digits >= (isInternational ? 7 : 9), end == bytes.count || !isWord(bytes[end]) else { return nil }
    if bytes[start..<end].lazy.filter({ $0 == UInt8(ascii: ".") }).count == 3 { return nil }
    if isDate(bytes[start..<end]) { return nil }
    return end
  }

  /// "2026-03-01" and what follows it is a time, not a number.
  private static func isDate(_ chunk: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(chunk)
    return bytes.count >= 10 && bytes[4] == UInt8(ascii: "-") && bytes[7] == UInt8(ascii: "-")
  }

  /// Behind "password is", something with a digit or a sign in it is hardly a word.
  private static func looksSecret(_ chunk: ArraySlice<UInt8>) -> Bool {
    chunk.count >= 4 && chunk.contains { !isWord($0) || isDigit($0) }
  }
}
