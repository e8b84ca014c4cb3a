import Statistics
import Testing

private struct Values: Decodable {
  struct Tail: Decodable {
    var distribution: String
    var parameters: [Double]
    var x, lower, upper: Double
  }
  struct Quantile: Decodable {
    var distribution: String
    var parameters: [Double]
    var p, x: Double
  }
  var tails: [Tail]
  var quantiles: [Quantile]
}

private func continuous(_ name: String, _ p: [Double]) -> (any ContinuousDistribution)? {
  switch name {
  case "normal": Normal()
  case "student": StudentT(degreesOfFreedom: p[0])
  case "chiSquared": ChiSquared(degreesOfFreedom: p[0])
  case "fisherF": FisherF(numerator: p[0], denominator: p[1])
  case "gamma": Gamma(shape: p[0], rate: p[1])
  case "beta": Beta(p[0], p[1])
  default: nil
  }
}

@Suite struct DistributionTests {
  /// Both tails keep their relative accuracy, however small.
  @Test func tailsAgreeWithMpmath() throws {
    let values: Values = try oracle("distributions")
    #expect(values.tails.count > 190)
    for tail in values.tails {
      let what = "\(tail.distribution)\(tail.parameters) at \(tail.x)"
      if let distribution = continuous(tail.distribution, tail.parameters) {
        expectClose(distribution.lowerTail(tail.x), tail.lower, relative: 2e-12, "lower \(what)")
        expectClose(distribution.upperTail(tail.x), tail.upper, relative: 2e-12, "upper \(what)")
      } else if tail.distribution == "binomial" {
        let binomial = Binomial(trials: Int(tail.parameters[0]), p: tail.parameters[1])
        expectClose(binomial.lowerTail(Int(tail.x)), tail.lower, relative: 2e-12, "lower \(what)")
        expectClose(binomial.upperTail(from: Int(tail.x)), tail.upper, relative: 2e-12, "upper \(what)")
      } else {
        let poisson = Poisson(mean: tail.parameters[0])
        expectClose(poisson.lowerTail(Int(tail.x)), tail.lower, relative: 2e-12, "lower \(what)")
        expectClose(poisson.upperTail(from: Int(tail.x)), tail.upper, relative: 2e-12, "upper \(what)")
      }
    }
  }

  @Test func quantilesAgreeWithMpmath() throws {
    let values: Values = try oracle("distributions")
    #expect(values.quantiles.count > 80)
    for quantile in values.quantiles {
      let distribution = try #require(continuous(quantile.distribution, quantile.parameters))
      expectClose(
        distribution.quantile(quantile.p), quantile.x, relative: 1e-11, floor: 1e-4,
        "\(quantile.distribution)\(quantile.parameters) at \(quantile.p)")
    }
  }

  @Test func upperQuantileUndoesTinyTails() {
    for q in [1e-250, 1e-60, 1e-9, 0.2, 0.7] {
      expectClose(Normal().upperTail(Normal().upperQuantile(q)), q, relative: 1e-11)
      let chi = ChiSquared(degreesOfFreedom: 3)
      expectClose(chi.upperTail(chi.upperQuantile(q)), q, relative: 1e-11)
    }
  }

  @Test func densitiesAreSlopesOfTheTails() {
    let cases: [(any ContinuousDistribution, Double)] = [
      (Normal(), 0.7), (StudentT(degreesOfFreedom: 3.5), -1.2), (StudentT(degreesOfFreedom: .infinity), 1),
      (ChiSquared(degreesOfFreedom: 4), 2.5), (FisherF(numerator: 3, denominator: 9), 1.4),
      (Gamma(shape: 2.2, rate: 3), 0.9), (Beta(2.5, 6), 0.3),
    ]
    for (distribution, x) in cases {
      let h = 1e-5
      let slope = (distribution.lowerTail(x + h) - distribution.lowerTail(x - h)) / (2 * h)
      expectClose(distribution.density(x), slope, relative: 1e-8)
    }
  }

  @Test func probabilitiesAddUp() {
    let binomial = Binomial(trials: 12, p: 0.3)
    expectClose((0...12).reduce(0) { $0 + binomial.probability($1) }, 1, relative: 1e-14)
    expectClose((0...5).reduce(0) { $0 + binomial.probability($1) }, binomial.lowerTail(5), relative: 1e-13)
    let poisson = Poisson(mean: 3.3)
    expectClose((0...7).reduce(0) { $0 + poisson.probability($1) }, poisson.lowerTail(7), relative: 1e-13)
  }

  /// Infinitely many degrees of freedom are the normal distribution, the limit of many.
  @Test func studentWithInfiniteDegreesIsNormal() {
    #expect(StudentT(degreesOfFreedom: .infinity).upperTail(1.5) == Normal().upperTail(1.5))
    expectClose(StudentT(degreesOfFreedom: 1e9).quantile(0.975), Normal().quantile(0.975), relative: 1e-8)
  }

  @Test func endsAndNonsense() {
    #expect(Normal().quantile(0) == -.infinity)
    #expect(Normal().quantile(1) == .infinity)
    #expect(Beta(2, 3).quantile(1) == 1)
    #expect(Beta(2, 3).quantile(0) == 0)
    #expect(Gamma(shape: 2, rate: 1).lowerTail(-1) == 0)
    #expect(Normal().quantile(.nan).isNaN)
    #expect(StudentT(degreesOfFreedom: -1).upperTail(1).isNaN)
    #expect(Normal().criticalValue(level: 1) == nil)
    #expect(Normal().criticalValue(level: .nan) == nil)
    #expect(StudentT(degreesOfFreedom: 0).criticalValue(level: 0.95) == nil)
    #expect(Binomial(trials: 3, p: 0.5).lowerTail(-1) == 0)
    #expect(Binomial(trials: 0, p: 0.5).probability(0) == 1)
    #expect(Poisson(mean: 0).lowerTail(0) == 1)
  }
}
