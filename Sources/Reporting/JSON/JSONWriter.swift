/// Writes JSON (RFC 8259) in the order in which it is told to, as UTF-8.
///
///     writer.object {
///       $0.field("schema", "readback.report/1")
///       $0.field("rows", 12)
///       $0.field("weeks") { $0.array(weeks) { $0.number($1.rate) } }
///     }
///
/// With `isIndented` each value stands on a line of its own, for people and for diffs; without, a document is
/// one line, as NDJSON wants it.
struct JSONWriter {
  private(set) var output: [UInt8] = []
  private let isIndented: Bool
  private var depth = 0
  private var needsComma = false

  init(isIndented: Bool) { self.isIndented = isIndented }

  /// An object whose members `body` writes.
  mutating func object(_ body: (inout JSONWriter) -> Void) { container("{", "}", body) }

  /// An array with what `element` writes for each item.
  mutating func array<Items: Sequence>(_ items: Items, _ element: (inout JSONWriter, Items.Element) -> Void) {
    container("[", "]") { writer in
      for item in items {
        writer.beginItem()
        element(&writer, item)
      }
    }
  }

  /// A member whose value `value` writes.
  mutating func field(_ name: StaticString, _ value: (inout JSONWriter) -> Void) {
    beginItem()
    append("\"")
    append(name)
    append(isIndented ? "\": " : "\":")
    value(&self)
  }

  mutating func field(_ name: StaticString, _ value: String?) { field(name) { $0.string(value) } }
  mutating func field(_ name: StaticString, _ value: Int?) { field(name) { $0.number(value) } }
  mutating func field(_ name: StaticString, _ value: Double?) { field(name) { $0.number(value) } }
  mutating func field(_ name: StaticString, _ value: Bool) {
    field(name) { $0.append(value ? "true" : "false") }
  }
  mutating func field(_ name: StaticString, _ value: [String]) {
    field(name) { $0.array(value) { $0.string($1) } }
  }

  /// A string, or null.
  mutating func string(_ value: String?) {
    guard var value else { return append("null") }
    append("\"")
    value.withUTF8 { bytes in
      var start = 0
      for at in bytes.indices where Self.needsEscape(bytes[at]) {
        output += bytes[start..<at]
        appendEscaped(bytes[at])
        start = at + 1
      }
      output += bytes[start...]
    }
    append("\"")
  }

  /// `true` or `false`, or null.
  mutating func flag(_ value: Bool?) { append(value.map { $0 ? "true" : "false" } ?? "null") }

  /// A whole number, or null.
  mutating func number(_ value: Int?) { output.append(contentsOf: (value.map { String($0) } ?? "null").utf8) }

  /// A number rounded to four decimals, or null for none and for what is not a number.
  mutating func number(_ value: Double?) {
    output.append(contentsOf: (value.flatMap { NumberText.machine($0) } ?? "null").utf8)
  }

  /// A value that is JSON already.
  mutating func raw(_ json: [UInt8]) { output += json }

  /// Ends a line, between documents.
  mutating func endLine() {
    append("\n")
    needsComma = false
  }

  private mutating func container(
    _ open: StaticString, _ close: StaticString, _ body: (inout JSONWriter) -> Void
  ) {
    append(open)
    let wasComma = needsComma
    needsComma = false
    depth += 1
    body(&self)
    depth -= 1
    if needsComma { breakLine() }
    append(close)
    needsComma = wasComma
  }

  private mutating func beginItem() {
    if needsComma { append(",") }
    needsComma = true
    breakLine()
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    append("\n")
    output += repeatElement(UInt8(ascii: " "), count: depth * 2)
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { output += $0 }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\n"): append("\\n")
    case UInt8(ascii: "\r"): append("\\r")
    case UInt8(ascii: "\t"): append("\\t")
    default:
      let hex = Array("0123456789abcdef".utf8)
      append("\\u00")
      output += [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
    }
  }
}
