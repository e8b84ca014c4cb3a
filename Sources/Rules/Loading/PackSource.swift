internal import Yams

/// What is wrong with a pack, shown with its line and a caret.
public struct PackError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file as it was named.
  public var file: String
  /// Line from 1.
  public var line: Int
  /// Column from 1.
  public var column: Int
  /// What is wrong and what was expected.
  public var message: String
  /// The line itself.
  public var source: String

  /// `file:line:column: message`, the line, and a caret under the place.
  public var description: String {
    let place = "\(file):\(line):\(column): \(message)"
    if source.isEmpty { return place }
    return place + "\n  " + source + "\n  " + String(repeating: " ", count: max(0, column - 1)) + "^"
  }
}

/// Reads packs from YAML. Every scalar is read as a string (`NO`, `ON` and `1.10` stay what was written).
public struct PackSource {
  private let file: String
  private let lines: [Substring]

  /// Parses one pack.
  ///
  /// - Parameters:
  ///   - text: The YAML.
  ///   - file: What to call it in errors.
  /// - Throws: ``PackError`` at the first thing that does not fit.
  public static func parse(_ text: String, file: String) throws(PackError) -> Pack {
    try PackSource(file: file, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
      .pack(of: text)
  }

  func fault(_ node: Node?, _ message: String) -> PackError {
    fault(line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1, message)
  }

  func fault(line: Int, column: Int, _ message: String) -> PackError {
    let source = lines.indices.contains(line - 1) ? String(lines[line - 1]) : ""
    return PackError(file: file, line: line, column: column, message: message, source: source)
  }

  func pack(of text: String) throws(PackError) -> Pack {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        throw fault(line: mark.line, column: mark.column, problem)
      default: throw fault(line: 1, column: 1, "\(error)")
      }
    } catch {
      throw fault(line: 1, column: 1, "\(error)")
    }
    guard let root, let mapping = root.mapping else {
      throw fault(root, "a pack is a mapping of keys to values")
    }
    try refuseUnknownKeys(of: mapping, known: Self.packKeys.union(Self.descriptionKeys))
    guard let name = try string("pack", in: mapping), !name.isEmpty else {
      throw fault(root, "the key “pack” is missing: say which rule these entries are for")
    }
    guard try string("version", in: mapping) == "1" else {
      throw fault(mapping["version"] ?? root, "“version: 1” is expected")
    }
    let formName = try string("extends", in: mapping)
    guard let form = formName.map({ Pack.Form(rawValue: $0) }) ?? .lexicon else {
      throw fault(
        mapping["extends"],
        "“extends” is one of " + Pack.Form.allCases.map(\.rawValue).joined(separator: ", "))
    }
    var pack = Pack(name: name, language: try string("language", in: mapping) ?? "en", form: form)
    if let revision = try string("revision", in: mapping) {
      guard let number = Int(revision) else { throw fault(mapping["revision"], "“revision” is a number") }
      pack.revision = number
    }
    if let most = try string("max", in: mapping) {
      guard let number = Int(most), number >= 0 else { throw fault(mapping["max"], "“max” is a number") }
      pack.most = number
    }
    pack.unless = try strings("unless", in: mapping)
    pack.description = try description(of: mapping)
    pack.message = try string("message", in: mapping) ?? ""
    pack.suggestion = try string("suggestion", in: mapping) ?? ""
    for node in try sequence("tokens", in: mapping) {
      pack.entries.append(PackEntry(title: try scalar(node), patterns: [try pattern(node)]))
    }
    if let swaps = mapping["swap"] {
      guard let swaps = swaps.mapping else {
        throw fault(swaps, "“swap” maps phrases to what to write instead")
      }
      for (key, value) in swaps {
        var entry = PackEntry(title: try scalar(key), patterns: [try pattern(key)])
        entry.replacements = [try scalar(value)]
        pack.entries.append(entry)
      }
    }
    for node in try sequence("exceptions", in: mapping) { pack.exceptions.append(try pattern(node)) }
    for node in try sequence("entries", in: mapping) {
      pack.entries.append(try entry(node))
      // Right where it stands in these phrases.
      for other in try sequence("except", in: node.mapping ?? [:]) {
        pack.exceptions.append(try pattern(other))
      }
    }
    if let examples = mapping["examples"] {
      guard let examples = examples.mapping else {
        throw fault(examples, "“examples” holds finds and ignores")
      }
      pack.finds = try strings("finds", in: examples)
      pack.ignores = try strings("ignores", in: examples)
    }
    if pack.entries.isEmpty { throw fault(root, "a pack needs “tokens”, “swap” or “entries”") }
    return pack
  }

  private static let packKeys: Set<String> = [
    "version", "pack", "extends", "revision", "language", "level", "message", "suggestion", "tokens",
    "exceptions", "entries", "swap", "max", "examples", "unless",
  ]
  private static let entryKeys: Set<String> = [
    "term", "name", "find", "use", "expansion", "plain", "level", "also", "context", "category", "kind",
    "ambiguous", "others", "except", "reply",
  ]

  func entry(_ node: Node) throws(PackError) -> PackEntry {
    guard let mapping = node.mapping else { throw fault(node, "an entry is a mapping such as {term: …}") }
    try refuseUnknownKeys(of: mapping, known: Self.entryKeys)
    guard let head = mapping["term"] ?? mapping["name"] ?? mapping["find"] else {
      throw fault(node, "an entry needs “term”, “name” or “find”")
    }
    // Names are written as they are: “<a>” is a tag, not a gap.
    let isName = mapping["find"] == nil
    var entry = PackEntry(
      title: try scalar(head), patterns: [isName ? .literal(try scalar(head)) : try pattern(head)])
    if mapping["expansion"] != nil, let capitals = Self.capitals(entry.title) { entry.patterns = [capitals] }
    for other in try sequence("also", in: mapping) {
      entry.patterns.append(isName ? .literal(try scalar(other)) : try pattern(other))
    }
    entry.replacements = try strings("use", in: mapping)
    entry.expansion = try string("expansion", in: mapping) ?? ""
    entry.plain = try string(mapping["plain"] != nil ? "plain" : "reply", in: mapping) ?? ""
    entry.level = try string("level", in: mapping) ?? ""
    entry.category = try string(mapping["category"] != nil ? "category" : "kind", in: mapping) ?? ""
    entry.context = try strings("context", in: mapping).map { $0.lowercased() }
    entry.isAmbiguous = try string("ambiguous", in: mapping) == "true"
    return entry
  }

  /// An acronym of capitals is looked for in capitals only: "IT" is not "it".
  static func capitals(_ term: String) -> PhrasePattern? {
    guard term.utf8.count >= 2,
      term.utf8.allSatisfy({ (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) })
    else { return nil }
    return PhrasePattern(elements: [.capitals(term.lowercased())])
  }

  func pattern(_ node: Node) throws(PackError) -> PhrasePattern {
    let text = try scalar(node)
    do {
      return try PhrasePattern.parse(text)
    } catch {
      let mark = node.mark
      throw fault(line: mark?.line ?? 1, column: (mark?.column ?? 1) + error.offset + 1, error.message)
    }
  }

  func refuseUnknownKeys(of mapping: Node.Mapping, known: Set<String>) throws(PackError) {
    for (key, _) in mapping {
      let name = key.scalar?.string ?? ""
      if !known.contains(name) {
        throw fault(key, "unknown key “\(name)”; known are " + known.sorted().joined(separator: ", "))
      }
    }
  }

  func scalar(_ node: Node) throws(PackError) -> String {
    guard let scalar = node.scalar else { throw fault(node, "a text is expected here") }
    return scalar.string
  }

  func string(_ key: String, in mapping: Node.Mapping) throws(PackError) -> String? {
    guard let node = mapping[key] else { return nil }
    return try scalar(node)
  }

  func sequence(_ key: String, in mapping: Node.Mapping) throws(PackError) -> [Node] {
    guard let node = mapping[key] else { return [] }
    guard let sequence = node.sequence else { throw fault(node, "“\(key)” is a list") }
    return Array(sequence)
  }

  func strings(_ key: String, in mapping: Node.Mapping) throws(PackError) -> [String] {
    var strings: [String] = []
    for node in try sequence(key, in: mapping) { strings.append(try scalar(node)) }
    return strings
  }
}
