extension JSONReader {
  // MARK: Keys and strings

  /// Whether the key read last is `name`, which must be ASCII without a quote or backslash.
  @inline(__always)
  public func key(is name: StaticString) -> Bool {
    if keyHasEscapes { return key == name.description }
    guard keyRange.count == name.utf8CodeUnitCount else { return false }
    return UnsafeRawBufferPointer(rebasing: bytes[keyRange]).elementsEqual(
      UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  /// The key read last. - Complexity: O(n) and an allocation.
  public var key: String {
    var text: [UInt8] = []
    unescape(keyRange, hasEscapes: keyHasEscapes, into: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Takes a string and appends its text.
  ///
  /// - Returns: where in `texts` it is.
  public mutating func string(into texts: inout [UInt8]) throws(JSONError) -> Range<Int> {
    guard try peek() == .string else { throw error("\(found()) where a string was expected") }
    let (range, hasEscapes) = try scanString()
    let start = texts.count
    unescape(range, hasEscapes: hasEscapes, into: &texts)
    return start..<texts.count
  }

  /// Takes a string. - Complexity: O(n) and an allocation or two.
  public mutating func string() throws(JSONError) -> String {
    var text: [UInt8] = []
    _ = try string(into: &text)
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: Other values

  /// Takes `null` if that is what comes next; `false`, and nothing is taken, if not.
  public mutating func null() throws(JSONError) -> Bool {
    guard try peek() == .null else { return false }
    try take("null")
    return true
  }

  /// Takes `true` or `false`.
  public mutating func bool() throws(JSONError) -> Bool {
    guard try peek() == .bool else { throw error("\(found()) where true or false was expected") }
    let value = bytes[at] == UInt8(ascii: "t")
    try take(value ? "true" : "false")
    return value
  }

  /// Takes a number: the nearest `Double`, ties to even; infinite if it is too large.
  public mutating func number() throws(JSONError) -> Double {
    guard try peek() == .number else { throw error("\(found()) where a number was expected") }
    let start = at
    try scanNumber()
    let text = bytes[start..<at]
    if let integer = Self.integer(text), integer.magnitude < 1 << 53,
      text.first != UInt8(ascii: "-") || integer != 0
    {
      return Double(integer)
    }
    return Double(String(decoding: text, as: UTF8.self)) ?? .nan  // the grammar was checked: never nan
  }

  /// Takes a whole number.
  ///
  /// - Throws: if it has a fraction or exponent, even one of no effect, or does not fit.
  public mutating func integer() throws(JSONError) -> Int {
    guard try peek() == .number else { throw error("\(found()) where a whole number was expected") }
    let start = at
    try scanNumber()
    guard let value = Self.integer(bytes[start..<at]) else {
      at = start
      throw error("a number that is not whole, or too large, where a whole number was expected")
    }
    return value
  }

  /// The value of digits and maybe a sign; `nil` if there is anything else, or if it is too large.
  private static func integer(_ text: Slice<UnsafeRawBufferPointer>) -> Int? {
    let isNegative = text.first == UInt8(ascii: "-")
    var value = 0  // counted downwards, since the least Int has no counterpart above
    for byte in text.dropFirst(isNegative ? 1 : 0) {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      let (tenfold, isOver) = value.multipliedReportingOverflow(by: 10)
      let (sum, isOverNow) = tenfold.subtractingReportingOverflow(Int(byte - UInt8(ascii: "0")))
      if isOver || isOverNow { return nil }
      value = sum
    }
    if isNegative { return value }
    return value == .min ? nil : -value
  }
}
