/// Every different path of elements met so far, and what the layout makes of it.
///
///     xml ─ incident (record) ┬ number (field, column 0)
///                             ├ state (field, column 1)
///                             └ assigned_to (field, column 3) ─ @display_value (field, column 2)
///
/// What an element is depends on its path alone, so it is worked out once a path; a file of a million records
/// has a hundred. Siblings tend to come in the same order: each node remembers who followed it last, so that
/// finding an element's node is one comparison as a rule.
struct XMLElementTree {
  /// What an element or attribute is to the reader.
  enum Role: UInt8 {
    /// Not in a record.
    case outside
    /// A record.
    case record
    /// A field of a record.
    case field
    /// A field with its name inside, that name, and its value.
    case namedField, fieldName, fieldValue
    /// In a record, but nobody needs it.
    case skipped
  }

  struct Node {
    var name: UInt32
    var isAttribute: Bool
    var parent: Int32
    var role: Role
    /// The table of the record that this is, or is in; -1 outside of records.
    var table: Int32 = -1
    /// The column of a field; -1 until there is one.
    var column: Int32 = -1
    /// The node that last came first within this one, and the one that last came next after it; -1 for none.
    var first: Int32 = -1
    var next: Int32 = -1
    /// The layout's element for a record, or for what is in one.
    var element: XMLRecordLayout.Element?
    /// The layout's named field for what is in one.
    var namedField: XMLRecordLayout.NamedField?
  }

  struct Table {
    let name: String
    var columns: [String] = []
    private var index: [String: Int32] = [:]

    init(name: String) { self.name = name }

    /// The column of that name, which is made if there is none and room for it; -1 otherwise.
    mutating func column(named name: String) -> Int32 {
      if let column = index[name] { return column }
      guard columns.count < XMLElementTree.columnLimit else { return -1 }
      let column = Int32(columns.count)
      columns.append(name)
      index[name] = column
      return column
    }

    func existingColumn(named name: String) -> Int32? { index[name] }
  }

  /// No export has this many fields or kinds of elements; a file that invents names shall not fill the memory.
  static let columnLimit = 20_000
  static let nodeLimit = 200_000

  /// Name of the column that holds the key of the record around a child record.
  static let parentColumn = "parent"

  private let layout: XMLRecordLayout
  private(set) var nodes: [Node]
  private(set) var tables: [Table] = []
  private var children: [UInt64: Int32] = [:]
  private var tableIndex: [String: Int32] = [:]

  /// A tree of nothing but the document itself, which is node 0.
  init(_ layout: XMLRecordLayout) {
    self.layout = layout
    nodes = [Node(name: .max, isAttribute: false, parent: -1, role: .outside)]
  }

  /// The node of an element or attribute within `parent` that comes after its sibling `previous` (-1 if it is
  /// the first); `nil` if there are too many kinds of them.
  @inline(__always)
  mutating func child(
    of parent: Int32, after previous: Int32, name: UInt32, isAttribute: Bool, in parser: XMLEventParser
  ) -> Int32? {
    let guess = previous >= 0 ? nodes[Int(previous)].next : nodes[Int(parent)].first
    if guess >= 0 && nodes[Int(guess)].name == name && nodes[Int(guess)].isAttribute == isAttribute {
      return guess
    }
    return find(of: parent, after: previous, name: name, isAttribute: isAttribute, in: parser)
  }

  @inline(never)
  private mutating func find(
    of parent: Int32, after previous: Int32, name: UInt32, isAttribute: Bool, in parser: XMLEventParser
  ) -> Int32? {
    let key = UInt64(parent) << 32 | UInt64(name) << 1 | (isAttribute ? 1 : 0)
    let found: Int32
    if let known = children[key] {
      found = known
    } else {
      guard nodes.count < Self.nodeLimit else { return nil }
      found = Int32(nodes.count)
      nodes.append(makeNode(within: parent, name: name, isAttribute: isAttribute, in: parser))
      children[key] = found
    }
    if previous >= 0 { nodes[Int(previous)].next = found } else { nodes[Int(parent)].first = found }
    return found
  }

  /// The column of a field; `nil` if the table has too many.
  @inline(__always)
  mutating func column(of node: Int32, in parser: XMLEventParser) -> Int32? {
    let column = nodes[Int(node)].column
    return column >= 0 ? column : makeColumn(of: node, in: parser)
  }

  /// The column of that name; `nil` if the table has too many.
  mutating func column(named name: String, inTable table: Int32) -> Int32? {
    let column = tables[Int(table)].column(named: name)
    return column >= 0 ? column : nil
  }

  @inline(never)
  private mutating func makeColumn(of node: Int32, in parser: XMLEventParser) -> Int32? {
    let name = nodes[Int(node)].role == .record ? "text()" : joined(path(of: node, in: parser))
    nodes[Int(node)].column = tables[Int(nodes[Int(node)].table)].column(named: name)
    return nodes[Int(node)].column >= 0 ? nodes[Int(node)].column : nil
  }

  private mutating func makeNode(
    within parent: Int32, name: UInt32, isAttribute: Bool, in parser: XMLEventParser
  ) -> Node {
    let outer = nodes[Int(parent)]
    var node = Node(name: name, isAttribute: isAttribute, parent: parent, role: outer.role)
    node.table = outer.table
    node.element = outer.element
    node.namedField = outer.namedField
    let last = (isAttribute ? "@" : "") + parser.name(name)
    let path = path(of: parent, in: parser) + [last]
    switch outer.role {
    case .outside:
      if !isAttribute { startRecord(&node, at: path, among: layout.records, named: last) }
    case .record, .field:
      node.role = .field
      if isAttribute {
        if layout.ignoredAttributes.contains(String(last.dropFirst())) { node.role = .skipped }
        break
      }
      guard let element = outer.element else { break }
      if element.skipped.contains(where: { Self.fits(path, $0) }) {
        node.role = .skipped
      } else if let named = element.named.first(where: { Self.fits(path, $0.path) }) {
        node.role = .namedField
        node.namedField = named
      } else {
        startRecord(&node, at: path, among: element.children, named: last)
      }
    case .namedField, .fieldName, .fieldValue:
      // Paths of what is in a named field begin there.
      let isName = outer.namedField.map { Self.fits(path, $0.name) } ?? false
      node.role = isName ? .fieldName : isAttribute || outer.role == .fieldName ? .skipped : .fieldValue
    case .skipped:
      node.role = .skipped
    }
    return node
  }

  private mutating func startRecord(
    _ node: inout Node, at path: [String], among elements: [XMLRecordLayout.Element], named name: String
  ) {
    guard let element = elements.first(where: { Self.fits(path, $0.path) }) else { return }
    let isChild = node.table >= 0
    let table = element.table ?? name
    node.role = .record
    node.element = element
    if let known = tableIndex[table] {
      node.table = known
    } else {
      node.table = Int32(tables.count)
      tableIndex[table] = node.table
      tables.append(Table(name: table))
      if isChild { _ = tables[tables.count - 1].column(named: Self.parentColumn) }
    }
  }

  /// The names from the nearest record, named field or document down to a node, without the former's own.
  private func path(of node: Int32, in parser: XMLEventParser) -> [String] {
    var names: [String] = []
    var at = node
    while at > 0 {
      let current = nodes[Int(at)]
      if current.role == .record || current.role == .namedField { break }
      names.append((current.isAttribute ? "@" : "") + parser.name(current.name))
      at = current.parent
    }
    return names.reversed()
  }

  private func joined(_ path: [String]) -> String {
    path.reduce(into: "") { $0 += ($0.isEmpty || $1.hasPrefix("@") ? "" : "/") + $1 }
  }

  /// Whether a path is one that the layout speaks of.
  private static func fits(_ path: [String], _ pattern: String) -> Bool {
    let names = pattern.split(separator: "/")
    return names.count == path.count && zip(names, path).allSatisfy { $0 == "*" || $0 == $1 }
  }
}
