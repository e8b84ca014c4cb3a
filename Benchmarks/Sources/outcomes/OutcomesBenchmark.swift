import Glibc
import Outcomes
import Statistics
import Tickets

/// How long it takes, and how much memory, to tie 60 rules to reopening.
///
///     swift run -c release outcomes [TICKETS]
///
/// Made-up observations of the size of a large desk: 5 priorities, 12 categories, 40 groups, an assignee for every
/// 2,000 tickets, 24 months; half of the rules look at any reply. Times are wall clock and CPU time of this
/// process; memory is the most it ever held.
@main
struct OutcomesBenchmark {
  static let rules = 60

  static func main() {
    let tickets = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
    print("| tickets | step | wall s | CPU s | peak MB |\n|---|---|---|---|---|")
    var clock = Clock(tickets: tickets)
    let table = table(tickets)
    clock.lap("made up")
    let policy = CutPolicy()
    let eligibility = Eligibility(of: table, policy: policy)
    clock.lap("eligibility")
    let compared = ComparedTickets(consume table, eligibility)
    clock.lap("canonical order")
    guard let compared else { return }
    var options = EstimationOptions()
    options.depth = .primary
    var all = Associations(rules: summaries, tickets: compared, isLeaky: false, options: options)
    clock.lap("primary models")
    if tickets <= 1_000_000 {
      options.depth = .verdicts
      all = Associations(rules: summaries, tickets: compared, isLeaky: false, options: options)
      clock.lap("primary and second models")
      options.depth = .everything
      all = Associations(rules: summaries, tickets: compared, isLeaky: false, options: options)
      clock.lap("everything")
    }
    print(
      "\n\(compared.rowCount) different rows; \(all.rules.count { $0.adjusted.oddsRatio != nil }) rules estimated"
    )
  }

  private static let summaries = (0..<rules).map {
    RuleSummary(
      id: RuleID("made.\($0)"), title: "Rule \($0)", rationale: "", practice: "", kind: .gap,
      anchor: $0 % 2 == 0 ? .anyReply : $0 % 4 == 1 ? .firstReply : .closingText)
  }

  private static func table(_ tickets: Int) -> ObservationTable {
    var generator = SplitMix64(seed: 7)
    var table = ObservationTable()
    let end = Timestamp(year: 2026, month: 7, day: 1)
    table.note(event: end)
    func codes(_ book: inout CodeBook, _ prefix: String, _ count: Int) -> [Int32] {
      (0..<count).map { book.code("\(prefix)\($0)") }
    }
    let priorities = codes(&table.priorities, "p", 5)
    let categories = codes(&table.categories, "c", 12)
    let groups = codes(&table.groups, "g", 40)
    let assignees = codes(&table.assignees, "a", max(20, tickets / 2000))
    /// Small numbers are frequent, as on a real desk.
    func skewed(_ bound: Int) -> Int {
      let even = Double(generator.next() >> 11) * 0x1p-53
      return min(bound - 1, Int(even * even * Double(bound)))
    }
    for _ in 0..<tickets {
      var row = Observation()
      row.priority = priorities[skewed(5)]
      row.category = categories[skewed(12)]
      row.group = groups[skewed(40)]
      row.assignee = assignees[skewed(assignees.count)]
      row.cutAt = end.adding(seconds: -86_400 * (15 + Int64(generator.next(below: 730))))
      row.requestWords = Int32(10 + skewed(150))
      row.staffMessages = Int32(1 + skewed(8))
      row.staffWords = row.staffMessages * Int32(15 + skewed(80))
      row.isAsExported = false
      row.source = .history
      if generator.next(below: 100) < 6 { row.reopenedAt = row.cutAt?.adding(seconds: 86_400) }
      row.isReopenedEver = row.reopenedAt != nil
      for rule in 0..<rules {
        row.looked[rule] = true
        row.found[rule] = generator.next(below: 100) < UInt64(2 + rule % 30)
      }
      (row.lookedFirmly, row.foundFirmly) = (row.looked, row.found)
      table.append(row)
    }
    return table
  }
}

/// Times between laps.
struct Clock {
  private let tickets: Int
  private var wall = Self.now(CLOCK_MONOTONIC)
  private var cpu = Self.now(CLOCK_PROCESS_CPUTIME_ID)

  init(tickets: Int) { self.tickets = tickets }

  mutating func lap(_ name: String) {
    let (wall, cpu) = (Self.now(CLOCK_MONOTONIC), Self.now(CLOCK_PROCESS_CPUTIME_ID))
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print(
      "| \(tickets) | \(name) | \(hundredths(wall - self.wall)) | \(hundredths(cpu - self.cpu)) | \(usage.ru_maxrss / 1024) |"
    )
    fflush(nil)
    (self.wall, self.cpu) = (Self.now(CLOCK_MONOTONIC), Self.now(CLOCK_PROCESS_CPUTIME_ID))
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func hundredths(_ seconds: Double) -> String {
    let count = Int((seconds * 100).rounded())
    return "\(count / 100).\(count / 10 % 10)\(count % 10)"
  }
}
