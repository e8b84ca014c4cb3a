import TextAnalysis
internal import Yams

/// Reads packs from YAML. Every scalar is read as a string (`NO`, `ON` and `1.10` stay what was written).
public struct PackSource {
  let file: YAMLFile

  /// Parses one pack.
  ///
  /// - Parameters:
  ///   - text: The YAML.
  ///   - file: What to call it in errors.
  /// - Throws: ``YAMLError`` at the first thing that does not fit.
  public static func parse(_ text: String, file: String) throws(YAMLError) -> Pack {
    try PackSource(file: YAMLFile(text, name: file)).pack()
  }

  private func pack() throws(YAMLError) -> Pack {
    let root = try file.root("a pack is a mapping of keys to values")
    let mapping = try file.mapping(root, "a pack is a mapping of keys to values")
    try file.refuseUnknownKeys(of: mapping, known: Self.packKeys.union(Self.descriptionKeys))
    guard let name = try file.string("pack", in: mapping), !name.isEmpty else {
      throw file.fault(root, "the key “pack” is missing: say which rule these entries are for")
    }
    try file.requireVersion(mapping)
    let forms = Pack.Form.allCases.map { (word: $0.rawValue, value: $0) }
    let form = try file.choice("extends", of: forms, in: mapping) ?? .lexicon
    var pack = Pack(name: name, language: try file.string("language", in: mapping) ?? "en", form: form)
    pack.revision = try file.number("revision", in: mapping) ?? pack.revision
    pack.most = try file.number("max", in: mapping) ?? pack.most
    pack.unless = try file.strings("unless", in: mapping)
    pack.description = try description(of: mapping)
    pack.message = try file.string("message", in: mapping) ?? ""
    pack.suggestion = try file.string("suggestion", in: mapping) ?? ""
    for node in try file.sequence("tokens", in: mapping) {
      pack.entries.append(PackEntry(title: try file.scalar(node), patterns: [try pattern(node)]))
    }
    if let swaps = mapping["swap"] {
      guard let swaps = swaps.mapping else {
        throw file.fault(swaps, "“swap” maps phrases to what to write instead")
      }
      for (key, value) in swaps {
        var entry = PackEntry(title: try file.scalar(key), patterns: [try pattern(key)])
        entry.replacements = [try file.scalar(value)]
        pack.entries.append(entry)
      }
    }
    for node in try file.sequence("first", in: mapping) {
      pack.entries.append(PackEntry(title: try file.scalar(node), patterns: [try pattern(node)]))
    }
    for node in try file.sequence("second", in: mapping) {
      var entry = PackEntry(title: try file.scalar(node), patterns: [try pattern(node)])
      entry.category = Pack.second
      pack.entries.append(entry)
    }
    try readFormula(into: &pack, of: mapping)
    if form == .repetition, let tokens = mapping["tokens"] {
      throw file.fault(
        tokens, "a repetition finds any word twice; leave “tokens” out, name “exceptions” instead")
    }
    for node in try file.sequence("exceptions", in: mapping) {
      if form == .repetition {
        // Looked for, so that what is found can be left alone.
        pack.entries.append(PackEntry(title: try file.scalar(node), patterns: [try pattern(node)]))
      } else {
        pack.exceptions.append(try pattern(node))
      }
    }
    for node in try file.sequence("entries", in: mapping) {
      pack.entries.append(try entry(node))
      // Right where it stands in these phrases.
      for other in try file.sequence("except", in: node.mapping ?? [:]) {
        pack.exceptions.append(try pattern(other))
      }
    }
    if let examples = mapping["examples"] {
      guard let examples = examples.mapping else {
        throw file.fault(examples, "“examples” holds finds and ignores")
      }
      pack.finds = try file.strings("finds", in: examples)
      pack.ignores = try file.strings("ignores", in: examples)
    }
    try requireSomething(in: pack, root)
    return pack
  }

  /// A metric's formula and what it is compared with.
  private func readFormula(into pack: inout Pack, of mapping: Node.Mapping) throws(YAMLError) {
    guard let text = try file.string("formula", in: mapping) else { return }
    do {
      _ = try Formula(text)
    } catch {
      let mark = mapping["formula"]?.mark
      throw file.fault(line: mark?.line ?? 1, column: (mark?.column ?? 1) + error.offset, error.message)
    }
    pack.formula = text
    pack.condition = try file.string("condition", in: mapping) ?? ""
    guard Condition(pack.condition) != nil else {
      throw file.fault(
        mapping["condition"] ?? mapping["formula"], "“condition” is a comparison with a number, such as > 8")
    }
  }

  private func requireSomething(in pack: Pack, _ root: Node) throws(YAMLError) {
    switch pack.form {
    case .repetition: return
    case .metric:
      if pack.formula.isEmpty { throw file.fault(root, "a metric needs a “formula” and a “condition”") }
    case .conditional:
      let seconds = pack.entries.count { $0.category == Pack.second }
      if seconds == 0 || seconds == pack.entries.count {
        throw file.fault(root, "a conditional needs “first”, and “second” that must stand in the same text")
      }
    case .existence, .substitution, .occurrence, .lexicon, .words:
      if pack.entries.isEmpty && pack.exceptions.isEmpty {
        throw file.fault(root, "a pack needs “tokens”, “swap”, “entries” or “exceptions”")
      }
    }
  }

  static let packKeys: Set<String> = [
    "version", "pack", "extends", "revision", "language", "level", "message", "suggestion", "tokens",
    "exceptions", "entries", "swap", "max", "examples", "unless", "first", "second", "formula", "condition",
  ]
  static let entryKeys: Set<String> = [
    "term", "name", "find", "use", "expansion", "plain", "level", "also", "context", "category", "kind",
    "ambiguous", "others", "except", "reply",
  ]

  func entry(_ node: Node) throws(YAMLError) -> PackEntry {
    guard let mapping = node.mapping else {
      throw file.fault(node, "an entry is a mapping such as {term: …}")
    }
    try file.refuseUnknownKeys(of: mapping, known: Self.entryKeys)
    guard let head = mapping["term"] ?? mapping["name"] ?? mapping["find"] else {
      throw file.fault(node, "an entry needs “term”, “name” or “find”")
    }
    // Names are written as they are: “<a>” is a tag, not a gap.
    let isName = mapping["find"] == nil
    var entry = PackEntry(
      title: try file.scalar(head), patterns: [isName ? .literal(try file.scalar(head)) : try pattern(head)])
    if mapping["expansion"] != nil, let capitals = Self.capitals(entry.title) { entry.patterns = [capitals] }
    for other in try file.sequence("also", in: mapping) {
      entry.patterns.append(isName ? .literal(try file.scalar(other)) : try pattern(other))
    }
    entry.replacements = try file.strings("use", in: mapping)
    entry.expansion = try file.string("expansion", in: mapping) ?? ""
    entry.plain = try file.string(mapping["plain"] != nil ? "plain" : "reply", in: mapping) ?? ""
    entry.level = try file.string("level", in: mapping) ?? ""
    entry.category = try file.string(mapping["category"] != nil ? "category" : "kind", in: mapping) ?? ""
    entry.context = try file.strings("context", in: mapping).map { $0.lowercased() }
    entry.isAmbiguous = try file.string("ambiguous", in: mapping) == "true"
    return entry
  }

  /// An acronym of capitals is looked for in capitals only: "IT" is not "it".
  static func capitals(_ term: String) -> PhrasePattern? {
    guard term.utf8.count >= 2,
      term.utf8.allSatisfy({ (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) })
    else { return nil }
    return PhrasePattern(elements: [.capitals(term.lowercased())])
  }

  func pattern(_ node: Node) throws(YAMLError) -> PhrasePattern {
    let text = try file.scalar(node)
    func fault(_ offset: Int, _ message: String) -> YAMLError {
      // The mark is at the quotation mark, if there is one.
      let isQuoted = node.scalar.map { $0.style == .doubleQuoted || $0.style == .singleQuoted } ?? false
      return file.fault(
        line: node.mark?.line ?? 1, column: (node.mark?.column ?? 1) + offset + (isQuoted ? 1 : 0), message)
    }
    let pattern: PhrasePattern
    do {
      pattern = try PhrasePattern.parse(text)
    } catch {
      throw fault(error.offset, error.message)
    }
    for case .kind(let name) in pattern.elements where TokenKind(named: name) == nil {
      let known = TokenKind.allCases.map { "\($0)" }
      let near = Spelling.nearest(to: name, among: known).map { "; do you mean {\($0)}?" }
      let place = text.firstRange(of: "{\(name)}").map {
        text.distance(from: text.startIndex, to: $0.lowerBound)
      }
      throw fault(
        place ?? 0, "no token is a {\(name)}" + (near ?? "; there are " + known.joined(separator: ", ")))
    }
    return pattern
  }
}
