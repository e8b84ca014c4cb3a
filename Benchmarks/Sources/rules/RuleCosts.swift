import Glibc
import Pipeline
import Reporting
import Rules
import TicketImport
import Tickets

/// What each rule costs: nanoseconds a message that it is asked about, and its share of a whole run.
///
///     rules EXPORT… [--rounds N]
///
/// Every rule, suggestions too, is asked about the messages of its scope and language once more, after the thread was
/// judged. The clock is read around a rule's messages of one ticket and what that takes is taken off; of each batch the
/// best of some rounds counts, so that what else the machine does is left out. What a pack's phrases cost is not
/// here: they are all looked for in one pass, when a thread is opened.
///
/// A run is reading, judging and comparing with one thread, in CPU time.
@main struct RuleCosts {
  static func main() throws {
    var paths = Array(CommandLine.arguments.dropFirst())
    var rounds = 3
    if let flag = paths.firstIndex(of: "--rounds"), flag + 1 < paths.count {
      rounds = max(1, Int(paths[flag + 1]) ?? rounds)
      paths.removeSubrange(flag...flag + 1)
    }
    guard !paths.isEmpty else {
      print("usage: rules EXPORT… [--rounds N]")
      exit(2)
    }
    let rules = try RuleSet.builtIn(strictness: .strict)
    var bench = try RuleBench(rules)
    var importer = try Importer(paths: paths)
    try importer.read(ticketsPerBatch: 256) { batch in
      bench.measure(&batch, rounds: rounds)
      return true
    }
    let run = try wholeRun(paths, rounds)
    print("the whole run: \(decimal(run)) CPU s, \(bench.tickets) tickets, \(bench.messages) messages")
    bench.printCosts(ofRun: run)
  }

  /// CPU seconds of reading, judging and comparing; the best of some rounds.
  private static func wholeRun(_ paths: [String], _ rounds: Int) throws -> Double {
    var best = Double.infinity
    for _ in 0..<rounds {
      var options = AnalysisOptions(paths: paths)
      options.threads = 1
      options.rules = try RuleSet.builtIn(strictness: .strict)
      var sink = NoSink()
      let start = seconds(CLOCK_PROCESS_CPUTIME_ID)
      _ = try AnalysisRun(options).run(into: &sink, wantsRows: false, wantsFindings: false)
      best = min(best, seconds(CLOCK_PROCESS_CPUTIME_ID) - start)
    }
    return best
  }

  static func seconds(_ clock: Int32) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

/// Times the steps of judging, and every rule.
private struct RuleBench: ~Copyable {
  private let rules: RuleSet
  private var thread: Thread
  private var judge: Judge
  private var opening = 0.0
  private var judging = 0.0
  /// By rule: seconds, and messages it was asked about.
  private var costs: [(seconds: Double, messages: Int)]
  private(set) var tickets = 0
  private(set) var messages = 0
  /// What it takes to read the clock.
  private let reading: Double

  init(_ rules: RuleSet) throws {
    self.rules = rules
    thread = try Thread(rules.packs)
    judge = Judge(rules, measuresSimilarity: false)
    costs = Array(repeating: (0, 0), count: rules.rules.count)
    let times = (0..<10_000).map { _ in RuleCosts.seconds(CLOCK_MONOTONIC) }
    reading = zip(times.dropFirst(), times).map(-).sorted()[times.count / 2]
  }

  /// Times a batch so many times, and adds up the least of each step.
  mutating func measure(_ batch: inout TicketBatch, rounds: Int) {
    var best = (opening: Double.infinity, judging: Double.infinity)
    var bestCosts = [Double](repeating: .infinity, count: costs.count)
    var asked: [Int] = []
    for _ in 0..<rounds {
      var steps = (opening: 0.0, judging: 0.0)
      var seconds = [Double](repeating: 0, count: costs.count)
      asked = [Int](repeating: 0, count: costs.count)
      thread.begin(&batch)
      for ticket in thread.batch.tickets.indices {
        let start = RuleCosts.seconds(CLOCK_MONOTONIC)
        thread.open(ticket)
        let opened = RuleCosts.seconds(CLOCK_MONOTONIC)
        judge.judge(&thread)
        let judged = RuleCosts.seconds(CLOCK_MONOTONIC)
        steps.opening += opened - start - reading
        steps.judging += judged - opened - reading
        askAll(&seconds, &asked)
      }
      thread.end(&batch)
      best = (min(best.opening, steps.opening), min(best.judging, steps.judging))
      for rule in seconds.indices { bestCosts[rule] = min(bestCosts[rule], seconds[rule]) }
    }
    opening += best.opening
    judging += best.judging
    for rule in costs.indices {
      costs[rule].seconds += max(0, bestCosts[rule])
      costs[rule].messages += asked[rule]
    }
    tickets += batch.tickets.count
    messages += batch.messages.count
  }

  /// Asks every rule about the thread at hand, as a judge does.
  private func askAll(_ seconds: inout [Double], _ asked: inout [Int]) {
    for rule in rules.rules.indices {
      let places = places(of: rules.abouts[rule])
      if places.isEmpty { continue }
      var judgement = Judgement()
      let start = RuleCosts.seconds(CLOCK_MONOTONIC)
      for place in places { rules.rules[rule].inspect(thread.messages[place], in: thread, &judgement) }
      seconds[rule] += RuleCosts.seconds(CLOCK_MONOTONIC) - start - reading
      asked[rule] += places.count
    }
  }

  /// The messages of the thread at hand that a rule is asked about, by its scope and languages.
  private func places(of about: RuleDescription) -> [Int] {
    thread.messages.indices.filter { place in
      let message = thread.messages[place]
      if !(about.languages?.contains(message.language) ?? true) { return false }
      if about.scope == .wholeThread { return place == thread.messages.count - 1 }
      if about.scope == .wholeExport { return message.reply == 0 }
      guard message.message.role == .staff, !message.tokens.isEmpty, !message.isAutomatic else {
        return false
      }
      return switch about.scope {
      case .publicReply: message.isPublicReply
      case .firstReply: message.reply == 0
      case .closingText: message.isClosing
      case .internalNote: message.message.visibility == .internal
      case .wholeThread, .wholeExport: false
      }
    }
  }

  /// Prints the steps and the rules, the dearest first.
  func printCosts(ofRun run: Double) {
    func line(_ name: String, _ seconds: Double, _ messages: Int) {
      let each = messages > 0 ? seconds * 1e9 / Double(messages) : 0
      let share = RuleCosts.decimal(100 * seconds / run)
      print("\(name): \(Int(each.rounded())) ns a message, \(share) % of the run, \(messages) messages")
    }
    let inRules = costs.reduce(0) { $0 + $1.seconds }
    line("opening threads (words, sentences, phrases, languages)", opening, messages)
    line("what several rules ask for (points, restatements, grades)", max(0, judging - inRules), messages)
    line("all rules", inRules, messages)
    let order = costs.indices.sorted {
      (costs[$0].seconds, $1) > (costs[$1].seconds, $0)
    }
    for rule in order { line("\(rules.abouts[rule].id)", costs[rule].seconds, costs[rule].messages) }
  }
}

/// A sink that wants nothing.
private struct NoSink: AnalysisSink {
  mutating func finding(_ finding: Finding) {}
  mutating func message(_ row: MessageRow) {}
  mutating func ticket(_ row: TicketRow) {}
  mutating func reject(_ row: RejectRow) {}
}
