/// Reads one JSON text value by value, as its caller asks for them.
///
///     var json = JSONReader(bytes, line: 17)
///     try json.enterObject()
///     while try json.nextKey() {
///       if json.key(is: "id") { id = try json.string(into: &texts) }
///       else if json.key(is: "at"), try json.null() {}
///       else { let raw = try json.skip() }
///     }
///     try json.end()
///
/// Nothing is allocated but what the caller gives; a value that is skipped is checked and costs no more than
/// looking at its bytes. The grammar is that of RFC 8259 and no other: no comments, no trailing commas, one value
/// only. Where the RFC leaves a choice:
///
/// - Bytes must be UTF-8, without a byte order mark.
/// - An escaped surrogate without its partner, as texts cut in the middle of an emoji have it, is U+FFFD.
/// - Keys may repeat; the caller sees each.
/// - More than 64 objects and arrays within each other are an error.
///
/// Line and column are worked out only when an error is thrown.
public struct JSONReader {
  /// What a value is.
  public enum Kind: Sendable, Equatable { case object, array, string, number, bool, null }

  /// Objects and arrays that may be open at once.
  public static let maximumDepth = 64

  /// The bytes of the text. They must stay alive and unchanged while this is used.
  let bytes: UnsafeRawBufferPointer
  /// The line that the first byte is in.
  let firstLine: Int
  /// Offset of the next byte.
  var at = 0
  /// Number of objects and arrays that are open.
  private var depth = 0
  /// For each open object or array, from the lowest bit, whether nothing in it was read yet.
  private var isFresh: UInt64 = 0
  /// Offsets of the key read last, between its quotes.
  private(set) var keyRange = 0..<0
  private(set) var keyHasEscapes = false

  /// A reader of one JSON text.
  ///
  /// - Parameters:
  ///   - bytes: must stay alive and unchanged while the reader is used.
  ///   - line: the line that the first byte is in, for errors.
  public init(_ bytes: UnsafeRawBufferPointer, line: Int = 1) {
    self.bytes = bytes
    firstLine = line
  }

  // MARK: Structure

  /// What the next value is, without taking it.
  public mutating func peek() throws(JSONError) -> Kind {
    skipSpace()
    guard at < bytes.count else { throw error("the text ends where a value was expected") }
    switch bytes[at] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    default: throw error("\(found()) where a value was expected")
    }
  }

  /// Takes the opening brace of an object.
  public mutating func enterObject() throws(JSONError) { try enter(.object, "an object") }

  /// Takes the opening bracket of an array.
  public mutating func enterArray() throws(JSONError) { try enter(.array, "an array") }

  /// Takes the next key of the innermost object and its colon; `false`, and the object's end, if there is none.
  public mutating func nextKey() throws(JSONError) -> Bool {
    guard try nextElement(closing: UInt8(ascii: "}")) else { return false }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
      throw error("\(found()) where a key was expected")
    }
    (keyRange, keyHasEscapes) = try scanString()
    skipSpace()
    try take(UInt8(ascii: ":"), "':'")
    return true
  }

  /// Whether the innermost array has another element, which is read next; `false`, and its end, if it has none.
  public mutating func nextElement() throws(JSONError) -> Bool {
    try nextElement(closing: UInt8(ascii: "]"))
  }

  /// Takes what is left of the text: there must be nothing but space.
  public mutating func end() throws(JSONError) {
    skipSpace()
    guard at == bytes.count else { throw error("\(found()) after the end of the value") }
  }

  /// Takes the next value, whatever it is, and gives the offsets of its bytes.
  ///
  /// - Complexity: O(bytes), no allocation.
  @discardableResult
  public mutating func skip() throws(JSONError) -> Range<Int> {
    skipSpace()
    let start = at
    switch try peek() {
    case .object:
      try enterObject()
      while try nextKey() { try skip() }
    case .array:
      try enterArray()
      while try nextElement() { try skip() }
    case .string: _ = try scanString()
    case .number: try scanNumber()
    case .bool: _ = try bool()
    case .null: _ = try null()
    }
    return start..<at
  }

  private mutating func enter(_ kind: Kind, _ name: String) throws(JSONError) {
    guard try peek() == kind else { throw error("\(found()) where \(name) was expected") }
    guard depth < Self.maximumDepth else {
      throw error("more than \(Self.maximumDepth) objects and arrays within each other")
    }
    at += 1
    depth += 1
    isFresh = isFresh << 1 | 1
  }

  private mutating func nextElement(closing: UInt8) throws(JSONError) -> Bool {
    skipSpace()
    if at < bytes.count, bytes[at] == closing {
      at += 1
      depth -= 1
      isFresh >>= 1
      return false
    }
    if isFresh & 1 == 0 {
      try take(UInt8(ascii: ","), "',' or '\(Character(Unicode.Scalar(closing)))'")
      skipSpace()
    }
    isFresh &= ~1
    return true
  }
}
