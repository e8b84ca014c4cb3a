import Glibc

/// Cuts what is read into lines, in one reused buffer.
struct LineBuffer {
  private var bytes: [UInt8] = []
  private var start = 0
  private var searched = 0
  private static let piece = 1 << 18

  /// Hands every line of a file or of standard input (`-`) to `body`, without its end, and tells when all that was
  /// read so far is done.
  static func forEachLine(
    of file: String, _ body: (UnsafeRawBufferPointer) throws -> Void, onPause: () -> Void = {}
  ) throws {
    var descriptor = STDIN_FILENO
    if file != "-" {
      descriptor = open(file, O_RDONLY | O_CLOEXEC)
      if descriptor < 0 {
        throw ExitStatus(code: ExitStatus.noInput, message: "\(file): \(String(cString: strerror(errno)))")
      }
    }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var lines = LineBuffer()
    while lines.fill(from: descriptor) {
      while let line = lines.next() { try lines.withBytes(of: line, body) }
      onPause()
    }
    if let line = lines.rest() { try lines.withBytes(of: line, body) }
    onPause()
  }

  /// Reads once more; `false` at the end.
  mutating func fill(from descriptor: Int32) -> Bool {
    bytes.removeFirst(start)
    searched -= start
    start = 0
    let count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: Self.piece))
    var got = 0
    repeat {
      got = bytes.withUnsafeMutableBytes { buffer in
        guard let base = buffer.baseAddress else { return 0 }
        return read(descriptor, base + count, Self.piece)
      }
    } while got < 0 && errno == EINTR
    bytes.removeLast(Self.piece - max(0, got))
    return got > 0
  }

  /// The next whole line, without its end.
  mutating func next() -> Range<Int>? {
    guard let end = bytes[searched...].firstIndex(of: 0x0A) else {
      searched = bytes.count
      return nil
    }
    let line = start..<end
    start = end + 1
    searched = start
    return line
  }

  /// What follows the last line end.
  mutating func rest() -> Range<Int>? { start < bytes.count ? start..<bytes.count : nil }

  func withBytes(of line: Range<Int>, _ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    try bytes.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[line])) }
  }
}
