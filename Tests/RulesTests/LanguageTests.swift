import TestSupport
import Testing
import Tickets

@testable import Rules

/// That a language is a folder of packs: what each rule says and does not say in German and French.
@Suite struct LanguageTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var language: String
    var rule: RuleID
    /// As in the rules' own examples: what is marked must be found, and nothing else.
    var thread: [String]
    var testDescription: String { "\(language) \(rule): \(thread.joined(separator: " ⏎ "))" }

    init(_ language: String, _ rule: RuleID, _ thread: String...) {
      (self.language, self.rule, self.thread) = (language, rule, thread)
    }
  }

  static let rules = Result { try RuleSet.builtIn() }

  static let german = [
    "requester: Ich komme seit Montag von zu Hause aus nicht mehr in mein Postfach.",
    "requester: Über VPN komme ich seit Montag nicht mehr in mein Postfach.",
  ]
  static let french = [
    "requester: Depuis lundi je ne peux plus ouvrir ma messagerie quand je suis chez moi.",
    "requester: Depuis lundi je ne peux plus ouvrir ma messagerie avec le VPN.",
  ]

  static let cases = [
    Case(
      "de", "jargon.acronym", german[0], "staff: Ihr Zugang über ‹VPN› war abgelaufen und ist jetzt erneuert."
    ),
    Case(
      "de", "jargon.acronym", german[1], "staff: Ihr Zugang über VPN war abgelaufen und ist jetzt erneuert."),
    Case(
      "de", "jargon.acronym", german[0],
      "staff: Ich habe Ihnen die Anleitung als PDF an die zweite Adresse geschickt."),
    Case(
      "de", "listening.pretend", german[0],
      "staff: Guten Tag, ‹vielen Dank für Ihre Nachricht›. Wir prüfen das."),
    Case(
      "de", "listening.pretend", german[0],
      "staff: Vielen Dank für Ihre Nachricht. Dass Sie von zu Hause nicht in Ihr Postfach kommen, liegt an uns."
    ),
    Case(
      "fr", "listening.pretend", french[0],
      "staff: Bonjour, ‹merci pour votre message›. Nous avons transmis votre dossier à une autre équipe."),
    Case("de", "clarity.vague-time", german[0], "staff: Wir melden uns ‹so bald wie möglich› bei Ihnen."),
    Case("de", "clarity.vague-time", german[0], "staff: Wir melden uns heute um 15:00 Uhr bei Ihnen."),
    Case("de", "clarity.vague-time", german[0], "staff: Ihr Kennwort läuft bald ab, das war der Grund."),
    Case("de", "complete.empty-resolution", german[0], "staff: Das sehe ich mir an.", "closing: ‹Erledigt.›"),
    Case("de", "complete.empty-resolution", german[0], "closing: ‹Das Problem wurde behoben.›"),
    Case(
      "de", "complete.empty-resolution", german[0],
      "closing: Erledigt: Ihr Zugang war abgelaufen und ist für ein Jahr erneuert."),
    Case("de", "tone.blame", german[0], "staff: Das war ein ‹Bedienfehler›, bitte lesen Sie die Anleitung."),
    Case("de", "tone.blame", german[0], "staff: Das ist nicht Ihre Schuld, der Zugang war abgelaufen."),
    Case(
      "fr", "jargon.acronym", french[0], "staff: Votre accès par le ‹VPN› avait expiré et je l'ai renouvelé."),
    Case(
      "fr", "jargon.acronym", french[1], "staff: Votre accès par le VPN avait expiré et je l'ai renouvelé."),
    Case(
      "fr", "jargon.acronym", french[0], "staff: Je vous ai envoyé la notice en PDF à votre autre adresse."),
    Case(
      "fr", "clarity.vague-time", french[0], "staff: Nous vous répondrons ‹dès que possible› par téléphone."),
    Case(
      "fr", "clarity.vague-time", french[0], "staff: Nous vous répondrons aujourd'hui à 15 h par téléphone."),
    Case("fr", "clarity.vague-time", french[0], "staff: Votre mot de passe expire bientôt, c'est pour cela."),
    Case(
      "fr", "complete.empty-resolution", french[0], "staff: Je regarde ce qui se passe.", "closing: ‹Résolu.›"
    ),
    Case("fr", "complete.empty-resolution", french[0], "closing: ‹Votre ticket a été clôturé.›"),
    Case(
      "fr", "complete.empty-resolution", french[0],
      "closing: Résolu par le renouvellement de votre accès, qui avait expiré dimanche."),
    Case("fr", "tone.blame", french[0], "staff: C'était une ‹erreur de manipulation›, lisez la notice."),
    Case("fr", "tone.blame", french[0], "staff: Ce n'est pas de votre faute, l'accès avait expiré."),
  ]

  /// Every substitution of a language's pack, found in a sentence of that language.
  static let substitutions: [Case] = ["de", "fr"].flatMap { language -> [Case] in
    guard let packs = try? PackIndex.builtIn() else { return [] }
    let words = packs.parts(of: packs.number(of: "clarity.wordy"))
      .filter { $0.string(.language) == language }.flatMap(\.titles)
    return words.filter { !$0.contains { "[<^~{|".contains($0) } }.prefix(10).map { phrase in
      language == "de"
        ? Case(
          language, "clarity.wordy", german[0], "staff: Das ist ‹\(phrase)› und ich habe es Ihnen geschickt.")
        : Case(
          language, "clarity.wordy", french[0], "staff: C'est ‹\(phrase)› et je vous ai écrit pour cela.")
    }
  }

  @Test("a rule speaks the language of its packs", arguments: cases + substitutions)
  func speaks(_ one: Case) throws {
    let rules = try Self.rules.get()
    var thread = try Thread(rules.packs)
    var judge = Judge(rules)
    var written = ExampleThread(one.thread)
    thread.begin(&written.batch)
    thread.open(0)
    judge.judge(&thread)
    #expect(thread.messages.allSatisfy { $0.language == one.language })
    let position = try #require(rules.position(of: one.rule))
    let found = judge.judgement.marks.filter { Int($0.rule) == position }.map {
      ExampleThread.Place(
        message: Int($0.message), start: $0.span.range.lowerBound, end: $0.span.range.upperBound)
    }
    #expect(Set(found) == Set(written.marked))
    for mark in judge.judgement.marks where Int(mark.rule) == position {
      #expect(!judge.wording(of: mark, in: thread).suggestion.isEmpty)
    }
  }

  /// What a reply takes up is told by words that say something, in each language; those that every sentence holds are
  /// taken up by any reply.
  @Test(arguments: [
    (
      german[0],
      "staff: Wir haben das von hier aus geprüft, und es ist nicht mehr so, dass Sie da in so was kommen.",
      "staff: Dass Sie seit Montag nicht ins Postfach kommen, lag an uns."
    ),
    (
      french[0],
      "staff: Nous avons tout vu et il ne faut plus que je vous le dise quand c'est fait chez nous.",
      "staff: Si votre messagerie ne peut s'ouvrir depuis lundi, c'est de notre faute."
    ),
  ])
  func functionWordsTakeNothingUp(request: String, empty: String, full: String) throws {
    func coverage(_ reply: String) throws -> Double {
      let rules = try Self.rules.get()
      var thread = try Thread(rules.packs)
      var judge = Judge(rules)
      var written = ExampleThread([request, reply])
      thread.begin(&written.batch)
      thread.open(0)
      judge.judge(&thread)
      return try #require(thread.messages.last?.measures.restatement).coverage
    }
    #expect(try coverage(empty) == 0)
    #expect(try coverage(full) > 0.5)
  }

  @Test(arguments: [
    ("Die DNS-Einträge und der Zugang über VPN sind wieder in Ordnung.", "„DNS“ wird dem Leser nirgends"),
    ("Votre accès par VPN et le DNS sont de nouveau en ordre depuis ce matin.", "« VPN » n'est écrit"),
    ("Your access and the DNS entries are fine again since this morning.", "“DNS” is never spelled out"),
  ])
  func acronymsAreSpokenOfInTheLanguageOfTheText(_ text: String, _ start: String) throws {
    let rules = try Self.rules.get()
    var judge = Judge(rules)
    var thread = try Thread(rules.packs)
    var written = ExampleThread(["staff: " + text])
    thread.begin(&written.batch)
    thread.open(0)
    judge.judge(&thread)
    let said = judge.judgement.marks.map { judge.wording(of: $0, in: thread).explanation }
    #expect(said.contains { $0.hasPrefix(start) })
  }

  @Test func thereAreSubstitutionsInBothLanguages() {
    #expect(Set(Self.substitutions.map(\.language)) == ["de", "fr"])
    #expect(Self.substitutions.count == 20)
  }

  @Test func aLanguageWithoutPacksGetsTheRulesThatNeedNone() throws {
    let rules = try Self.rules.get()
    let words = Array(repeating: "buvo labai nesvarbu kad mašina neveikia nes ji sena", count: 20).joined(
      separator: " ")
    var thread = try Thread(rules.packs)
    var judge = Judge(rules)
    var written = ExampleThread(["staff: " + words])
    thread.begin(&written.batch)
    thread.open(0)
    judge.judge(&thread)
    #expect(thread.messages.first?.language == "")
    #expect(Set(judge.judgement.marks.map { rules.abouts[Int($0.rule)].id }) == ["clarity.wall-of-text"])
  }
}
