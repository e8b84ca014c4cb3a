import TextAnalysis
import Tickets

/// Counts and scores the messages of a thread, once, before any rule looks at them. One worker's own.
struct Measurer: ~Copyable {
  private var restater: Restater
  private let stockPhrases: Int16?
  private let blame: Int16?
  private let hostility: Int16?
  private let questions: QuestionReader
  private var sketcher: TextSketcher
  private var terms: TechnicalTerms

  init(_ packs: PackIndex, measuresSimilarity: Bool) {
    restater = Restater(packs, measuresSimilarity: measuresSimilarity)
    stockPhrases = packs.number(of: "listening.pretend")
    blame = packs.number(of: "tone.blame")
    hostility = packs.number(of: "cue.hostility")
    questions = QuestionReader(packs)
    sketcher = TextSketcher(packs)
    terms = TechnicalTerms(packs)
  }

  /// Fills in the measures of every message of an opened thread. - Complexity: O(tokens), and for each reply
  /// O(tokens of the reply × points of the request).
  mutating func measure(_ thread: inout Thread) {
    terms.mark(in: &thread)
    let requester = terms.requester(in: thread)
    restater.begin(&thread.points)
    for position in thread.messages.indices {
      var measures = counts(of: thread.messages[position], in: thread)
      // What was counted of a message is there for those after it.
      thread.messages[position].measures = measures
      let message = thread.messages[position]
      if message.message.role == .staff {
        measures.isForTechnicalReader = requester.isTechnical(reading: position)
        measures.blames = holds(blame, message, thread) || holds(hostility, message, thread)
        if message.isPublicReply && !message.isAutomatic {
          measures.restatement = restater.answer(by: position, in: thread)
          if message.reply == 0 {
            measures.sketch = sketcher.reply(message, in: thread.text, vocabulary: thread.vocabulary)
          }
          // What is said back and put up for confirmation looks like a question, and tells.
          measures.questions = max(0, measures.questions - restater.confirmations)
          measures.reflectsFeeling = restater.feeling != nil
          measures.feeling = restater.feeling ?? .none
          measures.listeningLevel = ListeningLevel.level(
            of: measures.restatement, hasStockPhrase: holds(stockPhrases, message, thread),
            acknowledges: measures.reflectsFeeling)
        }
      }
      if message.message.kind == .resolution { restater.close(by: position, in: thread) }
      if message.message.role == .requester {
        measures.sketch = sketcher.request(message, in: thread.text, vocabulary: thread.vocabulary)
        restater.hear(position, in: thread)
      }
      thread.messages[position].measures = measures
    }
    restater.end(&thread.points)
  }

  private func holds(_ pack: Int16?, _ message: MessageView, _ thread: borrowing Thread) -> Bool {
    guard let pack, message.packs.mayHold(pack) else { return false }
    return thread.matches[message.matches].contains { $0.pack == pack }
  }

  private func counts(of message: MessageView, in thread: borrowing Thread) -> MessageMeasures {
    var measures = MessageMeasures()
    var counts = ReadingCounts()
    counts.add(
      TextExtent(tokens: message.tokens, sentences: message.sentences), of: thread.text,
      vocabulary: thread.vocabulary)
    measures.words = counts.words
    measures.sentences = counts.sentences
    measures.characters = counts.characters
    measures.reading = Readability.scores(counts)
    if message.language == "en" { measures.difficulty = Readability.difficulty(counts) }
    for sentence in thread.text.sentences[message.sentences] {
      if sentence.features.contains(.passive) { measures.passiveSentences += 1 }
      switch questions.kind(of: sentence, of: message, in: thread) {
      case .none, .deed: break
      case .closed, .courtesy: measures.questions += 1
      case .open:
        measures.questions += 1
        measures.openQuestions += 1
      }
    }
    return measures
  }
}
