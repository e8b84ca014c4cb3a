/// Puts down text as a browser would lay it out: space collapsed, lines and paragraphs apart.
///
/// Line ends and space are only remembered when they come, and written before the next character that shows: what
/// leads to the end of the text or of a line leaves no trace.
struct HTMLTextWriter {
  /// How many quotes the text is in.
  var quoteDepth = 0
  /// How many lists it is in.
  private var listDepth = 0

  private var out: [UInt8] = []
  /// Line ends to come, two for a paragraph; and whether there is a space, or a tab between cells.
  private var breaks = 0
  private var space: UInt8?
  private var lastQuoteDepth = 0
  private var preformattedDepth = 0
  private var isOrdered = false
  private var number = 0
  private var hasMarker = false

  /// What was written so far: at the end of the document, its text.
  var text: [UInt8] { out }
  /// Number of bytes written so far.
  var count: Int { out.count }

  // MARK: - Lines

  mutating func startLine() { breaks = max(breaks, 1) }
  mutating func startParagraph() { breaks = max(breaks, 2) }
  mutating func breakLine() { breaks = min(breaks + 1, 2) }

  mutating func rule() {
    startLine()
    mark("---")
    startLine()
  }

  mutating func startCell() { if breaks == 0 { space = UInt8(ascii: "\t") } }

  mutating func startItem() {
    startLine()
    number += 1
    hasMarker = true
  }

  /// Starts a list and returns what has to be known to go on with the one around it.
  mutating func startList(isOrdered: Bool) -> (isOrdered: Bool, number: Int) {
    let old = (self.isOrdered, number)
    if listDepth == 0 { startParagraph() } else { startLine() }
    listDepth += 1
    self.isOrdered = isOrdered
    number = 0
    return old
  }

  mutating func endList(wasOrdered: Bool, oldNumber: Int) {
    listDepth -= 1
    if listDepth == 0 { startParagraph() } else { startLine() }
    isOrdered = wasOrdered
    number = oldNumber
    hasMarker = false
  }

  mutating func startPreformatted() {
    startLine()
    mark("```")
    startLine()
    preformattedDepth += 1
  }

  mutating func endPreformatted() {
    preformattedDepth -= 1
    startLine()
    mark("```")
    startLine()
  }

  // MARK: - Text

  mutating func write(_ scalar: Unicode.Scalar) {
    if scalar.value <= 0x20 || (scalar == "\u{A0}" && preformattedDepth == 0) {
      write([scalar.value <= 0x20 ? UInt8(scalar.value) : UInt8(ascii: " ")])
    } else {
      startShowing()
      out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
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
  ///
  /// - Parameter url: the address as the attribute has it.
  mutating func endLink(to url: ArraySlice<UInt8>, from start: Int) {
    guard start < out.count, url.count < 2000 else { return }
    let url = ASCII.trimmed(HTMLEntity.decoded(url)[...])
    guard let scheme = Self.schemes.first(where: { ASCII.equal(url.prefix($0.utf8CodeUnitCount), $0) }) else {
      return
    }
    var address = url.dropFirst(scheme.utf8CodeUnitCount)
    if ASCII.equal(url.prefix(7), "mailto:") { address = address.prefix { $0 != UInt8(ascii: "?") } }
    if address.last == UInt8(ascii: "/") { address = address.dropLast() }
    if ends(in: address, from: start) { return }
    out.append(contentsOf: " (".utf8)
    out.append(contentsOf: url)
    out.append(UInt8(ascii: ")"))
  }

  /// Whether what was written from `start` on ends in an address. It may begin with more than the link's text: the
  /// line end and the marks before that.
  ///
  /// A function of its own, so that no slice of the text lives on while the text is added to, which would copy it.
  private func ends(in address: ArraySlice<UInt8>, from start: Int) -> Bool {
    let label = ASCII.trimmed(out[start...])
    return ASCII.ends(label, in: address)
      || (label.last == UInt8(ascii: "/") && ASCII.ends(label.dropLast(), in: address))
  }

  private static let schemes: [StaticString] = ["https://", "http://", "mailto:", "ftp://", "tel:"]

  private mutating func mark(_ text: StaticString) {
    startShowing()
    text.withUTF8Buffer { out.append(contentsOf: $0) }
  }

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
