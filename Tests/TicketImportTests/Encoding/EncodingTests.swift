import TestSupport
import Testing

@testable import TicketImport

/// Where Swift's own decoder sees the first error.
private func firstInvalidByStandardLibrary(_ bytes: [UInt8]) -> Int? {
  var parser = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  var offset = 0
  while true {
    switch parser.parseScalar(from: &iterator) {
    case .valid(let scalar): offset += scalar.count
    case .error: return offset
    case .emptyInput: return nil
    }
  }
}

private func firstInvalid(_ bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBytes { UTF8Validation.firstInvalid(in: $0) }
}

/// What ICU makes of bytes, given in pieces.
private func icu(_ name: String, _ bytes: [UInt8], piece: Int = .max) -> [UInt8] {
  guard let converter = ICUConverter(name) else { return Array("ICU has no \(name)".utf8) }
  var utf8: [UInt8] = []
  var start = 0
  repeat {
    let end = bytes.count - start > piece ? start + piece : bytes.count
    bytes[start..<end].withUnsafeBytes { converter.append($0, isLast: end == bytes.count, to: &utf8) }
    start = end
  } while start < bytes.count
  return utf8
}

@Suite struct UTF8ValidationTests {
  @Test func everyScalarIsValid() {
    for value in 0...0x10FFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if firstInvalid(Array(String(scalar).utf8)) != nil { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  /// All two-byte beginnings, with everything that may follow at its limits.
  @Test func everyPairOfBytesIsJudgedRight() {
    for first in 0x80...0xFF as ClosedRange<UInt8> {
      for second in 0...0xFF as ClosedRange<UInt8> {
        for rest in [[], [0x80], [0xBF, 0xBF], [0x80, 0x41], [0x41]] as [[UInt8]] {
          let bytes = Array("ab".utf8) + [first, second] + rest
          #expect(firstInvalid(bytes) == firstInvalidByStandardLibrary(bytes), "\(bytes)")
        }
      }
    }
  }

  @Test(arguments: 0..<20)
  func randomBytesAreJudgedRight(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<Int.random(in: 0...80, using: &random) {
        text.append(
          ["a", "b c d e f g h i j k l m n o p q", "é", "€", "😀"].randomElement(using: &random) ?? "")
      }
      var bytes = Array(text.utf8)
      if Bool.random(using: &random), !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
      }
      #expect(firstInvalid(bytes) == firstInvalidByStandardLibrary(bytes), "\(bytes)")
    }
  }
}

@Suite struct TextEncodingTests {
  private func detect(_ bytes: [UInt8], declared: String? = nil) throws -> TextEncoding {
    try TextEncoding(of: InputFile(bytes: bytes, name: "t"), declared: declared)
  }

  @Test func isFound() throws {
    let latin = Array("caf".utf8) + [0xE9]
    #expect(try detect([]) == TextEncoding(.utf8, reason: .wellFormed))
    #expect(try detect(Array("plain".utf8)) == TextEncoding(.utf8, reason: .wellFormed))
    #expect(try detect(Array("café".utf8), declared: "latin1") == TextEncoding(.utf8, reason: .wellFormed))
    #expect(try detect([0xEF, 0xBB, 0xBF] + latin).charset == .utf8OrWindows1252)
    #expect(try detect([0xEF, 0xBB, 0xBF] + latin).markLength == 3)
    #expect(try detect(latin).charset == .utf8OrWindows1252)
    #expect(try detect(latin, declared: "utf-8").charset == .utf8OrWindows1252)
    #expect(try detect(latin, declared: "ISO-8859-1").charset == .windows1252)
    #expect(try detect(latin, declared: "ISO-8859-15").charset == .named("ISO-8859-15"))
    #expect(try detect(latin, declared: "UTF-16LE") == TextEncoding(.utf16LittleEndian))
    #expect(try detect(Array("a\0b\0c\0".utf8)) == TextEncoding(.utf16LittleEndian, reason: .zeroBytes))
    #expect(try detect(Array("\0a\0b\0c".utf8)) == TextEncoding(.utf16BigEndian, reason: .zeroBytes))
    #expect(try detect(Array("a\0b\0cdefgh".utf8)).charset == .utf8)
    #expect(
      try detect([0xFF, 0xFE, 0, 0])
        == TextEncoding(.named("UTF-32LE"), reason: .byteOrderMark, markLength: 4))
    #expect(throws: ImportError.self) { try detect(latin, declared: "no such") }
  }

  /// The byte that decides may come late, and anywhere in a window.
  @Test func theDecidingByteIsFoundAndPlaced() throws {
    let line = Array(("é" + String(repeating: "x", count: 996) + "\r\n").utf8)
    var bytes = Array(repeatElement(line, count: 9000).joined())
    for offset in [1001, 8 << 20, (8 << 20) + 1, bytes.count - 3] {
      let before = bytes[offset]
      bytes[offset] = 0xFF
      let encoding = try detect(bytes)
      let sequence = bytes[offset - 1] == 0xC3 ? offset - 1 : offset
      #expect(encoding.malformedOffset == Int64(sequence))
      #expect(encoding.malformedLine == sequence / 1000 + 1)
      bytes[offset] = before
    }
    #expect(try detect(bytes).charset == .utf8)
  }
}

@Suite struct ConversionTests {
  @Test(arguments: [
    "windows-1252", "windows-1250", "windows-1251", "ISO-8859-2", "ISO-8859-15", "KOI8-R", "macintosh",
  ])
  func singleBytesAreThoseOfICU(name: String) throws {
    let encoding = name == "windows-1252" ? .windows1252 : try #require(SingleByteEncoding(named: name))
    let bytes = Array("text ".utf8) + Array(0...255) + Array(repeating: UInt8(ascii: "x"), count: 40)
    var utf8: [UInt8] = []
    bytes.withUnsafeBytes { encoding.append($0, to: &utf8) }
    #expect(utf8 == icu(name, bytes))
  }

  @Test func othersAreNotSingleBytes() {
    for name in ["UTF-8", "UTF-16", "Shift_JIS", "GB18030", "ISO-2022-JP", "ebcdic-cp-us", "no such"] {
      #expect(SingleByteEncoding(named: name) == nil, "\(name)")
    }
  }

  @Test(arguments: ["UTF-16LE", "UTF-16BE", "UTF-32LE", "Shift_JIS", "GB18030", "ISO-2022-JP"])
  func piecesMakeNoDifference(name: String) {
    let text = String(repeating: "abc あいう 漢字 ", count: 2000)
    var bytes: [UInt8] = []
    for unit in text.utf16 {
      bytes += [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
    }
    if name != "UTF-16LE" { bytes = Array(text.utf8) }  // nonsense there, which must come out the same too
    let whole = icu(name, bytes)
    if name == "UTF-16LE" { #expect(whole == Array(text.utf8)) }
    for piece in [1, 3, 1000, 16_384] { #expect(icu(name, bytes, piece: piece) == whole) }
  }
}
