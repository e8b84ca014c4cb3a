/// The kinds of file that hold mail.
public enum MailFormat: String, Sendable, CaseIterable {
  /// Many messages, each after a line that begins with `From `.
  case mbox
  /// A single message (`.eml`).
  case message

  /// Recognises mail by its first lines, or says that it is none.
  ///
  /// - Parameter head: the beginning of the file; some thousand bytes are plenty. It may break off anywhere.
  public static func detect(_ head: ArraySlice<UInt8>) -> MailFormat? {
    var head = head.prefix(1 << 14)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    head = head.drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let firstEnd = head.firstIndex(of: UInt8(ascii: "\n")) ?? head.endIndex
    if MboxSeparator.isSeparator(head[..<firstEnd]) { return .mbox }
    let header = MIMEHeader(head, startingAt: head.startIndex)
    // A table or a note may well begin with a word and a colon, but not with two of these.
    let known = ["received", "from", "to", "subject", "date", "message-id", "mime-version", "return-path"]
    return known.count { header.value(of: $0) != nil } >= 2 ? .message : nil
  }
}
