/// A page taken apart far enough to check its structure: elements in order, each with its attributes and parents.
///
/// Stricter than a browser, which repairs what is wrong: every element must be closed in order.
struct HTMLStructure {
  struct Element {
    var name: String
    var attributes: [String: String]
    /// Indices of the elements around it, outermost first.
    var parents: [Int]
    /// All text in it, white space at the ends included.
    var text = ""
  }

  private(set) var elements: [Element] = []
  private(set) var problems: [String] = []

  private static let void: Set<String> = ["meta", "link", "br", "hr", "img", "input"]

  init(_ page: String) {
    var open: [Int] = []
    var rest = page.unicodeScalars[...]
    func name(_ scalars: Substring.UnicodeScalarView) -> String { String(scalars).lowercased() }
    while let start = rest.firstIndex(of: "<") {
      for at in open { elements[at].text += String(rest[..<start]) }
      rest = rest[start...].dropFirst()
      // Code is text up to its own end tag.
      if let raw = open.last, ["script", "style"].contains(elements[raw].name),
        !rest.starts(with: ("/" + elements[raw].name).unicodeScalars)
      {
        for at in open { elements[at].text += "<" }
        continue
      }
      guard let end = Self.end(of: rest) else {
        problems.append("a tag is not closed: \(String(rest.prefix(40)))")
        return
      }
      let tag = rest[..<end]
      rest = rest[end...].dropFirst()
      if tag.first == "!" { continue }
      if tag.first == "/" {
        let closing = name(tag.dropFirst())
        if let last = open.last, elements[last].name == closing {
          open.removeLast()
        } else {
          problems.append("</\(closing)> where \(open.last.map { elements[$0].name } ?? "nothing") is open")
        }
        continue
      }
      let tagName = name(tag.prefix { $0 != " " && $0 != "/" })
      elements.append(
        Element(
          name: tagName, attributes: Self.attributes(tag.dropFirst(tagName.unicodeScalars.count)),
          parents: open))
      if tag.last != "/", !Self.void.contains(tagName) { open.append(elements.count - 1) }
    }
    for at in open { problems.append("<\(elements[at].name)> is never closed") }
  }

  /// Whether the element lies in one of that name.
  func isInside(_ element: Element, _ name: String) -> Bool {
    element.parents.contains { elements[$0].name == name }
  }

  /// The `>` that ends a tag, skipping quoted values.
  private static func end(of rest: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView.Index? {
    var isQuoted = false
    for at in rest.indices {
      if rest[at] == "\"" { isQuoted.toggle() }
      if rest[at] == ">", !isQuoted { return at }
    }
    return nil
  }

  private static func attributes(_ text: Substring.UnicodeScalarView) -> [String: String] {
    var result: [String: String] = [:]
    var rest = text
    while let equals = rest.firstIndex(of: "=") {
      let name = String(rest[..<equals]).split(separator: " ").last.map(String.init) ?? ""
      let value = rest[equals...].dropFirst(2).prefix { $0 != "\"" }
      result[name] = String(value)
      rest = rest[value.endIndex...].dropFirst()
    }
    return result
  }
}
