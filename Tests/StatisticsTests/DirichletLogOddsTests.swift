import Foundation
import Statistics
import Testing

private struct Values: Decodable {
  struct Expected: Decodable { var logOddsRatio, standardError: Double }
  struct Terms: Decodable {
    /// By side, document and term.
    var sides: [[[Int]]]
    var prior: Double
    var expected: [Expected]
  }
  var terms: Terms
}

@Suite struct DirichletLogOddsTests {
  private func side(_ documents: [[Int]]) -> DirichletLogOdds.Side {
    let lengths = documents.map { $0.reduce(0, +) }
    return DirichletLogOdds.Side(
      documents: documents.count, tokens: lengths.reduce(0, +),
      squaredLengths: lengths.reduce(0) { $0 + $1 * $1 })
  }
  private func term(_ index: Int, _ documents: [[Int]]) -> DirichletLogOdds.Term {
    documents.reduce(into: DirichletLogOdds.Term()) { term, document in
      let count = document[index]
      term.documents += count > 0 ? 1 : 0
      term.tokens += count
      term.squares += count * count
      term.products += count * document.reduce(0, +)
    }
  }

  @Test func agreesWithWholeDocuments() throws {
    let values: Values = try oracle("rates")
    let (first, second) = (values.terms.sides[0], values.terms.sides[1])
    let comparison = try #require(
      DirichletLogOdds(side(first), side(second), priorTokens: values.terms.prior, leastDocuments: 1))
    for (index, expected) in values.terms.expected.enumerated() {
      let difference = comparison.difference(term(index, first), term(index, second))
      expectClose(difference?.logOddsRatio, expected.logOddsRatio, relative: 1e-10)
      expectClose(difference?.standardError, expected.standardError, relative: 1e-10)
      expectClose(difference?.z, expected.logOddsRatio / expected.standardError, relative: 1e-10)
    }
  }

  /// With one token a document and a flat prior this is Woolf's odds ratio of the table with the prior added.
  @Test func onePriorTokenATermIsTheTableWithHalves() throws {
    let side = DirichletLogOdds.Side(documents: 40, tokens: 40, squaredLengths: 40)
    let comparison = try #require(DirichletLogOdds(side, side, priorTokens: 1, leastDocuments: 1))
    let a = DirichletLogOdds.Term(documents: 25, tokens: 25, squares: 25, products: 25)
    let b = DirichletLogOdds.Term(documents: 15, tokens: 15, squares: 15, products: 15)
    let difference = try #require(comparison.difference(a, b))
    expectClose(difference.logOddsRatio, 2 * log(25.5 / 15.5), relative: 1e-12)
  }

  /// A term in bursts is less certain than one spread out, at the same counts.
  @Test func burstsAreLessCertain() throws {
    let side = DirichletLogOdds.Side(documents: 100, tokens: 10_000, squaredLengths: 1_000_000)
    let comparison = try #require(DirichletLogOdds(side, side, priorTokens: 100, leastDocuments: 1))
    let spread = DirichletLogOdds.Term(documents: 50, tokens: 50, squares: 50, products: 5000)
    let burst = DirichletLogOdds.Term(documents: 1, tokens: 50, squares: 2500, products: 5000)
    let other = DirichletLogOdds.Term(documents: 20, tokens: 20, squares: 20, products: 2000)
    let (a, b) = (
      try #require(comparison.difference(spread, other)), try #require(comparison.difference(burst, other))
    )
    #expect(a.logOddsRatio == b.logOddsRatio && b.standardError > 3 * a.standardError)
  }

  @Test func rareAndImpossibleTermsArePassedOver() throws {
    let side = DirichletLogOdds.Side(documents: 10, tokens: 100, squaredLengths: 1000)
    let comparison = try #require(DirichletLogOdds(side, side, priorTokens: 10, leastDocuments: 3))
    let two = DirichletLogOdds.Term(documents: 2, tokens: 2, squares: 2, products: 20)
    #expect(comparison.difference(two, .init()) == nil)
    #expect(comparison.difference(two, two) != nil)
    #expect(comparison.difference(.init(), .init()) == nil)
    #expect(comparison.difference(.init(documents: 9, tokens: 101, squares: 200, products: 20), two) == nil)
    #expect(DirichletLogOdds(.init(), side, priorTokens: 10, leastDocuments: 1) == nil)
    #expect(DirichletLogOdds(side, side, priorTokens: 0, leastDocuments: 1) == nil)
  }
}
