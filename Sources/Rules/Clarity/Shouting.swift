import TextAnalysis
import Tickets

/// `clarity.shouting`: words in capitals, or a row of exclamation marks.
struct Shouting: Rule {
  static let about = RuleDescription(
    "clarity.shouting", "Shouting in capitals", anchor: .anyReply, scope: .publicReply,
    rationale: """
      Capitals read as shouting, and they read slowly: words lose their shape. So do three exclamation marks.
      """,
    practice: "Write it in small letters. If one thing matters more than the rest, put it first and alone.",
    source: "Tinker 1963, Legibility of Print (capitals slow reading); netiquette (RFC 1855)",
    finds: [
      "Please ‹DO NOT SWITCH OFF› the machine.",
      "‹PLEASE READ THE MANUAL BEFORE YOU WRITE›",
      "It is done‹!!!›",
    ],
    ignores: [
      "Please send the PDF of the VPN FAQ.",
      "The button says “DO NOT SWITCH OFF”.",
      "It is DONE and I am happy!",
      "The USB PC LAN cable is here.",
      "Your number is AB CD EF 12.",
      "Great! Thanks! It works!",
    ])

  /// So many ordinary words in capitals side by side are no acronyms.
  static let leastWords = 3
  /// Ten times the Zipf scale: words that everybody writes in small letters too.
  private static let ordinaryZipf: UInt8 = 45

  private let acronyms: Int16?

  init(_ packs: PackIndex) { acronyms = packs.number(of: "jargon.acronym") }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard message.measures.words >= 3 else { return }
    judgement.look()
    var run = message.tokens.lowerBound..<message.tokens.lowerBound
    var marks = 0
    for position in message.tokens {
      let token = thread.text.tokens[position]
      if token.kind == .word,
        token.flags.contains(.allCapitals) || (!run.isEmpty && isSingle(token, in: message, thread))
      {
        run = (run.isEmpty ? position : run.lowerBound)..<position + 1
        continue
      }
      markLoud(run, in: message, thread, &judgement)
      run = position..<position
      marks = thread.isMark(position, UInt8(ascii: "!"), in: message) ? marks + 1 : 0
      if marks == 3 {
        judgement.find(Mark(span: thread.span(of: position - 2..<position + 1), argument: 1))
      }
    }
    markLoud(run, in: message, thread, &judgement)
  }

  private func markLoud(
    _ run: Range<Int>, in message: MessageView, _ thread: borrowing Thread, _ judgement: inout Judgement
  ) {
    guard run.count >= Self.leastWords,
      run.count(where: { isOrdinary($0, in: message, thread) }) >= Self.leastWords,
      !thread.isQuoted(run, in: message)
    else { return }
    judgement.find(Mark(span: thread.span(of: run)))
  }

  /// "I" and "A" are capitals in any text.
  private func isSingle(_ token: Token, in message: MessageView, _ thread: borrowing Thread) -> Bool {
    token.end &- token.start == 1 && thread.isOne(of: ["i", "a"], token, in: message)
      && thread.bytes(of: token, in: message).first.map { $0 < 0x61 } ?? false
  }

  private func isOrdinary(_ position: Int, in message: MessageView, _ thread: borrowing Thread) -> Bool {
    let token = thread.text.tokens[position]
    return token.flags.contains(.allCapitals) && thread.vocabulary.zipf(of: token.lexeme) >= Self.ordinaryZipf
      && !thread.matches(of: acronyms, in: message).contains { $0.tokenRange.contains(position) }
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    mark.argument == 1
      ? Wording("three exclamation marks shout", "one is enough, and mostly none")
      : Wording(
        "words in capitals shout, and read slowly", "write it in small letters, first and alone if it matters"
      )
  }
}
