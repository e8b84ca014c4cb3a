import Glibc

/// Why an output could not be written.
public struct OutputError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file as the user named it.
  public var path: String
  /// What the system said.
  public var reason: String

  /// `path: reason`.
  public var description: String { "\(path): can't write: \(reason)" }
}

/// A file that appears whole or not at all: written beside its place under another name, flushed to the disk and
/// then renamed. An output folder that can't be written to is an error before the long work starts.
public struct OutputFile: ~Copyable {
  /// Where it will stand.
  public let path: String
  private let temporaryPath: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private var failure: OutputError?
  /// Whether nothing is left to be renamed or removed.
  private var isInPlace = false

  /// Creates the file under its temporary name.
  ///
  /// - Parameter mode: who may read it.
  public init(_ path: String, mode: UInt32 = 0o644) throws(OutputError) {
    self.path = path
    var status = stat()
    // A device or a pipe is written to as it is: putting a file in its place would destroy it.
    let isSpecial = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    temporaryPath = isSpecial ? path : path + ".\(getpid()).partial"
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    isInPlace = isSpecial
    if descriptor < 0 { throw OutputError(path: path, reason: String(cString: strerror(errno))) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if !isInPlace { unlink(temporaryPath) }
  }

  /// Adds bytes. A failure is kept and thrown by `finish`.
  public mutating func write(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 18 { flush() }
  }

  private mutating func flush() {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard failure == nil else { return }
    let path = path
    let descriptor = descriptor
    failure = buffer.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count, let base = bytes.baseAddress {
        let count = Glibc.write(descriptor, base + written, bytes.count - written)
        if count < 0 && errno == EINTR { continue }
        if count < 0 { return OutputError(path: path, reason: String(cString: strerror(errno))) }
        written += count
      }
      return nil
    }
  }

  /// Puts the file in its place.
  public consuming func finish() throws(OutputError) {
    flush()
    if let failure { throw failure }
    if isInPlace { return }
    if fsync(descriptor) != 0 && errno != EINVAL && errno != EROFS {
      throw OutputError(path: path, reason: String(cString: strerror(errno)))
    }
    guard rename(temporaryPath, path) == 0 else {
      throw OutputError(path: path, reason: String(cString: strerror(errno)))
    }
    isInPlace = true
  }

  /// Copies a file, so that the copy appears whole.
  public static func copy(_ source: String, to path: String) throws(OutputError) {
    let descriptor = open(source, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw OutputError(path: source, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var file = try OutputFile(path)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw OutputError(path: source, reason: String(cString: strerror(errno))) }
      if count == 0 { break }
      file.write(Array(buffer[..<count]))
    }
    try file.finish()
  }

  /// Writes a whole file where there is none yet.
  public static func create(_ bytes: [UInt8], at path: String) throws(OutputError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw OutputError(path: path, reason: String(cString: strerror(errno))) }
    close(descriptor)
    do throws(OutputError) {
      try write(bytes, to: path)
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Writes a whole file.
  ///
  /// - Parameter mode: who may read it.
  public static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644) throws(OutputError) {
    var file = try OutputFile(path, mode: mode)
    file.write(bytes)
    try file.finish()
  }
}
