import Outcomes
import Statistics
import TestSupport
import Testing
import Tickets

/// Trends, teams, and before and after a date.
@Suite struct OverTimeTests {
  /// A Monday.
  static let start = Timestamp(year: 2025, month: 9, day: 1)

  /// Adds tickets first resolved in a week.
  static func add(
    _ count: Int, found: Int = 0, reopened: Int = 0, week: Int, priority: String = "p",
    category: String = "c",
    group: String = "g", to table: inout ObservationTable
  ) {
    for number in 0..<count {
      var row = Observation()
      row.cutAt = start.adding(seconds: Int64(week) * 7 * 86_400 + 3600)
      row.reopenedAt = number < reopened ? row.cutAt?.adding(seconds: 3600) : nil
      row.source = .history
      row.priority = table.priorities.code(priority)
      row.category = table.categories.code(category)
      row.group = table.groups.code(group)
      row.note(rule: 0, fired: number < found, isFirm: true)
      table.append(row)
    }
    table.note(event: start.adding(seconds: 400 * 86_400))
  }

  @Test func weeksBeginOnMonday() {
    #expect(Week.start(Week.number(Self.start.seconds)).civil == (2025, 9, 1))
    #expect(Week.number(Self.start.seconds - 1) == Week.number(Self.start.seconds) - 1)
    // Before 1970, too: 1969-12-29 was a Monday.
    let early = Timestamp(year: 1969, month: 12, day: 29)
    #expect(
      Week.start(Week.number(early.seconds + 3)) == Timestamp(year: 1969, month: 12, day: 29, precision: .day)
    )
    #expect(Week.number(early.seconds - 1) == Week.number(early.seconds) - 1)
  }

  @Test func aChangeOfMixIsNoTrend() throws {
    // Two priorities at 20 % and 60 %: the mix turns over, the rates don't.
    var table = ObservationTable()
    for week in 0..<6 {
      let urgent = week < 3 ? 20 : 60
      Self.add(urgent, found: urgent * 6 / 10, week: week, priority: "1", to: &table)
      Self.add(80 - urgent, found: (80 - urgent) / 5, week: week, priority: "2", to: &table)
    }
    let points = Trends(table).points(of: 0)
    #expect(points.count == 6)
    // Over all weeks both priorities have 240 tickets: the fixed mix is half and half, so 40 % everywhere.
    for point in points { #expect(abs(try #require(point.rate).value - 0.4) < 1e-12) }
    #expect(points[0].found == Outcomes.Proportion(events: 24, total: 80))
    #expect(points[5].found == Outcomes.Proportion(events: 40, total: 80))
    #expect(points.allSatisfy { !$0.isPooled })
  }

  @Test func emptyCellsAreSaid() {
    var table = ObservationTable()
    for week in 0..<4 {
      Self.add(40, found: 10, week: week, category: "a", to: &table)
      if week > 0 { Self.add(40, found: 20, week: week, category: "b", to: &table) }
    }
    let points = Trends(table).points(of: 0)
    #expect(points.map(\.isPooled) == [true, false, false, false])
  }

  @Test func teamsAreExpectedToDoAsOthersWithTheSameTickets() throws {
    // Priority 1 reopens in 30 of 100, priority 2 in 10 of 100, over three teams.
    var table = ObservationTable()
    Self.add(60, reopened: 20, week: 0, priority: "1", group: "A", to: &table)
    Self.add(40, reopened: 10, week: 0, priority: "1", group: "B", to: &table)
    Self.add(50, reopened: 2, week: 0, priority: "2", group: "B", to: &table)
    Self.add(50, reopened: 8, week: 0, priority: "2", group: "C", to: &table)
    let rates = TeamRates(table, Eligibility(of: table, policy: CutPolicy()))
    #expect(rates.teams.map(\.name) == ["A", "B", "C"])
    #expect(rates.teams.map(\.observed) == [20, 12, 8])
    // 60 × .3; 40 × .3 + 50 × .1; 50 × .1.
    for (team, expected) in zip(rates.teams, [18.0, 17, 5]) { #expect(abs(team.expected - expected) < 1e-12) }
    for team in rates.teams {
      let (ratio, shrunken) = (try #require(team.ratio), try #require(team.shrunken))
      // Drawn towards 1, never past it.
      #expect(abs(shrunken.value - 1) <= abs(ratio.value - 1) + 1e-12)
    }
    #expect(zip(rates.limits, rates.limits.dropFirst()).allSatisfy { $0.expected < $1.expected })
    #expect(rates.limits.allSatisfy { $0.wide.lowerBound <= $0.usual.lowerBound })
  }

  static let change = start.adding(seconds: 16 * 7 * 86_400)

  @Test func theStepIsThatOfTheRegression() throws {
    var table = ObservationTable()
    var generator = SeededGenerator(seed: 3)
    var series: [Double] = []
    for week in 0..<34 {
      let found = (week < 16 ? 30 : 18) + Int.random(in: -4...4, using: &generator)
      Self.add(60, found: found, week: week, to: &table)
      series.append(Double(found) / 60)
    }
    let eligibility = Eligibility(of: table, policy: CutPolicy())
    let figures = BeforeAfter(.rule(0), date: Self.change, table, eligibility)
    let fit = try SegmentedRegression(series, firstWeekAfter: 16)
    let (step, expected) = (try #require(figures.levelChange), try #require(fit.levelChange))
    #expect(abs(step.value - expected.value * 100) < 1e-9 && abs(step.upper - expected.upper * 100) < 1e-9)
    #expect(step.upper < 0)
    #expect(figures.weeks == (16, 18))
    // A date within a week leaves that week out.
    let within = BeforeAfter(.rule(0), date: Self.change.adding(seconds: 86_400), table, eligibility)
    #expect(within.weeks == (16, 17))
  }

  @Test func whatHappensToBothDropsOut() throws {
    var table = ObservationTable()
    for week in 0..<30 {
      // Everybody's rate falls at the date, the trained group's no more than the others'.
      let wobble = week * 7 % 5
      Self.add(50, found: (week < 16 ? 25 : 15) + wobble, week: week, group: "T", to: &table)
      Self.add(50, found: (week < 16 ? 30 : 20) + week * 3 % 4, week: week, group: "U", to: &table)
    }
    let eligibility = Eligibility(of: table, policy: CutPolicy())
    let alone = BeforeAfter(.rule(0), date: Self.change, table, eligibility, group: "T")
    let beside = BeforeAfter(.rule(0), date: Self.change, table, eligibility, group: "T", control: "U")
    #expect(try #require(alone.levelChange).upper < 0)
    let step = try #require(beside.levelChange)
    #expect(step.lower < 0 && step.upper > 0)
  }

  @Test func fewWeeksSayNothing() {
    var table = ObservationTable()
    for week in 0..<20 { Self.add(30, found: 5, week: week, to: &table) }
    let figures = BeforeAfter(
      .rule(0), date: Self.change, table, Eligibility(of: table, policy: CutPolicy()))
    #expect(!figures.canTell && figures.levelChange == nil)
    #expect(figures.totals.before.total == 16 * 30)
    let empty = BeforeAfter(
      .cameBack, date: Self.change, ObservationTable(),
      Eligibility(of: ObservationTable(), policy: CutPolicy()))
    #expect(empty.points.isEmpty && !empty.canTell)
  }
}
