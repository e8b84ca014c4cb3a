import TextAnalysis
import Tickets

/// `jargon.artefact`: something of the machine's making, left without a word about it.
struct RawArtefact: Rule {
  static let about = RuleDescription(
    "jargon.artefact", "Codes and paths that nobody explains", anchor: .anyReply, scope: .publicReply,
    packs: ["jargon.term", "cue.gloss", "cue.cause"], revision: 2,
    rationale: """
      An error code or a registry key tells the technician something and the reader nothing. Left alone, it looks \
      like something the reader should know, or do.
      """,
    practice: """
      Say in the same sentence what it means or what to do with it: “error 0x80070005: your account may not \
      write there”. If it is for a colleague, put it into a note.
      """,
    source: "Shneiderman 1982, Designing Computer System Messages; plain-language guidelines",
    finds: [
      ["requester: I can't save my file.", "staff: The log has ‹0x80070005› for it. We are on it."],
      [
        "requester: My mail is empty.",
        "staff: There was an entry in ‹HKEY_LOCAL_MACHINE\\SOFTWARE\\Mail\\Profiles› about it. It is right now.",
      ],
      [
        "requester: The report does not come.",
        "staff: The job ‹3F2504E0-4F89-11D3-9A0C-0305E82C3301› did not end. Regards, Ana",
      ],
    ],
    ignores: [
      ["requester: I get 0x80070005 when I save.", "staff: I have seen 0x80070005 on your machine as well."],
      ["requester: I can't save.", "staff: Please open C:\\Users\\Public and drag the file there."],
      [
        "requester: I can't save.",
        "staff: The log has 0x80070005, which means that your account may not write there.",
      ],
      ["requester: I can't save.", "staff: It stopped with 0x80070005 because the folder is read-only."],
      [
        "requester: I can't save.",
        "staff: It stopped with 0x80070005. This means that you may not write there.",
      ],
      ["requester: Where is the form?", "staff: The form is at https://portal.example.org/forms for you."],
      ["requester: What is my number?", "staff: Your ticket is INC0012345 and you are on version 16.2."],
    ])

  private let glossCues: Int16?
  private let causes: Int16?

  init(_ packs: PackIndex) {
    glossCues = packs.number(of: "cue.gloss")
    causes = packs.number(of: "cue.cause")
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    let sentences = thread.text.sentences[message.sentences]
    let hasArtefact = thread.text.tokens[message.tokens].contains { isRaw($0.kind) }
    guard hasArtefact, !message.measures.isForTechnicalReader else { return }
    judgement.look()
    for (number, sentence) in zip(sentences.indices, sentences) {
      guard let position = sentence.tokenRange.first(where: { isRaw(thread.text.tokens[$0].kind) }) else {
        continue
      }
      let next = sentences.indices.contains(number + 1) ? sentences[number + 1] : nil
      if isStep(sentence) || isExplained(sentence, next, message, thread) { continue }
      if thread.requesterUsed(thread.text.tokens[position].lexeme, before: message) { continue }
      if thread.isGlossed(position..<position + 1, in: message, glossCues: glossCues) { continue }
      // One is enough: who sees it will see the others.
      judgement.find(Mark(span: thread.span(of: position..<position + 1)))
      return
    }
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "this is of the machine's making, and nothing says what it means or what to do with it",
      "say what it means for the reader, or leave it to an internal note")
  }

  private func isRaw(_ kind: TokenKind) -> Bool {
    switch kind {
    case .errorCode, .path, .registryKey, .guid, .command: true
    default: false
    }
  }

  /// A step to follow has a verb that speaks to the reader, or asks.
  private func isStep(_ sentence: Sentence) -> Bool {
    !sentence.features.isDisjoint(with: [.imperative, .question, .secondPerson])
  }

  /// Whether the sentence or the one after it says what it is about.
  private func isExplained(
    _ sentence: Sentence, _ next: Sentence?, _ message: MessageView, _ thread: borrowing Thread
  ) -> Bool {
    if thread.holds(causes, sentence.tokenRange, of: message) { return true }
    if thread.holds(glossCues, sentence.tokenRange, of: message) { return true }
    guard let next, let first = next.tokenRange.first else { return false }
    guard thread.isOne(of: ["this", "that", "it", "these", "those"], thread.text.tokens[first], in: message)
    else {
      return false
    }
    return thread.holds(causes, next.tokenRange, of: message)
      || thread.text.tokens[next.tokenRange].contains {
        thread.isOne(of: ["means", "mean", "meant", "says", "stands"], $0, in: message)
      }
  }
}
