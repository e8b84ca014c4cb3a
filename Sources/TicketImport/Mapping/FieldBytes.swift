extension Span where Element == UInt8 {
  /// The bytes without ASCII white space at both ends, as a range of offsets.
  var trimmedRange: Range<Int> {
    var start = 0
    var end = count
    while start < end, self[start].isASCIISpace { start += 1 }
    while end > start, self[end - 1].isASCIISpace { end -= 1 }
    return start..<end
  }

  /// A whole number in ASCII digits, perhaps with a sign or a fraction of zeros (`3`, `-1`, `2.0`); `nil` for
  /// anything else and for what does not fit.
  var wholeNumber: Int? {
    let range = trimmedRange
    var i = range.lowerBound
    guard i < range.upperBound else { return nil }
    let isNegative = self[i] == UInt8(ascii: "-")
    if isNegative || self[i] == UInt8(ascii: "+") { i += 1 }
    guard i < range.upperBound, range.upperBound - i <= 18 else { return nil }
    var value = 0
    let firstDigit = i
    while i < range.upperBound, self[i].isASCIIDigit {
      value = value * 10 + Int(self[i] & 15)
      i += 1
    }
    guard i > firstDigit else { return nil }
    if i < range.upperBound, self[i] == UInt8(ascii: ".") {
      i += 1
      while i < range.upperBound, self[i] == UInt8(ascii: "0") { i += 1 }
    }
    guard i == range.upperBound else { return nil }
    return isNegative ? -value : value
  }

  /// A number with a point or a comma before its fraction (`4`, `4.5`, `3,67`); `nil` for anything else.
  var decimalNumber: Double? {
    let range = trimmedRange
    var i = range.lowerBound
    guard i < range.upperBound, range.count <= 17 else { return nil }
    let isNegative = self[i] == UInt8(ascii: "-")
    if isNegative { i += 1 }
    var digits = 0
    var value: Int64 = 0
    var scale: Int64 = 1
    var isFraction = false
    while i < range.upperBound {
      let byte = self[i]
      if byte.isASCIIDigit {
        value = value * 10 + Int64(byte & 15)
        if isFraction { scale *= 10 }
        digits += 1
      } else if !isFraction, byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        isFraction = true
      } else {
        return nil
      }
      i += 1
    }
    guard digits > 0 else { return nil }
    let number = Double(value) / Double(scale)
    return isNegative ? -number : number
  }

  /// Whether the bytes equal those of `text`, ASCII letters of either case.
  func equalsIgnoringCase(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { other in
      for i in 0..<count where self[i].asciiLowercased != other[i].asciiLowercased { return false }
      return true
    }
  }

  /// Whether this is how a tool writes that it has no value: nothing, `?`, `-`, `NULL`, `N/A`, `(empty)` …
  ///
  /// Meant for short fields (names, dates, numbers), never for text: a reply of "?" is a reply.
  var isMissing: Bool {
    let range = trimmedRange
    if range.count > 9 { return false }
    switch range.count {
    case 0: return true
    case 1: return self[range.lowerBound] == UInt8(ascii: "?") || self[range.lowerBound] == UInt8(ascii: "-")
    default:
      let word = extracting(range)
      return word.equalsIgnoringCase("null") || word.equalsIgnoringCase("n/a")
        || word.equalsIgnoringCase("none") || word.equalsIgnoringCase("(empty)")
        || word.equalsIgnoringCase("(none)") || word.equalsIgnoringCase("nil")
        || word.equalsIgnoringCase("---") || word.equalsIgnoringCase("--")
    }
  }
}

extension UInt8 {
  /// Space, tab, or a line end.
  var isASCIISpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  /// `0`…`9`.
  var isASCIIDigit: Bool { self &- 0x30 < 10 }
  /// `a`…`z` or `A`…`Z`.
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// `A`…`Z`.
  var isASCIIUppercase: Bool { self &- 0x41 < 26 }
  /// The lower-case letter of an ASCII letter; any other byte as it is.
  var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

extension Record {
  /// Offsets of a field in `bytes`; empty for a field beyond the last and for no field (-1).
  @inline(__always)
  func place(of field: Int) -> Range<Int> { field < 0 ? 0..<0 : range(field) }

  /// Whether a field is missing, or there is no such field.
  func isMissing(_ field: Int) -> Bool { bytes.span.extracting(place(of: field)).isMissing }
}
