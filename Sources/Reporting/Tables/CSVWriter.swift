public import Tickets

/// Writes CSV (RFC 4180, UTF-8), with LF at the end of a line rather than CR LF: every reader takes it, and the
/// files stay friendly to `diff`, `sort` and `wc`.
///
/// Spreadsheets run a cell that starts like a formula. Unless `isRaw`, text that does and is not a number gets
/// an apostrophe in front (OWASP, "CSV Injection"); numbers never change, so tables stay tidy.
public struct CSVWriter: Sendable {
  /// Whether text is written as it is, for programs; spreadsheets may then run what is in it.
  public var isRaw: Bool
  /// What was written and not yet taken.
  public private(set) var output: [UInt8] = []
  private var isAtLineStart = true

  /// An empty file.
  public init(isRaw: Bool = false) { self.isRaw = isRaw }

  /// Hands over what was written and starts afresh, keeping the storage with the writer.
  public mutating func take(into destination: inout [UInt8]) {
    destination += output
    output.removeAll(keepingCapacity: true)
  }

  /// A cell of text; nothing gives an empty cell.
  public mutating func text(_ value: String?) {
    separate()
    guard var value else { return }
    value.withUTF8 { append($0) }
  }

  /// A whole number.
  public mutating func number(_ value: Int?) {
    separate()
    guard let value else { return }
    if value < 0 { output.append(UInt8(ascii: "-")) }
    appendDigits(value.magnitude, width: 1)
  }

  /// A number with at most four decimals; what is not a number gives an empty cell.
  public mutating func number(_ value: Double?) {
    separate()
    if let text = value.flatMap({ NumberText.machine($0) }) { output.append(contentsOf: text.utf8) }
  }

  /// `true` or `false`; nothing gives an empty cell.
  public mutating func flag(_ value: Bool?) {
    separate()
    if let value { output.append(contentsOf: (value ? "true" : "false").utf8) }
  }

  /// A moment as RFC 3339 in UTC, or the date alone where only that is known.
  public mutating func time(_ value: Timestamp?) {
    separate()
    guard let value else { return }
    let (year, month, day) = value.civil
    guard (0...9999).contains(year) else { return output.append(contentsOf: value.iso8601.utf8) }
    appendDigits(UInt(year), width: 4)
    output.append(UInt8(ascii: "-"))
    appendDigits(UInt(month), width: 2)
    output.append(UInt8(ascii: "-"))
    appendDigits(UInt(day), width: 2)
    if value.precision == .day { return }
    let inDay = UInt(((value.seconds % 86_400) + 86_400) % 86_400)
    for (mark, number) in [
      (UInt8(ascii: "T"), inDay / 3600), (UInt8(ascii: ":"), inDay / 60 % 60),
      (UInt8(ascii: ":"), inDay % 60),
    ] {
      output.append(mark)
      appendDigits(number, width: 2)
    }
    output.append(UInt8(ascii: "Z"))
  }

  /// Ends the row.
  public mutating func endRow() {
    output.append(UInt8(ascii: "\n"))
    isAtLineStart = true
  }

  /// A number's digits, with zeros in front up to `width`.
  private mutating func appendDigits(_ value: UInt, width: Int) {
    var count = 1
    var rest = value
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    let start = output.count
    output += repeatElement(UInt8(ascii: "0"), count: max(count, width))
    rest = value
    var at = output.count
    while rest > 0, at > start {
      at -= 1
      output[at] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  private mutating func separate() {
    if !isAtLineStart { output.append(UInt8(ascii: ",")) }
    isAtLineStart = false
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    let isGuarded = !isRaw && Self.looksLikeFormula(bytes)
    let isQuoted = bytes.contains {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") || $0 == 10 || $0 == 13
    }
    if isQuoted { output.append(UInt8(ascii: "\"")) }
    if isGuarded { output.append(UInt8(ascii: "'")) }
    if isQuoted {
      for byte in bytes {
        if byte == UInt8(ascii: "\"") { output.append(byte) }
        output.append(byte)
      }
      output.append(UInt8(ascii: "\""))
    } else {
      output += bytes
    }
  }

  /// Whether a spreadsheet could take the text for a formula: it starts with = + - @, a tab or a line end (or
  /// the full-width form of the four signs), and is no plain number.
  static func looksLikeFormula(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 9, 10, 13: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isNumber(bytes.dropFirst())
    case 0xEF:  // ＝ ＋ － ＠
      return ["\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"].contains { bytes.starts(with: $0.utf8) }
    default: return false
    }
  }

  /// Digits with at most one point among them.
  private static func isNumber(_ bytes: some Collection<UInt8>) -> Bool {
    var points = 0
    var digits = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."): points += 1
      default: return false
      }
    }
    return digits > 0 && points <= 1
  }
}
