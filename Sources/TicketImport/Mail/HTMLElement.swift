/// What an HTML element means for its text.
enum HTMLElement {
  case lineBreak, rule
  /// Stands on lines of its own, with a blank line around it.
  case paragraph
  /// Stands on lines of its own.
  case line
  case division, span, cell, item, orderedList, unorderedList, quote, preformatted, link, body
  /// Holds no markup and nothing to read.
  case rawText
  /// Is not shown.
  case hidden
  /// Known, and without a meaning for text.
  case inline
  case unknown

  /// A name in lower case as a number, so that names are compared at once; 0 for one of more than 16 bytes, which
  /// no element has that matters.
  typealias Name = UInt128

  static func name(_ bytes: ArraySlice<UInt8>) -> Name {
    if bytes.count > 16 { return 0 }
    return bytes.reduce(0) { $0 << 8 | Name(ASCII.lowercased($1)) }
  }

  /// The element of that name.
  init(_ name: Name) { self = Self.table[name] ?? .unknown }

  /// The name of the element whose end a `body` implies.
  static let head = name(Array("head".utf8)[...])

  private static let table: [Name: HTMLElement] = {
    let names: [(HTMLElement, String)] = [
      (.lineBreak, "br"), (.rule, "hr"), (.paragraph, "p h1 h2 h3 h4 h5 h6"),
      (
        .line,
        """
        address article aside caption center dd details dl dt fieldset figcaption figure footer form header html \
        legend main nav section summary table tbody tfoot thead tr
        """
      ),
      (.division, "div"), (.span, "span"), (.cell, "td th"), (.item, "li"), (.orderedList, "ol"),
      (.unorderedList, "ul"), (.quote, "blockquote"), (.preformatted, "pre"), (.link, "a"), (.body, "body"),
      (.rawText, "script style title xmp noembed noframes iframe"),
      (.hidden, "head template svg math object select datalist"),
      (.inline, "b big code del em font i ins kbd s samp small strike strong sub sup tt u"),
    ]
    var table: [Name: HTMLElement] = [:]
    for (element, words) in names {
      for word in words.utf8.split(separator: UInt8(ascii: " ")) { table[name(Array(word)[...])] = element }
    }
    return table
  }()
}
