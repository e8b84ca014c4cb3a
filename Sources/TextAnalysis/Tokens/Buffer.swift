/// A reused array of plain values whose owner makes room before it writes, so that writing one asks nothing.
///
/// For the loops over text, where an `Array` would ask at each `append` whether it is shared and whether there is room.
struct Buffer<Element: BitwiseCopyable>: ~Copyable {
  private var storage: UnsafeMutablePointer<Element>
  private var capacity: Int
  /// Number of elements; may be set back to drop the last ones.
  var count = 0

  init(capacity: Int = 256) {
    self.capacity = capacity
    storage = .allocate(capacity: capacity)
  }

  deinit { storage.deallocate() }

  /// Makes room for `more` elements behind those that are here.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if capacity &- count < more { grow(to: count + more) }
  }

  @inline(never)
  private mutating func grow(to needed: Int) {
    capacity = max(needed, capacity * 2)
    let old = storage
    storage = .allocate(capacity: capacity)
    storage.update(from: old, count: count)
    old.deallocate()
  }

  /// Writes an element.
  ///
  /// - Precondition: there is room, as `reserve` was told.
  @inline(__always)
  mutating func append(_ element: Element) {
    assert(count < capacity)
    (storage + count).initialize(to: element)
    count &+= 1
  }

  /// The first element. Valid until the next `reserve`.
  @inline(__always)
  var start: UnsafeMutablePointer<Element> { storage }

  /// The place after the last element, for loops that write elements themselves and then say how far they came.
  ///
  /// - Precondition: it stays within the room that was reserved.
  @inline(__always)
  var end: UnsafeMutablePointer<Element> {
    get { storage + count }
    set { count = newValue - storage }
  }

  /// An element, to read and change. - Precondition: it is one of `count`.
  @inline(__always)
  subscript(index: Int) -> Element {
    get { storage[index] }
    nonmutating set { storage[index] = newValue }
  }

  /// The elements, to read and change. Valid until the next `reserve`.
  @inline(__always)
  var elements: UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(start: storage, count: count)
  }
}
