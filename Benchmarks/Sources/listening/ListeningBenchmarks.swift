import Glibc
import Rules
import TextAnalysis
import TicketImport
import Tickets

/// What the listening family costs, in nanoseconds a byte of message text, beside the tokenizer in the same run.
///
///     listening FILE… [--rounds N]
///
/// CPU time of this process, one thread, best of some rounds. The family is what a judge with its rules alone takes
/// beyond opening the thread and counting words; the fingerprints of replies and requests are part of it, and
/// grouping them is a row of its own.
@main struct ListeningBenchmarks {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    var rounds = 3
    if let flag = arguments.firstIndex(of: "--rounds"), flag + 1 < arguments.count {
      rounds = Int(arguments[flag + 1]) ?? rounds
      arguments.removeSubrange(flag...flag + 1)
    }
    guard !arguments.isEmpty else {
      print("usage: listening FILE… [--rounds N]")
      exit(2)
    }
    var batches: [TicketBatch] = []
    var importer = try Importer(paths: arguments)
    try importer.read(ticketsPerBatch: 256) { batch in
      batches.append(batch)
      return true
    }
    let bytes = batches.reduce(0) { $0 + $1.messages.reduce(0) { $0 + Int($1.text.count) } }
    print("\(batches.reduce(0) { $0 + $1.tickets.count }) tickets, \(bytes) bytes of messages")

    let all = try RuleSet.builtIn()
    let others = Set(all.abouts.map(\.id).filter { $0.family != "listening" && !family.contains($0) })
    let rules = try RuleSet(all.packs, disabled: others)
    var best = Times()
    var sketches: [UInt64] = []
    for _ in 0..<rounds {
      best.tokens = min(best.tokens, try tokenize(batches, all.packs))
      best.opened = min(best.opened, try open(batches, all.packs))
      best.counted = min(best.counted, try count(batches, all.packs))
      sketches.removeAll()
      best.judged = min(best.judged, try judge(batches, rules, &sketches))
      best.grouped = min(best.grouped, cpuSeconds { _ = NearDuplicates.groups(of: sketches) })
    }
    func line(_ name: String, _ seconds: Double) {
      let hundredths = Int((seconds / Double(bytes) * 1e11).rounded())
      print("\(name)\t\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)")
    }
    print("stage\tnanoseconds_per_byte")
    line("tokenizer", best.tokens)
    line("opening a thread: tokens, phrases, language", best.opened)
    line("counting words", best.counted)
    line("listening, with fingerprints", best.judged - best.opened - best.counted)
    line("grouping \(sketches.count) fingerprints", best.grouped)
  }

  /// Rules of other families that read what listening measures.
  private static let family: Set<RuleID> = ["tone.missed-frustration", "tone.acknowledges"]

  private struct Times {
    var tokens = Double.infinity
    var opened = Double.infinity
    var counted = Double.infinity
    var judged = Double.infinity
    var grouped = Double.infinity
  }

  private static func tokenize(_ batches: [TicketBatch], _ packs: PackIndex) throws -> Double {
    var analyzer = try TextAnalyzer(lexicon: packs.lexicon)
    var text = AnalyzedText()
    return cpuSeconds {
      for batch in batches {
        analyzer.beginBatch()
        for message in batch.messages where !message.text.isEmpty {
          text.clear()
          batch.bytes.withUnsafeBufferPointer {
            _ = analyzer.analyze(UnsafeBufferPointer(rebasing: $0[message.text.range]), into: &text)
          }
        }
      }
    }
  }

  private static func open(_ batches: [TicketBatch], _ packs: PackIndex) throws -> Double {
    var thread = try Thread(packs)
    return cpuSeconds {
      for batch in batches {
        var batch = batch
        thread.begin(&batch)
        for ticket in thread.batch.tickets.indices { thread.open(ticket) }
        thread.end(&batch)
      }
    }
  }

  private static func count(_ batches: [TicketBatch], _ packs: PackIndex) throws -> Double {
    var thread = try Thread(packs)
    var seconds = 0.0
    for batch in batches {
      var batch = batch
      thread.begin(&batch)
      for ticket in thread.batch.tickets.indices {
        thread.open(ticket)
        seconds += cpuSeconds {
          for message in thread.messages {
            var counts = ReadingCounts()
            counts.add(
              TextExtent(tokens: message.tokens, sentences: message.sentences), of: thread.text,
              vocabulary: thread.vocabulary)
          }
        }
      }
      thread.end(&batch)
    }
    return seconds
  }

  private static func judge(_ batches: [TicketBatch], _ rules: RuleSet, _ sketches: inout [UInt64]) throws
    -> Double
  {
    var thread = try Thread(rules.packs)
    var judge = Judge(rules, measuresSimilarity: false)
    return cpuSeconds {
      for batch in batches {
        var batch = batch
        thread.begin(&batch)
        for ticket in thread.batch.tickets.indices {
          thread.open(ticket)
          judge.judge(&thread)
          for message in thread.messages { sketches.append(message.measures.sketch.bits) }
        }
        thread.end(&batch)
      }
    }
  }

  private static func cpuSeconds(_ body: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    body()
    return now() - start
  }
}
