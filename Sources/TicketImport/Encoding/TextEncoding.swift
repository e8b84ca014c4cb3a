/// How a file's text is encoded, and how that is known.
///
/// It can't be told from the head of a file: exports that are ASCII for half a megabyte and then turn out to be
/// Windows-1252 are common. So all bytes are read, and the first of these that holds decides:
///
/// 1. a byte order mark;
/// 2. a declaration of an encoding that isn't built on ASCII, or NUL in every other byte: UTF-16;
/// 3. all bytes are well-formed UTF-8;
/// 4. a declaration;
/// 5. else each row is UTF-8 if that is what its bytes are, or Windows-1252.
public struct TextEncoding: Sendable, Equatable {
  /// The ways to read bytes as text.
  public enum Charset: Sendable, Equatable {
    case utf8
    /// Decided row by row: what is well-formed UTF-8 is that, the rest is Windows-1252.
    case utf8OrWindows1252
    case windows1252
    case utf16LittleEndian, utf16BigEndian
    /// Any other that ICU knows, by name.
    case named(String)
  }

  /// How it is known.
  public enum Reason: Sendable, Equatable {
    case byteOrderMark
    /// Every other byte is NUL.
    case zeroBytes
    /// All bytes are well-formed UTF-8.
    case wellFormed
    /// The user or the file says so.
    case declared
    /// Nothing says anything, and it isn't UTF-8.
    case malformed
  }

  /// The encoding.
  public var charset: Charset
  /// How it is known.
  public var reason: Reason
  /// Number of bytes of the byte order mark, which is no text.
  public var markLength = 0
  /// Offset of the first byte that can't be UTF-8, if that had a say.
  public var malformedOffset: Int64?
  /// The line of that byte, from 1.
  public var malformedLine: Int?

  /// An encoding that is known.
  public init(_ charset: Charset, reason: Reason = .declared, markLength: Int = 0) {
    self.charset = charset
    self.reason = reason
    self.markLength = markLength
  }

  /// The encoding of a file, from all its bytes.
  ///
  /// - Parameter declared: the name that the user or the file gives it, if any.
  /// - Throws: an error of kind `options` if the declared name is not known.
  /// - Complexity: O(bytes), at the speed of memory for ASCII.
  public init(of file: InputFile, declared: String? = nil) throws(ImportError) {
    let bytes = file.bytes
    var stated: Charset?
    if let declared {
      guard let charset = Charset(named: declared) else {
        throw ImportError(
          .options, file: file.name, "unknown encoding '\(declared)'; try utf-8, windows-1252 or utf-16")
      }
      stated = charset
    }
    if let marked = Self.byteOrderMark(bytes) {
      self = marked
      if charset != .utf8 { return }
    } else if let stated, !stated.isBuiltOnASCII {
      self.init(stated)
      return
    } else if let charset = Self.zeroBytes(bytes) {
      self.init(charset, reason: .zeroBytes)
      return
    } else {
      self.init(.utf8, reason: .wellFormed)
    }
    guard let offset = Self.firstMalformed(in: file) else { return }
    malformedOffset = Int64(offset)
    malformedLine = Self.line(of: offset, in: file)
    if let stated, stated != .utf8 {
      charset = stated
      reason = .declared
    } else {
      charset = .utf8OrWindows1252
      if reason != .byteOrderMark { reason = .malformed }
    }
  }

  private static func byteOrderMark(_ bytes: UnsafeRawBufferPointer) -> TextEncoding? {
    let head = Array(bytes.prefix(4))
    let marks: [([UInt8], Charset)] = [
      ([0xEF, 0xBB, 0xBF], .utf8),
      ([0xFF, 0xFE, 0, 0], .named("UTF-32LE")), ([0, 0, 0xFE, 0xFF], .named("UTF-32BE")),
      ([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
    ]
    guard let (mark, charset) = marks.first(where: { head.starts(with: $0.0) }) else { return nil }
    return TextEncoding(charset, reason: .byteOrderMark, markLength: mark.count)
  }

  /// The byte order of UTF-16 without a mark: in text of the West every second byte is NUL.
  private static func zeroBytes(_ bytes: UnsafeRawBufferPointer) -> Charset? {
    let head = bytes.prefix(4096)
    guard head.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    var zeros = [0, 0]
    for (i, byte) in head.enumerated() where byte == 0 { zeros[i & 1] += 1 }
    let half = head.count / 2
    if zeros[1] * 10 > half * 7 && zeros[0] * 20 < half { return .utf16LittleEndian }
    if zeros[0] * 10 > half * 7 && zeros[1] * 20 < half { return .utf16BigEndian }
    return nil
  }

  /// What is looked at before the memory behind it is given back.
  private static let window = 8 << 20

  private static func firstMalformed(in file: InputFile) -> Int? {
    let bytes = file.bytes
    var start = 0
    while start < bytes.count {
      var end = min(start + window, bytes.count)
      // Not within a sequence.
      for _ in 0..<3 where end < bytes.count && bytes[end] & 0xC0 == 0x80 { end -= 1 }
      if let offset = UTF8Validation.firstInvalid(in: UnsafeRawBufferPointer(rebasing: bytes[start..<end])) {
        return start + offset
      }
      file.release(start..<end)
      start = end
    }
    return nil
  }

  private static func line(of offset: Int, in file: InputFile) -> Int {
    var line = 1
    var afterCR = false
    for start in stride(from: 0, to: offset, by: window) {
      let range = start..<min(start + window, offset)
      guard let base = file.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { break }
      line += ByteScan.lineEnds(base + start, range.count, afterCR: &afterCR)
      file.release(range)
    }
    return line
  }
}

extension TextEncoding.Charset {
  /// The encoding of that name, by any alias in use; `nil` if it is not known.
  init?(named name: String) {
    switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
    case "utf8", "ascii", "usascii": self = .utf8
    case "windows1252", "cp1252", "ansi", "latin1", "iso88591": self = .windows1252
    case "utf16le", "utf16": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    default:
      guard ICUConverter(name) != nil else { return nil }
      self = .named(name)
    }
  }

  /// Whether commas, quotes and line ends can be found in the bytes as they are.
  var isBuiltOnASCII: Bool {
    switch self {
    case .utf8, .utf8OrWindows1252, .windows1252: true
    case .utf16LittleEndian, .utf16BigEndian: false
    case .named(let name): ICUConverter(name)?.isASCIICompatible ?? false
    }
  }

  /// The name ICU has for it.
  var icuName: String {
    switch self {
    case .utf8, .utf8OrWindows1252: "UTF-8"
    case .windows1252: "windows-1252"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .named(let name): name
    }
  }
}
