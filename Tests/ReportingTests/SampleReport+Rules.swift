import Outcomes
import Reporting
import Tickets

extension SampleReport {
  /// Two proportions compared; the adjusted effect is the crude one times `shrink`.
  static func association(
    _ rule: RuleSummary, _ exposed: (Int, Int), _ unexposed: (Int, Int), notApplicable: Int, shrink: Double,
    verdict: Verdict, sentence: String, finePrint: String = "", reopensNeeded: Int? = nil,
    mayBeRewritten: Bool = false
  ) -> Association {
    let (a, n) = (Double(exposed.0), Double(exposed.1))
    let (c, m) = (Double(unexposed.0), Double(unexposed.1))
    let (p, q) = (a / n, c / m)
    let error = (p * (1 - p) / n + q * (1 - q) / m).squareRoot() * 1.96
    func difference(_ scale: Double) -> Effect {
      let value = (p - q) * scale
      return Effect(value: value * 100, lower: (value - error) * 100, upper: (value + error) * 100)
    }
    func ratio(_ value: Double, _ relative: Double) -> Effect {
      Effect(value: value, lower: value / relative, upper: value * relative)
    }
    let relative = 1 + error / max(q, 0.01)
    return Association(
      rule: rule, exposed: Proportion(events: exposed.0, total: exposed.1),
      unexposed: Proportion(events: unexposed.0, total: unexposed.1), notApplicable: notApplicable,
      crude: EffectSet(
        riskDifferencePer100: difference(1), riskRatio: ratio(p / q, relative),
        oddsRatio: ratio(p / (1 - p) / (q / (1 - q)), relative)),
      adjusted: EffectSet(
        riskDifferencePer100: difference(shrink), riskRatio: ratio(1 + (p / q - 1) * shrink, relative),
        oddsRatio: ratio(1 + (p / (1 - p) / (q / (1 - q)) - 1) * shrink, relative)),
      adjustment: "Mantel–Haenszel over priority × category × group", informativeStrata: 58,
      uninformativeStrata: 11, p: verdict == .cannotTell ? 0.41 : 0.0021,
      q: verdict == .cannotTell ? 0.47 : 0.0084,
      avoidable: Effect(
        value: difference(shrink).value / 100 * n, lower: difference(shrink).lower / 100 * n,
        upper: difference(shrink).upper / 100 * n),
      verdict: verdict, sentence: sentence, finePrint: finePrint, reopensNeeded: reopensNeeded,
      mayBeRewritten: mayBeRewritten, isLeaky: false)
  }

  static let acronym = RuleSummary(
    id: "jargon.acronym", title: "Acronyms nobody explained",
    rationale: "A reader who doesn’t know the letters can’t follow the rest, and seldom asks.",
    practice:
      "Write the words once before the letters: “multi-factor authentication (MFA)”. If the letters don’t matter to the reader, leave them out.",
    kind: .gap, anchor: .anyReply)
  static let empty = RuleSummary(
    id: "complete.empty-resolution", title: "Closing notes that say nothing",
    rationale: "“Done” tells neither the requester what changed nor the next technician what was wrong.",
    practice:
      "Say what was wrong, what you did, and how the reader can see that it works: three short sentences.",
    kind: .gap, anchor: .closingText)
  static let paraphraseMissing = RuleSummary(
    id: "listening.no-paraphrase", title: "First replies that restate nothing of the request",
    rationale: "Without a restatement the requester can’t tell whether the right problem is being worked on.",
    practice:
      "Open with one sentence that says the request back in your own words, with its most specific detail.",
    kind: .gap, anchor: .firstReply)
  static let vague = RuleSummary(
    id: "clarity.vague-time", title: "“Soon” instead of a time",
    rationale: "A reader who doesn’t know when to expect an answer asks again, or gives up.",
    practice: "Name a day or an hour: “by 3 pm today”. If it isn’t known, say when you will next write.",
    kind: .gap, anchor: .anyReply)
  static let long = RuleSummary(
    id: "clarity.long-sentence", title: "Sentences too long to read once",
    rationale: "Past about thirty words readers lose the thread and miss the step that matters.",
    practice: "One step, one sentence. Split at “and” and “which”.", kind: .gap, anchor: .anyReply)
  static let blame = RuleSummary(
    id: "tone.blame", title: "Words that put it on the reader",
    rationale: "“As I said” closes the conversation before the problem is solved.",
    practice: "Say what to do now and leave out who should have done it before.", kind: .gap,
    anchor: .anyReply)
  static let grade = RuleSummary(
    id: "clarity.grade", title: "Replies harder to read than a newspaper",
    rationale: "Most readers skim a hard text and act on the part they caught.",
    practice: "Short words first; put the technical detail last.", kind: .gap, anchor: .anyReply)
  static let paraphrase = RuleSummary(
    id: "listening.paraphrase", title: "Restates the request before acting",
    rationale: "The requester sees that the right problem is being worked on.", practice: "Keep doing it.",
    kind: .strength, anchor: .firstReply)
  static let explained = RuleSummary(
    id: "jargon.explained", title: "Explains technical terms in passing",
    rationale: "The reader can follow, and knows the word next time.", practice: "Keep doing it.",
    kind: .strength, anchor: .anyReply)

  static let associations: [Association] = [
    association(
      empty, (121, 764), (322, 3_980), notApplicable: 470, shrink: 0.85, verdict: .gap,
      sentence:
        "Tickets closed with a note that says nothing were reopened more often than comparable ones: 6.6 more per 100 (3.9 to 9.3).",
      finePrint:
        "Close notes can be overwritten when a ticket is resolved again; without them the difference is 5.1 per 100.",
      mayBeRewritten: true),
    association(
      acronym, (229, 1_611), (254, 3_384), notApplicable: 219, shrink: 0.8, verdict: .gap,
      sentence:
        "Tickets with an acronym nobody explained were reopened more often than comparable ones: 5.4 more per 100 (3.4 to 7.3)."
    ),
    association(
      paraphraseMissing, (301, 2_644), (163, 2_201), notApplicable: 369, shrink: 0.7, verdict: .gap,
      sentence:
        "Tickets whose first reply restates nothing were reopened more often than comparable ones: 2.8 more per 100 (1.2 to 4.4)."
    ),
    association(
      vague, (98, 902), (371, 4_038), notApplicable: 274, shrink: 0.6, verdict: .watch,
      sentence:
        "“Soon” instead of a time shows a difference before other things are taken into account, and less after: 1.0 more per 100 (−1.2 to 3.2)."
    ),
    association(
      long, (171, 1_790), (298, 3_150), notApplicable: 274, shrink: 0.9, verdict: .negligible,
      sentence: "Long sentences make no difference to reopening that would matter here."),
    association(
      grade, (64, 611), (401, 4_201), notApplicable: 402, shrink: 0.5, verdict: .cannotTell,
      sentence: "There are too few reopens to say; about 310 more would settle it.", reopensNeeded: 310),
    association(
      blame, (9, 74), (460, 4_866), notApplicable: 274, shrink: 0.9, verdict: .cannotTell,
      sentence: "There are too few reopens to say; about 2,400 more would settle it.", reopensNeeded: 2_400),
    association(
      paraphrase, (133, 1_914), (331, 2_931), notApplicable: 369, shrink: 0.75, verdict: .strength,
      sentence:
        "Tickets whose first reply restates the request were reopened less often than comparable ones: 3.3 fewer per 100 (1.6 to 4.9)."
    ),
    association(
      explained, (31, 402), (388, 3_907), notApplicable: 905, shrink: 0.6, verdict: .watch,
      sentence: "Explained terms go with fewer reopens before other things are taken into account."),
  ]

  static let rules: [Report.RuleResult] = [
    .init(
      rule: acronym, findings: 2_890, tickets: 1_611,
      examples: [
        example(
          acronym, "INC0031742", "Hi Ana, the ", "MTU",
          " on the tunnel was too high, so we lowered it. Please reconnect and …",
          "“MTU” is never explained in this thread; the requester wrote about “the home connection”.",
          "“the MTU (the largest piece of data the connection takes)”, or leave it out: “we changed a setting of the tunnel”"
        ),
        example(
          acronym, "INC0030218", "… your account is fine. The ", "GPO",
          " had not been applied to the laptop yet, a restart will …",
          "“GPO” is never explained in this thread.",
          "“a company-wide setting (group policy, GPO)”"),
        example(
          acronym, "INC0033905", "Kind regards. We asked the ", "DBA", " team to look at it, they will …",
          "“DBA” is never explained in this thread.", "“the database team”"),
      ]),
    .init(
      rule: long, findings: 3_306, tickets: 1_790,
      examples: [
        example(
          long, "INC0032277", "",
          "After checking the logs and comparing them with the ones from last week we believe that the printer driver which was rolled out on Thursday could be responsible and we would like to ask you to restart and then to try again",
          ".", "42 words in one sentence; the step for the reader comes at its end.",
          "“Please restart and try again. We think Thursday’s new printer driver is the reason.”")
      ]),
    .init(rule: grade, findings: 640, tickets: 611, examples: []),
    .init(
      rule: vague, findings: 1_077, tickets: 902,
      examples: [
        example(
          vague, "INC0034410", "We have passed this on and will get back to you ", "as soon as possible",
          ". Thank you for your patience.", "No day or hour is given.",
          "“We will write again by Thursday noon, even if it isn’t solved.”"),
        example(
          vague, "INC0031009", "The new laptop should arrive ", "shortly", ".", "No day or hour is given.",
          "“The new laptop should arrive on Monday; if it doesn’t, call 4400.”"),
      ]),
    .init(
      rule: empty, findings: 764, tickets: 764,
      examples: [
        example(
          empty, "INC0030551", "", "Done.", "", "It says neither what was wrong nor what was changed.",
          "“Your mailbox was full, so new mail was turned away. We raised the limit to 50 GB; a test mail arrived at 10:12.”"
        ),
        example(
          empty, "INC0034873", "", "resolved as discussed", "",
          "It says neither what was wrong nor what was changed.",
          "“As we found on the phone, the old password was saved in Outlook. You removed it and mail came in again.”"
        ),
        example(
          empty, "INC0032166", "", "fixed, pls check", "",
          "It says neither what was wrong nor what was changed.",
          "“The shared drive was missing from your profile. We added it: sign out and in, then look for drive S.”",
          isAfterCut: true),
      ]),
    .init(
      rule: paraphraseMissing, findings: 2_644, tickets: 2_644,
      examples: [
        example(
          paraphraseMissing, "INC0033120", "", "Please send us the serial number and a screenshot.",
          " Regards, Service Desk",
          "It restates none of this: the report prints blank pages, only for invoices, since Monday.",
          "“So invoices have come out blank since Monday while other reports print: I’d like the serial number and a picture of one, then I can look.”"
        )
      ]),
    .init(
      rule: paraphrase, findings: 1_914, tickets: 1_914,
      examples: [
        example(
          paraphrase, "INC0030977", "Good morning Mr Okafor, ",
          "so the scanner at gate 4 reads a badge twice and then locks, but only before eight",
          ". Is it the same with …", "It takes up the place, the symptom and the time from the request.", "")
      ]),
    .init(rule: explained, findings: 455, tickets: 402, examples: []),
    .init(
      rule: blame, findings: 77, tickets: 74,
      examples: [
        example(
          blame, "INC0034001", "", "As I already told you", ", the form is on the portal.",
          "It puts it on the reader.",
          "“The form is on the portal under ‘New starter’; here is the link.”")
      ]),
  ]

  static func example(
    _ rule: RuleSummary, _ ticket: String, _ before: String, _ quote: String, _ after: String,
    _ explanation: String, _ suggestion: String, isAfterCut: Bool = false
  ) -> Report.Example {
    .init(
      finding: Finding(
        rule: rule.id, kind: rule.kind, ticket: ticket, message: "m2",
        span: before.utf8.count..<before.utf8.count + quote.utf8.count, quote: quote,
        explanation: explanation,
        suggestion: suggestion, isAfterCut: isAfterCut),
      link: "https://desk.example.org/incident/\(ticket)", context: (before, quote, after))
  }
}
