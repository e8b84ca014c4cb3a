import CByteMasks

/// Which bytes of a text are spaces, letters, capitals, …: a bit for each byte and property.
///
/// What stands beyond the text counts as space. Any 64 bits in a row are read by two loads.
struct ByteMasks: ~Copyable {
  /// A property, by its place in `cbm_block`.
  enum Property: Int {
    case space = 0
    case letter, special, lineBreak, terminator, high
  }

  private var blocks: UnsafeMutablePointer<cbm_block>
  private var capacity = 4

  init() {
    blocks = .allocate(capacity: capacity + 2)
  }

  deinit { blocks.deallocate() }

  /// Classifies a text.
  mutating func classify(_ text: borrowing PaddedBytes) {
    let count = text.count / 64 + 1
    if count > capacity {
      capacity = max(count, capacity * 2)
      blocks.deallocate()
      blocks = .allocate(capacity: capacity + 2)
    }
    // The padding makes the last block whole.
    cbm_classify(text.base, count, blocks)
    let beyond = ~UInt64(0) << UInt64(text.count % 64)
    blocks[count - 1].space |= beyond
    blocks[count - 1].special &= ~beyond
    blocks[count] = cbm_block(
      space: ~0, letter: 0, special: 0, line_break: 0, terminator: 0, high: 0, unused: (0, 0))
    blocks[count + 1] = blocks[count]
  }

  /// For reading in loops; valid until the next `classify`.
  @inline(__always)
  var view: ByteMaskView {
    ByteMaskView(words: UnsafeRawPointer(blocks).assumingMemoryBound(to: UInt64.self))
  }
}

/// Reads the masks of a `ByteMasks`.
struct ByteMaskView {
  let words: UnsafePointer<UInt64>

  /// The bits of the 64 bytes from `at` on. May be asked up to 64 bytes beyond the text.
  @inline(__always)
  func window(_ property: ByteMasks.Property, _ at: Int) -> UInt64 {
    let place = (at &>> 6) &* 8 &+ property.rawValue
    let shift = UInt64(truncatingIfNeeded: at & 63)
    return words[place] &>> shift | (words[place &+ 8] &<< 1) &<< (63 &- shift)
  }

  /// The first place in `range` that has a property, or its end.
  @inline(__always)
  func first(_ property: ByteMasks.Property, in range: Range<Int>) -> Int {
    var at = range.lowerBound
    while at < range.upperBound {
      let bits = window(property, at)
      if bits != 0 { return min(at &+ bits.trailingZeroBitCount, range.upperBound) }
      at &+= 64
    }
    return range.upperBound
  }

  /// The first place in `range` that is no space, or its end.
  @inline(__always)
  func firstNonSpace(in range: Range<Int>) -> Int {
    var at = range.lowerBound
    while at < range.upperBound {
      let bits = ~window(.space, at)
      if bits != 0 { return min(at &+ bits.trailingZeroBitCount, range.upperBound) }
      at &+= 64
    }
    return range.upperBound
  }
}
