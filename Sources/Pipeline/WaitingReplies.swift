import Glibc
import TemporaryFiles
import TicketImport

/// Bare replies in the order of the input, until it is known which of them are templates.
///
/// The first megabytes stay in memory, what is more goes to a temporary file without a name: it is written once from
/// front to back, and read the same way.
struct WaitingReplies: Sendable {
  private let folder: String
  private let memoryLimit: Int
  /// Lines, each with its end, that are not in the file.
  private var tail: [UInt8] = []
  private var file: ScratchFile?

  /// Room for replies; more than `memoryLimit` bytes go to a file in `folder`.
  init(folder: String, memoryLimit: Int = 8 << 20) {
    self.folder = folder
    self.memoryLimit = memoryLimit
  }

  /// Adds a reply.
  ///
  /// - Throws: ``OutputError`` if a temporary file is needed and can't be written.
  mutating func append(_ reply: BareReply) throws(OutputError) {
    var line = ScalarWriter()
    TallyLine.append(reply, to: &line)
    tail += line.finished()
    tail.append(UInt8(ascii: "\n"))
    guard tail.count >= memoryLimit else { return }
    let scratch: ScratchFile
    if let file { scratch = file } else { scratch = try ScratchFile(in: folder) }
    try scratch.append(tail)
    file = scratch
    tail.removeAll(keepingCapacity: true)
  }

  /// Calls `body` with all of them.
  ///
  /// - Throws: ``OutputError`` if the temporary file can't be read.
  func forEach(_ body: (BareReply) -> Void) throws {
    var number = 0
    var rest: [UInt8] = []
    func take(_ bytes: [UInt8]) throws {
      rest += bytes
      var start = 0
      while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
        number += 1
        let reply = try rest.withUnsafeBytes { bytes in
          var line = try ScalarReader(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), line: number)
          return try TallyLine.bareReply(&line) {
            JSONError(line: number, column: 1, "a reply that can't be")
          }
        }
        body(reply)
        start = end + 1
      }
      rest.removeFirst(start)
    }
    if let file {
      var place = 0
      while case let piece = try file.read(at: place), !piece.isEmpty {
        place += piece.count
        try take(piece)
      }
    }
    try take(tail)
  }
}

/// A file without a name, which goes away with this.
private final class ScratchFile: Sendable {
  private let descriptor: Int32
  private let folder: String
  private static let piece = 1 << 20

  init(in folder: String) throws(OutputError) {
    descriptor = NamelessFile.open(in: folder)
    self.folder = folder
    guard descriptor >= 0 else { throw failure() }
  }

  deinit { close(descriptor) }

  func append(_ bytes: [UInt8]) throws(OutputError) {
    let isDone = bytes.withUnsafeBytes { bytes -> Bool in
      var from = 0
      while from < bytes.count, let start = bytes.baseAddress {
        let put = write(descriptor, start + from, bytes.count - from)
        if put < 0 && errno == EINTR { continue }
        guard put > 0 else { return false }
        from += put
      }
      return true
    }
    if !isDone { throw failure() }
  }

  /// The next bytes from a place on; none at the end.
  func read(at place: Int) throws(OutputError) -> [UInt8] {
    var got = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.piece) { buffer, filled in
      repeat {
        got = pread(descriptor, buffer.baseAddress, Self.piece, off_t(place))
      } while got < 0
        && errno == EINTR
      filled = max(0, got)
    }
    if got < 0 { throw failure() }
    return bytes
  }

  private func failure() -> OutputError {
    OutputError(path: folder, reason: "a temporary file: " + String(cString: strerror(errno)))
  }
}
