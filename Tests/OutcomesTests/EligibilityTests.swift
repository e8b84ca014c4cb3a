import Outcomes
import TestSupport
import Testing
import Tickets

@Suite struct EligibilityTests {
  static let day: Int64 = 86_400
  static let end = Timestamp(year: 2026, month: 6, day: 1)

  /// A ticket first resolved `resolved` days before the export's end and reopened `reopened` days after that.
  static func row(resolved: Double, reopened: Double? = nil, ever: Bool? = nil) -> Observation {
    var row = Observation()
    let cut = end.adding(seconds: Int64(-resolved * Double(day)))
    row.cutAt = cut
    row.reopenedAt = reopened.map { cut.adding(seconds: Int64($0 * Double(day))) }
    row.isReopenedEver = ever ?? (reopened != nil)
    row.source = .history
    return row
  }

  static func table(_ rows: [Observation]) -> ObservationTable {
    var table = ObservationTable()
    for row in rows { table.append(row) }
    table.note(event: end)
    return table
  }

  @Test func censoringIsBlindToTheOutcome() {
    let table = Self.table([
      Self.row(resolved: 13, reopened: 2), Self.row(resolved: 13), Self.row(resolved: 14, reopened: 2),
      Self.row(resolved: 14), Self.row(resolved: 40, reopened: 14), Self.row(resolved: 40, reopened: 14.01),
    ])
    let eligibility = Eligibility(of: table, policy: CutPolicy())
    #expect(eligibility.rows == [2, 3, 4, 5])
    #expect(Array(eligibility.cameBack) == [true, false, true, false])
    #expect(eligibility.excluded == [.censored: 2])
    #expect(eligibility.reopenedLater == 1)
    #expect(eligibility.wholeTicket == Proportion(events: 4, total: 6))
  }

  @Test func withoutAWindowNothingIsCensored() {
    let table = Self.table([Self.row(resolved: 1, reopened: 0.5), Self.row(resolved: 100, reopened: 99)])
    let eligibility = Eligibility(of: table, policy: CutPolicy(windowDays: nil))
    #expect(eligibility.total == Proportion(events: 2, total: 2))
  }

  @Test func theCounterDecidesOnlyWhereLeaksAreAllowed() {
    let table = Self.table([Self.row(resolved: 30, ever: true)])
    #expect(Eligibility(of: table, policy: CutPolicy()).total.events == 0)
    #expect(Eligibility(of: table, policy: CutPolicy(windowDays: nil, allowsLeak: true)).total.events == 1)
  }

  @Test func aThankYouIsNoReopen() {
    var row = Self.row(resolved: 30, reopened: 1)
    row.isThanksOnly = true
    let eligibility = Eligibility(of: Self.table([row]), policy: CutPolicy())
    #expect(eligibility.total == Proportion(events: 0, total: 1))
    #expect(eligibility.thanksOnly == 1)
  }

  /// How often two sets of made-up words with so many in common count as nearly the same, beside the binomial
  /// probability of 46 bits and more of 64 that agree with probability (1 + J) / 2, summed exactly.
  @Test(arguments: [(2, 20, 0.0042), (14, 28, 0.7682), (18, 26, 0.9972)])
  func sketchesAgreeAsOftenAsTheoryHasIt(common: Int, all: Int, expected: Double) {
    var generator = SeededGenerator(seed: 5)
    func word() -> String {
      String((0..<9).map { _ in "abcdefghijklmnopqrstuvwxyz".randomElement(using: &generator) ?? "a" })
    }
    func bits(_ words: [String]) -> UInt64 {
      var sketch = RequestSketch()
      sketch.add(Array(words.joined(separator: " ").utf8)[...])
      return sketch.bits
    }
    var same = 0
    for _ in 0..<1000 {
      let shared = (0..<common).map { _ in word() }
      let own = (0..<(all - common) / 2).map { _ in word() }
      let other = (0..<(all - common) / 2).map { _ in word() }
      if RequestSketch.areNearlyTheSame(bits(shared + own), bits(shared + other)) { same += 1 }
    }
    let error = (expected * (1 - expected) / 1000).squareRoot()
    #expect(abs(Double(same) / 1000 - expected) < 4 * error + 0.002)
  }

  @Test func askingAgainCountsAsComingBack() {
    // Half an hour after the first resolution, the same again; a third request is about something else.
    func sketch(_ text: String) -> UInt64 {
      var sketch = RequestSketch()
      sketch.add(Array(text.utf8)[...])
      return sketch.bits
    }
    let printer = "The printer on the third floor prints every page twice since the driver update on Monday"
    let again =
      "The printer on the third floor still prints every page twice since the driver update, on Tuesday"
    let other = "Please order a new monitor for the meeting room next to the canteen, the old one flickers"
    #expect(RequestSketch.areNearlyTheSame(sketch(printer), sketch(again)))
    #expect(!RequestSketch.areNearlyTheSame(sketch(printer), sketch(other)))
    #expect(!RequestSketch.areNearlyTheSame(0, 0))

    func request(_ text: String, requester: UInt64, opened: Double, resolved: Double) -> Observation {
      var row = Self.row(resolved: resolved)
      row.openedAt = Self.end.adding(seconds: Int64(-opened * Double(Self.day)))
      row.requester = requester
      row.sketch = sketch(text)
      return row
    }
    let rows = [
      request(printer, requester: 1, opened: 41, resolved: 40),
      request(again, requester: 1, opened: 35, resolved: 34),
      request(other, requester: 1, opened: 33, resolved: 32),
      // Somebody else's, and too late to count.
      request(printer, requester: 2, opened: 35, resolved: 34),
      request(again, requester: 2, opened: 19, resolved: 18),
      // Opened before the other was resolved: two tickets, no second attempt.
      request(printer, requester: 3, opened: 35, resolved: 30),
      request(again, requester: 3, opened: 34, resolved: 30),
    ]
    for rows in [rows, rows.reversed()] {
      let eligibility = Eligibility(of: Self.table(rows), policy: CutPolicy())
      #expect(eligibility.count(.askedAgain) == Proportion(events: 1, total: 7))
      #expect(eligibility.count(.reopened).events == 0 && eligibility.total.events == 1)
    }
  }

  @Test func finalClosingShortensTheWindow() {
    let table = Self.table([Self.row(resolved: 40, reopened: 6), Self.row(resolved: 8, reopened: 2)])
    var policy = CutPolicy()
    policy.closingDays = 5
    let eligibility = Eligibility(of: table, policy: policy)
    #expect(eligibility.total == Proportion(events: 1, total: 2))
    #expect(eligibility.reopenedLater == 1)
  }

  @Test func closingAtOneLagIsASpike() throws {
    var rows: [Observation] = []
    for number in 0..<200 {
      var row = Self.row(resolved: 30)
      row.secondsToClosing = number < 120 ? 5 * Self.day + Int64(number) : Int64(number) * 9000
      rows.append(row)
    }
    let spike = try #require(ClosingSpike(Self.table(rows)))
    #expect(spike.hours == 120)
    #expect(spike.tickets.total == 200 && (120...121).contains(spike.tickets.events))
    // Without the tool's own closing there is none.
    #expect(ClosingSpike(Self.table(Array(rows[120...]))) == nil)
  }

  @Test func everyRowIsCountedOnce() {
    var generator = SeededGenerator(seed: 11)
    var rows: [Observation] = []
    for _ in 0..<500 {
      var row = Self.row(
        resolved: Double.random(in: 0...60, using: &generator),
        reopened: Bool.random(using: &generator) ? Double.random(in: 0...30, using: &generator) : nil)
      if Int.random(in: 0..<4, using: &generator) == 0 {
        row.exclusion = Exclusion.allCases.randomElement(using: &generator)
      }
      rows.append(row)
    }
    let eligibility = Eligibility(of: Self.table(rows), policy: CutPolicy())
    #expect(eligibility.rows.count + eligibility.excluded.values.reduce(0, +) == rows.count)
    #expect(eligibility.rows.count == eligibility.outcomes.count)
  }
}
