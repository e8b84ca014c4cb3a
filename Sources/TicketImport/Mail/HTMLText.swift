/// Makes plain text of HTML, as mail programs and ticket tools write it.
///
/// Lines break where a browser would break them, and what HTML says by looks is said as Markdown does:
///
///     <p>Dear Ana,</p><p>see <a href="https://x.org/vpn">the page</a>:</p><ul><li>stop<li>start</ul>
///     <blockquote>It <b>still</b> fails</blockquote>
///
///     Dear Ana,
///
///     see the page (https://x.org/vpn):
///
///     - stop
///     - start
///     > It still fails
///
/// Preformatted text stands between lines of three backquotes. Scripts, styles, comments, pictures and what is not
/// displayed are left out. Any input gives some text: this is not a validating parser, and it builds no tree.
public enum HTMLText {
  /// The text of a document or of a piece of one.
  ///
  /// - Parameter html: UTF-8.
  /// - Returns: UTF-8 with `\n` at line ends and none at the end.
  /// - Complexity: O(n).
  public static func text(of html: [UInt8]) -> [UInt8] {
    var parser = HTMLTextParser(html)
    return parser.run()
  }

  /// Whether text looks like HTML: it has a closing tag, or one of those that stand alone.
  public static func looksLikeHTML(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(open + 1)...]
      let name = rest.prefix(12).prefix { $0 != UInt8(ascii: ">") && !ASCII.isSpace($0) }
      if alone.contains(ASCII.lowercased(name)) { return true }
      if name.first == UInt8(ascii: "/"), HTMLTextParser.knows(ASCII.lowercased(name.dropFirst())),
        name.endIndex < rest.endIndex
      {
        return true
      }
    }
    return false
  }

  private static let alone: Set = ["br", "br/", "hr", "hr/", "!doctype"]
}

/// One pass over a document.
struct HTMLTextParser {
  /// What an open element does until it is closed.
  private enum Effect {
    case none, quote, hidden, preformatted
    case list(wasOrdered: Bool, oldNumber: Int)
    case link(url: [UInt8], start: Int)
  }

  private struct Open {
    var name: String
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

  mutating func run() -> [UInt8] {
    while at < html.count {
      switch html[at] {
      case UInt8(ascii: "<"): readMarkup()
      case UInt8(ascii: "&"): readEntity()
      default:
        let end =
          html[at...].firstIndex { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") } ?? html.count
        if hiddenDepth == 0 { writer.write(html[at..<end]) }
        at = end
      }
    }
    close(downTo: 0)
    return writer.finish()
  }

  private mutating func readEntity() {
    let entity = HTMLEntity.decode(html[at...])
    at += entity?.length ?? 1
    if hiddenDepth == 0 { writer.write((entity?.text ?? [UInt8(ascii: "&")])[...]) }
  }

  private mutating func readMarkup() {
    let rest = html[(at + 1)...]
    guard let first = rest.first else {
      at = html.count
      return writer.write("<")
    }
    if rest.starts(with: "!--".utf8) {
      at = end(of: "-->", from: at + 4)
    } else if first == UInt8(ascii: "!") || first == UInt8(ascii: "?") {
      at = end(of: ">", from: at + 1)
    } else if let tag = HTMLTag(html, at: at, lastClose: lastClose) {
      at = tag.end
      if tag.isClosing { close(tag) } else { start(tag) }
    } else {
      if hiddenDepth == 0 { writer.write("<") }
      at += 1
    }
  }

  /// The index after the next occurrence of `mark`, or the end.
  private func end(of mark: String, from start: Int) -> Int {
    let mark = Array(mark.utf8)
    var from = min(start, html.count)
    while let found = html[from...].firstIndex(of: mark[0]) {
      if html[found...].starts(with: mark) { return found + mark.count }
      from = found + 1
    }
    return html.count
  }

  // MARK: - Tags

  private static let rawText: Set = ["script", "style", "title", "xmp", "noembed", "noframes", "iframe"]
  private static let hidden: Set = ["head", "template", "svg", "math", "object", "select", "datalist"]
  private static let lines: Set = [
    "address", "article", "aside", "body", "caption", "center", "dd", "details", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "header", "html", "legend", "main", "nav", "section",
    "summary", "table", "tbody", "tfoot", "thead", "tr",
  ]
  private static let paragraphs: Set = ["p", "h1", "h2", "h3", "h4", "h5", "h6"]
  private static let others: Set = [
    "a", "b", "blockquote", "code", "div", "em", "font", "i", "li", "ol", "pre", "span", "strong", "td", "th",
    "u", "ul",
  ]

  /// Whether an element of that name is one that text may be made with.
  static func knows(_ name: String) -> Bool {
    lines.contains(name) || paragraphs.contains(name) || others.contains(name)
  }

  private mutating func start(_ tag: HTMLTag) {
    switch tag.name {
    case "br": writer.breakLine()
    case "hr":
      writer.startLine()
      writer.write("---")
      writer.startLine()
    case "p", "h1", "h2", "h3", "h4", "h5", "h6": writer.startParagraph()
    case "div", "span": startBox(tag)
    case "td", "th": writer.startCell()
    case "li": writer.startItem()
    case "ol", "ul":
      if writer.listDepth == 0 { writer.startParagraph() }
      let old = writer.startList(isOrdered: tag.name == "ol")
      push(tag.name, .list(wasOrdered: old.isOrdered, oldNumber: old.number))
    case "blockquote": startQuote(tag)
    case "pre":
      if hiddenDepth == 0 { writer.startPreformatted() }
      push(tag.name, .preformatted)
      if at < html.count && html[at] == UInt8(ascii: "\n") { at += 1 }
    case "a": push(tag.name, .link(url: HTMLEntity.decoded(tag["href"] ?? []), start: writer.count))
    case "body": close(named: "head")  // often not closed
    case let name where Self.rawText.contains(name): skipRawText(name)
    case let name where Self.hidden.contains(name) && !tag.isSelfClosing: push(name, .hidden)
    case let name where Self.lines.contains(name): writer.startLine()
    default: break
    }
  }

  /// A `div` or `span`, which its attributes may make a quote, or hidden.
  private mutating func startBox(_ tag: HTMLTag) {
    if tag.name == "div" { writer.startLine() }
    if tag.isSelfClosing { return }
    let styles = (tag["style"] ?? []).filter { !ASCII.isSpace($0) }
    if ASCII.lowercased(styles).contains("display:none") { return push(tag.name, .hidden) }
    let isQuote = ASCII.lowercased(tag["class"] ?? []).split(separator: " ").contains {
      Self.quoteClasses.contains(String($0))
    }
    push(tag.name, isQuote ? .quote : .none, isWrapper: isQuote)
  }

  /// What Gmail, Yahoo and Proton Mail wrap quoted messages in.
  private static let quoteClasses: Set = ["gmail_quote", "yahoo_quoted", "protonmail_quote"]

  private mutating func startQuote(_ tag: HTMLTag) {
    writer.startLine()
    // Gmail indents with block quotes too, and says that they have no border.
    let style = ASCII.lowercased((tag["style"] ?? []).filter { !ASCII.isSpace($0) })
    let isIndent = style.contains("border:none")
    let isWrapped = open.last { if case .quote = $0.effect { true } else { false } }?.isWrapper ?? false
    push(tag.name, isIndent || isWrapped ? .none : .quote)
    if isWrapped, let wrapper = open.lastIndex(where: \.isWrapper) { open[wrapper].isWrapper = false }
  }

  private mutating func close(_ tag: HTMLTag) {
    switch tag.name {
    case "br": writer.breakLine()  // as browsers have it
    case let name where Self.paragraphs.contains(name): writer.startParagraph()
    case "li": writer.startLine()
    case "div", "blockquote":
      writer.startLine()
      close(named: tag.name)
    case "ol", "ul":
      close(named: tag.name)
      if writer.listDepth == 0 { writer.startParagraph() }
    case let name where Self.lines.contains(name): writer.startLine()
    case let name: close(named: name)
    }
  }

  private mutating func skipRawText(_ name: String) {
    while true {
      at = end(of: "</", from: at)
      if at == html.count { return }
      if ASCII.lowercased(html[at...].prefix(name.utf8.count)) == name {
        at = end(of: ">", from: at)
        return
      }
    }
  }

  // MARK: - Open elements

  private mutating func push(_ name: String, _ effect: Effect, isWrapper: Bool = false) {
    guard open.count < Self.depthLimit else { return }
    open.append(Open(name: name, effect: effect, isWrapper: isWrapper))
    switch effect {
    case .quote: writer.quoteDepth += 1
    case .hidden: hiddenDepth += 1
    case .none, .preformatted, .list, .link: break
    }
  }

  private mutating func close(named name: String) {
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
