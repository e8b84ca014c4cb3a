/// A JSON file as a source of tables: lines of objects (NDJSON), an array of objects, or an object with such arrays.
struct JSONSource: TableSource {
  private let input: InputFile
  private let shape: JSONShape

  /// A file that begins with an object or an array.
  init(_ input: InputFile) throws(ImportError) {
    self.input = input
    shape = try JSONShape(of: input)
  }

  var file: String { input.name }

  var format: FormatSurvey {
    let name =
      switch shape {
      case .lines: "JSON lines"
      case .array: "JSON (array)"
      case .wrapped: "JSON (object)"
      }
    return FormatSurvey(format: name, encodingReason: "as JSON is")
  }

  func open() -> any TableReader { JSONTableReader(input, shape) }
}

/// How a file holds its objects.
enum JSONShape: Sendable, Equatable {
  /// One after the other, usually a line each.
  case lines
  /// In an array.
  case array
  /// In arrays that are members of one object, `{"issues":[…]}`.
  case wrapped

  /// Looks at a file's first value.
  init(of input: InputFile) throws(ImportError) {
    var json = JSONReader(input.bytes)
    do throws(JSONError) {
      if try json.peek() == .array {
        self = .array
        return
      }
      // An object with an array under one of the names that tools use, and which is no record itself.
      var isWrapped = false
      try json.enterObject()
      while try json.nextKey() {
        if json.key(is: "id") || json.key(is: "key") || json.key(is: "number") {
          isWrapped = false
          break
        }
        let isRecords = Self.wrappers.contains(json.key)
        if isRecords, try json.peek() == .array { isWrapped = true }
        try json.skip()
      }
      self = isWrapped ? .wrapped : .lines
    } catch {
      // A first line that is broken does not decide about the others.
      self = .lines
    }
  }

  /// What tools call the array of their records.
  static let wrappers: Set<String> = [
    "issues", "tickets", "results", "records", "data", "result", "conversations", "value", "items",
    "incidents",
    "cases", "requests", "helpdesk_tickets",
  ]
}

/// Reads the objects of a JSON file, each with the rows within it.
private struct JSONTableReader: TableReader {
  private let input: InputFile
  private let shape: JSONShape
  private var flattener = JSONFlattener()
  private var ready = 0
  private var taken = 0
  /// Where the next object begins, or the file goes on.
  private var position = 0
  private var line = 1
  private var counted = 0
  private var name = ""
  private var isInArray = false
  private var isFirst = true
  private var unreadable: [UnreadableRow] = []
  private var released = 0
  let canReread = false
  let remarks: [String] = []

  init(_ input: InputFile, _ shape: JSONShape) {
    self.input = input
    self.shape = shape
    if input.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  var tables: [SourceTable] { flattener.tables.map { SourceTable(name: $0.name, columns: $0.columns) } }

  mutating func reread(at offset: Int64, into record: inout Record) -> Bool { false }

  mutating func takeUnreadable() -> [UnreadableRow] {
    defer { unreadable.removeAll() }
    return unreadable
  }

  mutating func read(into record: inout Record) throws(ImportError) -> Bool {
    while taken == ready {
      guard try readObject() else { return false }
    }
    flattener.take(taken, into: &record)
    taken += 1
    return true
  }

  // MARK: - The next object

  /// Flattens the next object; `false` at the end.
  private mutating func readObject() throws(ImportError) -> Bool {
    release()
    return shape == .lines ? readLine() : try readElement()
  }

  private mutating func release() {
    guard position - released >= 8 << 20 else { return }
    input.release(released..<position)
    released = position
  }

  /// Counts lines up to an offset, which only grows.
  private mutating func lineNumber(at offset: Int) -> Int {
    for i in counted..<max(counted, offset) where input.bytes[i] == UInt8(ascii: "\n") { line += 1 }
    counted = max(counted, offset)
    return line
  }

  /// The objects of a file of lines. One that can't be read is left out, up to the end of its line.
  private mutating func readLine() -> Bool {
    let bytes = input.bytes
    while position < bytes.count, bytes[position].isASCIISpace { position += 1 }
    guard position < bytes.count else { return false }
    let number = lineNumber(at: position)
    var json = JSONReader(UnsafeRawBufferPointer(rebasing: bytes[position...]), line: number)
    do throws(JSONError) {
      ready = try flattener.flatten(&json, table: "", offset: position, line: number)
      taken = 0
      position += json.at
    } catch {
      var end = position
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      unreadable.append(
        UnreadableRow(
          line: number, offset: Int64(position), reason: "column \(error.column): \(error.message)",
          text: input.text(at: Int64(position), length: Int64(end - position))))
      ready = 0
      taken = 0
      position = end
    }
    return true
  }

  /// The elements of the file's arrays.
  private mutating func readElement() throws(ImportError) -> Bool {
    do throws(JSONError) {
      while true {
        if !isInArray {
          guard try findArray() else { return false }
        }
        skipSpace()
        guard position < input.bytes.count else { throw fault("the file breaks off inside an array") }
        if input.bytes[position] == UInt8(ascii: "]") {
          position += 1
          isInArray = false
          if shape == .array { return false }
          continue
        }
        if !isFirst {
          guard input.bytes[position] == UInt8(ascii: ",") else { throw fault("',' or ']' was expected") }
          position += 1
          skipSpace()
        }
        isFirst = false
        let number = lineNumber(at: position)
        var json = JSONReader(UnsafeRawBufferPointer(rebasing: input.bytes[position...]), line: number)
        if try json.peek() == .object {
          ready = try flattener.flatten(&json, table: name, offset: position, line: number)
        } else {
          try json.skip()
          ready = 0
        }
        taken = 0
        position += json.at
        return true
      }
    } catch {
      throw ImportError(
        .cutShort, file: input.name, line: error.line, column: error.column,
        error.message + "; what comes after it can't be read")
    }
  }

  /// Goes to the next array of records: the file itself, or a member of its one object.
  private mutating func findArray() throws(JSONError) -> Bool {
    skipSpace()
    let bytes = input.bytes
    guard position < bytes.count else { return false }
    if shape == .array {
      position += 1
    } else {
      while true {
        skipSpace()
        guard position < bytes.count else { throw fault("the file breaks off inside an object") }
        let byte = bytes[position]
        if byte == UInt8(ascii: "}") { return false }
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: ",") {
          position += 1
          continue
        }
        // A key and its value, read as an object of one member.
        var json = JSONReader(
          UnsafeRawBufferPointer(rebasing: bytes[position...]), line: lineNumber(at: position))
        let key = try json.string()
        position += json.at
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
          throw fault("':' was expected")
        }
        position += 1
        skipSpace()
        if position < bytes.count, bytes[position] == UInt8(ascii: "["), JSONShape.wrappers.contains(key) {
          position += 1
          name = key
          break
        }
        json = JSONReader(
          UnsafeRawBufferPointer(rebasing: bytes[position...]), line: lineNumber(at: position))
        try json.skip()
        position += json.at
      }
    }
    isInArray = true
    isFirst = true
    return true
  }

  private mutating func skipSpace() {
    while position < input.bytes.count, input.bytes[position].isASCIISpace { position += 1 }
  }

  private mutating func fault(_ message: String) -> JSONError {
    JSONError(line: lineNumber(at: min(position, input.bytes.count)), column: 0, message)
  }
}
