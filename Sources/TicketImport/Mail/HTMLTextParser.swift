/// One pass over an HTML document that hands its text to a writer.
struct HTMLTextParser {
  /// What an open element does until it is closed.
  private enum Effect {
    case none, quote, hidden, preformatted
    case list(wasOrdered: Bool, oldNumber: Int)
    case link(url: ArraySlice<UInt8>, start: Int)
  }

  private struct Open {
    var name: HTMLElement.Name
    var effect: Effect
    /// For a quote whether a block quote within it is the same quote: Gmail wraps one in the other.
    var isWrapper = false
  }

  /// Elements nested deeper are not followed any more; their text is kept.
  private static let depthLimit = 256

  private let html: [UInt8]
  private let lastClose: Int
  private var at = 0
  private var open: [Open] = []
  private var hiddenDepth = 0
  private var writer = HTMLTextWriter()

  init(_ html: [UInt8]) {
    self.html = html
    lastClose = html.lastIndex(of: UInt8(ascii: ">")) ?? -1
  }

  /// The text of the document.
  mutating func run() -> [UInt8] {
    while at < html.count {
      switch html[at] {
      case UInt8(ascii: "<"): readMarkup()
      case UInt8(ascii: "&"): readEntity()
      default:
        let end = html[at...].firstIndex { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") } ?? html.count
        if hiddenDepth == 0 { writer.write(html[at..<end]) }
        at = end
      }
    }
    close(downTo: 0)
    return writer.text
  }

  private mutating func readEntity() {
    let entity = HTMLEntity.decode(html[at...])
    at += entity?.length ?? 1
    if hiddenDepth == 0 { writer.write(entity?.scalar ?? "&") }
  }

  private mutating func readMarkup() {
    let next = at + 1 < html.count ? html[at + 1] : 0
    if next == UInt8(ascii: "!") && html[(at + 1)...].starts(with: "!--".utf8) {
      at = end(of: "-->", from: at + 4)
    } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
      at = end(of: ">", from: at + 1)
    } else if let tag = HTMLTag(html, at: at, lastClose: lastClose) {
      at = tag.end
      if tag.isClosing { end(tag) } else { start(tag) }
    } else {
      if hiddenDepth == 0 { writer.write("<") }
      at += 1
    }
  }

  /// The index after the next occurrence of `mark`, or the end.
  private func end(of mark: StaticString, from start: Int) -> Int {
    mark.withUTF8Buffer { mark in
      var from = min(start, html.count)
      while let found = html[from...].firstIndex(of: mark[0]) {
        if html[found...].starts(with: mark) { return found + mark.count }
        from = found + 1
      }
      return html.count
    }
  }

  // MARK: - Tags

  private mutating func start(_ tag: HTMLTag) {
    switch tag.element {
    case .lineBreak: writer.breakLine()
    case .rule: if hiddenDepth == 0 { writer.rule() }
    case .paragraph: writer.startParagraph()
    case .line: writer.startLine()
    case .division, .span: startBox(tag)
    case .cell: writer.startCell()
    case .item: writer.startItem()
    case .orderedList, .unorderedList:
      let old = writer.startList(isOrdered: tag.element == .orderedList)
      push(tag, .list(wasOrdered: old.isOrdered, oldNumber: old.number))
    case .quote: startQuote(tag)
    case .preformatted:
      if hiddenDepth == 0 { writer.startPreformatted() }
      push(tag, .preformatted)
      if at < html.count && html[at] == UInt8(ascii: "\n") { at += 1 }  // it belongs to the tag
    case .link: push(tag, .link(url: tag["href"] ?? [], start: writer.count))
    case .body: close(HTMLElement.head)  // which is often not closed
    case .rawText: skipRawText(tag)
    case .hidden: if !tag.isSelfClosing { push(tag, .hidden) }
    case .inline, .unknown: break
    }
  }

  /// A `div` or `span`, which its attributes may make a quote, or hidden.
  private mutating func startBox(_ tag: HTMLTag) {
    if tag.element == .division { writer.startLine() }
    if tag.isSelfClosing { return }
    if let style = tag["style"], ASCII.contains(style, "display:none") { return push(tag, .hidden) }
    let isQuote =
      tag["class"].map { classes in Self.quoteClasses.contains { ASCII.contains(classes, $0) } } ?? false
    push(tag, isQuote ? .quote : .none, isWrapper: isQuote)
  }

  /// What Gmail, Yahoo and Proton Mail wrap quoted messages in.
  private static let quoteClasses: [StaticString] = ["gmail_quote", "yahoo_quoted", "protonmail_quote"]

  private mutating func startQuote(_ tag: HTMLTag) {
    writer.startLine()
    // Gmail indents with block quotes too, and says that they have no border.
    let isIndent = tag["style"].map { ASCII.contains($0, "border:none") } ?? false
    let quote = open.lastIndex { if case .quote = $0.effect { true } else { false } }
    let isWrapped = quote.map { open[$0].isWrapper } ?? false
    if let quote, isWrapped { open[quote].isWrapper = false }
    push(tag, isIndent || isWrapped ? .none : .quote)
  }

  private mutating func end(_ tag: HTMLTag) {
    switch tag.element {
    case .lineBreak: writer.breakLine()  // as browsers have it
    case .paragraph: writer.startParagraph()
    case .line, .item, .body: writer.startLine()
    case .division, .quote:
      writer.startLine()
      close(tag.name)
    case .span, .orderedList, .unorderedList, .preformatted, .link, .hidden: close(tag.name)
    case .rule, .cell, .rawText, .inline, .unknown: break
    }
  }

  private mutating func skipRawText(_ tag: HTMLTag) {
    while true {
      at = end(of: "</", from: at)
      if at == html.count { return }
      if HTMLElement.name(html[at...].prefix(tag.nameLength)) == tag.name {
        at = end(of: ">", from: at)
        return
      }
    }
  }

  // MARK: - Open elements

  private mutating func push(_ tag: HTMLTag, _ effect: Effect, isWrapper: Bool = false) {
    guard open.count < Self.depthLimit else {
      if case .list(let wasOrdered, let oldNumber) = effect {
        writer.endList(wasOrdered: wasOrdered, oldNumber: oldNumber)
      }
      if case .preformatted = effect, hiddenDepth == 0 { writer.endPreformatted() }
      return
    }
    open.append(Open(name: tag.name, effect: effect, isWrapper: isWrapper))
    switch effect {
    case .quote: writer.quoteDepth += 1
    case .hidden: hiddenDepth += 1
    case .none, .preformatted, .list, .link: break
    }
  }

  /// Closes the innermost open element of that name and what is open in it.
  private mutating func close(_ name: HTMLElement.Name) {
    if let index = open.lastIndex(where: { $0.name == name }) { close(downTo: index) }
  }

  private mutating func close(downTo count: Int) {
    while open.count > count, let element = open.popLast() {
      switch element.effect {
      case .none: break
      case .quote:
        writer.startLine()
        writer.quoteDepth -= 1
      case .hidden: hiddenDepth -= 1
      case .preformatted: if hiddenDepth == 0 { writer.endPreformatted() }
      case .list(let wasOrdered, let oldNumber): writer.endList(wasOrdered: wasOrdered, oldNumber: oldNumber)
      case .link(let url, let start): if hiddenDepth == 0 { writer.endLink(to: url, from: start) }
      }
    }
  }
}
