/// What the cells of a workbook's sheets refer to: its sheets, date formats and shared texts.
final class Workbook {
  /// A worksheet and where it is in the archive.
  struct Sheet: Equatable {
    var name: String
    var part: String
    var isHidden: Bool
  }

  /// The sheets in the order of their tabs.
  let sheets: [Sheet]
  /// Whether days are counted from 1904 instead of 1900.
  let startsIn1904: Bool
  /// How numbers of each cell style are shown.
  let styles: [NumberStyle]
  /// The texts that cells share, back to back, and where each ends.
  private let strings: InputFile
  private let stringEnds: [Int]
  let archive: WorkbookArchive

  /// Opens a workbook and reads what all sheets need.
  ///
  /// - Throws: an error of kind `unusable` if the archive holds no workbook, or a damaged one; `unreadable` if
  ///   a temporary file can't be written.
  init(_ file: InputFile) throws(ImportError) {
    let archive = try WorkbookArchive(file)
    let root = try Self.relationships(of: "", in: archive).first { $0.type.hasSuffix("/officeDocument") }
    guard let workbook = root?.part, workbook.hasSuffix(".xml") else {
      throw ImportError(
        .unusable, file: file.name,
        "is a ZIP archive without an Excel workbook in it; unpack it and name the files")
    }
    let related = try Self.relationships(of: workbook, in: archive)
    func part(_ type: String) -> String { related.first { $0.type.hasSuffix("/" + type) }?.part ?? "" }

    var sheets: [Sheet] = []
    var startsIn1904 = false
    var ids: [String] = []
    var element = WorkbookArchive.Name.other
    _ = try archive.read(workbook) { (event) throws(ImportError) in
      switch event {
      case .start(let name):
        element = name
        if name == .sheet {
          sheets.append(Sheet(name: "", part: "", isHidden: false))
          ids.append("")
        }
      case .attribute(let name, let value):
        let text = String(decoding: value, as: UTF8.self)
        switch (element, name) {
        case (.sheet, .name): sheets[sheets.count - 1].name = text
        case (.sheet, .state): sheets[sheets.count - 1].isHidden = text != "visible"
        case (.sheet, .relationshipID), (.sheet, .id): ids[ids.count - 1] = text
        case (.workbookProperties, .startsIn1904): startsIn1904 = text == "1" || text == "true"
        default: break
        }
      default: break
      }
    }
    // Charts have tabs too.
    for (i, id) in ids.enumerated() {
      sheets[i].part = related.first { $0.id == id && $0.type.hasSuffix("/worksheet") }?.part ?? ""
    }
    self.sheets = sheets.filter { !$0.part.isEmpty }
    self.startsIn1904 = startsIn1904
    styles = try NumberStyle.all(in: part("styles"), of: archive)

    var ends: [Int] = []
    strings = try file.derived { (spool) throws(ImportError) in
      ends = try Self.copyStrings(of: part("sharedStrings"), in: archive, to: &spool)
    }
    stringEnds = ends
    self.archive = archive
  }

  /// The sheet of that name, or the first that is not hidden.
  ///
  /// - Throws: an error of kind `options` if there is none of that name, `unusable` if there is none at all.
  func sheet(named name: String?) throws(ImportError) -> Sheet {
    if let name {
      if let sheet = sheets.first(where: { $0.name == name }) { return sheet }
      let names = sheets.map { "'\($0.name)'" }.joined(separator: ", ")
      throw ImportError(.options, file: archive.file.name, "has no sheet '\(name)'; its sheets are \(names)")
    }
    guard let sheet = sheets.first(where: { !$0.isHidden }) ?? sheets.first else {
      throw ImportError(.unusable, file: archive.file.name, "is a workbook without sheets")
    }
    return sheet
  }

  /// Appends a shared text; nothing if there is none of that number.
  func appendString(_ number: Int, to text: inout [UInt8]) {
    guard stringEnds.indices.contains(number) else { return }
    let start = number == 0 ? 0 : stringEnds[number - 1]
    text.append(contentsOf: UnsafeRawBufferPointer(rebasing: strings.bytes[start..<stringEnds[number]]))
  }

  // MARK: Parts

  private struct Relationship {
    var id = ""
    var type = ""
    var part = ""
  }

  /// The parts that a part refers to; "" is the archive itself.
  private static func relationships(
    of part: String, in archive: WorkbookArchive
  ) throws(ImportError) -> [Relationship] {
    var found: [Relationship] = []
    let path = part.split(separator: "/")
    let folder = path.dropLast().map(String.init)
    let list = (folder + ["_rels", (path.last.map(String.init) ?? "") + ".rels"]).joined(separator: "/")
    _ = try archive.read(list) { (event) throws(ImportError) in
      switch event {
      case .start(.relationship): found.append(Relationship())
      case .attribute(let name, let value) where !found.isEmpty:
        let text = String(decoding: value, as: UTF8.self)
        switch name {
        case .id: found[found.count - 1].id = text
        case .type: found[found.count - 1].type = text
        case .target: found[found.count - 1].part = resolve(text, in: folder)
        default: break
        }
      default: break
      }
    }
    return found
  }

  /// A target as a path from the top of the archive.
  private static func resolve(_ target: String, in folder: [String]) -> String {
    var path = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      if step == ".." { _ = path.popLast() } else if step != "." { path.append(String(step)) }
    }
    return path.joined(separator: "/")
  }

  /// Copies the shared texts one after the other and gives where each ends.
  private static func copyStrings(
    of part: String, in archive: WorkbookArchive, to spool: inout SpoolFile
  ) throws(ImportError) -> [Int] {
    var ends: [Int] = []
    var size = 0
    var text = CellText()
    _ = try archive.read(part) { (event) throws(ImportError) in
      text.take(event)
      guard case .end(.stringItem) = event else { return }
      let bytes = text.finish()
      try spool.write(bytes)
      size += bytes.count
      ends.append(size)
    }
    return ends
  }
}
