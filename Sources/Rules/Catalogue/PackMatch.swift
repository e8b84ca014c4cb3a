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
