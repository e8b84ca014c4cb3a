/// What an exporter did to text that has to be undone before anybody reads it.
struct TextRepair: OptionSet, Sendable {
  let rawValue: UInt8

  /// The text is HTML.
  static let html = TextRepair(rawValue: 1)
  /// Line breaks are written as the two characters `\n`.
  static let escapedBreaks = TextRepair(rawValue: 2)
  /// Backslashes were replaced by U+FF3C.
  static let backslashes = TextRepair(rawValue: 4)

  /// Parts of the text are HTML between `[code]` and `[/code]`, ServiceNow's way to write rich text in a journal.
  static let codeTags = TextRepair(rawValue: 8)

  /// Appends a text as it was before it was exported.
  ///
  /// - Complexity: O(n); without allocation where there is nothing to do but take out a spreadsheet guard.
  func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    let text = text.extracting(Self.withoutGuard(text))
    let isUntouched =
      isEmpty || self == .codeTags && text.offset(of: "[code]", in: 0..<text.count) == nil
    if isUntouched {
      text.withUnsafeBytes { bytes.append(contentsOf: $0) }
      return
    }
    var copy = text.withUnsafeBytes { [UInt8]($0) }
    if contains(.backslashes) { copy = Self.restoreBackslashes(copy) }
    if contains(.escapedBreaks) { copy = Self.restoreBreaks(copy) }
    if contains(.codeTags) { copy = Self.convertCodeTags(copy) }
    if contains(.html), HTMLText.looksLikeHTML(copy[...]) { copy = HTMLText.text(of: copy) }
    bytes.append(contentsOf: copy)
  }

  /// The text after a quote that was put before it so that a spreadsheet takes it for no formula.
  ///
  /// osTicket and ServiceNow write `'` before `=`, `+`, `-` and `@`; Request Tracker and Bugzilla write a space, which
  /// goes with the other white space around a text.
  private static func withoutGuard(_ text: Span<UInt8>) -> Range<Int> {
    guard text.count >= 2, text[0] == UInt8(ascii: "'") else { return 0..<text.count }
    switch text[1] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): return 1..<text.count
    default: return 0..<text.count
    }
  }

  private static func restoreBackslashes(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var i = 0
    while i < text.count {
      if text[i] == 0xEF, i + 2 < text.count, text[i + 1] == 0xBC, text[i + 2] == 0xBC {
        out.append(UInt8(ascii: "\\"))
        i += 3
      } else {
        out.append(text[i])
        i += 1
      }
    }
    return out
  }

  private static func restoreBreaks(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var i = 0
    while i < text.count {
      guard text[i] == UInt8(ascii: "\\"), i + 1 < text.count else {
        out.append(text[i])
        i += 1
        continue
      }
      switch text[i + 1] {
      case UInt8(ascii: "n"): out.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "r"): break
      case UInt8(ascii: "t"): out.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "\\"): out.append(UInt8(ascii: "\\"))
      default:
        out.append(text[i])
        i += 1
        continue
      }
      i += 2
    }
    return out
  }

  /// Makes text of the HTML between tags; what is no HTML stays as it is, tags and all.
  private static func convertCodeTags(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var start = 0
    while let open = text.span.offset(of: "[code]", in: start..<text.count),
      let close = text.span.offset(of: "[/code]", in: open..<text.count)
    {
      let inside = text[open + 6..<close]
      if HTMLText.looksLikeHTML(inside) {
        out += text[start..<open]
        out += HTMLText.text(of: Array(inside))
      } else {
        out += text[start..<close + 7]
      }
      start = close + 7
    }
    return out + text[start...]
  }
}
