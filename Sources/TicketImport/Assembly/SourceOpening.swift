internal import Glibc

extension Importer {
  /// Opens exports, whatever they are, and looks at them for the first time.
  ///
  /// - Parameters:
  ///   - paths: the files, in any order; `-` is standard input, a pattern with `*`, `?` or `[…]` the files it fits, and
  ///     a folder the files in it and in the folders below it. They are read in byte order of their paths.
  ///   - options: what the user says about them.
  /// - Throws: `ImportError` of kind `unreadable` for a file that can't be opened, `unusable` for one that is in
  ///   no known format or if there is no ticket in any, `options` for a mapping that fits nothing. A file that
  ///   breaks off is no error here: see ``ImportSurvey/faults``.
  /// - Complexity: O(bytes).
  public init(paths: [String], options: ImportOptions = ImportOptions()) throws(ImportError) {
    try self.init(inputs: try Self.open(paths, options), options: options)
  }

  /// Looks at opened files for the first time, in the order given. Throws as `init(paths:options:)` does.
  public init(inputs: [InputFile], options: ImportOptions = ImportOptions()) throws(ImportError) {
    try self.init(try Self.sources(of: inputs, options), options: options)
  }

  /// Opens files and the files in folders, in byte order of their paths.
  ///
  /// - Parameter head: how much of each file is opened; `nil` for all of it.
  static func open(
    _ paths: [String], _ options: ImportOptions, head: Int? = nil
  ) throws(ImportError) -> [InputFile] {
    var inputs: [InputFile] = []
    for path in try files(of: paths) {
      if let head {
        inputs.append(try InputFile.open(path, temporaryFolder: options.temporaryFolder, head: head))
      } else {
        inputs.append(try InputFile.open(path, temporaryFolder: options.temporaryFolder))
      }
    }
    return inputs
  }

  /// The files that paths, patterns and folders stand for, in byte order of their paths.
  public static func files(of paths: [String]) throws(ImportError) -> [String] {
    var all: Set<String> = []
    for path in paths {
      for match in try matches(of: path) { try add(match, to: &all) }
    }
    return all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// A source for each file, and one for all mail.
  static func sources(
    of inputs: [InputFile], _ options: ImportOptions
  ) throws(ImportError) -> [any TableSource] {
    var sources: [any TableSource] = []
    var mail: [(file: InputFile, kind: MailFormat)] = []
    var place = 0
    for input in inputs {
      switch try ContentKind(input, options) {
      case .xml(let kind): sources.append(XMLSource(input, kind: kind, options))
      case .json: sources.append(try JSONSource(input))
      case .table: sources.append(try CSVSource(input, options: options))
      case .mail(let kind):
        if mail.isEmpty { place = sources.count }
        mail.append((input, kind))
      }
    }
    if !mail.isEmpty { sources.insert(try MailSource(mail), at: place) }
    return sources
  }

  /// The paths that a pattern stands for (`*`, `?`, `[a-z]`): itself where something is called so.
  ///
  /// A shell does this before; timers and configurations do not.
  private static func matches(of pattern: String) throws(ImportError) -> [String] {
    guard pattern != "-", pattern.utf8.contains(where: { "*?[".utf8.contains($0) }) else { return [pattern] }
    if access(pattern, F_OK) == 0 { return [pattern] }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0, found.gl_pathc > 0, let paths = found.gl_pathv else {
      throw ImportError(.unreadable, file: pattern, "matches no file")
    }
    return (0..<Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
  }

  /// Adds a path, or what is in the folder there but for hidden files.
  private static func add(_ path: String, to paths: inout Set<String>) throws(ImportError) {
    var status = stat()
    guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      paths.insert(path)
      return
    }
    guard let folder = opendir(path) else { throw .system("can't be opened", file: path) }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      try add(path.hasSuffix("/") ? path + name : path + "/" + name, to: &paths)
    }
  }
}

/// What a file is, by what is in it.
enum ContentKind {
  case xml(XMLKind)
  case mail(MailFormat)
  case json
  /// Lines of fields, which almost anything can be, or a workbook.
  case table

  /// Looks at the beginning of a file.
  ///
  /// - Throws: an error of kind `unusable` for what can't be read, with what to do about it.
  init(_ input: InputFile, _ options: ImportOptions) throws(ImportError) {
    if let refusal = ContainerFormat(of: input.bytes).refusal {
      throw ImportError(.unusable, file: input.name, refusal)
    }
    let head = Array(input.bytes.prefix(64 << 10))
    if head.isEmpty { throw ImportError(.unusable, file: input.name, "is empty") }
    // White space, byte order marks and, in UTF-16, zeros may stand before the first character.
    let next = head.lazy.filter { $0 > 0x20 && $0 < 0x7F }.prefix(2)
    let first = next.first
    let second = next.dropFirst().first
    if first == UInt8(ascii: "<") {
      self = .xml(try XMLKind(input, head: head, options))
    } else if first == UInt8(ascii: "{") && (second == UInt8(ascii: "\"") || second == UInt8(ascii: "}"))
      || first == UInt8(ascii: "[") && (second == UInt8(ascii: "{") || second == UInt8(ascii: "]"))
    {
      self = .json
    } else if let format = MailFormat.detect(head[...]) {
      self = .mail(format)
    } else {
      self = .table
    }
  }
}
