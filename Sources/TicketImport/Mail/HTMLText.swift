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
///
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

  /// Whether text looks like HTML: it has the closing tag of an element that text is made with, or a tag of one of
  /// those that are never closed.
  public static func looksLikeHTML(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(open + 1)...]
      let isClosing = rest.first == UInt8(ascii: "/")
      let name = rest.dropFirst(isClosing ? 1 : 0).prefix(16).prefix {
        $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") && !ASCII.isSpace($0)
      }
      if name.endIndex == rest.endIndex { return false }
      switch HTMLElement(HTMLElement.name(name)) {
      case .lineBreak, .rule: return true
      case .unknown: if !isClosing && ASCII.lowercased(name) == "!doctype" { return true }
      default: if isClosing { return true }
      }
    }
    return false
  }
}
