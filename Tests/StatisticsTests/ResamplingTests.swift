import Statistics
import Testing

private struct Values: Decodable {
  struct Bootstrap: Decodable {
    var samples: Int
    var seed: UInt64
    var errors, lower, upper: [Double]
  }
  struct Figures: Decodable { var bootstrap: Bootstrap? }
  struct OneCohort: Decodable {
    var name: String
    var expected: Figures
  }
  var cohorts: [OneCohort]
}

@Suite struct ResamplingTests {
  /// The first numbers of seed 1234567, as published with the algorithm's reference implementations.
  @Test func splitMixIsTheKnownSequence() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in generator.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test func boundedNumbersAreEven() {
    var generator = SplitMix64(seed: 5)
    var counts = [Double](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[Int(generator.next(below: 7))] += 1 }
    let square = counts.reduce(0) { $0 + ($1 - 10_000) * ($1 - 10_000) / 10_000 }
    #expect(ChiSquared(degreesOfFreedom: 6).upperTail(square) > 0.001)
    #expect(generator.next(below: 0) == 0 && generator.next(below: 1) == 0)
  }

  /// The same clusters, drawn and fitted by NumPy.
  @Test func clusterBootstrapAgreesWithNumPy() throws {
    let fits: FirthValues = try oracle("firth")
    let values: Values = try oracle("firth")
    let expected = try #require(values.cohorts.first?.expected.bootstrap)
    let model = try #require(fits.cohorts.first).model()
    let bootstrap = try #require(ClusterBootstrap(model, samples: expected.samples, seed: expected.seed))
    #expect(bootstrap.failures == 0)
    let effect = try #require(model.standardised)
    for (index, pair) in [
      (bootstrap.riskDifference(level: 0.9), effect.riskDifference(level: 0.9)),
      (bootstrap.riskRatio(level: 0.9), effect.riskRatio(level: 0.9)),
      (bootstrap.avoidableEvents(level: 0.9), effect.avoidableEvents(level: 0.9)),
    ].enumerated() {
      let (estimate, delta) = (try #require(pair.0), try #require(pair.1))
      expectClose(estimate.standardError, expected.errors[index], relative: 1e-6)
      #expect(estimate.value == delta.value || abs(estimate.value - delta.value) < 1e-12)
      // The delta method and the bootstrap tell of the same uncertainty.
      let ratio = (estimate.standardError ?? 0) / (delta.standardError ?? 1)
      #expect(ratio > 0.7 && ratio < 1.4)
    }
    expectClose(bootstrap.riskDifference(level: 0.9)?.lower, expected.lower[0], relative: 1e-6, floor: 1e-3)
    expectClose(bootstrap.avoidableEvents(level: 0.9)?.upper, expected.upper[2], relative: 1e-6)
    #expect(ClusterBootstrap(model, samples: 20, seed: 1)?.riskRatio() == nil)
  }

  @Test func noClustersNoBootstrap() throws {
    let fits: FirthValues = try oracle("firth")
    let model = try #require(fits.cohorts.first { $0.clusters == nil }).model()
    #expect(ClusterBootstrap(model, samples: 100, seed: 1) == nil)
  }
}
