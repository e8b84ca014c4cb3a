extension Importer {
  /// Opens exports, whatever they are, and looks at them for the first time.
  ///
  /// - Parameters:
  ///   - paths: the files, in any order; `-` is standard input. They are read in byte order of their paths.
  ///   - options: what the user says about them.
  /// - Throws: `ImportError` of kind `unreadable` for a file that can't be opened, `unusable` for one that is in
  ///   no known format or if there is no ticket in any, `options` for a mapping that fits nothing. A file that
  ///   breaks off is no error here: see ``ImportSurvey/faults``.
  /// - Complexity: O(bytes).
  public init(paths: [String], options: ImportOptions = ImportOptions()) throws(ImportError) {
    let ordered = Array(Set(paths)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var inputs: [InputFile] = []
    for path in ordered { inputs.append(try InputFile.open(path, temporaryFolder: options.temporaryFolder)) }
    try self.init(inputs: inputs, options: options)
  }

  /// Looks at opened files for the first time, in the order given. Throws as `init(paths:options:)` does.
  public init(inputs: [InputFile], options: ImportOptions = ImportOptions()) throws(ImportError) {
    var sources: [any TableSource] = []
    for input in inputs { sources.append(try Self.source(input, options)) }
    try self.init(sources, options: options)
  }

  /// A source for a file, by what is in it.
  static func source(_ input: InputFile, _ options: ImportOptions) throws(ImportError) -> any TableSource {
    if let refusal = ContainerFormat(of: input.bytes).refusal {
      throw ImportError(.unusable, file: input.name, refusal)
    }
    let head = Array(input.bytes.prefix(64 << 10))
    switch ContentKind(head) {
    case .empty:
      throw ImportError(.unusable, file: input.name, "is empty")
    case .xml:
      guard let kind = XMLFormat.detect(head[...]) else {
        throw ImportError(
          .unusable, file: input.name,
          "is XML, but no export that is known (ServiceNow, Jira RSS, Bugzilla, Rails)")
      }
      return XMLSource(input, kind: kind, recover: options.recover)
    case .json:
      return try JSONSource(input)
    case .table where MailFormat.detect(head[...]) != nil:
      return try MailSource(input, kind: MailFormat.detect(head[...]) ?? .mbox)
    case .table:
      return try CSVSource(input, options: options)
    }
  }
}

/// What a file is, by its first bytes.
enum ContentKind {
  case empty, xml, json
  /// Lines of fields, which almost anything can be.
  case table

  /// Looks at the beginning of a file.
  init(_ head: [UInt8]) {
    if head.isEmpty {
      self = .empty
    } else {
      // White space, byte order marks and, in UTF-16, zeros may stand before the first character.
      let first = head.first { $0 > 0x20 && $0 < 0x7F }
      switch first {
      case UInt8(ascii: "<"): self = .xml
      case UInt8(ascii: "{"), UInt8(ascii: "["): self = Self.looksLikeJSON(head) ? .json : .table
      default: self = .table
      }
    }
  }

  /// Whether an object's first key, or an array's first element, comes after the opening.
  private static func looksLikeJSON(_ head: [UInt8]) -> Bool {
    let next = head.lazy.filter { $0 > 0x20 && $0 < 0x7F }.prefix(2)
    guard let open = next.first, let second = next.dropFirst().first else { return false }
    return open == UInt8(ascii: "{")
      ? second == UInt8(ascii: "\"") || second == UInt8(ascii: "}")
      : second == UInt8(ascii: "{") || second == UInt8(ascii: "]")
  }
}
