internal import Yams

/// Turns rules written for Vale into packs, as far as they mean the same, and says what they could not be turned into.
///
/// Of Vale's kinds of rules, existence, substitution, occurrence, repetition, conditional and metric have a pack form
/// of that name. Regular expressions become phrases where they are lists of wordings (`ValePattern`).
public struct ValeImport: Sendable {
  /// A pack made of a rule, and what of the rule is not in it.
  public struct Result: Sendable, Equatable {
    /// `family.name`.
    public var name: String
    /// The pack as YAML; `nil` if nothing of the rule could be taken.
    public var pack: String?
    /// What could not be taken, and why: a line each.
    public var left: [String]
  }

  private let file: YAMLFile
  private let name: String
  private var left: [String] = []
  private var lines: [String] = []

  /// Turns one rule into a pack.
  ///
  /// - Parameters:
  ///   - text: The rule, as YAML.
  ///   - file: What to call it in errors.
  ///   - style: The folder it is in: the family of the pack's name.
  ///   - rule: The rule's name.
  /// - Throws: ``YAMLError`` if it is no YAML or has no `extends`.
  public static func convert(_ text: String, file: String, style: String, rule: String) throws(YAMLError)
    -> Result
  {
    var importer = ValeImport(
      file: YAMLFile(text, name: file), name: "\(identifier(style)).\(identifier(rule))")
    let isTaken = try importer.convert(rule)
    return Result(
      name: importer.name, pack: isTaken ? importer.lines.joined(separator: "\n") + "\n" : nil,
      left: importer.left)
  }

  private init(file: YAMLFile, name: String) {
    self.file = file
    self.name = name
  }

  private static let known: Set<String> = [
    "extends", "message", "level", "link", "tokens", "raw", "swap", "exceptions", "max", "token", "first",
    "second", "formula", "condition", "alpha", "ignorecase", "scope", "description", "limit", "action",
    "vocab",
    "nonword",
  ]

  /// Whether anything of the rule could be taken.
  private mutating func convert(_ rule: String) throws(YAMLError) -> Bool {
    let root = try file.root("a Vale rule is a mapping of keys to values")
    let mapping = try file.mapping(root, "a Vale rule is a mapping of keys to values")
    guard let kind = try file.string("extends", in: mapping) else {
      throw file.fault(root, "the key “extends” is missing: this is no Vale rule")
    }
    for (key, _) in mapping {
      guard let name = key.scalar?.string, !Self.known.contains(name) else { continue }
      left.append("“\(name)” has no counterpart in packs")
    }
    if try file.string("nonword", in: mapping) == "true" {
      left.append("“nonword”: packs look for whole words")
    }
    let message = try file.string("message", in: mapping) ?? ""
    lines = [
      "# From a Vale rule; see that for its licence.", "version: 1", "pack: \(name)", "extends: \(kind)",
      "title: \(Self.quoted(Self.words(rule)))", "rationale: \(Self.quoted(Self.sentence(message)))",
      "practice: \(Self.quoted(Self.sentence(message)))",
      "source: \(Self.quoted(try file.string("link", in: mapping) ?? "a Vale style"))",
      "level: \(Self.level(try file.string("level", in: mapping)))",
    ]
    switch kind {
    case "existence":
      add("message", Self.oneMark(message))
      guard try addPhrases("tokens", in: mapping) else { return false }
    case "substitution":
      add("message", "“%s” has a word to be preferred")
      guard try addSwaps(mapping) else { return false }
    case "occurrence": return try addOccurrence(message, mapping)
    case "repetition":
      add("message", Self.oneMark(message))
      left += try file.strings("tokens", in: mapping).filter { $0 != "[^\\s]+" && $0 != "\\w+" }
        .map { "“\($0)”: a repetition finds any word twice" }
    case "conditional":
      add("message", Self.oneMark(message))
      guard try addOne("first", in: mapping) else { return false }
      guard try addOne("second", in: mapping) else { return false }
    case "metric":
      add("message", Self.oneMark(message))
      return try addFormula(mapping)
    default:
      left.append("Vale's “\(kind)” has no counterpart in packs")
      return false
    }
    if mapping["exceptions"] != nil { _ = try addPhrases("exceptions", in: mapping) }
    return true
  }

  // MARK: - The kinds

  private mutating func addPhrases(_ key: String, in mapping: Node.Mapping) throws(YAMLError) -> Bool {
    var phrases: [String] = []
    for node in try file.sequence(key, in: mapping) { phrases += phrasesOf(try file.scalar(node)) }
    if mapping["raw"] != nil { left.append("“raw” is one regular expression, not a list of words") }
    guard !phrases.isEmpty else { return false }
    lines.append("\(key):")
    lines += phrases.map { "  - \(Self.quoted($0))" }
    return true
  }

  private mutating func addSwaps(_ mapping: Node.Mapping) throws(YAMLError) -> Bool {
    guard let node = mapping["swap"] else { return false }
    var swaps: [(String, String)] = []
    for (key, value) in try file.mapping(node, "“swap” maps words to what to write instead") {
      let better = try file.scalar(value).split(separator: "|").first.map(String.init) ?? ""
      for phrase in phrasesOf(try file.scalar(key)) where !swaps.contains(where: { $0.0 == phrase }) {
        swaps.append((phrase, better))
      }
    }
    guard !swaps.isEmpty else { return false }
    lines.append("swap:")
    lines += swaps.map { "  \(Self.quoted($0.0)): \(Self.quoted($0.1))" }
    return true
  }

  private mutating func addOccurrence(_ message: String, _ mapping: Node.Mapping) throws(YAMLError) -> Bool {
    let scope = try file.string("scope", in: mapping) ?? "text"
    guard scope == "sentence" else {
      left.append("it counts in a “\(scope)”; packs count in a sentence")
      return false
    }
    guard let most = try file.number("max", in: mapping) else {
      left.append("packs have a “max” only, and it has none")
      return false
    }
    let phrases = phrasesOf(try file.string("token", in: mapping) ?? "")
    guard !phrases.isEmpty else { return false }
    add("message", Self.oneMark(message))
    lines += ["max: \(most)", "tokens:"] + phrases.map { "  - \(Self.quoted($0))" }
    return true
  }

  private mutating func addOne(_ key: String, in mapping: Node.Mapping) throws(YAMLError) -> Bool {
    let phrases = phrasesOf(try file.string(key, in: mapping) ?? "")
    guard !phrases.isEmpty else { return false }
    lines.append("\(key):")
    lines += phrases.map { "  - \(Self.quoted($0))" }
    return true
  }

  private mutating func addFormula(_ mapping: Node.Mapping) throws(YAMLError) -> Bool {
    let formula = try file.string("formula", in: mapping) ?? ""
    let condition = try file.string("condition", in: mapping) ?? ""
    do {
      _ = try Formula(formula)
    } catch {
      left.append("the formula: \(error.message)")
      return false
    }
    guard Condition(condition) != nil else {
      left.append("the condition “\(condition)” is no comparison with a number")
      return false
    }
    add("formula", formula.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    add("condition", condition)
    return true
  }

  /// The phrases of an expression; none, and a word about it, if it is no list of phrases.
  private mutating func phrasesOf(_ expression: String) -> [String] {
    do {
      return try ValePattern.phrases(expression)
    } catch {
      left.append("“\(expression)”: \(error.message)")
      return []
    }
  }

  // MARK: - Words

  private mutating func add(_ key: String, _ value: String) { lines.append("\(key): \(Self.quoted(value))") }

  /// Vale's levels are ours; what is not known is what is usual.
  private static func level(_ name: String?) -> String {
    ["suggestion", "warning", "error"].first { $0 == name } ?? "warning"
  }

  /// A scalar in double quotes.
  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ")
    return "\"\(escaped)\""
  }

  /// A message with at most one place for the words found.
  private static func oneMark(_ message: String) -> String {
    let parts = message.split(separator: "%s", omittingEmptySubsequences: false).map(String.init)
    return parts.count <= 2 ? message : parts[0] + "%s" + parts[1...].joined()
  }

  /// A message with dots for the words found.
  private static func sentence(_ message: String) -> String {
    let text = message.replacing("%s", with: "…")
    return text.isEmpty ? "A rule of an imported style." : text
  }

  /// "OxfordComma" as "Oxford comma".
  private static func words(_ name: String) -> String {
    var text = ""
    for character in name {
      if character.isUppercase, let last = text.last, last.isLowercase {
        text += " " + character.lowercased()
      } else {
        text.append(character == "_" || character == "-" ? " " : character)
      }
    }
    return text
  }

  /// "OxfordComma" as "oxford-comma".
  private static func identifier(_ name: String) -> String {
    let words = words(name).lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? "vale" : words.joined(separator: "-")
  }
}
