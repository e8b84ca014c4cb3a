internal import Glibc

/// Bytes that never change, held in memory of their own or mapped from a file, and given back when this goes.
struct OwnedBytes: ~Copyable, Sendable {
  /// Where they begin, as a number: a pointer says of itself that it may not cross threads, but these bytes are
  /// only ever read. 0 if there are none.
  private let address: UInt
  /// How many there are.
  let count: Int
  private let isMapped: Bool
  /// The mapped file, for reads of a few bytes here and there; -1 if the bytes are in memory.
  private let descriptor: Int32

  /// The bytes, valid while this value lives.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count)
  }

  /// Takes over a buffer that `malloc` gave.
  init(adopting buffer: UnsafeMutableRawPointer?, count: Int) {
    address = UInt(bitPattern: buffer)
    self.count = count
    isMapped = false
    descriptor = -1
  }

  /// A copy of the bytes of an array.
  init(copying array: [UInt8]) {
    let buffer = array.isEmpty ? nil : malloc(array.count)
    array.withUnsafeBytes {
      if let buffer {
        buffer.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(buffer), byteCount: $0.count)
      }
    }
    self.init(adopting: buffer, count: buffer == nil ? 0 : array.count)
  }

  /// Maps the first `count` bytes of an open file; `nil`, with `errno`, if the system refuses.
  init?(mapping descriptor: Int32, count: Int) {
    self.count = count
    isMapped = count > 0
    guard count > 0 else {
      address = 0
      self.descriptor = -1
      return
    }
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
      return nil
    }
    // -1 where no descriptor is left: `copy` reads the mapping then.
    self.descriptor = dup(descriptor)
    if self.descriptor >= 0 { _ = fcntl(self.descriptor, F_SETFD, FD_CLOEXEC) }
    posix_madvise(start, count, POSIX_MADV_SEQUENTIAL)
    address = UInt(bitPattern: start)
  }

  /// Copies up to `buffer.count` bytes from an offset on. - Returns: how many.
  ///
  /// To look at a mapped page brings the pages around it into memory too, and has to be undone again; where rows are
  /// read in no order a call to the system is several times faster.
  func copy(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let wanted = min(buffer.count, count - offset)
    guard offset >= 0, wanted > 0, let target = buffer.baseAddress else { return 0 }
    if descriptor >= 0 {
      let got = retrying { pread(descriptor, target, wanted, off_t(offset)) }
      if got > 0 { return got }
    }
    guard let start = UnsafeRawPointer(bitPattern: address) else { return 0 }
    target.copyMemory(from: start + offset, byteCount: wanted)
    return wanted
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    guard let start = UnsafeMutableRawPointer(bitPattern: address) else { return }
    if isMapped { munmap(start, count) } else { free(start) }
  }

  /// Lets the system take back the memory behind mapped bytes; they are read from the file again if looked at.
  ///
  /// Without it, going through a mapped file once would count as using memory of its size.
  func release(_ range: Range<Int>) {
    guard isMapped, let start = UnsafeMutableRawPointer(bitPattern: address) else { return }
    let page = 4096 * 16  // a multiple of every page size in use
    // What was released up to the middle of a page is done with, too: nothing between two ranges stays behind.
    let lower = max(0, range.lowerBound) / page * page
    let upper = min(range.upperBound, count) / page * page
    if lower < upper { madvise(start + lower, upper - lower, MADV_DONTNEED) }
  }
}
