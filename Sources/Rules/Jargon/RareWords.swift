import TextAnalysis
import Tickets

/// `jargon.rare`: more rare words than the requester uses.
struct RareWords: Rule {
  static let about = RuleDescription(
    "jargon.rare", "Rarer words than the requester's own", anchor: .anyReply, scope: .publicReply,
    level: .suggestion,
    rationale: """
      Readers follow a text easily when they know about 98 of 100 words. What they wrote themselves shows which \
      words are theirs; a reply far beyond that is read twice or given up.
      """,
    practice: "Read your reply with the requester's mail beside it. Swap each word they would not write.",
    source: "Hu & Nation 2000, Unknown Vocabulary Density and Reading Comprehension (98 % known words)",
    finds: [
      [
        "requester: My laptop gets hot and loud in the afternoon and I would like to know what to do.",
        """
        staff: ‹The ventilation aperture was obstructed by residual particulate agglomeration, necessitating \
        disassembly.› Please refrain from situating the apparatus on upholstery, as it occludes the vents and \
        exacerbates the overheating.
        """,
      ],
      [
        "requester: The door of the meeting room does not open with my card since this morning.",
        """
        staff: Good morning. ‹The turnstile's magnetised latch underwent spurious demagnetisation and its solenoid \
        malfunctioned.› We are procuring a replacement and will reinstate ingress tomorrow at nine.
        """,
      ],
      [
        "requester: I can hear the others but they can't hear me in our calls.",
        """
        staff: ‹Your headset's diaphragm exhibits attenuation attributable to corroded contacts and frayed \
        insulation.› I would recommend swabbing the contacts; should that be unavailing, requisition another one.
        """,
      ],
    ],
    ignores: [
      [
        "requester: My laptop gets hot and loud in the afternoon and I would like to know what to do.",
        """
        staff: The holes that let the air out were full of dust. I have cleaned them, so it should stay cool now. \
        Please keep it on a table and not on a cushion, and tell me if it gets loud again.
        """,
      ],
      [
        """
        requester: The solenoid of the turnstile is demagnetised again, its latch underwent the same malfunction as \
        last spring and ingress is obstructed.
        """,
        """
        staff: The turnstile's solenoid is demagnetised indeed, and the latch shows a spurious malfunction. We are \
        procuring another one and will reinstate ingress tomorrow at nine.
        """,
      ],
      ["requester: My screen is dark.", "staff: The inverter's capacitor ruptured."],
      [
        "requester: Where can I find the forms?",
        """
        staff: Anna Kowalczyk and Priyanka Venkataraman of Schwarzkopf & Henderson keep them in Gdańsk; ask \
        Bartholomew Featherstonehaugh if Kowalczyk is away on that day, please.
        """,
      ],
    ])

  /// Ten times the Zipf scale: below three words in a million words of running text.
  static let rareZipf: UInt8 = 35
  /// Shorter replies have too few words for a share.
  static let leastWords = 20
  /// Different rare words that there must be at least.
  static let leastRare = 5
  /// Share of rare words above which a reply is marked, over the requester's own share.
  static let margin = 0.08

  init(_ packs: PackIndex) {}

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard message.measures.words >= Self.leastWords else { return }
    var own = Share()
    var theirs = Share()
    for earlier in thread.earlier(than: message) where earlier.message.role == .requester {
      for position in earlier.tokens { theirs.add(rarity(position, in: earlier, thread)) }
    }
    guard theirs.words > 0 else { return }
    judgement.look()
    var rare: [LexemeID] = []
    for position in message.tokens {
      let stem = thread.vocabulary.stem(of: thread.text.tokens[position].lexeme)
      var kind = rarity(position, in: message, thread)
      if kind == true {
        if rare.contains(stem) || requesterUsed(stem: stem, before: message, thread) {
          kind = false
        } else {
          rare.append(stem)
        }
      }
      own.add(kind)
    }
    guard rare.count >= Self.leastRare, own.rareShare > theirs.rareShare + Self.margin else { return }
    // The sentence with most of them is the one to look at.
    var worst: Sentence?
    var most = 0
    for sentence in thread.text.sentences[message.sentences] {
      let count = sentence.tokenRange.count { rarity($0, in: message, thread) == true }
      if count > most {
        most = count
        worst = sentence
      }
    }
    guard let worst else { return }
    judgement.find(Mark(span: thread.span(of: worst), argument: Int32((own.rareShare * 100).rounded())))
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "\(mark.argument) of 100 words here are rare ones that the requester does not use",
      "say it in words that stand in the requester's own mail")
  }

  private struct Share {
    var words = 0
    var rare = 0
    var rareShare: Double { words == 0 ? 0 : Double(rare) / Double(words) }

    mutating func add(_ isRare: Bool?) {
      guard let isRare else { return }
      words += 1
      if isRare { rare += 1 }
    }
  }

  /// Whether a token is a rare word; `nil` for what is no word or a name.
  private func rarity(_ position: Int, in message: MessageView, _ thread: borrowing Thread) -> Bool? {
    let token = thread.text.tokens[position]
    guard token.kind == .word,
      token.flags.isDisjoint(with: [.allCapitals, .mixedCase, .hasDigit, .beyondASCII])
    else { return nil }
    if token.flags.contains(.capitalised) && !token.flags.contains(.startsSentence) { return nil }
    let lexeme = token.lexeme
    let zipf = max(
      thread.vocabulary.zipf(of: lexeme), thread.vocabulary.zipf(of: thread.vocabulary.stem(of: lexeme)))
    // Short words that no list knows are abbreviations and slips.
    return zipf < Self.rareZipf && token.end &- token.start >= 5
      && thread.vocabulary.flags(of: lexeme).isDisjoint(with: [.functionWord, .stopWord])
  }

  private func requesterUsed(stem: LexemeID, before message: MessageView, _ thread: borrowing Thread) -> Bool
  {
    thread.earlier(than: message).contains { earlier in
      earlier.message.role == .requester
        && thread.text.tokens[earlier.tokens].contains { thread.vocabulary.stem(of: $0.lexeme) == stem }
    }
  }
}
