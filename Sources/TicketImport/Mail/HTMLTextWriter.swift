/// Puts down text as a browser would lay it out: space collapsed, lines and paragraphs apart.
///
/// Line ends and space are only remembered when they come, and written before the next character that shows: what
/// leads to the end of the text or of a line leaves no trace.
struct HTMLTextWriter {
  /// How many quotes the text is in.
  var quoteDepth = 0
  /// How many lists it is in.
  private(set) var listDepth = 0

  private var out: [UInt8] = []
  /// Line ends to come, two for a paragraph; and whether there is a space, or a tab between cells.
  private var breaks = 0
  private var space: UInt8?
  private var lastQuoteDepth = 0
  private var preformattedDepth = 0
  private var isOrdered = false
  private var number = 0
  private var hasMarker = false

  /// Number of bytes written so far.
  var count: Int { out.count }

  // MARK: - Lines

  mutating func startLine() { breaks = max(breaks, 1) }
  mutating func startParagraph() { breaks = max(breaks, 2) }
  mutating func breakLine() { breaks = min(breaks + 1, 2) }

  mutating func startCell() { if breaks == 0 { space = UInt8(ascii: "\t") } }

  mutating func startItem() {
    startLine()
    number += 1
    hasMarker = true
  }

  /// Starts a list and returns what has to be known to go on with the one around it.
  mutating func startList(isOrdered: Bool) -> (isOrdered: Bool, number: Int) {
    let old = (self.isOrdered, number)
    startLine()
    listDepth += 1
    self.isOrdered = isOrdered
    number = 0
    return old
  }

  mutating func endList(wasOrdered: Bool, oldNumber: Int) {
    startLine()
    listDepth -= 1
    isOrdered = wasOrdered
    number = oldNumber
    hasMarker = false
  }

  mutating func startPreformatted() {
    startLine()
    write("```")
    startLine()
    preformattedDepth += 1
  }

  mutating func endPreformatted() {
    preformattedDepth -= 1
    startLine()
    write("```")
    startLine()
  }

  // MARK: - Text

  mutating func write(_ text: StaticString) {
    text.withUTF8Buffer {
      for byte in $0 { show(byte) }
    }
  }

  mutating func write(_ text: ArraySlice<UInt8>) {
    if preformattedDepth > 0 { return writePreformatted(text) }
    var at = text.startIndex
    while at < text.endIndex {
      let byte = text[at]
      if ASCII.isSpace(byte) {
        if space == nil { space = UInt8(ascii: " ") }
        at += 1
      } else if byte == 0xC2 && at + 1 < text.endIndex && text[at + 1] == 0xA0 {  // no-break space
        if space == nil { space = UInt8(ascii: " ") }
        at += 2
      } else if byte == 0 {
        at += 1
      } else {
        startShowing()
        // A word at once.
        let end = text[at...].firstIndex { ASCII.isSpace($0) || $0 == 0xC2 || $0 == 0 } ?? text.endIndex
        out.append(contentsOf: text[at..<max(end, at + 1)])
        at = max(end, at + 1)
      }
    }
  }

  private mutating func writePreformatted(_ text: ArraySlice<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\n"): breaks += 1
      case UInt8(ascii: "\r"), 0: break
      default: show(byte)
      }
    }
  }

  /// Adds the address of a link whose text began at `start`, unless the text says it already.
  mutating func endLink(to url: [UInt8], from start: Int) {
    let url = ASCII.trimmed(url[...])
    guard start <= out.count, url.count < 2000 else { return }
    let label = ASCII.lowercased(ASCII.trimmed(out[start...]))
    var address = ASCII.lowercased(url)
    guard !label.isEmpty, let scheme = Self.schemes.first(where: { address.hasPrefix($0) }) else { return }
    address.removeFirst(scheme.count)
    if scheme == "mailto:" { address = String(address.prefix { $0 != "?" }) }
    // What stands before the text on its line may be in the label too: hence suffixes.
    let bare = address.hasSuffix("/") ? String(address.dropLast()) : address
    if label.hasSuffix(address) || label.hasSuffix(bare) { return }
    out.append(contentsOf: " (".utf8)
    out.append(contentsOf: url)
    out.append(UInt8(ascii: ")"))
  }

  private static let schemes = ["https://", "http://", "mailto:", "ftp://", "tel:"]

  /// The text, and nothing after it.
  mutating func finish() -> [UInt8] { out }

  private mutating func show(_ byte: UInt8) {
    startShowing()
    out.append(byte)
  }

  /// Writes what was remembered.
  private mutating func startShowing() {
    if out.isEmpty || breaks > 0 {
      if !out.isEmpty {
        for i in 0..<breaks {
          out.append(UInt8(ascii: "\n"))
          // A blank line between two lines of a quote belongs to the quote.
          if i + 1 < breaks { quote(min(lastQuoteDepth, quoteDepth), isBlank: true) }
        }
      }
      quote(quoteDepth, isBlank: false)
      lastQuoteDepth = quoteDepth
      breaks = 0
      space = nil
      if hasMarker { startMarkedItem() }
    } else if let byte = space {
      out.append(byte)
      space = nil
    }
  }

  private mutating func startMarkedItem() {
    hasMarker = false
    out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * max(0, min(listDepth, 10) - 1)))
    out.append(contentsOf: isOrdered ? "\(number). ".utf8 : "- ".utf8)
  }

  private mutating func quote(_ depth: Int, isBlank: Bool) {
    if depth == 0 { return }
    out.append(contentsOf: repeatElement(UInt8(ascii: ">"), count: min(depth, 20)))
    if !isBlank { out.append(UInt8(ascii: " ")) }
  }
}
