/// Turns the fields of a record into UTF-8, for encodings that are built on ASCII.
///
/// Delimiters, quotes and line ends are the same bytes in all of them, so a file is split as it is and only
/// rows that need it are converted. Offsets thereby stay those of the file.
struct RowDecoder: Sendable {
  /// Rows with more than ASCII that were UTF-8.
  private(set) var utf8Rows = 0
  /// Rows with more than ASCII that were converted.
  private(set) var convertedRows = 0

  /// What rows are converted from; `nil` if they are known to be UTF-8.
  private let encoding: SingleByteEncoding?
  /// Whether rows that are UTF-8 are left alone.
  private let keepsUTF8: Bool
  private var bytes: [UInt8] = []

  /// The decoder that has nothing to do.
  static let utf8 = RowDecoder()

  private init() {
    encoding = nil
    keepsUTF8 = true
  }

  /// A decoder for a file's encoding; `nil` if that is not built on ASCII.
  init?(_ charset: TextEncoding.Charset) {
    keepsUTF8 = charset == .utf8OrWindows1252
    switch charset {
    case .utf8: encoding = nil
    case .utf8OrWindows1252, .windows1252: encoding = .windows1252
    case .utf16LittleEndian, .utf16BigEndian: return nil
    case .named(let name):
      guard let known = SingleByteEncoding(named: name) else { return nil }
      encoding = known
    }
  }

  /// Converts a record's fields where they stand.
  mutating func decode(_ record: inout Record) {
    guard let encoding else { return }
    let isASCII = record.bytes.withUnsafeBytes(UTF8Validation.isASCII)
    if isASCII { return }
    if keepsUTF8 && isUTF8(record) {
      utf8Rows += 1
      return
    }
    convertedRows += 1
    bytes.removeAll(keepingCapacity: true)
    var start = 0
    for field in record.ends.indices {
      let end = Int(record.ends[field])
      record.bytes.withUnsafeBytes {
        encoding.append(UnsafeRawBufferPointer(rebasing: $0[start..<end]), to: &bytes)
      }
      record.ends[field] = UInt32(truncatingIfNeeded: bytes.count)
      start = end
    }
    swap(&bytes, &record.bytes)
  }

  /// Whether each field is UTF-8 by itself.
  private func isUTF8(_ record: Record) -> Bool {
    record.bytes.withUnsafeBytes { bytes in
      (0..<record.count).allSatisfy {
        UTF8Validation.firstInvalid(in: UnsafeRawBufferPointer(rebasing: bytes[record.range($0)])) == nil
      }
    }
  }
}
