import TextAnalysis
import Tickets

/// `clarity.wall-of-text`: a paragraph without a place to rest.
struct WallOfText: Rule {
  /// Words above which a paragraph is marked: the US federal guidelines advise at most 150.
  static let limit = 150

  static let about = RuleDescription(
    "clarity.wall-of-text", "Paragraphs without an end", anchor: .anyReply, scope: .publicReply,
    languages: nil,
    rationale: """
      A long block is skimmed, and the one thing the reader should do is lost in the middle of it.
      """,
    practice: "One paragraph, one topic. Put the steps in a numbered list and leave a line between topics.",
    source: "US Federal Plain Language Guidelines (short paragraphs: no more than 150 words)",
    finds: [
      RuleExample(lines: ["staff: ‹" + wall(sentences: 16) + "›"]),
      RuleExample(lines: ["staff: Hi Ana,\n\n‹" + wall(sentences: 18) + "›\n\nRegards"]),
      RuleExample(lines: ["staff: ‹" + wall(sentences: 8) + "\n" + wall(sentences: 8) + "›"]),
    ],
    ignores: [
      RuleExample(lines: ["staff: " + wall(sentences: 6)]),
      RuleExample(lines: ["staff: " + wall(sentences: 8) + "\n\n" + wall(sentences: 8)]),
      RuleExample(lines: [
        "staff: Please:\n- " + Array(repeating: wall(sentences: 2), count: 8).joined(separator: "\n- ")
      ]),
      RuleExample(lines: [
        "staff: Please:\n1. " + Array(repeating: wall(sentences: 2), count: 8).joined(separator: "\n2. ")
      ]),
    ])

  private static func wall(sentences: Int) -> String {
    Array(repeating: "We went to the room and we looked at the line.", count: sentences).joined(
      separator: " ")
  }

  init(_ packs: PackIndex) {}

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard message.measures.words >= Self.limit / 2 else { return }
    judgement.look()
    var words = 0
    var first: Int?
    for position in message.tokens {
      let token = thread.text.tokens[position]
      if let start = first, startsParagraph(position, in: message, thread) {
        mark(start..<position, words, thread, &judgement)
        first = position
        words = 0
      }
      first = first ?? position
      if token.kind.isWordLike { words += 1 }
    }
    if let first { mark(first..<message.tokens.upperBound, words, thread, &judgement) }
  }

  private func mark(
    _ tokens: Range<Int>, _ words: Int, _ thread: borrowing Thread, _ judgement: inout Judgement
  ) {
    guard words > Self.limit else { return }
    judgement.find(Mark(span: thread.span(of: tokens), argument: Int32(words)))
  }

  /// Whether an empty line or the sign of a list stands before a token.
  private func startsParagraph(_ position: Int, in message: MessageView, _ thread: borrowing Thread) -> Bool {
    let token = thread.text.tokens[position]
    guard token.flags.contains(.startsLine) else { return false }
    let bytes = thread.bytes(of: token, in: message)
    let next = position + 1
    if bytes.count == 1, let first = bytes.first, "-*+#>|".utf8.contains(first) { return true }
    if bytes.elementsEqual("•".utf8) || bytes.elementsEqual("–".utf8) { return true }
    if token.kind == .number, next < message.tokens.upperBound,
      thread.isMark(next, UInt8(ascii: "."), in: message)
        || thread.isMark(next, UInt8(ascii: ")"), in: message)
    {
      return true
    }
    let before = thread.text.tokens[position - 1]
    return thread.lineEnds(between: before, and: token, in: message) > 1
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "\(mark.argument) words in one block",
      "cut it where the topic changes, and put steps in a numbered list")
  }
}
