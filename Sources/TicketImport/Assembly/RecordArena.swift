internal import Glibc
internal import TemporaryFiles

/// Copies of records, for files that can't be read from the middle.
///
///     [ n table line offset length size e0 … eₙ₋₁ bytes ] …   six 8-byte numbers, n 4-byte ones, the record's bytes
///
/// The first megabytes stay in memory; what is more goes to a temporary file without a name. Records can be read while
/// others are added. A copy of an arena shares the file with it: only one of them may go on adding.
struct RecordArena: Sendable {
  private let folder: String
  private let memoryLimit: Int
  private var file: TemporaryFile?
  /// Bytes that are in the file.
  private var written = 0
  /// What comes after them.
  private var tail: [UInt8] = []

  /// An empty arena.
  ///
  /// - Parameters:
  ///   - folder: where the temporary file may be.
  ///   - memoryLimit: bytes that are kept in memory.
  init(folder: String, memoryLimit: Int = 16 << 20) {
    self.folder = folder
    self.memoryLimit = memoryLimit
  }

  /// Keeps a copy. - Returns: where it is.
  mutating func append(_ record: Record) throws(ImportError) -> Int64 {
    if tail.count >= memoryLimit {
      let spool: TemporaryFile
      if let file { spool = file } else { spool = try TemporaryFile(in: folder) }
      try spool.write(tail, at: written)
      file = spool
      written += tail.count
      tail.removeAll(keepingCapacity: true)
    }
    let place = written + tail.count
    put(UInt64(record.count))
    put(UInt64(truncatingIfNeeded: record.table))
    put(UInt64(truncatingIfNeeded: record.line))
    put(UInt64(truncatingIfNeeded: record.offset))
    put(UInt64(truncatingIfNeeded: record.length))
    put(UInt64(record.bytes.count))
    for end in record.ends { withUnsafeBytes(of: end) { tail.append(contentsOf: $0) } }
    tail.append(contentsOf: record.bytes)
    return Int64(place)
  }

  /// Bytes of all copies.
  var size: Int { written + tail.count }

  /// Where the copy after the one at a place is, which is in `record`; the end of the arena after the last.
  func place(after place: Int64, _ record: Record) -> Int64 {
    place + Int64(Self.header + record.count * 4 + record.bytes.count)
  }

  /// Fills `record` with the copy at a place that `append` gave.
  func read(at place: Int64, into record: inout Record) throws(ImportError) {
    record.clear()
    let start = Int(place)
    guard start < written else {
      tail.withUnsafeBytes {
        Self.fill(&record, from: UnsafeRawBufferPointer(rebasing: $0[(start - written)...]))
      }
      return
    }
    guard let file else { return }
    // Most records fit a first read; a long one takes a second.
    var bytes = try file.read(at: start, atMost: min(4096, written - start))
    let size = Self.size(bytes)
    if size > bytes.count { bytes = try file.read(at: start, atMost: size) }
    guard bytes.count >= size else {
      throw ImportError(.unreadable, file: folder, "its temporary file was cut short")
    }
    bytes.withUnsafeBytes { Self.fill(&record, from: $0) }
  }

  private static let header = 48

  /// How many bytes the record at the start of some takes up.
  private static func size(_ bytes: [UInt8]) -> Int {
    guard bytes.count >= header else { return header }
    return bytes.withUnsafeBytes { bytes in
      func number(_ at: Int) -> Int {
        Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      }
      return header + number(0) * 4 + number(40)
    }
  }

  private static func fill(_ record: inout Record, from bytes: UnsafeRawBufferPointer) {
    func number(_ at: Int) -> Int {
      Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    }
    let count = number(0)
    record.table = number(8)
    record.line = number(16)
    record.offset = Int64(number(24))
    record.length = Int64(number(32))
    for i in 0..<count {
      record.ends.append(bytes.loadUnaligned(fromByteOffset: header + i * 4, as: UInt32.self))
    }
    let start = header + count * 4
    record.bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[start..<start + number(40)]))
  }

  private mutating func put(_ number: UInt64) {
    withUnsafeBytes(of: number) { tail.append(contentsOf: $0) }
  }
}

/// A file without a name, which goes away with this.
private final class TemporaryFile: Sendable {
  private let descriptor: Int32
  private let folder: String

  init(in folder: String) throws(ImportError) {
    descriptor = NamelessFile.open(in: folder)
    self.folder = folder
    guard descriptor >= 0 else { throw .system("a temporary file can't be created", file: folder) }
  }

  deinit { close(descriptor) }

  func write(_ bytes: [UInt8], at offset: Int) throws(ImportError) {
    let isDone = bytes.withUnsafeBytes { bytes -> Bool in
      var from = 0
      while from < bytes.count, let start = bytes.baseAddress {
        let put = retrying { pwrite(descriptor, start + from, bytes.count - from, off_t(offset + from)) }
        guard put > 0 else { return false }
        from += put
      }
      return true
    }
    if !isDone { throw .system("a temporary file can't be written", file: folder) }
  }

  func read(at offset: Int, atMost count: Int) throws(ImportError) -> [UInt8] {
    var isGood = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let start = buffer.baseAddress {
        let got = retrying { pread(descriptor, start + filled, count - filled, off_t(offset + filled)) }
        if got <= 0 {
          isGood = got == 0
          return
        }
        filled += got
      }
    }
    if !isGood { throw .system("a temporary file can't be read", file: folder) }
    return bytes
  }
}
