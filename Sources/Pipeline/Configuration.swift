public import Rules

/// What a `readback.yml` says, every value with its place.
public struct Configuration: Sendable {
  /// One value of a key.
  public struct Item: Sendable {
    /// The user's own name before it, where the key takes pairs.
    public var name: String?
    /// The value.
    public var text: String
    /// Where it stands.
    let place: YAMLDocument.Value
  }

  /// The file as it was named.
  public let file: String
  private let document: YAMLDocument
  private var items: [String: [Item]] = [:]

  /// Reads a configuration.
  ///
  /// - Parameter file: its path; paths in it are from its folder.
  /// - Throws: ``YAMLError`` at the first key that has no meaning, with what may have been meant, or value of another
  ///   form.
  public init(_ text: String, file: String) throws(YAMLError) {
    self.file = file
    document = try YAMLDocument(
      text, name: file, expected: "a configuration is a mapping: version, inputs, …")
    let sections = Set(ConfigurationKey.all.map(\.section)).subtracting([""])
    for entry in document.root {
      if let key = ConfigurationKey.byPath[entry.key] {
        try take(entry.value, for: key)
      } else if sections.contains(entry.key) {
        if entry.value.isEmpty { continue }
        guard case .mapping(let entries) = entry.value.content else {
          throw document.fault(entry.value, "“\(entry.key)” is a section: names with their values")
        }
        for inner in entries {
          guard let key = ConfigurationKey.byPath[entry.key + "." + inner.key] else {
            throw unknown(inner, among: ConfigurationKey.all.filter { $0.section == entry.key }.map(\.name))
          }
          try take(inner.value, for: key)
        }
      } else {
        throw unknown(entry, among: ConfigurationKey.all.map { $0.section.isEmpty ? $0.name : $0.section })
      }
    }
    guard items["version"]?.first?.text == "1" else {
      let place = items["version"]?.first?.place ?? document.root.first?.place
      throw place.map { document.fault($0, "“version: 1” is expected") }
        ?? YAMLError(file: file, message: "“version: 1” is expected")
    }
  }

  /// Reads the configuration at a path.
  public static func read(_ path: String) throws(YAMLError) -> Configuration {
    try Configuration(try PackFolder.text(of: path), file: path)
  }

  private func unknown(_ entry: YAMLDocument.Entry, among known: [String]) -> YAMLError {
    let near = Spelling.nearest(to: entry.key, among: known).map { "; do you mean “\($0)”?" }
    let all = Set(known).sorted().joined(separator: ", ")
    return document.fault(entry.place, "unknown key “\(entry.key)”" + (near ?? "; known are \(all)"))
  }

  private mutating func take(_ value: YAMLDocument.Value, for key: ConfigurationKey) throws(YAMLError) {
    if value.isEmpty { return }
    switch (key.form, value.content) {
    case (.pairs, .mapping(let entries)):
      for entry in entries {
        for item in try texts(entry.value, key) {
          items[key.path, default: []].append(Item(name: entry.key, text: item.text, place: entry.place))
        }
      }
    case (.pairs, _):
      throw document.fault(value, "“\(key.name)” takes names with values, such as \(key.example)")
    case (.texts, _), (.paths, _): items[key.path] = try texts(value, key)
    case (_, .text(let text)): items[key.path] = [Item(text: text, place: value)]
    default: throw document.fault(value, "“\(key.name)” takes one value, such as \(key.example)")
    }
  }

  private func texts(_ value: YAMLDocument.Value, _ key: ConfigurationKey) throws(YAMLError) -> [Item] {
    let values = if case .list(let values) = value.content { values } else { [value] }
    var items: [Item] = []
    for value in values {
      guard case .text(let text) = value.content else {
        throw document.fault(value, "“\(key.name)” takes texts, such as \(key.example)")
      }
      items.append(Item(text: text, place: value))
    }
    return items
  }

  /// An error at a value.
  func fault(_ item: Item, _ message: String) -> YAMLError { document.fault(item.place, message) }

  /// What the file says of a key; empty for nothing.
  public func given(_ path: String) -> [Item] { items[path] ?? [] }

  /// One value, or what holds without.
  func text(_ path: String) -> String {
    given(path).first?.text ?? ConfigurationKey.byPath[path]?.standard ?? ""
  }

  /// One value that the file gives.
  func givenText(_ path: String) -> String? { given(path).first?.text }

  /// Texts, or what holds without.
  func texts(_ path: String) -> [String] {
    let own = given(path)
    if !own.isEmpty { return own.map(\.text) }
    let standard = ConfigurationKey.byPath[path]?.standard ?? ""
    return standard.isEmpty
      ? [] : standard.dropFirst().dropLast().split(separator: ",").map { trimmed(String($0)) }
  }

  /// A path from the folder of the file.
  func path(_ text: String) -> String {
    if text.hasPrefix("/") { return text }
    guard let slash = file.lastIndex(of: "/") else { return text }
    return file[...slash] + text
  }

  private func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// Every key with its value and where that comes from.
  ///
  ///     reopens.window    21 days     readback.yml:9
  ///     reopens.auto_close none       as it is
  public func explanation() -> [(key: String, value: String, origin: String)] {
    ConfigurationKey.all.map { key in
      let own = given(key.path)
      guard let first = own.first else { return (key.path, key.standard, "default") }
      let value = own.map { item in item.name.map { "\($0): \(item.text)" } ?? item.text }.joined(
        separator: ", ")
      return (key.path, value, "\(file):\(first.place.line)")
    }
  }
}
