internal import TemporaryFiles

/// An array of numbers that may outgrow the memory: above a size it lives in a temporary file that is mapped.
///
///     0 ………… limit                 in memory
///     0 ……………………………………… count    in a file without a name; the system keeps what fits, and writes out the rest
///
/// Only what is touched between two calls of `release()` counts as memory of this process, so whoever goes through
/// millions of rows calls it every few thousand.
///
/// A copy of an array that is in a file shares the file: only one of them may be changed. That is how the first look
/// hands its index to the second.
struct PagedArray<Element: BitwiseCopyable & Sendable>: Sendable {
  private var memory: [Element] = []
  private var file: PagedFile?
  /// Number of elements.
  private(set) var count = 0
  /// Where the file may be.
  private let folder: String
  /// Elements that are kept in memory.
  private let limit: Int

  /// An empty array.
  ///
  /// - Parameters:
  ///   - folder: where the temporary file may be.
  ///   - limit: bytes from which on it is used.
  init(in folder: String, limit: Int = 8 << 20) {
    self.folder = folder
    self.limit = max(1, limit / MemoryLayout<Element>.stride)
  }

  /// An array of `count` times the same.
  init(repeating element: Element, count: Int, in folder: String, limit: Int = 8 << 20) throws(ImportError) {
    self.init(in: folder, limit: limit)
    self.count = count
    if count <= self.limit {
      memory = Array(repeating: element, count: count)
    } else {
      let file = try Self.file(in: folder, bytes: count * MemoryLayout<Element>.stride)
      // A new file reads as zeros.
      if !Self.isZero(element) {
        for i in 0..<count { file.store(element, at: i) }
      }
      self.file = file
    }
  }

  /// The element at a place, which must be below `count`.
  @inline(__always)
  subscript(place: Int) -> Element {
    get {
      precondition(place >= 0 && place < count)
      guard let file else { return memory[place] }
      return file.load(at: place)
    }
    set {
      precondition(place >= 0 && place < count)
      guard let file else {
        memory[place] = newValue
        return
      }
      file.store(newValue, at: place)
    }
  }

  /// Adds an element. - Complexity: O(1) on average.
  @inline(__always)
  mutating func append(_ element: Element) throws(ImportError) {
    if file == nil && count < limit {
      memory.append(element)
    } else {
      try room(for: count + 1).store(element, at: count)
    }
    count += 1
  }

  /// Takes everything out; a file goes away.
  mutating func removeAll() {
    memory = []
    file = nil
    count = 0
  }

  /// Lets the system take back the memory behind what is in the file.
  func release() { file?.release() }

  /// Whether it has outgrown the memory.
  var isInFile: Bool { file != nil }

  private mutating func room(for wanted: Int) throws(ImportError) -> PagedFile {
    let stride = MemoryLayout<Element>.stride
    if let file, file.bytes >= wanted * stride { return file }
    let larger = try Self.file(in: folder, bytes: max(wanted, limit) * 2 * stride, keeping: file)
    if file == nil {
      for i in 0..<count { larger.store(memory[i], at: i) }
      memory = []
    }
    file = larger
    return larger
  }

  private static func file(in folder: String, bytes: Int, keeping old: PagedFile? = nil) throws(ImportError)
    -> PagedFile
  {
    do throws(TemporaryFileError) {
      return try PagedFile(in: folder, bytes: bytes, keeping: old, isScattered: true)
    } catch {
      throw ImportError(.unreadable, file: folder, error.reason)
    }
  }

  private static func isZero(_ element: Element) -> Bool {
    withUnsafeBytes(of: element) { $0.allSatisfy { $0 == 0 } }
  }
}
