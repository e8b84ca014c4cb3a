public import Tickets

/// Writes a JSON array of whole numbers and strings, one after the other: the shape of lines that only this program
/// reads again, where names would cost more than values.
public struct ScalarWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = [UInt8(ascii: "[")]
  private var isFirst = true

  /// Begins an array.
  public init() {}

  /// Adds a whole number.
  public mutating func add(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Adds a string.
  public mutating func add(_ text: String) {
    separate()
    Self.append(text.utf8, to: &bytes)
  }

  /// Adds a moment, or that there is none.
  public mutating func add(_ time: Timestamp?) {
    add(Int(time?.precision.rawValue ?? UInt8.max))
    add(Int(time?.seconds ?? 0))
  }

  /// Adds a number, or that there is none.
  public mutating func add(optional number: Int32?) {
    add(number == nil ? 0 : 1)
    add(Int(number ?? 0))
  }

  /// Ends the array.
  public consuming func finished() -> [UInt8] {
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  /// Appends text as a JSON string on one line.
  static func append(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case UInt8(ascii: "\r"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case UInt8(ascii: "\t"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case 0..<0x20, 0x7F:
        let digits = Array("0123456789abcdef".utf8)
        bytes += "\\u00".utf8
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// Reads what a ``ScalarWriter`` has written, in the same order.
public struct ScalarReader {
  private var json: JSONReader

  /// Opens an array.
  ///
  /// - Parameters:
  ///   - bytes: must stay alive and unchanged while the reader is used.
  ///   - line: the line they are in, for errors.
  /// - Throws: `JSONError` if they are not an array.
  public init(_ bytes: UnsafeRawBufferPointer, line: Int) throws(JSONError) {
    json = JSONReader(bytes, line: line)
    try json.enterArray()
  }

  /// The next whole number. - Throws: `JSONError` if there is none.
  public mutating func number() throws(JSONError) -> Int {
    _ = try json.nextElement()
    return try json.integer()
  }

  /// The next string. - Throws: `JSONError` if there is none.
  public mutating func text() throws(JSONError) -> String {
    _ = try json.nextElement()
    return try json.string()
  }

  /// The next string, put at the end of `texts`.
  public mutating func text(into texts: inout [UInt8]) throws(JSONError) -> Range<Int> {
    _ = try json.nextElement()
    return try json.string(into: &texts)
  }

  /// How many of something follow. - Throws: `JSONError` if that can't be so many.
  public mutating func count() throws(JSONError) -> Int {
    let number = try number()
    guard (0...Int(Int32.max)).contains(number) else { throw json.error("a count that can't be") }
    return number
  }

  /// A moment, or none.
  public mutating func time() throws(JSONError) -> Timestamp? {
    let precision = try number()
    let seconds = try number()
    return Timestamp.Precision(rawValue: UInt8(clamping: precision)).map {
      Timestamp(seconds: Int64(seconds), precision: $0)
    }
  }

  /// A number, or none.
  public mutating func optionalNumber() throws(JSONError) -> Int32? {
    let isThere = try number()
    let value = try number()
    return isThere == 1 ? Int32(clamping: value) : nil
  }

  /// Whether nothing is left. - Throws: `JSONError` if something is.
  public mutating func end() throws(JSONError) {
    guard try !json.nextElement() else { throw json.error("more than was expected") }
  }
}
