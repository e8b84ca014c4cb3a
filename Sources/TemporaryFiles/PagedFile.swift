internal import Glibc

/// A mapped temporary file without a name, of a fixed size, zero where nothing was written.
///
/// The system keeps what fits into memory and writes out the rest. Only what is touched between two calls of
/// ``release()`` counts as memory of this process.
///
/// Who owns one sees to it that nobody reads what somebody else writes at the time.
public final class PagedFile: Sendable {
  /// As a number, since a pointer says of itself that it may not cross threads; who writes is the owner's affair.
  @usableFromInline let address: UInt
  private let descriptor: Int32
  /// Its size.
  public let bytes: Int

  /// Creates a file in `folder`; with `old` it is that one, made larger.
  ///
  /// - Parameters:
  ///   - folder: where it may be.
  ///   - bytes: its size.
  ///   - old: a smaller file, whose content it has.
  ///   - isScattered: whether places will be looked at in no order, so that reading ahead is of no use.
  /// - Throws: ``TemporaryFileError`` if it can't be created, or the disk has no room for it.
  public init(
    in folder: String, bytes: Int, keeping old: PagedFile? = nil, isScattered: Bool = false
  ) throws(TemporaryFileError) {
    if let old {
      descriptor = dup(old.descriptor)
    } else {
      descriptor = NamelessFile.open(in: folder)
    }
    // Room is taken on disk now: a full disk is an error here, and would end the process where a page is written.
    var failure = descriptor >= 0 ? posix_fallocate(descriptor, 0, off_t(bytes)) : errno
    while failure == EINTR { failure = posix_fallocate(descriptor, 0, off_t(bytes)) }
    errno = failure
    guard failure == 0,
      let start = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0), start != MAP_FAILED
    else {
      let reason = String(cString: strerror(errno))
      if descriptor >= 0 { close(descriptor) }
      throw TemporaryFileError(
        folder: folder, reason: "a temporary file of \(bytes >> 20) MB can't be created: \(reason)")
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    if isScattered { posix_madvise(start, bytes, POSIX_MADV_RANDOM) }
    address = UInt(bitPattern: start)
    self.bytes = bytes
  }

  deinit {
    if let start = UnsafeMutableRawPointer(bitPattern: address) { munmap(start, bytes) }
    close(descriptor)
  }

  /// The element at a place of a file of such elements. - Precondition: it lies within the file.
  @inlinable @inline(__always)
  public func load<Element: BitwiseCopyable>(at place: Int) -> Element {
    UnsafePointer<Element>(bitPattern: address).unsafelyUnwrapped[place]
  }

  /// Writes an element at a place of a file of such elements. - Precondition: it lies within the file.
  @inlinable @inline(__always)
  public func store<Element: BitwiseCopyable>(_ element: Element, at place: Int) {
    UnsafeMutablePointer<Element>(bitPattern: address).unsafelyUnwrapped[place] = element
  }

  /// Writes elements from a place on. - Precondition: they lie within the file.
  @inlinable
  public func store<Element: BitwiseCopyable>(contentsOf elements: [Element], at place: Int) {
    elements.withUnsafeBufferPointer { elements in
      guard let source = elements.baseAddress else { return }
      let target = UnsafeMutablePointer<Element>(bitPattern: address).unsafelyUnwrapped
      (target + place).update(from: source, count: elements.count)
    }
  }

  /// Lets the system take back the memory behind it; what was written stays.
  public func release() {
    guard let start = UnsafeMutableRawPointer(bitPattern: address) else { return }
    madvise(start, bytes, MADV_DONTNEED)
  }
}
