import TextAnalysis
import Tickets

/// `jargon.acronym`: letters the requester has to look up.
struct UnexplainedAcronym: Rule {
  static let about = RuleDescription(
    "jargon.acronym", "Acronyms nobody explained", anchor: .anyReply, scope: .publicReply,
    packs: ["jargon.acronym"], revision: 3,
    rationale: """
      A reader who stumbles over letters they don't know stops trusting that the rest is meant for them. \
      Acronyms are the jargon that can't even be guessed at.
      """,
    practice: """
      Write the words first and the letters in brackets, once: “multi-factor authentication (MFA)”. If the \
      letters will not come up again, leave them out.
      """,
    source: "Shulman et al. 2020, The Effects of Jargon on Processing Fluency; plain-language guidelines",
    finds: [
      ["requester: I can't get in from home since Monday.", "staff: Your ‹MFA› registration has expired."],
      ["requester: The internet is slow.", "staff: We changed the ‹MTU› on the router, please try again."],
      ["requester: Nothing opens.", "staff: I cleared the ‹DNS› cache and the DNS entries look fine now."],
      [
        "requester: The internet is slow.", "staff: We changed the ‹MTU› on the router, please try again.",
        "staff: Type `ping` to see it.",
      ],
    ],
    ignores: [
      ["requester: My MFA code never arrives.", "staff: I have reset your MFA registration."],
      [
        "requester: I can't sign in.",
        "staff: Your multi-factor authentication (MFA) had expired. I have renewed the MFA for you.",
      ],
      ["requester: I can't sign in.", "staff: The MFA (the code on your phone) had expired."],
      ["requester: I can't print.", "staff: Please send the PDF to me and I will print it."],
      ["requester: Hello?", "staff: PLEASE DO NOT SWITCH IT OFF."],
      [
        "requester: Our DHCP server gives no leases, and the switch drops the VLAN tags of that port.",
        "staff: The MTU of that port was wrong. I have set it.",
      ],
      ["requester: `print()` shows nothing.", "staff: The MTU of that port was wrong."],
      ["requester: The compiler stops in the unit tests.", "staff: The MTU of that port was wrong."],
      [
        "requester: The link is slow.", "staff: The MTU of that port was wrong.",
        "requester: Right, `ping -s` goes through now.",
      ],
      ["requester: Where is it?", "staff: The ticket is INC0012345 and the laptop is LT-4711."],
    ])

  private let packs: PackIndex
  private let acronyms: Int16?
  private let glossCues: Int16?
  private let entries: PackEntries

  init(_ packs: PackIndex) {
    self.packs = packs
    acronyms = packs.number(of: "jargon.acronym")
    glossCues = packs.number(of: "cue.gloss")
    entries = packs.entries(of: acronyms)
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard message.measures.words >= 3, !message.measures.isForTechnicalReader else {
      return
    }
    judgement.look()
    var reported: [LexemeID] = []
    for position in message.tokens {
      let token = thread.text.tokens[position]
      guard token.kind == .word, token.flags.contains(.allCapitals) || token.flags.contains(.mixedCase),
        !reported.contains(token.lexeme)
      else { continue }
      let known = entry(at: position, in: message, thread)
      guard isUnexplained(position, token, known, message, thread) else { continue }
      reported.append(token.lexeme)
      judgement.find(Mark(span: thread.span(of: position..<position + 1), argument: Int32(known ?? -1)))
    }
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    let letters = thread.message(at: mark.message).map { thread.string(mark.span, in: $0.message) } ?? ""
    guard entries.indices.contains(Int(mark.argument)) else {
      return Wording(
        "“\(letters)” is never spelled out for the requester",
        "write the words first: “… (\(letters))”, or leave the letters out")
    }
    let entry = entries[Int(mark.argument)]
    let plain = entry.plain.isEmpty ? "" : ", \(entry.plain)"
    // In the language of the pack, where that says so.
    let own = packs.wording(of: mark, pack: acronyms, in: thread).explanation
    return Wording(
      own.isEmpty ? "“\(letters)” is never spelled out for the requester" : own,
      "“\(entry.expansion) (\(letters))\(plain)”")
  }

  /// The lexicon's entry for the acronym at a token, if it is one of a single word.
  private func entry(at token: Int, in message: MessageView, _ thread: borrowing Thread) -> Int? {
    thread.matches(of: acronyms, in: message).first { $0.tokenRange == token..<token + 1 }.map {
      Int($0.entry)
    }
  }

  private func isUnexplained(
    _ position: Int, _ token: Token, _ known: Int?, _ message: MessageView, _ thread: borrowing Thread
  ) -> Bool {
    if let known {
      let level = entries[known].level
      if level == "everyday" || level == "office" { return false }
    } else {
      // Letters that no list knows: only if they look like an acronym and not like a word written loud.
      let length = token.end &- token.start
      guard message.language == "en", token.flags.contains(.allCapitals), !token.flags.contains(.hasDigit),
        (3...5).contains(length),
        thread.vocabulary.zipf(of: token.lexeme) < 30, !isShouted(position, in: message, thread)
      else { return false }
    }
    if thread.requesterUsed(token.lexeme, before: message) { return false }
    if thread.isGlossed(position..<position + 1, in: message, glossCues: glossCues) { return false }
    if thread.isExpansion(position, in: message) { return false }
    // Once a thread is enough, and an explanation given earlier holds.
    return !thread.earlier(than: message).contains { earlier in
      earlier.isPublicReply && thread.text.tokens[earlier.tokens].contains { $0.lexeme == token.lexeme }
    } && !wasUsedBefore(position, token, in: message, thread)
  }

  /// Whether the same letters stand earlier in the message: then they were judged there.
  private func wasUsedBefore(
    _ position: Int, _ token: Token, in message: MessageView, _ thread: borrowing Thread
  ) -> Bool {
    thread.text.tokens[message.tokens.lowerBound..<position].contains { $0.lexeme == token.lexeme }
  }

  /// Whether most words of the sentence are in capitals: then these are no acronyms.
  private func isShouted(_ position: Int, in message: MessageView, _ thread: borrowing Thread) -> Bool {
    guard let sentence = thread.sentence(holding: position, in: message) else { return false }
    var words = 0
    var loud = 0
    for token in thread.text.tokens[sentence.tokenRange]
    where token.kind == .word && token.end &- token.start > 1 {
      words += 1
      if token.flags.contains(.allCapitals) { loud += 1 }
    }
    return words >= 2 && loud * 2 > words
  }
}
