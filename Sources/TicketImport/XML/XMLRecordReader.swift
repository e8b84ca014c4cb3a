import CXMLShims

/// Reads the records of an XML export, of several tables if it has them, in one pass and bounded memory.
///
///     var reader = try XMLRecordReader(.bugzilla, file: "bugs.xml") { nextPiece() }
///     var record = Record()
///     while try reader.read(into: &record) {
///       print(reader.tables[record.table], reader.columns(ofTable: record.table), record.string(0))
///     }
///
/// A record comes as soon as its outermost element is closed, before the records within it: an item, then its
/// comments. Tables and columns are found on the way: a record has fields for the columns that were known when
/// it was closed. Values that are nothing but space are empty; a field that occurs more than once in a record
/// has its values joined.
///
/// Nothing is fetched: no DTD, no external entity. Entities that the file itself declares are replaced within
/// libxml2's limits on their growth. A file that breaks off or is not well-formed gives every record closed
/// before that place, and then the error.
///
/// `Record.line` is the line of the element's `<`. `Record.offset` is its place, and `Record.length` reaches to the
/// end of its closing tag, if the file is UTF-8 or ASCII; in another encoding the offset is that of the piece
/// (at most 32 KiB) in which the element's tag was read, and the length 0.
///
/// A reader is used by one task, and a copy of one goes on with the same parse: don't copy it.
public struct XMLRecordReader: RecordReader {
  /// Longest value of a field, as libxml2 has it for text that it keeps.
  public static let fieldLimit = 10_000_000
  /// Most bytes of a record together with the records in it.
  public static let recordLimit = 64 << 20

  private struct Frame {
    var node: Int32
    /// The child element or attribute met last.
    var previous: Int32 = -1
    /// The cell that the element's text goes into; -1 for none yet.
    var cell: Int32 = -1
    /// For a named field the first cell of its value.
    var firstCell = 0
    var hasChildren = false
  }

  /// Bytes handed to libxml2 at once: text and events of a batch stay in the second-level cache.
  private static let pieceSize = 1 << 15

  private let file: String
  private let next: () throws(ImportError) -> ArraySlice<UInt8>
  private let separator: [UInt8]
  private let parser: XMLEventParser
  private var filter: ControlCharacterFilter?

  private var chunk: ArraySlice<UInt8> = []
  private var pieceOffset: Int64 = 0
  private var nextOffset: Int64 = 0
  private var isAtEnd = false
  private var failure: ImportError?
  /// The next event of the batch.
  private var cursor = 0

  private var tree: XMLElementTree
  private var frames = [Frame(node: 0)]
  private var fieldName: [UInt8] = []

  /// The innermost open record; the ones around it; those of the same outermost one that are closed, which
  /// become the records to give out when that one closes; and emptied ones for later.
  private var current = XMLRecordAssembly()
  private var outer: [XMLRecordAssembly] = []
  private var closed: [XMLRecordAssembly] = []
  private var spare: [XMLRecordAssembly] = []
  private var openRecords = 0
  private var startedRecords = 0
  private var ready = 0
  /// Bytes and bookkeeping of the open outermost record so far.
  private var size = 0

  /// Opens a reader of records laid out as `layout` says.
  ///
  /// - Parameters:
  ///   - file: The file as the user named it, for messages.
  ///   - encoding: The name of its encoding if that is known better than the file says (or does not say: then
  ///     it is UTF-8, or UTF-16 with a byte order mark).
  ///   - recover: Whether to read past control characters, which XML forbids; ``controlCharacters`` counts them.
  ///   - next: Gives the next bytes of the file, in pieces of any size, and an empty one at the end.
  /// - Throws: `ImportError` of kind `.options` for an encoding that is not known.
  public init(
    _ layout: XMLRecordLayout, file: String, encoding: String? = nil, recover: Bool = false,
    next: @escaping () throws(ImportError) -> ArraySlice<UInt8>
  ) throws(ImportError) {
    guard let parser = XMLEventParser(encoding: encoding) else {
      throw ImportError(.options, file: file, "unknown encoding \(encoding ?? ""); try UTF-8 or windows-1252")
    }
    self.file = file
    self.next = next
    self.parser = parser
    separator = Array(layout.separator.utf8)
    tree = XMLElementTree(layout)
    filter = recover ? ControlCharacterFilter() : nil
  }

  /// The names of the tables met so far, in the order in which they were; `Record.table` is an index of it.
  public var tables: [String] { tree.tables.map(\.name) }

  /// The names of the columns of a table met so far. Later records may add to its end.
  public func columns(ofTable table: Int) -> [String] {
    tree.tables.indices.contains(table) ? tree.tables[table].columns : []
  }

  /// How many control characters were taken out or replaced by a space (only with `recover`).
  public var controlCharacters: Int { filter?.count ?? 0 }

  /// Fills `record` with the next record; `false` at the end.
  ///
  /// - Throws: `ImportError` of kind `.cutShort` where the file is not well-formed, breaks off, or passes a
  ///   limit; of kind `.unusable` if it has more different elements than any export; or what `next` throws.
  public mutating func read(into record: inout Record) throws(ImportError) -> Bool {
    while true {
      if openRecords == 0 && ready < closed.count {
        give(&record)
        return true
      }
      if cursor < parser.events.count {
        readEvents()
      } else if var failure {
        if openRecords > 0 {
          failure.message +=
            "; the record that begins in line \(outer.first?.line ?? current.line) is left out"
        }
        throw failure
      } else if isAtEnd {
        return false
      } else {
        try feed()
      }
    }
  }

  // MARK: - Bytes in

  private mutating func feed() throws(ImportError) {
    if chunk.isEmpty {
      chunk = try next()
      isAtEnd = chunk.isEmpty
    }
    var piece = chunk.prefix(Self.pieceSize)
    chunk = chunk.dropFirst(piece.count)
    pieceOffset = nextOffset
    nextOffset += Int64(piece.count)
    if let filtered = filter?.filter(piece, last: isAtEnd) { piece = filtered[...] }
    cursor = 0
    if !parser.feed(piece, last: isAtEnd) {
      let (line, column, message) = parser.failure
      var text = "not well-formed XML: \(message)"
      if parser.failedAtCharacter { text += " (recovering reads past control characters)" }
      failure = ImportError(.cutShort, file: file, line: line, column: column, text)
    }
  }

  // MARK: - Events

  /// Takes in events until an outermost record is closed or the batch is at its end.
  private mutating func readEvents() {
    let events = parser.events
    while cursor < events.count {
      let event = events[cursor]
      cursor += 1
      switch event.kind {
      case .start: start(event)
      case .attribute: addAttribute(event)
      case .text: addText(event)
      case .end:
        if end(event) { return }
      }
    }
  }

  private mutating func start(_ event: cxml_event) {
    let top = frames.count - 1
    let parent = frames[top]
    guard
      let node = tree.child(
        of: parent.node, after: parent.previous, name: event.name, isAttribute: false, in: parser)
    else {
      return stop(.unusable, line: Int(event.line), "more than \(XMLElementTree.nodeLimit) kinds of elements")
    }
    if parent.cell >= 0 {
      current.dropBlankCell(parent.cell)
      if Int(parent.cell) >= current.cells.count { frames[top].cell = -1 }
    }
    frames[top].previous = node
    frames[top].hasChildren = true
    var frame = Frame(node: node)
    switch tree.nodes[Int(node)].role {
    case .record: startRecord(event, node)
    case .namedField:
      frame.firstCell = current.cells.count
      fieldName.removeAll(keepingCapacity: true)
    case .outside, .field, .fieldName, .fieldValue, .skipped: break
    }
    frames.append(frame)
  }

  private mutating func startRecord(_ event: cxml_event, _ node: Int32) {
    let parent = current.order
    if openRecords > 0 {
      outer.append(current)
      current = spare.popLast() ?? XMLRecordAssembly()
    } else {
      for var assembly in closed {
        assembly.clear()
        spare.append(assembly)
      }
      closed.removeAll(keepingCapacity: true)
      current = spare.popLast() ?? XMLRecordAssembly()
      startedRecords = 0
      ready = 0
      size = 0
    }
    current.table = tree.nodes[Int(node)].table
    current.keys = tree.nodes[Int(node)].element?.keys ?? []
    current.order = startedRecords
    current.parent = parent
    current.line = Int(event.line)
    current.offset = original(event.offset) ?? pieceOffset
    openRecords += 1
    startedRecords += 1
    grow(by: MemoryLayout<XMLRecordAssembly>.size, at: event)
  }

  private mutating func addAttribute(_ event: cxml_event) {
    let top = frames.count - 1
    guard
      let node = tree.child(
        of: frames[top].node, after: frames[top].previous, name: event.name, isAttribute: true, in: parser)
    else {
      return stop(.unusable, line: current.line, "more than \(XMLElementTree.nodeLimit) kinds of elements")
    }
    frames[top].previous = node
    switch tree.nodes[Int(node)].role {
    case .field:
      guard let column = tree.column(of: node, in: parser) else { return stopForColumns() }
      addCell(column, event)
    case .fieldName: fieldName.append(contentsOf: parser.bytes(of: event))
    case .outside, .record, .namedField, .fieldValue, .skipped: break
    }
  }

  private mutating func addText(_ event: cxml_event) {
    let top = frames.count - 1
    let node = frames[top].node
    switch tree.nodes[Int(node)].role {
    case .field, .record:
      if extendCell(of: top, event) { return }
      guard let column = tree.column(of: node, in: parser) else { return stopForColumns() }
      frames[top].cell = addCell(column, event)
    case .namedField, .fieldValue:
      if !extendCell(of: top, event) { frames[top].cell = addCell(-1, event) }
    case .fieldName:
      fieldName.append(contentsOf: parser.bytes(of: event))
      grow(by: Int(event.count), at: event)
    case .outside, .skipped: break
    }
  }

  /// Notes the end of an element; whether it was an outermost record.
  private mutating func end(_ event: cxml_event) -> Bool {
    guard frames.count > 1, let frame = frames.popLast() else { return false }
    let role = tree.nodes[Int(frame.node)].role
    if role == .outside || role == .skipped { return false }
    current.dropBlankCell(frame.cell)
    switch role {
    case .field:
      if !frame.hasChildren && tree.column(of: frame.node, in: parser) == nil { stopForColumns() }
    case .namedField: nameCells(from: frame.firstCell, node: frame.node)
    case .record: return endRecord(event)
    case .outside, .fieldName, .fieldValue, .skipped: break
    }
    return false
  }

  private mutating func nameCells(from first: Int, node: Int32) {
    guard let named = tree.nodes[Int(node)].namedField else { return }
    let name = named.prefix + String(decoding: fieldName, as: UTF8.self) + named.suffix
    guard let column = tree.column(named: name, inTable: current.table) else { return stopForColumns() }
    for cell in current.cells.indices.dropFirst(first) { current.cells[cell].column = column }
  }

  private mutating func endRecord(_ event: cxml_event) -> Bool {
    current.length = event.offset < 0 ? 0 : (original(event.offset) ?? 0) - current.offset
    openRecords -= 1
    closed.append(current)
    current = outer.popLast() ?? XMLRecordAssembly()
    if openRecords > 0 { return false }
    if closed.count > 1 { sortClosed() }
    return true
  }

  /// Puts the outermost record before those in it, and notes what names them to each other.
  private mutating func sortClosed() {
    closed.sort { $0.order < $1.order }  // so that the order is the index
    var isNamed = Array(repeating: false, count: closed.count)
    for child in closed.indices.dropFirst() {
      let parent = closed[child].parent
      if isNamed[parent] { continue }
      isNamed[parent] = true
      closed[parent].key = Array(closed[parent].findKey(in: tree.tables[Int(closed[parent].table)]))
    }
  }

  private mutating func original(_ offset: Int64) -> Int64? {
    if offset < 0 { return nil }
    return filter?.original(offset) ?? offset
  }

  // MARK: - Values

  /// Adds a value and returns the number of its cell; -1 if it is empty.
  @discardableResult
  private mutating func addCell(_ column: Int32, _ event: cxml_event) -> Int32 {
    if event.count == 0 { return -1 }
    let start = current.bytes.count
    current.bytes.append(contentsOf: parser.bytes(of: event))
    current.cells.append(.init(column: column, start: start, end: current.bytes.count))
    grow(by: Int(event.count) + MemoryLayout<XMLRecordAssembly.Cell>.size, at: event)
    return Int32(clamping: current.cells.count - 1)
  }

  /// Adds to the last cell if it belongs to the element of that frame.
  private mutating func extendCell(of frame: Int, _ event: cxml_event) -> Bool {
    let cell = Int(frames[frame].cell)
    guard cell >= 0 && cell == current.cells.count - 1 else { return false }
    current.bytes.append(contentsOf: parser.bytes(of: event))
    current.cells[cell].end = current.bytes.count
    if current.bytes.count - current.cells[cell].start > Self.fieldLimit {
      stop(.cutShort, line: current.line, "a field of the record here has more than \(Self.fieldLimit) bytes")
    }
    grow(by: Int(event.count), at: event)
    return true
  }

  private mutating func give(_ record: inout Record) {
    let key = ready == 0 ? nil : closed[closed[ready].parent].key
    let columnCount = tree.tables[Int(closed[ready].table)].columns.count
    closed[ready].finish(into: &record, columnCount: columnCount, parentKey: key, separator: separator)
    ready += 1
  }

  // MARK: - Limits

  private mutating func grow(by bytes: Int, at event: cxml_event) {
    size += bytes
    if size > Self.recordLimit {
      stop(.cutShort, line: current.line, "the record here has more than \(Self.recordLimit) bytes")
    }
  }

  private mutating func stopForColumns() {
    stop(.unusable, line: current.line, "a table of more than \(XMLElementTree.columnLimit) columns")
  }

  /// Gives up on the file: the open record and everything after it are left out.
  private mutating func stop(_ kind: ImportError.Kind, line: Int, _ message: String) {
    failure = ImportError(kind, file: file, line: line, message)
    cursor = .max
    openRecords = 0
    closed.removeAll()
    ready = 0
  }
}
