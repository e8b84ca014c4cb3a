import TextAnalysis
import Tickets

/// `clarity.grade`: harder to read than its reader should have to put up with.
struct ReadingGrade: Rule {
  /// School years of reading above which a reply to a requester is marked: beyond what a broadsheet asks for.
  static let target = 13.0
  /// The formulas were made for passages; in a shorter reply one name of five syllables decides.
  static let leastWords = 50

  static let about = RuleDescription(
    "clarity.grade", "Hard to read", anchor: .anyReply, scope: .publicReply, revision: 2,
    rationale: """
      Long words in long sentences are read twice or not at all. The grade is the middle one of five published \
      formulas; the rule is silent about texts under 50 words or two sentences.
      """,
    practice:
      "Split sentences at “and” and “which”. Put the verb early. Prefer the short word to the long one.",
    source: """
      Flesch & Kincaid 1975, Gunning 1952, McLaughlin 1969, Coleman & Liau 1975, Smith & Senter 1967 \
      (the median of the five)
      """,
    finds: [
      """
      Subsequent to comprehensive investigation, the infrastructure organisation has determined that \
      authentication irregularities originated from inconsistent synchronisation configurations between \
      geographically distributed directory services. ‹Remediation necessitates organisational authorisation \
      preceding \
      implementation of the recommended infrastructure modifications, documentation of responsibilities and \
      notification of participating organisational representatives.› Prioritisation considerations necessarily follow preliminary notification of responsible departments.
      """
    ],
    ignores: [
      """
      Your phone could not reach the mail server. I have set it up again and your mail is coming in now. \
      Please open the mail app once and tell me if you see today's messages. If not, I will call you at three.
      """,
      "Subsequent to comprehensive investigation, remediation necessitates authorisation.",
    ])

  init(_ packs: PackIndex) {}

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard message.measures.words >= Self.leastWords,
      let grade = message.measures.reading.flatMap(Self.grade)
    else { return }
    judgement.look()
    guard grade > Self.target else { return }
    // A sentence too long raises the grade of the whole; its own rule says so.
    if let (_, words) = LongSentence.longest(of: message, in: thread), words > LongSentence.limit { return }
    // The place to look at is the sentence with the most syllables.
    var worst: Sentence?
    var most = 0
    for sentence in thread.text.sentences[message.sentences] {
      let syllables = thread.text.tokens[sentence.tokenRange].reduce(0) { $0 + Int($1.syllables) }
      if syllables > most {
        most = syllables
        worst = sentence
      }
    }
    guard let worst else { return }
    judgement.find(Mark(span: thread.span(of: worst), argument: Int32((grade * 10).rounded())))
  }

  /// The middle one of the formulas that give a school year; `nil` where the text is too short for them.
  static func grade(of scores: ReadingScores) -> Double? {
    let grades = [
      scores.fleschKincaidGrade, scores.gunningFog, scores.smog, scores.colemanLiau,
      scores.automatedReadabilityIndex,
    ].compactMap { $0 }.sorted()
    guard !grades.isEmpty else { return nil }
    let middle = grades.count / 2
    return grades.count % 2 == 1 ? grades[middle] : (grades[middle - 1] + grades[middle]) / 2
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "this reply takes \(mark.argument / 10) years of schooling to read; this is its heaviest sentence",
      "say it in two or three short sentences, the outcome first")
  }
}
