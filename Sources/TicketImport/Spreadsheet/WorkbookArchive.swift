internal import CCompressionShims
internal import CXMLShims

/// The XML files ("parts") inside an Excel workbook, which is a ZIP archive of them.
///
/// A class, so that the archive is closed when nobody reads from it any more.
final class WorkbookArchive {
  /// What is met in a part, in its order. Attributes follow their element's start; a text may come in pieces.
  enum Event {
    case start(Name)
    case attribute(Name, UnsafeBufferPointer<UInt8>)
    case text(UnsafeBufferPointer<UInt8>)
    case end(Name)
  }

  /// The names of elements and attributes that matter here, without their prefixes.
  enum Name: String {
    case relationship = "Relationship"
    case id = "Id"
    case type = "Type"
    case target = "Target"
    case workbookProperties = "workbookPr"
    case startsIn1904 = "date1904"
    case sheet, name, state
    case relationshipID = "r:id"
    case numberFormat = "numFmt"
    case numberFormatID = "numFmtId"
    case formatCode
    case cellFormats = "cellXfs"
    case format = "xf"
    case stringItem = "si"
    case phonetic = "rPh"
    /// An element with text; as an attribute a cell's type.
    case t
    case row
    /// A row's number, or a cell's place.
    case r
    case cell = "c"
    /// A cell's style.
    case s
    case value = "v"
    case merge = "mergeCell"
    case reference = "ref"
    case other = ""
  }

  private let handle: OpaquePointer
  /// Holds the bytes that the archive is read from.
  let file: InputFile

  /// Opens a file that is a ZIP archive.
  ///
  /// - Throws: an error of kind `unusable` if it is damaged.
  init(_ file: InputFile) throws(ImportError) {
    let bytes = file.bytes
    guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
      let handle = czip_archive_open(base, bytes.count)
    else {
      throw ImportError(.unusable, file: file.name, "is a damaged ZIP archive or workbook")
    }
    self.handle = handle
    self.file = file
  }

  deinit { czip_archive_close(handle) }

  /// Gives what is in a part to `visit`.
  ///
  /// - Returns: whether there is such a part.
  /// - Throws: an error of kind `unusable` if it is damaged, or what `visit` throws.
  /// - Complexity: O(bytes of the part), unpacked 32 KiB at a time.
  func read(_ part: String, _ visit: (Event) throws(ImportError) -> Void) throws(ImportError) -> Bool {
    guard let entry = czip_entry_open(handle, part) else { return false }
    defer { czip_entry_close(entry) }
    guard let parser = XMLEventParser() else {
      throw ImportError(.unreadable, file: file.name, "can't be read: out of memory")
    }
    var names: [Name] = []
    var openElements: [Name] = []
    var piece = [UInt8](repeating: 0, count: 1 << 15)
    while true {
      let count = piece.withUnsafeMutableBufferPointer { piece in
        piece.baseAddress.map { czip_entry_read(entry, $0, piece.count) } ?? -1
      }
      guard count >= 0 else { throw damaged(part, "its packed data are damaged") }
      let isWhole = parser.feed(piece.prefix(Int(count)), last: count == 0)
      for event in parser.events {
        func name() -> Name {
          while names.count <= Int(event.name) { names.append(Self.name(parser.name(UInt32(names.count)))) }
          return names[Int(event.name)]
        }
        switch event.kind {
        case .start:
          openElements.append(name())
          try visit(.start(name()))
        case .attribute: try visit(.attribute(name(), parser.bytes(of: event)))
        case .text: try visit(.text(parser.bytes(of: event)))
        case .end: try visit(.end(openElements.popLast() ?? .other))
        }
      }
      guard isWhole else { throw damaged(part, parser.failure.message) }
      if count == 0 { return true }
    }
  }

  private static func name(_ text: String) -> Name {
    if let name = Name(rawValue: text) { return name }
    if text.hasSuffix(":id") { return .relationshipID }  // whatever the prefix
    return Name(rawValue: String(text.drop { $0 != ":" }.dropFirst())) ?? .other
  }

  private func damaged(_ part: String, _ message: String) -> ImportError {
    ImportError(.unusable, file: file.name, "is a damaged workbook: \(part): \(message)")
  }
}
