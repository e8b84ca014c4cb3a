internal import CXMLShims

/// The shape of an XML document nobody described: which elements repeat, and what is in them.
///
///     helpdesk                       1 ×
///     └ cases                        1 ×
///       └ case                      40 ×, up to 40 in one; fields @id title opened owner/name
///         ├ owner
///         │ └ name
///         └ log
///           └ entry                118 ×, up to 9 in one; fields @by @at text()
///
/// Made from the beginning of a file, to find the element that is a ticket and the one within it that is a message.
struct XMLOutline {
  /// All elements of one path.
  struct Node {
    /// Names from the root, joined by `/`.
    var path: String
    var parent: Int
    /// How many there are.
    var count = 0
    /// How many there are at most in one element around them.
    var most = 0
    /// How many there are in the element around them that is open now.
    var current = 0
    var attributes: [String] = []
    var children: [Int] = []
    var hasText = false

    /// Whether it is a thing with fields, and not a field.
    var hasFields: Bool { children.count + attributes.count + (hasText ? 1 : 0) >= 2 }
  }

  /// In the order in which they were met; the root comes first.
  private(set) var nodes: [Node] = []

  /// Outlines the beginning of a file, which may break off anywhere.
  init(head: ArraySlice<UInt8>) {
    guard let parser = XMLEventParser() else { return }
    _ = parser.feed(head)
    var index: [String: Int] = [:]
    var open: [Int] = []
    for event in parser.events {
      switch event.kind {
      case .start:
        let name = parser.name(event.name)
        let path = open.last.map { nodes[$0].path + "/" + name } ?? name
        let node: Int
        if let known = index[path] {
          node = known
        } else {
          node = nodes.count
          index[path] = node
          nodes.append(Node(path: path, parent: open.last ?? -1))
          if let parent = open.last { nodes[parent].children.append(node) }
        }
        nodes[node].count += 1
        nodes[node].current += 1
        nodes[node].most = max(nodes[node].most, nodes[node].current)
        open.append(node)
      case .attribute:
        let name = parser.name(event.name)
        if let node = open.last, !nodes[node].attributes.contains(name) {
          nodes[node].attributes.append(name)
        }
      case .text:
        if let node = open.last, !nodes[node].hasText {
          nodes[node].hasText = parser.bytes(of: event).contains { $0 > UInt8(ascii: " ") }
        }
      case .end:
        guard let node = open.popLast() else { continue }
        for child in nodes[node].children { nodes[child].current = 0 }
      }
    }
  }

  /// The elements that may be tickets, the likeliest first: those that repeat, have fields, and name themselves, from
  /// the outside in.
  var candidates: [Int] {
    let repeated = nodes.indices.filter { nodes[$0].most > 1 && nodes[$0].hasFields && nodes[$0].parent >= 0 }
    let single = nodes.indices.filter { nodes[$0].count == 1 && nodes[$0].hasFields }
    let all = repeated + single.filter { !keys(of: $0).isEmpty }
    return all.sorted { first, second in
      let left = (keys(of: first).isEmpty ? 1 : 0, nodes[first].most > 1 ? 0 : 1, depth(first), first)
      let right = (keys(of: second).isEmpty ? 1 : 0, nodes[second].most > 1 ? 0 : 1, depth(second), second)
      return left < right
    }
  }

  /// The node a user means by a path from the root, or by the last names of one.
  func node(named path: String) -> Int? {
    let wanted = path.split(separator: "/").joined(separator: "/")
    return nodes.indices.first { nodes[$0].path == wanted }
      ?? nodes.indices.first { nodes[$0].path.hasSuffix("/" + wanted) }
  }

  /// The fields that name a record, the surest first, as columns are called in ``XMLRecordLayout``.
  func keys(of record: Int) -> [String] {
    var fields: [String] = nodes[record].attributes.map { "@" + $0 }
    for child in nodes[record].children where nodes[child].children.isEmpty {
      fields.append(relative(child, to: record))
      fields += nodes[child].attributes.map { relative(child, to: record) + "@" + $0 }
    }
    let words = fields.map { FoldedWord($0) }
    var keys: [String] = []
    for name in KnownNames.ofTickets.first(where: { $0.field == .id })?.names ?? [] {
      let word = FoldedWord(name)
      for (field, folded) in zip(fields, words) where folded == word { keys.append(field) }
    }
    return keys
  }

  /// Elements within a record that repeat and have fields: its messages, most likely. Those within others are left out.
  func repeated(in record: Int) -> [Int] {
    var found: [Int] = []
    var open = nodes[record].children
    while !open.isEmpty {
      let node = open.removeFirst()
      if nodes[node].most > 1 && nodes[node].hasFields {
        found.append(node)
      } else {
        open += nodes[node].children
      }
    }
    return found
  }

  /// A node's path below another.
  func relative(_ node: Int, to record: Int) -> String {
    String(nodes[node].path.dropFirst(nodes[record].path.count + 1))
  }

  private func depth(_ node: Int) -> Int { nodes[node].path.count { $0 == "/" } }
}

extension XMLRecordLayout {
  /// The layout of a file of no known kind, from its outline.
  ///
  /// - Parameters:
  ///   - outline: what the beginning of the file shows.
  ///   - record: the element that is a ticket, as the user says: its path from the root, or the last names of one.
  ///   - message: the element within it that is a message, likewise; `nil` takes all that repeat.
  ///   - keys: columns that the user says hold the ticket's id.
  /// - Returns: `nil` if the element is not there or nothing looks like a ticket.
  init?(_ outline: XMLOutline, record: String?, message: String?, keys: [String]) {
    guard let ticket = record.map({ outline.node(named: $0) }) ?? outline.candidates.first else { return nil }
    let path = outline.nodes[ticket].path
    var children = outline.repeated(in: ticket).map { Element(outline.relative($0, to: ticket)) }
    if let message {
      let wanted = message.split(separator: "/").joined(separator: "/")
      let within = outline.nodes.first { $0.path.hasPrefix(path + "/") && $0.path.hasSuffix("/" + wanted) }
      guard let within else { return nil }
      children = [Element(String(within.path.dropFirst(path.count + 1)))]
    }
    self.init(records: [Element(path, keys: keys + outline.keys(of: ticket), children: children)])
  }
}
