internal import Glibc
internal import TemporaryFiles

/// A temporary file without a name, written once from front to back and then read as bytes.
///
/// The name is removed at once, so that nothing is left behind however the process ends.
struct SpoolFile: ~Copyable {
  private let descriptor: Int32
  /// What is being copied, for messages.
  private let name: String
  private var buffer: [UInt8] = []
  private var written = 0

  /// What is gathered before it is written.
  private static let chunk = 1 << 20

  /// Creates the file in `folder`, readable by the user alone.
  init(in folder: String, name: String) throws(ImportError) {
    descriptor = NamelessFile.open(in: folder)
    self.name = name
    guard descriptor >= 0 else {
      throw .system("needs a temporary file in \(folder), which can't be created", file: name)
    }
    buffer.reserveCapacity(Self.chunk)
  }

  deinit { close(descriptor) }

  /// Appends bytes.
  mutating func write(_ bytes: UnsafeRawBufferPointer) throws(ImportError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.chunk { try flush() }
  }

  /// Appends bytes.
  mutating func write(_ bytes: [UInt8]) throws(ImportError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.chunk { try flush() }
  }

  /// Appends what is left in a descriptor.
  mutating func write(from source: Int32) throws(ImportError) {
    let space = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunk, alignment: 16)
    defer { space.deallocate() }
    while true {
      let got = retrying { read(source, space.baseAddress, space.count) }
      if got == 0 { return }
      guard got > 0 else { throw .system("can't be read", file: name) }
      try write(UnsafeRawBufferPointer(rebasing: space[..<got]))
    }
  }

  /// Maps what was written.
  consuming func finish() throws(ImportError) -> OwnedBytes {
    try flush()
    guard let bytes = OwnedBytes(mapping: descriptor, count: written) else {
      throw .system("its temporary copy can't be mapped", file: name)
    }
    return bytes
  }

  private mutating func flush() throws(ImportError) {
    let count = buffer.count
    let done = buffer.withUnsafeBytes { bytes -> Bool in
      var from = 0
      while from < count, let start = bytes.baseAddress {
        let put = retrying { Glibc.write(descriptor, start + from, count - from) }
        guard put > 0 else { return false }
        from += put
      }
      return true
    }
    guard done else { throw .system("its temporary copy can't be written", file: name) }
    written += count
    buffer.removeAll(keepingCapacity: true)
  }
}
