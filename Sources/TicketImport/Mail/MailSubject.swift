/// What a subject is about, without the marks of answers, forwards and mailing lists.
struct MailSubject: Equatable, Sendable {
  /// The subject in lower case without those marks, words apart by single spaces.
  let topic: String
  /// Whether it had the mark of an answer or a forward.
  let isReply: Bool

  init(_ subject: String) {
    var rest = Substring(subject)
    var isReply = false
    while true {
      rest = rest.drop { $0.isWhitespace }
      if let answer = Self.dropReplyMark(rest) {
        rest = answer
        isReply = true
      } else if isReply || rest.hasPrefix("["), let list = Self.dropListMark(rest) {
        rest = list
      } else {
        break
      }
    }
    var words = rest.split { $0.isWhitespace }
    // "(fwd)" at the end, as old mailers mark a forward.
    if words.count > 1, words.last?.lowercased() == "(fwd)" {
      words.removeLast()
      isReply = true
    }
    topic = words.joined(separator: " ").lowercased()
    self.isReply = isReply
  }

  /// Marks that mailers in several languages put before answers and forwards. (English, German, Dutch, French,
  /// Spanish, Portuguese, Italian, Swedish, Danish and Norwegian, Finnish, Polish, Czech, Turkish, Greek, Chinese.)
  private static let marks: Set = [
    "re", "r", "aw", "antw", "antwort", "betreff", "rép", "ref", "réf", "res", "rv", "sv", "vs", "odp", "ynt",
    "απ", "回复", "回覆", "答复", "答覆", "fw", "fwd", "wg", "doorst", "tr", "enc", "rif", "i", "vb", "vl", "vá",
    "pd",
    "ilt", "πρθ", "转发", "轉寄", "re-",
  ]

  /// What follows a mark, which may be counted (`Re[2]:`, `Re^2:`, `AW(3):`); `nil` if there is none.
  private static func dropReplyMark(_ text: Substring) -> Substring? {
    guard let colon = text.prefix(16).firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    var mark = text[..<colon]
    while let last = mark.last, last.isNumber || last.isWhitespace || "[]()^*".contains(last) {
      mark.removeLast()
    }
    guard marks.contains(mark.lowercased()) else { return nil }
    return text[text.index(after: colon)...]
  }

  /// What follows `[list]`; `nil` if it is not there, or if nothing would be left.
  private static func dropListMark(_ text: Substring) -> Substring? {
    guard text.first == "[", let end = text.prefix(60).firstIndex(of: "]") else { return nil }
    // A number in brackets is a ticket's, and what tells two of them apart.
    guard !text[..<end].contains(where: \.isNumber) else { return nil }
    let rest = text[text.index(after: end)...]
    return rest.contains { !$0.isWhitespace } ? rest : nil
  }
}
