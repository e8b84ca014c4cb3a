internal import Yams

/// What is wrong with a file that somebody wrote, shown with its line and a caret.
public struct YAMLError: Error, Equatable, Sendable, CustomStringConvertible {
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
    if line == 0 { return "\(file): \(message)" }
    let place = "\(file):\(line):\(column): \(message)"
    if source.isEmpty { return place }
    return place + "\n  " + source + "\n  " + String(repeating: " ", count: max(0, column - 1)) + "^"
  }

  /// A file that can't be read at all.
  public init(file: String, message: String) {
    self.init(file: file, line: 0, column: 0, message: message, source: "")
  }

  init(file: String, line: Int, column: Int, message: String, source: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.source = source
  }
}

/// A YAML file with what is needed to say what is wrong with it. Every scalar is read as a string (`NO`, `ON` and
/// `1.10` stay what was written).
struct YAMLFile {
  let name: String
  private let lines: [Substring]
  private let text: String

  /// - Parameter name: what to call it in errors.
  init(_ text: String, name: String) {
    self.text = text
    self.name = name
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  /// The mapping that the file is. - Throws: ``YAMLError`` if it is none.
  func root(_ expected: String) throws(YAMLError) -> Node {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        throw fault(line: mark.line, column: mark.column, problem)
      case .duplicatedKeysInMapping(let duplicates, let context):
        let names = duplicates.map { "“\($0)”" }.sorted().joined(separator: ", ")
        throw fault(line: context.mark.line, column: context.mark.column, "\(names) stands here twice")
      default: throw fault(line: 1, column: 1, "\(error)")
      }
    } catch {
      throw fault(line: 1, column: 1, "\(error)")
    }
    guard let root, root.mapping != nil else { throw fault(root, expected) }
    return root
  }

  func fault(_ node: Node?, _ message: String) -> YAMLError {
    fault(line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1, message)
  }

  func fault(line: Int, column: Int, _ message: String) -> YAMLError {
    let source = lines.indices.contains(line - 1) ? String(lines[line - 1]) : ""
    return YAMLError(file: name, line: line, column: column, message: message, source: source)
  }

  /// Throws at the first key that has no meaning, with the known one that looks most like it.
  func refuseUnknownKeys(of mapping: Node.Mapping, known: Set<String>) throws(YAMLError) {
    for (key, _) in mapping {
      let name = key.scalar?.string ?? ""
      if known.contains(name) { continue }
      if let near = Spelling.nearest(to: name, among: known) {
        throw fault(key, "unknown key “\(name)”; do you mean “\(near)”?")
      }
      throw fault(key, "unknown key “\(name)”; known are " + known.sorted().joined(separator: ", "))
    }
  }

  func requireVersion(_ mapping: Node.Mapping) throws(YAMLError) {
    guard try string("version", in: mapping) == "1" else {
      throw fault(mapping["version"] ?? mapping.first?.key, "“version: 1” is expected")
    }
  }

  func mapping(_ node: Node, _ expected: String) throws(YAMLError) -> Node.Mapping {
    guard let mapping = node.mapping else { throw fault(node, expected) }
    return mapping
  }

  func scalar(_ node: Node) throws(YAMLError) -> String {
    guard let scalar = node.scalar else { throw fault(node, "a text is expected here") }
    return scalar.string
  }

  func string(_ key: String, in mapping: Node.Mapping) throws(YAMLError) -> String? {
    guard let node = mapping[key] else { return nil }
    return try scalar(node)
  }

  func number(_ key: String, in mapping: Node.Mapping) throws(YAMLError) -> Int? {
    guard let text = try string(key, in: mapping) else { return nil }
    guard let number = Int(text), number >= 0 else { throw fault(mapping[key], "“\(key)” is a number") }
    return number
  }

  func sequence(_ key: String, in mapping: Node.Mapping) throws(YAMLError) -> [Node] {
    guard let node = mapping[key], !isEmpty(node) else { return [] }
    guard let sequence = node.sequence else { throw fault(node, "“\(key)” is a list") }
    return Array(sequence)
  }

  /// Whether nothing stands behind a key: all its lines may be comments for now.
  func isEmpty(_ node: Node) -> Bool {
    node.scalar.map { $0.string.isEmpty && $0.style != .doubleQuoted && $0.style != .singleQuoted } ?? false
  }

  func strings(_ key: String, in mapping: Node.Mapping) throws(YAMLError) -> [String] {
    var strings: [String] = []
    for node in try sequence(key, in: mapping) { strings.append(try scalar(node)) }
    return strings
  }

  /// One of some words; `nil` where the key is missing.
  func choice<T>(_ key: String, of choices: [(word: String, value: T)], in mapping: Node.Mapping)
    throws(YAMLError) -> T?
  {
    guard let word = try string(key, in: mapping) else { return nil }
    if let choice = choices.first(where: { $0.word == word }) { return choice.value }
    let near = Spelling.nearest(to: word, among: choices.map(\.word)).map { "; do you mean “\($0)”?" }
    throw fault(
      mapping[key], "“\(key)” is one of " + choices.map(\.word).joined(separator: ", ") + (near ?? ""))
  }
}
