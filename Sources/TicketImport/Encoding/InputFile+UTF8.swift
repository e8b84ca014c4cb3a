extension InputFile {
  /// This file as UTF-8 without a byte order mark, in a temporary file.
  ///
  /// What means nothing in the encoding becomes U+FFFD.
  ///
  /// - Throws: an error of kind `options` if ICU does not know the encoding, `unreadable` if the temporary file
  ///   can't be written.
  /// - Complexity: O(bytes); the memory used does not depend on the size.
  func converted(from encoding: TextEncoding) throws(ImportError) -> InputFile {
    try derived { (spool) throws(ImportError) in
      guard let converter = ICUConverter(encoding.charset.icuName) else {
        throw ImportError(.options, file: name, "encoding '\(encoding.charset.icuName)' is not known")
      }
      var utf8: [UInt8] = []
      var start = min(encoding.markLength, count)
      repeat {
        let end = min(start + 1 << 20, count)
        utf8.removeAll(keepingCapacity: true)
        converter.append(
          UnsafeRawBufferPointer(rebasing: bytes[start..<end]), isLast: end == count, to: &utf8)
        try spool.write(utf8)
        release(start..<end)
        start = end
      } while start < count
    }
  }
}
