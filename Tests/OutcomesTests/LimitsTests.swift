import Outcomes
import Testing
import Tickets

/// Desks at the edge of what can be compared: each has an answer worked out by hand, or none that is said.
@Suite struct LimitsTests {
  /// Reopened among found and not found, in one stratum.
  static func measure(_ found: (Int, of: Int), _ not: (Int, of: Int), assignees: Int = 20) throws
    -> Association
  {
    let cells: [AssociationsTests.Cell] = [
      ("x", true, true, found.0), ("x", true, false, found.of - found.0), ("x", false, true, not.0),
      ("x", false, false, not.of - not.0),
    ]
    let one = try #require(AssociationsTests.measure([cells], assignees: assignees).first)
    // Whatever can't be told is missing; nothing is not a number, or endless.
    let text = "\(one)"
    for word in [": nan", ": -nan", ": inf", ": -inf"] { #expect(!text.contains(word)) }
    return one
  }

  @Test(arguments: [
    (found: (1, 1), not: (0, 0)), ((0, 1), (0, 0)), ((1, 1), (0, 1)), ((1, 1), (1, 1)),
    // Everybody, nobody.
    ((60, 60), (40, 40)), ((0, 60), (0, 40)),
  ]) func tooLittleToTell(_ found: (Int, Int), _ not: (Int, Int)) throws {
    let one = try Self.measure((found.0, of: found.1), (not.0, of: not.1))
    #expect(one.verdict == .cannotTell)
    #expect(one.adjusted == EffectSet() && one.p == nil && one.q == nil && one.avoidable == nil)
  }

  @Test func separationHasTheOddsRatioOfTheTableWithHalves() throws {
    // Firth's estimate of a fourfold table adds a half to each cell: 50.5² ÷ 0.5².
    let one = try Self.measure((50, of: 50), (0, of: 50))
    #expect(abs(try #require(one.adjusted.oddsRatio).value / 10_201 - 1) < 1e-6)
    #expect(one.verdict == .gap)
    // FLIC keeps the sum of predictions at the 50 that came back; neither risk is quite 0 or 1.
    let difference = try #require(one.adjusted.riskDifferencePer100)
    #expect(difference.value > 95 && difference.value < 100)
  }

  @Test func noReopenWhereItWasFoundIsAStrength() throws {
    let one = try Self.measure((0, of: 100), (40, of: 100))
    let expected = (0.5 / 100.5) / (40.5 / 60.5)
    #expect(abs(try #require(one.adjusted.oddsRatio).value / expected - 1) < 1e-6)
    #expect(one.verdict == .strength && one.exposed.share == 0)
  }

  @Test func oneAssigneeLeavesNothingToTell() throws {
    let one = try Self.measure((60, of: 100), (20, of: 100), assignees: 1)
    #expect(one.verdict == .cannotTell && one.assignees == 1)
    // The estimate needs no clusters, its interval does.
    #expect(one.adjusted.oddsRatio == nil && one.p == nil)
    #expect(
      one.sentence.hasSuffix("One person wrote all the replies, whose other habits can't be told from it."))
  }

  @Test func everyTicketAStratumOfItsOwn() throws {
    let cells: [AssociationsTests.Cell] = (0..<120).map { number in
      ("s\(number)", number % 2 == 0, number % 3 == 0, 1)
    }
    let one = try #require(AssociationsTests.measure([cells], assignees: 1).first)
    #expect(one.informativeStrata == 0 && one.uninformativeStrata == 120)
    #expect(one.stratified == EffectSet())
  }
}
