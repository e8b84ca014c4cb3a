/// Which packs were found in a message, as far as 256 bits can say: one that is not among them was not found, of the
/// others it is likely.
struct FoundPacks: Sendable {
  private var bits = SIMD4<UInt64>.zero

  @inline(__always)
  mutating func insert(_ pack: Int16) { bits[Int(pack) >> 6 & 3] |= 1 << UInt64(pack & 63) }

  @inline(__always)
  func mayHold(_ pack: Int16) -> Bool { bits[Int(pack) >> 6 & 3] >> UInt64(pack & 63) & 1 != 0 }
}

/// A phrase of a pack, found in a message.
public struct PackMatch: Sendable {
  /// Number of the pack in the ``PackIndex``.
  public var pack: Int16
  /// Number of the entry in it.
  public var entry: Int32
  /// Whether it is a technical term or acronym where it stands; known once its thread was measured.
  var isTechnicalTerm = false
  /// Its tokens, as indices into the thread's text.
  public var tokens: Range<Int32>

  /// The tokens as indices of an array.
  public var tokenRange: Range<Int> { Int(tokens.lowerBound)..<Int(tokens.upperBound) }
}
