/// Lists of addresses in header fields (RFC 5322, section 3.4), read leniently.
enum MailAddresses {
  /// The mailboxes of a field's value, those in groups included.
  ///
  ///     Ada <ada@example.org>, "Król, J." <jk@example.org>, bob@example.org (Bob), team: eve@example.org;
  static func parse(_ value: ArraySlice<UInt8>) -> [Mailbox] {
    var list: [Mailbox] = []
    var current = Partial()
    var at = value.startIndex
    while at < value.endIndex {
      let byte = value[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""): current.phrase += quoted(value, &at)
      case UInt8(ascii: "("): current.comment = EncodedWord.decode(comment(value, &at)[...])
      case UInt8(ascii: "<"):
        let end = value[at...].firstIndex(of: UInt8(ascii: ">")) ?? value.endIndex
        current.angle = value[at..<end]
        at = min(end + 1, value.endIndex)
      case UInt8(ascii: ","), UInt8(ascii: ";"):
        current.finish(into: &list)
        current = Partial()
      case UInt8(ascii: ":") where current.angle == nil && !current.phrase.contains(UInt8(ascii: "@")):
        current = Partial()  // that was the name of a group
      default: current.phrase.append(byte)
      }
    }
    current.finish(into: &list)
    return list
  }

  /// What is known of a mailbox so far.
  private struct Partial {
    var phrase: [UInt8] = []
    var comment = ""
    var angle: ArraySlice<UInt8>?

    func finish(into list: inout [Mailbox]) {
      let words = ASCII.trimmed(phrase[...])
      if let angle {
        let address = String(decoding: ASCII.trimmed(angle), as: UTF8.self)
        let name = words.isEmpty ? comment : EncodedWord.decode(words)
        if !(address.isEmpty && name.isEmpty) { list.append(Mailbox(name: name, address: address)) }
      } else if !words.isEmpty {
        let text = EncodedWord.decode(words)
        // List archives write "ada at example.org" to hide addresses from collectors.
        let parts = text.split(separator: " ")
        let isHidden = parts.count == 3 && parts[1] == "at"
        let address = isHidden ? "\(parts[0])@\(parts[2])" : text
        list.append(
          address.contains("@")
            ? Mailbox(name: comment, address: address) : Mailbox(name: text, address: ""))
      }
    }
  }

  /// The text of a quoted string whose opening quote was read.
  private static func quoted(_ value: ArraySlice<UInt8>, _ at: inout Int) -> [UInt8] {
    var out: [UInt8] = []
    while at < value.endIndex {
      var byte = value[at]
      at += 1
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") && at < value.endIndex {
        byte = value[at]
        at += 1
      }
      out.append(byte)
    }
    return out
  }

  /// The text of a comment whose opening parenthesis was read; comments nest.
  private static func comment(_ value: ArraySlice<UInt8>, _ at: inout Int) -> [UInt8] {
    var out: [UInt8] = []
    var depth = 1
    while at < value.endIndex {
      var byte = value[at]
      at += 1
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { break }
      if byte == UInt8(ascii: "\\") && at < value.endIndex {
        byte = value[at]
        at += 1
      }
      out.append(byte)
    }
    return out
  }
}
