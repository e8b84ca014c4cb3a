/// The number of events among `trials` independent ones of probability `p`.
public struct Binomial: Sendable {
  /// Number of trials, from 0.
  public let trials: Int
  /// Probability of an event.
  public let p: Double
  /// The distribution of the number of events.
  public init(trials: Int, p: Double) {
    self.trials = max(0, trials)
    self.p = p
  }
  /// The probability of exactly `k` events.
  public func probability(_ k: Int) -> Double {
    k < 0 || k > trials ? 0 : libmExp(logBinomialDensity(Double(k), of: Double(trials), p: p, q: 1 - p))
  }
  /// The probability of at most `k` events.
  public func lowerTail(_ k: Int) -> Double {
    k < 0 ? 0 : k >= trials ? 1 : Beta(Double(k) + 1, Double(trials - k)).upperTail(p)
  }
  /// The probability of at least `k` events.
  public func upperTail(from k: Int) -> Double {
    k <= 0 ? 1 : k > trials ? 0 : Beta(Double(k), Double(trials - k) + 1).lowerTail(p)
  }
}

/// The number of rare events of a given mean.
public struct Poisson: Sendable {
  /// The mean, from 0.
  public let mean: Double
  /// The distribution of the number of events.
  public init(mean: Double) { self.mean = mean }
  /// The probability of exactly `k` events.
  public func probability(_ k: Int) -> Double {
    k < 0 ? 0 : libmExp(logPoissonDensity(Double(k), mean: mean))
  }
  /// The probability of at most `k` events.
  public func lowerTail(_ k: Int) -> Double {
    k < 0 ? 0 : Gamma(shape: Double(k) + 1, rate: 1).upperTail(mean)
  }
  /// The probability of at least `k` events.
  public func upperTail(from k: Int) -> Double {
    k <= 0 ? 1 : Gamma(shape: Double(k), rate: 1).lowerTail(mean)
  }
  /// The least `k` with P(at most k) > p, for 0 ≤ p < 1; `nil` for other p or a mean that is not finite.
  func leastCount(exceeding p: Double) -> Int? {
    guard p >= 0, p < 1, mean >= 0, mean < 1e15 else { return nil }
    var high = 1
    while lowerTail(high) <= p { high = high &* 2 }
    var low = 0
    while low < high {
      let middle = low + (high - low) / 2
      if lowerTail(middle) > p { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
