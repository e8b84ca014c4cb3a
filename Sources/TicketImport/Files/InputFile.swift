internal import Glibc

/// An opened file as bytes that can be read in any order, any number of times and from any thread.
///
/// - A regular file is mapped, but for small ones, which are read: a mapped file that somebody cuts short while
///   it is being read ends the process, and this can't be caught.
/// - Anything else (standard input, pipes, process substitution) is first copied to a temporary file that has no
///   name any more, since a file is looked at twice.
/// - A file packed with gzip or Zstandard is unpacked into such a temporary file, whatever its name says.
public final class InputFile: Sendable {
  /// The file as the user named it.
  public let name: String
  /// Where temporary files may be written.
  public let temporaryFolder: String
  /// Whether a line end within a field does not begin a line: the lines are a sheet's rows.
  let linesAreRecords: Bool
  private let storage: OwnedBytes

  /// Files up to this size are read instead of mapped.
  static let smallest = 4 << 20

  init(
    _ storage: consuming OwnedBytes, name: String, temporaryFolder: String, linesAreRecords: Bool = false
  ) {
    self.linesAreRecords = linesAreRecords
    self.storage = storage
    self.name = name
    self.temporaryFolder = temporaryFolder
  }

  /// Bytes that are in memory already.
  public convenience init(bytes: [UInt8], name: String, temporaryFolder: String = ".") {
    self.init(OwnedBytes(copying: bytes), name: name, temporaryFolder: temporaryFolder)
  }

  /// Opens the file at `path`; `-` is standard input.
  ///
  /// - Parameter temporaryFolder: where to copy what can't be read twice.
  /// - Throws: an error of kind `unreadable` if it can't be opened, read, unpacked or copied, `cutShort` if it is
  ///   packed and breaks off.
  public static func open(_ path: String, temporaryFolder: String) throws(ImportError) -> InputFile {
    try openPacked(path, temporaryFolder: temporaryFolder).unpacked()
  }

  /// Opens the beginning of the file at `path`, for a first answer about a file of any size: its first `head` bytes,
  /// or the first `head` that come out of a packed one. A workbook can only be opened whole.
  static func open(_ path: String, temporaryFolder: String, head: Int) throws(ImportError) -> InputFile {
    let packed = try openPacked(path, temporaryFolder: temporaryFolder, head: head)
    if ContainerFormat(of: packed.bytes) == .zip { return try open(path, temporaryFolder: temporaryFolder) }
    return try packed.unpacked(head: head)
  }

  /// Opens a file as it is, packed or not.
  private static func openPacked(
    _ path: String, temporaryFolder: String, head: Int = .max
  ) throws(ImportError) -> InputFile {
    if path == "-" { return try copy(of: 0, name: "-", temporaryFolder: temporaryFolder) }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("can't be opened", file: path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system("can't be opened", file: path) }
    let type = status.st_mode & S_IFMT
    if type == S_IFDIR { throw ImportError(.unreadable, file: path, "is a folder; name the files in it") }
    if type != S_IFREG { return try copy(of: descriptor, name: path, temporaryFolder: temporaryFolder) }
    if status.st_size <= smallest {
      let bytes = try read(descriptor, expected: Int(status.st_size), name: path)
      return InputFile(bytes, name: path, temporaryFolder: temporaryFolder)
    }
    guard let bytes = OwnedBytes(mapping: descriptor, count: min(head, Int(status.st_size))) else {
      throw .system("can't be mapped", file: path)
    }
    return InputFile(bytes, name: path, temporaryFolder: temporaryFolder)
  }

  /// Number of bytes.
  public var count: Int { storage.count }

  /// All bytes, valid while this object lives: for leaf readers, which hold the object beside the pointer.
  /// Never `InputFile.open(…).bytes`, whose file is gone at once.
  public var bytes: UnsafeRawBufferPointer { storage.bytes }

  /// Copies up to `buffer.count` bytes from an offset on: for rows that are read in no order. - Returns: how many.
  func copy(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    storage.copy(at: offset, into: buffer)
  }

  /// Lets the system take back the memory behind bytes that were read; a no-op for bytes not mapped.
  ///
  /// A reader that goes through a large file calls it every few megabytes, to stay small.
  public func release(_ range: Range<Int>) { storage.release(range) }

  /// What `write` writes, as a file of the same name: a conversion of this one.
  ///
  /// - Throws: an error of kind `unreadable` if the temporary file can't be written.
  func derived(
    linesAreRecords: Bool = false, _ write: (inout SpoolFile) throws(ImportError) -> Void
  ) throws(ImportError) -> InputFile {
    var spool = try SpoolFile(in: temporaryFolder, name: name)
    try write(&spool)
    return InputFile(
      try spool.finish(), name: name, temporaryFolder: temporaryFolder, linesAreRecords: linesAreRecords)
  }

  // MARK: Reading

  /// Copies what is left in `descriptor` to a temporary file.
  private static func copy(
    of descriptor: Int32, name: String, temporaryFolder: String
  ) throws(ImportError) -> InputFile {
    var spool = try SpoolFile(in: temporaryFolder, name: name)
    try spool.write(from: descriptor)
    return InputFile(try spool.finish(), name: name, temporaryFolder: temporaryFolder)
  }

  /// Reads a file whose size is about `expected` to its end.
  private static func read(
    _ descriptor: Int32, expected: Int, name: String
  ) throws(ImportError) -> OwnedBytes {
    // One byte more than expected, so that the end is seen without growing.
    var capacity = max(expected, 4095) + 1
    guard var buffer = malloc(capacity) else { throw .system("can't be read", file: name) }
    var count = 0
    while true {
      let got = retrying { Glibc.read(descriptor, buffer + count, capacity - count) }
      if got == 0 { return OwnedBytes(adopting: buffer, count: count) }
      let failure = errno
      count += max(got, 0)
      var grown: UnsafeMutableRawPointer? = buffer
      if got > 0 && count == capacity {
        capacity *= 2
        grown = realloc(buffer, capacity)
      }
      guard got > 0, let grown else {
        free(buffer)
        errno = failure
        throw .system("can't be read", file: name)
      }
      buffer = grown
    }
  }
}

/// The result of a system call, called again when a signal came between.
func retrying(_ call: () -> Int) -> Int {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}

extension ImportError {
  /// An error of kind `unreadable` that says what `errno` means.
  static func system(_ what: String, file: String) -> ImportError {
    ImportError(.unreadable, file: file, what + ": " + String(cString: strerror(errno)).lowercased())
  }
}
