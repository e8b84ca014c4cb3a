import Statistics
import Testing

@Suite struct EValueTests {
  /// VanderWeele & Ding (2017): a risk ratio of 3.9 (1.8 to 8.7) has E-values 7.26 and 3.0.
  @Test func publishedExample() throws {
    let ratio = try #require(Estimate(value: 3.9, lower: 1.8, upper: 8.7, level: 0.95))
    let eValue = try #require(EValue(riskRatio: ratio))
    #expect(abs(eValue.value - 7.26) < 0.005)
    #expect(abs(eValue.limit - 3.0) < 0.005)
  }

  /// A protective ratio is judged by its inverse.
  @Test func inverseRatiosHaveTheSameEValue() throws {
    let up = try #require(Estimate(value: 2, lower: 1.25, upper: 3.2, level: 0.95))
    let down = try #require(Estimate(value: 0.5, lower: 0.3125, upper: 0.8, level: 0.95))
    let (a, b) = (try #require(EValue(riskRatio: up)), try #require(EValue(riskRatio: down)))
    expectClose(a.value, b.value, relative: 1e-14)
    expectClose(a.limit, b.limit, relative: 1e-14)
  }

  @Test func intervalsAroundOneNeedNoConfounder() throws {
    let ratio = try #require(Estimate(value: 1.3, lower: 0.9, upper: 1.8, level: 0.95))
    #expect(EValue(riskRatio: ratio)?.limit == 1)
  }
}

@Suite struct PowerTests {
  /// The formula with numbers put in by hand: (1.95996 + 0.84162)² = 7.84888.
  @Test func sizeForAnOddsRatio() {
    let power = Power(exposedShare: 0.5, eventRate: 0.1)
    // 7.848879734 / (0.22314355² · 0.25 · 0.09)
    expectClose(power.ticketsNeeded(), 7.848879734 / (0.2231435513 * 0.2231435513 * 0.0225), relative: 1e-8)
    #expect(power.eventsNeeded() == 701)
  }

  @Test func askingBackGivesTheOddsRatioAgain() {
    let power = Power(exposedShare: 0.2, eventRate: 0.08, varianceInflation: 2.5, explainedShare: 0.3)
    let n = power.ticketsNeeded(oddsRatio: 1.5) ?? 0
    // Tickets are whole, so the round trip is as close as one ticket is to n.
    expectClose(power.minimumDetectableOddsRatio(tickets: Int(n.rounded())), 1.5, relative: 1e-4)
    expectClose(power.ticketsNeeded(oddsRatio: 1 / 1.5), n, relative: 1e-12)
  }

  @Test func clustersAndConfoundersCostTickets() {
    let plain = Power(exposedShare: 0.2, eventRate: 0.08).ticketsNeeded() ?? 0
    let inflated = Power(exposedShare: 0.2, eventRate: 0.08, varianceInflation: 3, explainedShare: 0.5)
    expectClose(inflated.ticketsNeeded(), 6 * plain, relative: 1e-12)
  }

  @Test(arguments: [
    Power(exposedShare: 0, eventRate: 0.1), Power(exposedShare: 0.5, eventRate: 1),
    Power(exposedShare: 0.5, eventRate: 0.1, explainedShare: 1),
    Power(exposedShare: .nan, eventRate: 0.1), Power(exposedShare: 0.5, eventRate: 0.1, varianceInflation: 0),
  ])
  func impossibleQuestionsHaveNoAnswer(power: Power) {
    #expect(power.ticketsNeeded() == nil)
    #expect(power.eventsNeeded() == nil)
    #expect(power.minimumDetectableOddsRatio(tickets: 1000) == nil)
  }

  @Test func noTicketsDetectNothing() {
    let power = Power(exposedShare: 0.5, eventRate: 0.1)
    #expect(power.minimumDetectableOddsRatio(tickets: 0) == nil)
    #expect(power.ticketsNeeded(oddsRatio: 1) == nil)
    #expect(power.ticketsNeeded(oddsRatio: -1) == nil)
  }
}

@Suite struct MultiplicityTests {
  /// Benjamini & Hochberg (1995), section 3.3: fifteen p-values, of which four are declared at 5 %.
  @Test func publishedExample() {
    let p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
      0.7590, 1,
    ]
    #expect(Multiplicity.qValues(p).count { $0 <= 0.05 } == 4)
  }

  @Test func orderDoesNotMatter() {
    let p = [0.03, 0.2, 0.03, 0.001]
    let q = Multiplicity.qValues(p)
    #expect(Multiplicity.qValues(p.reversed()) == q.reversed())
    #expect(q[0] == q[2])
  }

  @Test func levelsForSelectedIntervals() {
    #expect(Multiplicity.falseCoverageLevel(selected: 20, family: 20) == 0.95)
    #expect(Multiplicity.falseCoverageLevel(selected: 1, family: 50) == 0.999)
    #expect(Multiplicity.falseCoverageLevel(selected: 0, family: 50) == nil)
    #expect(Multiplicity.falseCoverageLevel(selected: 3, family: 2) == nil)
  }
}
