/// A column of numbers that grows in memory and is moved to a temporary file from time to time.
///
///     0 ……………………… filed      in a file without a name, which is mapped
///     filed … count          in memory, until the next ``spill(in:)``
///
/// It reads like an array, and is a value like one: a copy shares the file for reading only, and takes back into memory
/// what it changes. Adding never fails; ``spill(in:)`` may, for want of room on the disk. Whoever goes through millions
/// of rows calls ``release()`` afterwards, so that what was read does not count as memory of this process.
public struct PagedColumn<Element: BitwiseCopyable & Sendable>: Sendable {
  @usableFromInline var file: PagedFile?
  /// Elements that are in the file.
  @usableFromInline var filed = 0
  @usableFromInline var tail: [Element] = []
  /// Where its file is; `nil` while everything is in memory.
  public private(set) var folder: String?

  /// An empty column.
  @inlinable public init() {}

  /// A column of some elements, in memory.
  @inlinable public init(_ elements: some Sequence<Element>) { tail = Array(elements) }

  /// Makes room in memory for `count` more elements.
  @inlinable public mutating func reserveCapacity(_ count: Int) { tail.reserveCapacity(tail.count + count) }

  /// Adds an element. - Complexity: O(1) amortised.
  @inlinable @inline(__always)
  public mutating func append(_ element: Element) { tail.append(element) }

  /// Adds elements in their order.
  @inlinable
  public mutating func append(contentsOf elements: some Sequence<Element>) {
    tail.append(contentsOf: elements)
  }

  /// Elements in memory.
  public var countInMemory: Int { tail.count }

  /// Moves what is in memory to the file.
  ///
  /// - Parameter folder: where the file may be.
  /// - Throws: ``TemporaryFileError`` if there is no room; the column is as it was.
  /// - Complexity: O(elements in memory) amortised; O(elements) for a copy, which gets a file of its own.
  public mutating func spill(in folder: String) throws(TemporaryFileError) {
    if tail.isEmpty { return }
    let stride = MemoryLayout<Element>.stride
    let isOwn = isKnownUniquelyReferenced(&file)
    let wanted = (filed + tail.count) * stride
    let target: PagedFile
    if isOwn, let file, file.bytes >= wanted {
      target = file
    } else {
      let bytes = Swift.max(wanted, filed * stride * 2)
      target = try PagedFile(in: folder, bytes: bytes, keeping: isOwn ? file : nil)
      if !isOwn, let file {
        for row in 0..<filed { target.store(file.load(at: row) as Element, at: row) }
        file.release()
      }
      file = target
    }
    target.store(contentsOf: tail, at: filed)
    target.release()
    filed += tail.count
    tail = []
    self.folder = folder
  }

  /// Lets the system take back the memory behind what is in the file.
  public func release() { file?.release() }

  /// Takes all elements into memory.
  @usableFromInline
  mutating func recall() {
    var elements: [Element] = []
    elements.reserveCapacity(count)
    elements.append(contentsOf: self)
    (file, folder, filed, tail) = (nil, nil, 0, elements)
  }
}

extension PagedColumn: RandomAccessCollection {
  /// 0.
  @inlinable public var startIndex: Int { 0 }
  /// Number of elements.
  @inlinable public var endIndex: Int { filed + tail.count }

  /// The element at a place, which must be below `count`.
  @inlinable
  public subscript(place: Int) -> Element {
    @inline(__always) get {
      if place >= filed { return tail[place - filed] }
      precondition(place >= 0)
      return file.unsafelyUnwrapped.load(at: place)
    }
    set {
      if place < filed {
        precondition(place >= 0)
        if isKnownUniquelyReferenced(&file), let file {
          file.store(newValue, at: place)
          return
        }
        recall()
      }
      tail[place - filed] = newValue
    }
  }
}
