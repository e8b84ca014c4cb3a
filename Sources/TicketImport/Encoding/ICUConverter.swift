internal import CICUShims

/// Converts text from any encoding that ICU knows to UTF-8, piece by piece.
struct ICUConverter: ~Copyable {
  private let handle: OpaquePointer

  /// A converter from the encoding of that name, by any alias; `nil` if ICU knows none.
  init?(_ name: String) {
    var status: Int32 = 0
    guard let handle = cicu_converter_create(name, &status) else { return nil }
    self.handle = handle
  }

  deinit { cicu_converter_destroy(handle) }

  /// Whether it has one byte a character and the lower half is ASCII.
  var isASCIICompatible: Bool { cicu_converter_is_ascii_compatible(handle) }

  /// Appends text as UTF-8; bytes that mean nothing become U+FFFD. A character that is cut at the end is kept
  /// inside until the next call.
  ///
  /// - Parameter isLast: whether no bytes follow.
  /// - Complexity: O(n).
  func append(_ bytes: UnsafeRawBufferPointer, isLast: Bool, to utf8: inout [UInt8]) {
    withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 16) { space in
      guard let target = space.baseAddress else { return }
      let nothing = UnsafeRawPointer(target)
      var from = 0
      var isDone = false
      while !isDone {
        var taken = 0
        var written = 0
        var status: Int32 = 0
        isDone = cicu_converter_convert(
          handle, (bytes.baseAddress ?? nothing) + from, bytes.count - from, isLast, target, space.count,
          &taken, &written, &status)
        utf8.append(contentsOf: UnsafeRawBufferPointer(rebasing: space[..<written]))
        from += taken
      }
    }
  }
}
