import TextAnalysis
import Tickets

/// `clarity.long-sentence`: a sentence that must be read twice.
struct LongSentence: Rule {
  /// Words above which a sentence is marked. Cutts (Oxford Guide to Plain English) advises 15–20 on average;
  /// twice that loses most readers.
  static let limit = 40

  static let about = RuleDescription(
    "clarity.long-sentence", "Sentences too long to hold in mind", anchor: .anyReply, scope: .publicReply,
    revision: 2,
    rationale: "What a sentence asks for gets lost when its start is forgotten before its end is reached.",
    practice: "One sentence, one step. Where you wrote “and then”, end the sentence and number the steps.",
    source: "Cutts, Oxford Guide to Plain English",
    finds: [
      """
      ‹We have looked into the connection that you reported and found that the program which signs you in was \
      waiting for an answer from a machine that had been moved to another room over the weekend and so we have \
      told it the new place.› Bye.
      """,
      // The longest of a reply stands for all of them.
      """
      We have looked into the connection that you reported and found that the program which signs you in was \
      waiting for an answer from a machine that had been moved to another room over the weekend and so we have \
      told it the new place. ‹In the meantime the colleagues who look after that machine have also seen that two \
      of the other programs that you use every day were waiting for it in the same way and have promised to tell \
      them the new place as well before they go home in the evening.›
      """,
    ],
    ignores: [
      "Your mail works again. The server had been moved. Please restart Outlook and tell me if you see new mail.",
      """
      Please do this:
      - close the browser
      - open it again and go to the portal
      - sign in with your staff number and the password that you use in the morning
      - choose the printer that is on your floor and press the green button
      - call me if the page does not come out
      """,
    ])

  init(_ packs: PackIndex) {}

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard message.measures.words >= 10 else { return }
    judgement.look()
    guard let (sentence, words) = Self.longest(of: message, in: thread), words > Self.limit else { return }
    judgement.find(Mark(span: thread.span(of: sentence), argument: Int32(words)))
  }

  /// The sentence of a message with the most words, the first of equals, and their number.
  static func longest(of message: MessageView, in thread: borrowing Thread) -> (Sentence, Int)? {
    var longest: (Sentence, Int)?
    for sentence in thread.text.sentences[message.sentences] {
      let words = thread.wordCount(sentence.tokenRange)
      if words > longest?.1 ?? 0 { longest = (sentence, words) }
    }
    return longest
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording("a sentence of \(mark.argument) words", "split it: one sentence for each step or fact")
  }
}
