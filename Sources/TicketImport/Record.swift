/// One row of a table, whatever file it came from: its fields' bytes back to back, and where each ends.
///
///     bytes  I N C 1 O p e n V P N
///     ends           4       8   11      field 1 is bytes[ends[0]..<ends[1]]
///
/// A reader fills the same record again and again, so that reading allocates nothing once warm. Bytes are
/// unescaped and UTF-8 by the time they are here.
public struct Record: Sendable {
  /// The fields' bytes back to back.
  public var bytes: [UInt8] = []
  /// For each field the offset after its last byte.
  public var ends: [UInt32] = []
  /// Which of the reader's tables it belongs to; 0 where there is only one.
  public var table = 0
  /// Line of its first byte in the file, from 1.
  public var line = 0
  /// Offset of its first byte in the file.
  public var offset: Int64 = 0
  /// Number of bytes it takes up in the file, its line end included; 0 where that has no meaning.
  public var length: Int64 = 0

  /// An empty record.
  public init() {}

  /// Number of fields.
  public var count: Int { ends.count }

  /// Offsets of a field's bytes in `bytes`; empty for a field beyond the last.
  public func range(_ field: Int) -> Range<Int> {
    guard field < ends.count else { return 0..<0 }
    return (field == 0 ? 0 : Int(ends[field - 1]))..<Int(ends[field])
  }

  /// A field's bytes.
  public subscript(field: Int) -> ArraySlice<UInt8> { bytes[range(field)] }

  /// A field as text. - Complexity: O(n) and an allocation.
  public func string(_ field: Int) -> String { String(decoding: self[field], as: UTF8.self) }

  /// Forgets the fields and keeps the storage.
  public mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}

/// Something that gives records one by one: a CSV file, an XML file, …
public protocol RecordReader {
  /// Fills `record` with the next row; `false` at the end.
  ///
  /// - Throws: `ImportError` where the file can't be read further. What is wrong with a single row is not
  ///   thrown: the reader notes it and goes on.
  mutating func read(into record: inout Record) throws(ImportError) -> Bool
}
