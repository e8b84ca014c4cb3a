internal import CCompressionShims

/// Unpacks compressed bytes, piece by piece.
struct Decoder: ~Copyable {
  /// What bytes may be packed with.
  enum Format {
    case gzip, zstd
  }

  /// Where the packed data are at.
  enum State: Equatable {
    /// In the middle: more must come.
    case inside
    /// They may end here.
    case between
    /// They are damaged, in the library's words.
    case damaged(String)
  }

  private let handle: OpaquePointer

  /// A decoder; `nil` if memory is short.
  init?(_ format: Format) {
    guard let handle = ccomp_decoder_create(format == .gzip ? .gzip : .zstd) else { return nil }
    self.handle = handle
  }

  deinit { ccomp_decoder_destroy(handle) }

  /// Unpacks all of `packed` and gives what comes out to `write`, in pieces.
  ///
  /// - Complexity: O(bytes that come out); the memory used does not depend on their number.
  func decode(
    _ packed: UnsafeRawBufferPointer, write: (UnsafeRawBufferPointer) throws(ImportError) -> Void
  ) throws(ImportError) -> State {
    let space = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 18)
    defer { space.deallocate() }
    guard let target = space.baseAddress else { return .between }
    let source = packed.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? UnsafePointer(target)
    var from = 0
    while true {
      var taken = 0
      var written = 0
      let state = ccomp_decoder_decode(
        handle, source + from, packed.count - from, target, space.count, &taken, &written)
      from += taken
      try write(UnsafeRawBufferPointer(start: target, count: written))
      switch state {
      case .damaged: return .damaged(String(cString: ccomp_decoder_message(handle)))
      case .inside where from == packed.count && written < space.count: return .inside
      case .between where from == packed.count && written < space.count: return .between
      default: continue
      }
    }
  }
}

extension InputFile {
  /// This file unpacked, in a temporary file, if it is packed with gzip or Zstandard; else the file itself.
  ///
  /// - Parameter head: how much is enough; the rest is left packed.
  /// - Throws: an error of kind `cutShort` if the packed data break off, `unreadable` if they are damaged or the
  ///   temporary file can't be written.
  func unpacked(head: Int = .max) throws(ImportError) -> InputFile {
    let format: Decoder.Format
    switch ContainerFormat(of: bytes) {
    case .gzip: format = .gzip
    case .zstd: format = .zstd
    default: return self
    }
    return try derived { (spool) throws(ImportError) in
      guard let decoder = Decoder(format) else {
        throw ImportError(.unreadable, file: name, "can't be unpacked: out of memory")
      }
      var state = Decoder.State.between
      var size = 0
      for start in stride(from: 0, to: count, by: 1 << 20) {
        let range = start..<min(start + 1 << 20, count)
        state = try decoder.decode(UnsafeRawBufferPointer(rebasing: bytes[range])) {
          (piece) throws(ImportError) in
          size += piece.count
          try spool.write(piece)
        }
        if case .damaged(let message) = state {
          throw ImportError(
            .unreadable, file: name, "its \(format) data are damaged after \(size) unpacked bytes: \(message)"
          )
        }
        release(range)
        if size >= head { return }
      }
      // A file of which only the beginning was opened breaks off in the middle.
      if head < .max && count >= head { return }
      guard state == .between else {
        throw ImportError(.cutShort, file: name, "its \(format) data break off after \(size) unpacked bytes")
      }
    }
  }
}
