internal import Yams

/// A YAML file as a tree of texts with their places, for files that are read by a table of keys.
public struct YAMLDocument: Sendable {
  /// A part of the file.
  public struct Value: Sendable {
    /// What it is.
    public indirect enum Content: Sendable {
      /// A scalar as it was written (`NO` and `1.10` stay what they are).
      case text(String)
      /// A list.
      case list([Value])
      /// A mapping, in the order of the file.
      case mapping([Entry])
    }

    /// What it is.
    public var content: Content
    /// Whether nothing stands here: all its lines may be comments for now.
    public var isEmpty: Bool
    /// Line from 1.
    public var line: Int
    /// Column from 1.
    public var column: Int
  }

  /// One key and what stands behind it.
  public struct Entry: Sendable {
    /// The key.
    public var key: String
    /// Where the key stands.
    public var place: Value
    /// What stands behind it.
    public var value: Value
  }

  /// The mapping that the file is.
  public let root: [Entry]
  /// The file as it was named.
  public var name: String { file.name }
  private let file: YAMLFile

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - name: What to call it in errors.
  ///   - expected: What to say of a file that is no mapping.
  /// - Throws: ``YAMLError`` for what is no YAML, or no mapping.
  public init(_ text: String, name: String, expected: String) throws(YAMLError) {
    file = YAMLFile(text, name: name)
    let node = try file.root(expected)
    guard case .mapping(let entries) = try Self.value(node, file).content else {
      throw file.fault(node, expected)
    }
    root = entries
  }

  /// An error at a place of the file.
  public func fault(_ value: Value, _ message: String) -> YAMLError {
    file.fault(line: value.line, column: value.column, message)
  }

  private static func value(_ node: Node, _ file: YAMLFile) throws(YAMLError) -> Value {
    var content = Value.Content.text("")
    if let mapping = node.mapping {
      var entries: [Entry] = []
      for (key, value) in mapping {
        entries.append(
          Entry(
            key: try file.scalar(key), place: try Self.value(key, file), value: try Self.value(value, file)))
      }
      content = .mapping(entries)
    } else if let sequence = node.sequence {
      var values: [Value] = []
      for item in sequence { values.append(try Self.value(item, file)) }
      content = .list(values)
    } else {
      content = .text(try file.scalar(node))
    }
    return Value(
      content: content, isEmpty: file.isEmpty(node), line: node.mark?.line ?? 1,
      column: node.mark?.column ?? 1)
  }
}
