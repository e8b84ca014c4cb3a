import TextAnalysis
import Tickets

/// `clarity.passive-no-owner`: something is to be done, and nobody is to do it.
struct OwnerlessPassive: Rule {
  static let about = RuleDescription(
    "clarity.passive-no-owner", "Things that will be done by nobody", anchor: .anyReply, scope: .publicReply,
    revision: 2,
    rationale: """
      “The ticket will be closed”: by whom? Where nobody is named, the reader can't tell whether to wait, to act or \
      to ask, and each side waits for the other.
      """,
    practice:
      "Put somebody in front of the verb: “I will close the ticket on Friday”, “please restart the laptop”.",
    source:
      "Plain-language guidelines (active voice; say who does what); Cutts, Oxford Guide to Plain English",
    finds: [
      "The old account ‹will be removed› on Friday.",
      "Thanks. The router ‹needs to be replaced›.",
      "Your mailbox ‹has to be moved› first.",
      "The form ‹must be signed› before we start.",
    ],
    ignores: [
      "The old account will be removed by the network team.",
      "I will make sure that the router is replaced.",
      "The old account will be removed automatically on Friday.",
      "You will be asked for a code.",
      "If it has to be moved, tell me.",
      "The router was replaced.",
      "It can be opened in the browser.",
      "The update will be available on Friday.",
      "Our courier comes at noon, and the laptop will be replaced.",
      "The form must be signed by 15:00, so please do it now.",
      // What a program does with its data is nobody's to do.
      "The value will be passed in a register, and the copy has to be mentioned there.",
      "Errors will be shown in the bar.",
    ])

  private let automatic: WordList
  private let deskThings: WordList
  private let reader: WordList
  private let conditions: WordList
  private let needs: WordList
  private let to: WordList
  private let will: WordList
  private let negations: WordList
  private let fillers: WordList
  private let be: WordList
  private let states: WordList
  private let by: WordList
  private let times: WordList

  init(_ packs: PackIndex) {
    func list(_ words: [String]) -> WordList { WordList(words, packs.lexicon) }
    automatic = list(["automatically", "automatic", "itself", "themselves"])
    deskThings = list(Self.deskThings.flatMap { thing in ["", "s", "es"].map { thing + $0 } })
    reader = list(["you", "you'll", "u"])
    conditions = list([
      "if", "when", "once", "unless", "until", "after", "before", "while", "where", "should",
    ])
    needs = list(["has", "have", "needs", "need"])
    to = list(["to"])
    will = list(["will", "must", "shall"])
    negations = list(["not", "never"])
    fillers = list(["also", "then", "now", "still", "first", "only", "just", "soon", "probably"])
    be = list(["be"])
    states = list(Self.states)
    by = list(["by", "through"])
    times = list([
      "today", "tomorrow", "tonight", "noon", "midnight", "monday", "tuesday", "wednesday", "thursday",
      "friday",
      "saturday", "sunday", "next", "end", "then", "eod", "cob",
    ])
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard message.measures.words >= 3 else { return }
    judgement.look()
    for sentence in thread.text.sentences[message.sentences] {
      if !sentence.features.isDisjoint(with: [.question, .imperative]) {
        continue
      }
      guard let verb = verb(of: sentence, thread) else { continue }
      judgement.find(Mark(span: thread.span(of: verb)))
    }
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    let verb = thread.message(at: mark.message).map { thread.string(mark.span, in: $0.message) } ?? ""
    return Wording(
      "“\(verb)” does not say by whom, so the reader can't tell whether to wait or to act",
      "name who does it: “I will …”, “the network team …”, “please …”")
  }

  /// What must or will happen, in few words: "will be", "must be", "has to be", "needs to be".
  private func verb(of sentence: Sentence, _ thread: borrowing Thread) -> Range<Int>? {
    let tokens = sentence.tokenRange
    func isOne(_ words: WordList, _ at: Int) -> Bool {
      tokens.contains(at) && words.contains(thread.text.tokens[at].lexeme, thread.vocabulary)
    }
    guard tokens.contains(where: { isOne(be, $0) }) else { return nil }
    for at in tokens {
      // Somebody is named: "I will have it replaced", "you will be asked".
      if thread.vocabulary.flags(of: thread.text.tokens[at].lexeme).contains(.firstPerson) { return nil }
      if isOne(reader, at) { return nil }
      if isOne(conditions, at) {
        return nil
      }
      var next = at + 1
      if isOne(needs, at) {
        guard isOne(to, next) else { continue }
        next += 1
      } else if !isOne(will, at) {
        continue
      }
      guard hasDeskSubject(before: at, tokens, thread) else { continue }
      if isOne(negations, next) { return nil }
      while isOne(fillers, next) {
        next += 1
      }
      guard isOne(be, next) else { continue }
      next += 1
      if tokens.contains(next), thread.vocabulary.flags(of: thread.text.tokens[next].lexeme).contains(.adverb)
      {
        next += 1
      }
      guard tokens.contains(next), isAction(thread.text.tokens[next], thread) else { continue }
      return hasAgent(after: next, tokens, thread) ? nil : at..<next + 1
    }
    return nil
  }

  /// Words that may stand between a subject and its verb, with some to spare: "the ticket about the dock will".
  private static let subjectReach = 6

  /// Whether what will be done is done to a thing of the desk or the requester; what a program does with its data
  /// has no owner to name.
  private func hasDeskSubject(
    before verb: Int, _ tokens: Range<Int>, _ thread: borrowing Thread
  ) -> Bool {
    let start = max(tokens.lowerBound, verb - Self.subjectReach)
    return start < verb
      && thread.text.tokens[start..<verb].contains { token in
        token.kind == .ticketNumber
          || deskThings.contains(token.lexeme, thread.vocabulary)
      }
  }

  /// What people ask a desk about, and what a desk works on.
  private static let deskThings = [
    "ticket", "issue", "request", "case", "incident", "problem", "fault", "account", "mailbox", "calendar",
    "laptop", "computer", "pc", "notebook", "phone", "telephone", "tablet", "printer", "scanner", "screen",
    "monitor",
    "display", "device", "cable", "dock", "keyboard", "mouse", "headset", "camera", "badge", "card",
    "charger",
    "battery", "disk", "drive", "toner", "licence", "license", "subscription", "software", "application",
    "app",
    "update", "upgrade", "fix", "hotfix", "change", "order", "replacement", "part", "spare", "delivery",
    "access",
    "permission", "right", "password", "pin", "form", "document", "report", "share", "folder", "server",
    "router",
    "switch", "firewall", "line", "port", "connection", "site", "website", "page", "portal", "service",
    "system",
    "user", "migration", "installation", "release", "deployment", "maintenance", "work", "task", "room",
    "desk",
    "office", "invoice", "approval", "contract", "backup", "database", "profile", "setting", "certificate",
    "signature", "distribution", "group", "meeting", "appointment", "technician", "decision",
  ]

  /// Participles that name a state rather than something to do.
  private static let states = [
    "used", "based", "needed", "required", "supposed", "allowed", "called", "named", "located", "related",
    "limited", "closed-source", "affected", "interested", "pleased", "surprised", "found", "seen",
    "considered",
    "treated", "expected", "shown", "displayed", "left", "given", "charged", "unaffected", "disappointed",
    "stored", "kept", "held", "done", "satisfied", "involved", "concerned", "known", "understood",
    "appreciated",
    "caused", "lost", "improved", "reduced", "increased", "compiled", "implemented", "inferred", "dropped",
  ]

  private func isAction(_ token: Token, _ thread: borrowing Thread) -> Bool {
    guard token.kind == .word else { return false }
    let form = thread.vocabulary.form(of: token.lexeme)
    let isParticiple =
      thread.vocabulary.flags(of: token.lexeme).contains(.irregularParticiple)
      || (form.count > 4 && form.suffix(2).elementsEqual("ed".utf8))
    return isParticiple && !states.contains(token.lexeme, thread.vocabulary)
  }

  /// Whether the rest of the sentence says who, or that it happens by itself. "By" before a time names nobody.
  private func hasAgent(
    after verb: Int, _ tokens: Range<Int>, _ thread: borrowing Thread
  ) -> Bool {
    for at in tokens {
      let token = thread.text.tokens[at]
      if automatic.contains(token.lexeme, thread.vocabulary) { return true }
      guard at > verb, by.contains(token.lexeme, thread.vocabulary), tokens.contains(at + 1) else {
        continue
      }
      let kind = thread.text.tokens[at + 1].kind
      if kind == .time || kind == .date || kind == .number { continue }
      if !times.contains(thread.text.tokens[at + 1].lexeme, thread.vocabulary) { return true }
    }
    return false
  }
}
