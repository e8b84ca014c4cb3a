import Foundation
import Rules
import TextAnalysis
import Tickets

/// What phrases cost: loading the built-in packs, and looking for them and for ten times as many in the same texts.
///
///     phrases MESSAGES.csv|TEXTS.txt [rounds]      a text a line
///
/// The added phrases are the built-in ones with their last word exchanged for one that no text holds, so that they begin
/// as often, go on as far, and the same is found. Rounds alternate between the contestants, and the best counts. Times are CPU.
@main struct Phrases {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 1, let data = FileManager.default.contents(atPath: arguments[1]) else {
      print("usage: phrases TEXTS [rounds]")
      exit(2)
    }
    let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 7 : 7
    let texts = data.split(separator: 0x0A).map { Array($0) }

    let packs = try PackFolder.read("Sources/Rules/Packs")
    let lexicon = try PackIndex.builtIn().lexicon
    let load = best(of: 50) {
      guard let image = try? PackImage.builtIn() else { return }
      _ = PackIndex(layers: [image], lexicon: lexicon)
    }
    print("loading the built-in packs      \(rounded(1e3 * load)) ms")

    var contestants: [(name: String, thread: Contestant)] = []
    var fewest = 0
    for times in [1, 2, 5, 13] {
      let all = packs + (1..<times).flatMap { round in varied(packs, round, lexicon) }
      let phrases = all.reduce(0) { $0 + $1.entries.reduce(0) { $0 + $1.patterns.count } }
      let image = try PackImage(Cells(PackImage.compile(all, lexicon: lexicon)))
      let index = PackIndex(layers: [image], lexicon: lexicon)
      if fewest == 0 { fewest = phrases }
      contestants.append(
        ("\(phrases) patterns, \(rounded(Double(phrases) / Double(fewest))) ×", try Contestant(index, texts)))
    }
    var times = [Double](repeating: .infinity, count: contestants.count)
    for _ in 0..<rounds {
      for (number, one) in contestants.enumerated() {
        times[number] = min(times[number], seconds { one.thread.match() })
      }
    }
    for (number, one) in contestants.enumerated() {
      print(
        "\(one.name): \(rounded(1e3 * times[number])) ms, ratio \(rounded(times[number] / times[0])), "
          + "\(one.thread.matches) matches")
    }
  }

  /// The packs with one word of each phrase exchanged.
  private static func varied(_ packs: [Pack], _ round: Int, _ lexicon: Lexicon) -> [Pack] {
    var state = UInt64(round) &* 0x9E37_79B9_7F4A_7C15
    // No text holds these words, so that each contestant finds the same.
    func word() -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return lexicon.word(LexemeID(Int(state >> 33) % 30_000)) + "zq"
    }
    return packs.filter { $0.language == "en" && $0.form != .words }.map { pack in
      var pack = pack
      pack.exceptions = []
      pack.entries = pack.entries.map { entry in
        var entry = entry
        entry.patterns = entry.patterns.compactMap { pattern in
          var elements = pattern.elements
          let places = elements.indices.filter {
            if case .word = elements[$0] { return true }
            return false
          }
          // The last word, so that the beginning is found as often as before.
          // One without a word of its own can't be varied, and would only be found twice.
          guard let place = places.last else { return nil }
          elements[place] = .word(word())
          return PhrasePattern(elements: elements)
        }
        return entry
      }
      return pack
    }
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

/// The texts with their tokens, and the phrases of an index looked for in them again and again.
private final class Contestant {
  private var thread: Rules.Thread
  private(set) var matches = 0

  init(_ index: PackIndex, _ texts: [[UInt8]]) throws {
    thread = try Rules.Thread(index)
    var batch = TicketBatch()
    var ticket = Ticket()
    ticket.id = batch.append("T")
    for text in texts {
      var message = Message()
      message.role = .staff
      message.kind = .reply
      message.text = batch.append(text)
      batch.messages.append(message)
    }
    ticket.messages = 0..<batch.messages.count
    batch.tickets = [ticket]
    thread.begin(&batch)
    thread.open(0, language: "en")
  }

  func match() {
    thread.matchAgain()
    matches = thread.matches.count
  }
}

private func seconds(_ body: () -> Void) -> Double {
  let start = clock()
  body()
  return Double(clock() - start) / Double(CLOCKS_PER_SEC)
}

private func best(of rounds: Int, _ body: () -> Void) -> Double {
  (0..<rounds).reduce(Double.infinity) { best, _ in min(best, seconds(body)) }
}
