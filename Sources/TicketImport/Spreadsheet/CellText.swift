/// Gathers the text of a shared string or of a cell that holds its own: all its runs, without the readings of
/// Japanese characters that may be written above them.
struct CellText {
  private var bytes: [UInt8] = []
  private var isInText = false
  private var isInPhonetic = false

  /// Takes note of an event within the string.
  mutating func take(_ event: WorkbookArchive.Event) {
    switch event {
    case .start(.t): isInText = true
    case .end(.t): isInText = false
    case .start(.phonetic): isInPhonetic = true
    case .end(.phonetic): isInPhonetic = false
    case .text(let text) where isInText && !isInPhonetic: bytes.append(contentsOf: text)
    default: break
    }
  }

  /// The text, and an empty start for the next.
  mutating func finish() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return Self.unescaped(bytes)
  }

  /// The text with `_x000D_` and its like, which stand for characters that XML can't hold, replaced by them.
  ///
  /// ECMA-376 part 1, 22.4.2.4 (bstr). Surrogates alone are left as they stand.
  static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "_")) else { return bytes }
    var text: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if i + 7 <= bytes.count, bytes[i] == UInt8(ascii: "_"), bytes[i + 1] == UInt8(ascii: "x"),
        bytes[i + 6] == UInt8(ascii: "_"),
        let value = UInt32(String(decoding: bytes[i + 2..<i + 6], as: UTF8.self), radix: 16),
        bytes[i + 2] != UInt8(ascii: "+"), let scalar = Unicode.Scalar(value)
      {
        text.append(contentsOf: String(scalar).utf8)
        i += 7
      } else {
        text.append(bytes[i])
        i += 1
      }
    }
    return text
  }
}
