/// A place in a byte buffer that somebody else holds.
///
/// Eight bytes and no reference, so arrays of things that hold many of them are cheap to clear and reuse.
public struct ByteRange: Hashable, Sendable {
  /// Offset of the first byte.
  public var start: UInt32
  /// Number of bytes; zero for a value that is missing.
  public var count: UInt32

  /// The place of nothing.
  public static let none = ByteRange(start: 0, count: 0)

  /// The `count` bytes from `start`.
  public init(start: UInt32, count: UInt32) {
    self.start = start
    self.count = count
  }

  /// The bytes of a half-open range.
  public init(_ range: Range<Int>) {
    self.init(start: UInt32(range.lowerBound), count: UInt32(range.count))
  }

  /// Offset after the last byte.
  public var end: UInt32 { start &+ count }
  /// Whether there is nothing here.
  public var isEmpty: Bool { count == 0 }
  /// The same place as a range of offsets.
  public var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}
