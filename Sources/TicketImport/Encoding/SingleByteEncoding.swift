internal import CICUShims

/// An encoding of one byte a character whose lower half is ASCII, such as Windows-1252.
struct SingleByteEncoding: Sendable, Equatable {
  /// The code points of the bytes 0x80…0xFF, all below U+10000.
  private let upper: [UInt16]

  /// Windows-1252, which is also what files that call themselves ISO-8859-1 are written in.
  ///
  /// From the Unicode consortium's mapping table CP1252.TXT. The five bytes without a character are the C1
  /// controls of the same number, as in the WHATWG Encoding Standard and in ICU.
  static let windows1252 = SingleByteEncoding(
    upper: [
      0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
      0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ] + Array(0x00A0...0x00FF))

  private init(upper: [UInt16]) { self.upper = upper }

  /// The encoding that ICU knows by that name; `nil` if it knows none, or one of another kind.
  init?(named name: String) {
    guard let converter = ICUConverter(name), converter.isASCIICompatible else { return nil }
    var upper: [UInt16] = []
    for byte in 0x80...0xFF as ClosedRange<UInt8> {
      var utf8: [UInt8] = []
      guard let converter = ICUConverter(name) else { return nil }
      withUnsafeBytes(of: byte) { converter.append($0, isLast: true, to: &utf8) }
      let scalars = String(decoding: utf8, as: UTF8.self).unicodeScalars
      guard let scalar = scalars.first, scalars.count == 1, scalar.value <= 0xFFFF else { return nil }
      upper.append(UInt16(scalar.value))
    }
    self.init(upper: upper)
  }

  /// Appends text as UTF-8.
  ///
  /// - Complexity: O(n).
  func append(_ bytes: UnsafeRawBufferPointer, to utf8: inout [UInt8]) {
    guard let base = bytes.baseAddress else { return }
    var i = 0
    while i < bytes.count {
      let run = UTF8Validation.asciiRun(base + i, bytes.count &- i)
      utf8.append(contentsOf: UnsafeRawBufferPointer(start: base + i, count: run))
      i &+= run
      guard i < bytes.count else { return }
      let scalar = upper[Int(base.load(fromByteOffset: i, as: UInt8.self) & 0x7F)]
      if scalar < 0x800 {
        utf8.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      } else {
        utf8.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
        utf8.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6) & 0x3F)
      }
      utf8.append(0x80 | UInt8(truncatingIfNeeded: scalar) & 0x3F)
      i &+= 1
    }
  }
}
