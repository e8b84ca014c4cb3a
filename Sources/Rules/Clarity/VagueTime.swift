import TextAnalysis
import Tickets

/// `clarity.vague-time`: "soon", and nobody knows when.
struct VagueTime: Rule {
  static let about = RuleDescription(
    "clarity.vague-time", "Times nobody can plan with", anchor: .anyReply, scope: .publicReply,
    rationale: """
      “Soon” means an hour to one reader and a week to another. Those who planned for the hour write again, and \
      the desk answers the same ticket twice.
      """,
    practice:
      "Give a time you can keep, even a late one: “by 15:00 tomorrow”, and say what happens if you miss it.",
    source:
      "Plain-language guidelines; BACKGROUND of customer-service research on concreteness (Packard & Berger 2021)",
    finds: [
      "Our supplier will look at it ‹as soon as possible›.",
      "You will hear from us ‹shortly›.",
    ],
    ignores: [
      "As soon as the backup has finished at 18:00 we restart the server.",
      "We will look at it as soon as possible, by 15:00 today at the latest.",
      "I have sent you the form.",
    ])

  private let pack: Int16?
  private let packs: PackIndex

  init(_ packs: PackIndex) {
    self.packs = packs
    pack = packs.number(of: "clarity.vague-time")
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard message.measures.words >= 3 else { return }
    judgement.look()
    for match in thread.matches(of: pack, in: message) {
      // A real time in the same sentence is what the rule asks for.
      if let sentence = thread.sentence(holding: match.tokenRange.lowerBound, in: message),
        thread.text.tokens[sentence.tokenRange].contains(where: { $0.kind == .time || $0.kind == .date })
      {
        continue
      }
      judgement.find(Mark(span: thread.span(of: match.tokenRange), argument: match.entry))
    }
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    packs.wording(of: mark, pack: pack, in: thread)
  }
}
