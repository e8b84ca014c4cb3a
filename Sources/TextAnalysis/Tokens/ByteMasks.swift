import CByteMasks

/// Which bytes of a text are spaces, letters, ends of sentences, …: a bit for each byte and property.
///
/// Each property's bits lie together, so that any 57 bits in a row are read by one load. What stands beyond the text
/// counts as space.
struct ByteMasks: ~Copyable {
  /// A property, by its place in the storage.
  enum Property: Int {
    case space = 0
    case letter, special, lineBreak, terminator, high
    static let count = 6
  }

  /// `stride` words for each property.
  private var words: UnsafeMutablePointer<UInt64>
  private var stride = 6
  /// Whether the text holds a byte beyond ASCII.
  private(set) var hasHigh = false
  /// Whether it holds a U+0007.
  private(set) var hasBell = false

  init() {
    words = .allocate(capacity: stride * Property.count)
  }

  deinit { words.deallocate() }

  /// Classifies a text.
  mutating func classify(_ text: borrowing PaddedBytes) {
    let count = text.count / 64 + 1
    // Two words more, for reading on beyond the end.
    if count + 2 > stride {
      stride = max(count + 2, stride * 2)
      words.deallocate()
      words = .allocate(capacity: stride * Property.count)
    }
    // The padding makes the last word whole.
    let masks = cbm_masks(
      space: start(.space), letter: start(.letter), special: start(.special), line_break: start(.lineBreak),
      terminator: start(.terminator), high: start(.high))
    let found = cbm_classify(text.base, count, masks)
    hasHigh = found.high
    hasBell = found.bell
    let beyond = ~UInt64(0) << UInt64(text.count % 64)
    masks.space[count - 1] |= beyond
    masks.special[count - 1] &= ~beyond
    for more in count..<(count + 2) {
      for property in 0..<Property.count { words[property * stride + more] = 0 }
      masks.space[more] = ~0
    }
  }

  private func start(_ property: Property) -> UnsafeMutablePointer<UInt64> {
    words + property.rawValue * stride
  }

  /// For reading in loops; valid until the next `classify`.
  @inline(__always)
  var view: ByteMaskView { ByteMaskView(words: UnsafeRawPointer(words), stride: stride * 8) }
}

/// Reads the masks of a `ByteMasks`.
struct ByteMaskView {
  let words: UnsafeRawPointer
  /// Bytes from one property to the next.
  let stride: Int

  /// Number of bits that `window` gives at least.
  static let width = 57

  /// The bits of the bytes from `at` on: as many as `width`, a few more perhaps, then zeros. May be asked up to 64
  /// bytes beyond the text.
  @inline(__always)
  func window(_ property: ByteMasks.Property, _ at: Int) -> UInt64 {
    let bits = words.loadUnaligned(fromByteOffset: property.rawValue &* stride &+ at &>> 3, as: UInt64.self)
    return UInt64(littleEndian: bits) &>> UInt64(truncatingIfNeeded: at & 7)
  }

  /// The first place in `range` that has a property, or its end.
  @inline(__always)
  func first(_ property: ByteMasks.Property, in range: Range<Int>) -> Int {
    var at = range.lowerBound
    while at < range.upperBound {
      let bits = window(property, at)
      if bits != 0 { return min(at &+ bits.trailingZeroBitCount, range.upperBound) }
      at &+= Self.width
    }
    return range.upperBound
  }

  /// The first place in `range` that is no space, or its end.
  @inline(__always)
  func firstNonSpace(in range: Range<Int>) -> Int {
    var at = range.lowerBound
    while at < range.upperBound {
      let spaces = (~window(.space, at)).trailingZeroBitCount
      if spaces < Self.width { return min(at &+ spaces, range.upperBound) }
      at &+= Self.width
    }
    return range.upperBound
  }
}
