/// Appends JSON to bytes that can be used again, always the same bytes for the same values.
///
///     var json = JSONWriter()
///     json.beginObject()
///     json.key("id")
///     json.string(id)
///     json.endObject()
///     json.endLine()
///
/// Commas and colons are its own concern. That keys and ends come where they may is the caller's.
public struct JSONWriter: Sendable {
  /// What was written. Empty it, keeping its capacity, to write the next line.
  public var bytes: [UInt8] = []

  /// For each open object or array, from the lowest bit, whether a comma must come before the next value.
  private var needsComma: UInt64 = 0

  /// A writer that has written nothing.
  public init() {}

  // MARK: Structure

  /// Opens an object.
  public mutating func beginObject() { begin(UInt8(ascii: "{")) }
  /// Closes an object.
  public mutating func endObject() { end(UInt8(ascii: "}")) }
  /// Opens an array.
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }
  /// Closes an array.
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes a key of the open object.
  public mutating func key(_ name: StaticString) {
    key(UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  /// Writes a key of the open object.
  public mutating func key(_ name: String) {
    var name = name
    name.withUTF8 { key(UnsafeRawBufferPointer($0)) }
  }

  /// Ends a line of newline-delimited JSON, between values.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = 0
  }

  // MARK: Values

  /// Writes a string.
  public mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string(UnsafeRawBufferPointer($0)) }
  }

  /// Writes a string, given as UTF-8.
  public mutating func string(_ utf8: ArraySlice<UInt8>) {
    utf8.withUnsafeBytes { string($0) }
  }

  /// Writes a string, given as UTF-8, which is not checked again.
  public mutating func string(_ utf8: UnsafeRawBufferPointer) {
    separate()
    quoted(utf8)
  }

  /// Writes a whole number.
  public mutating func number(_ value: Int) {
    separate()
    digits(value.magnitude, isNegative: value < 0)
  }

  /// Writes a number rounded to 4 decimals, without zeros at the end and without an exponent; `null` if it is
  /// not finite. Zero has no sign.
  public mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    separate()
    let scaled = (value * 10_000).rounded()
    guard scaled.magnitude < 0x1p53 else { return large(value) }
    let units = UInt(scaled.magnitude)
    digits(units / 10_000, isNegative: scaled < 0)
    var rest = units % 10_000
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    while rest > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / 1000))
      rest = rest % 1000 * 10
    }
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes a value that is JSON already, as `JSONReader.skip` finds it.
  public mutating func raw(_ json: UnsafeRawBufferPointer) {
    separate()
    bytes.append(contentsOf: json)
  }

  // MARK: Parts

  private mutating func begin(_ byte: UInt8) {
    separate()
    bytes.append(byte)
    needsComma <<= 1
  }

  private mutating func end(_ byte: UInt8) {
    bytes.append(byte)
    needsComma >>= 1
  }

  @inline(__always)
  private mutating func separate() {
    if needsComma & 1 != 0 { bytes.append(UInt8(ascii: ",")) }
    needsComma |= 1
  }

  private mutating func key(_ name: UnsafeRawBufferPointer) {
    separate()
    quoted(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma &= ~1
  }

  private mutating func quoted(_ utf8: UnsafeRawBufferPointer) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    guard let base = utf8.baseAddress else { return }
    var i = 0
    while true {
      let run = JSONScan.plainRun(base + i, utf8.count - i, asciiOnly: false)
      bytes.append(contentsOf: UnsafeRawBufferPointer(start: base + i, count: run))
      i += run
      guard i < utf8.count else { return }
      escape(utf8[i])
      i += 1
    }
  }

  /// Writes a quote, a backslash or a control.
  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case ..<0x20:
      let digit = byte & 0x0F
      bytes.append(contentsOf: byte < 0x10 ? "u000".utf8 : "u001".utf8)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    default: bytes.append(byte)
    }
  }

  /// Writes a number too large for decimals to matter, from 9 × 10¹¹ on: whole, and with zeros for the digits
  /// that a `Double` does not hold.
  private mutating func large(_ value: Double) {
    if let whole = Int(exactly: value.rounded()) { return digits(whole.magnitude, isNegative: whole < 0) }
    // Swift writes these as -1.25e+20.
    let parts = value.description.utf8.split(separator: UInt8(ascii: "e"))
    let mantissa = parts[0].filter { $0 != UInt8(ascii: ".") }
    let places = parts[0].split(separator: UInt8(ascii: ".")).dropFirst().first?.count ?? 0
    let exponent = parts.count > 1 ? Int(Substring(parts[1])) ?? 0 : 0
    let isWhole = places == 1 && mantissa.last == UInt8(ascii: "0")
    bytes.append(contentsOf: isWhole ? mantissa.dropLast() : mantissa[...])
    bytes.append(
      contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, exponent - (isWhole ? 0 : places))))
  }

  private mutating func digits(_ magnitude: UInt, isNegative: Bool) {
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var left = magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: left % 10))
      left /= 10
    } while left > 0
    bytes[start...].reverse()
  }
}
