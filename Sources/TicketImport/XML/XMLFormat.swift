import CXMLShims

/// The kinds of XML export that can be told from their first elements.
public enum XMLFormat: String, Sendable, CaseIterable {
  case serviceNow, jira, bugzilla, rails

  /// Where such a file has its records.
  public var layout: XMLRecordLayout {
    switch self {
    case .serviceNow: .serviceNow
    case .jira: .jira
    case .bugzilla: .bugzilla
    case .rails: .rails
    }
  }

  /// Recognises an export by its first elements, or says that it knows none like it.
  ///
  /// - Parameter head: the beginning of the file; some ten thousand bytes are plenty. It may break off anywhere.
  public static func detect(_ head: ArraySlice<UInt8>) -> XMLFormat? {
    guard let parser = XMLEventParser() else { return nil }
    _ = parser.feed(head.prefix(headSize))
    var open: [String] = []
    var rootIsArray = false
    for event in parser.events {
      switch event.kind {
      case .start:
        open.append(parser.name(event.name))
        if let format = detect(open) { return format }
      case .attribute:
        if open.count == 1 && parser.name(event.name) == "type" {
          rootIsArray = parser.bytes(of: event).elementsEqual("array".utf8)
        }
      case .end: _ = open.popLast()
      case .text: break
      }
      // A Rails array says so; that it holds tickets is for the mapping to see.
      if rootIsArray && open.count == 3 { return .rails }
    }
    return nil
  }

  private static let headSize = 1 << 16

  /// What the path of the elements that are open right now gives away.
  private static func detect(_ open: [String]) -> XMLFormat? {
    let second = open.count > 1 ? open[1] : ""
    let third = open.count > 2 ? open[2] : ""
    switch open[0] {
    case "unload": return .serviceNow
    case "bugzilla": return second == "bug" ? .bugzilla : nil
    // Any feed is RSS; only Jira puts these into the channel.
    case "rss":
      if third == "build-info" { return .jira }
      return third == "item" && open.count == 4 && open[3] == "key" ? .jira : nil
    case "helpdesk-tickets", "helpdesk-ticket": return .rails
    case "tickets": return second == "ticket" && open.count == 3 ? .rails : nil
    // A plain list of records, as a list's address with `?XML` gives it.
    case "xml", "response": return open.count == 3 && serviceNowFields.contains(third) ? .serviceNow : nil
    default: return nil
    }
  }

  private static let serviceNowFields: Set = ["sys_id", "sys_created_on", "number", "sys_class_name"]
}
