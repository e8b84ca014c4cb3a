import CICUShims

/// A failure reported by ICU.
public struct ICUError: Error, Equatable, CustomStringConvertible {
  /// ICU's `UErrorCode`.
  public let status: Int32
  /// What was being done.
  public let operation: String

  /// What went wrong, with ICU's name for it.
  public var description: String {
    "ICU: \(operation) failed: \(String(cString: cicu_status_name(status)))"
  }
}

/// Splits UTF-8 text into words or sentences as ICU's root break iterators do (UAX #29).
///
/// Owns one ICU iterator and reuses it for every text. Not for use by two tasks at once.
struct Segmenter: ~Copyable {
  private let handle: OpaquePointer

  init(_ unit: cicu_unit) throws(ICUError) {
    var status: cicu_status = 0
    guard let handle = cicu_segmenter_create(unit, "", &status) else {
      throw ICUError(status: status, operation: "opening a break iterator")
    }
    self.handle = handle
  }

  deinit { cicu_segmenter_destroy(handle) }

  /// Appends the end offset of every segment of `text` to `ends`, and its rule status to `statuses`.
  ///
  /// If ICU can't take the text (it can, short of memory running out), the whole is one segment.
  func append(
    _ text: UnsafeBufferPointer<UInt8>, ends: inout [Int32], statuses: inout [Int32]
  ) {
    guard let base = text.baseAddress, !text.isEmpty else { return }
    guard cicu_segmenter_set_text(handle, base, Int64(text.count)) <= 0 else {
      ends.append(Int32(clamping: text.count))
      statuses.append(0)
      return
    }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * Self.batch) { room in
      guard let first = room.baseAddress else { return }
      var written: Int
      repeat {
        written = Int(cicu_segmenter_next(handle, first, first + Self.batch, Int32(Self.batch)))
        ends.append(contentsOf: room[..<written])
        statuses.append(contentsOf: room[Self.batch..<(Self.batch + written)])
      } while written == Self.batch
    }
  }

  /// Segments asked for in one call: the cost of a call is spread over so many.
  private static let batch = 128
}
