/// Writes HTML with inline SVG, escaping everything that is not markup.
///
///     page.block("p", ["class": "lead"]) { $0.text(title) }      <p class="lead">a &lt; b</p>
///
/// Names of elements and attributes are literals of the program; values and text may come from anywhere. An
/// attribute with an empty value is left out.
struct HTMLWriter {
  private(set) var output: [UInt8] = []
  private var lastID = 0

  /// Text between tags. Control characters, which HTML does not allow, are left out.
  mutating func text(_ text: String) { appendEscaped(text) }

  /// Markup or code that is a literal of the program.
  mutating func raw(_ markup: String) { output.append(contentsOf: markup.utf8) }

  /// An element that runs with the text.
  mutating func inline(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ body: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    body(&self)
    close(name)
  }

  /// An element that runs with the text and holds nothing else.
  mutating func inline(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ text: String
  ) {
    inline(name, attributes) { $0.text(text) }
  }

  /// An element on lines of its own.
  mutating func block(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ body: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    raw("\n")
    body(&self)
    close(name)
    raw("\n")
  }

  /// An element on a line of its own that holds only text.
  mutating func block(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ text: String
  ) {
    inline(name, attributes, text)
    raw("\n")
  }

  /// An element that runs with the text and holds nothing else.
  mutating func inline(_ name: StaticString, _ text: String) { inline(name, [:], text) }

  /// An element on a line of its own that holds only text.
  mutating func block(_ name: StaticString, _ text: String) { block(name, [:], text) }

  /// An element without contents. `/>` closes it in SVG and means nothing in HTML.
  mutating func empty(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]) {
    open(name, attributes, closing: "/>")
  }

  /// A name that no other element of the page has.
  mutating func newID() -> String {
    lastID += 1
    return "r\(lastID)"
  }

  private mutating func open(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, closing: StaticString = ">"
  ) {
    append("<")
    append(name)
    for (name, value) in attributes where !value.isEmpty {
      append(" ")
      append(name)
      append("=\"")
      appendEscaped(value)
      append("\"")
    }
    append(closing)
  }

  private mutating func close(_ name: StaticString) {
    append("</")
    append(name)
    append(">")
  }

  private mutating func append(_ text: StaticString) { text.withUTF8Buffer { output += $0 } }

  private mutating func appendEscaped(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\"": append("&quot;")
      case "'": append("&#39;")
      case "\n", "\t": output.append(UInt8(truncatingIfNeeded: scalar.value))
      default:
        if !PlainText.isUnsafe(scalar) { output.append(contentsOf: UTF8.encode(scalar)?.map { $0 } ?? []) }
      }
    }
  }
}
