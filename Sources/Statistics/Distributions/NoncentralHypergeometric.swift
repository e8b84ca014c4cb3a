/// The events in the exposed arm of a fourfold table, all margins given and the odds ratio known:
/// Fisher's noncentral hypergeometric distribution. At an odds ratio of 1 it is the plain hypergeometric one.
///
/// Probabilities are taken relative to the mode and summed outwards until nothing changes, so that a table of
/// ten million costs some thousand steps, not a million.
struct NoncentralHypergeometric {
  /// Size of the exposed arm, of the unexposed arm, and events in both.
  private let exposed, unexposed, events: Double
  private let logOddsRatio: Double
  private let oddsRatio: Double
  /// The least and the greatest possible count.
  let support: ClosedRange<Int>
  private let mode: Int
  /// log of the central probability of the mode.
  private let logCentralMode: Double
  /// Sum of probability ÷ probability of the mode over the support, and of the same times the count.
  private var total = 1.0, moment = 0.0

  /// `nil` for negative counts or more events than trials.
  init?(exposed: Int, unexposed: Int, events: Int, logOddsRatio: Double = 0) {
    let (size, overflow) = exposed.addingReportingOverflow(unexposed)
    guard exposed >= 0, unexposed >= 0, events >= 0, !overflow, events <= size, abs(logOddsRatio) < 100 else {
      return nil
    }
    self.exposed = Double(exposed)
    self.unexposed = Double(unexposed)
    self.events = Double(events)
    self.logOddsRatio = logOddsRatio
    oddsRatio = libmExp(logOddsRatio)
    support = max(0, events - unexposed)...min(exposed, events)
    // The mode is the first count whose successor is not likelier; the ratio of neighbours falls with the count.
    var (low, high) = (support.lowerBound, support.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      let ratio = Self.ratio(Double(middle), self.exposed, self.unexposed, self.events, oddsRatio)
      if ratio <= 1 { high = middle } else { low = middle + 1 }
    }
    mode = low
    logCentralMode = Self.logCentral(Double(low), self.exposed, self.unexposed, self.events)
    let up = outwards(from: mode, by: 1)
    let down = outwards(from: mode, by: -1)
    // The mode itself is in both sums.
    total = up.mass + down.mass - 1
    moment = up.moment + down.moment - Double(mode)
  }

  /// The mean.
  var mean: Double { moment / total }

  /// The probability of exactly `k` events.
  func probability(_ k: Int) -> Double { support.contains(k) ? relative(k) / total : 0 }

  /// The probability of at most `k` events.
  func lowerTail(_ k: Int) -> Double {
    if k < support.lowerBound { return 0 }
    if k >= support.upperBound { return 1 }
    if k >= mode { return 1 - upperTail(from: k + 1) }
    return relative(k) * outwards(from: k, by: -1).mass / total
  }

  /// The probability of at least `k` events.
  func upperTail(from k: Int) -> Double {
    if k > support.upperBound { return 0 }
    if k <= support.lowerBound { return 1 }
    if k <= mode { return 1 - lowerTail(k - 1) }
    return relative(k) * outwards(from: k, by: 1).mass / total
  }

  /// The probability of all counts that are no likelier than `k`, with the tolerance of 1e-7 that R's
  /// `fisher.test` allows for rounding.
  func twoSidedTail(_ k: Int) -> Double {
    guard support.contains(k) else { return 0 }
    if k == mode { return 1 }
    let limit = relative(k) * (1 + 1e-7)
    // The first count on the other side of the mode that is unlikely enough, by halving.
    if k < mode {
      var (low, high) = (mode + 1, support.upperBound + 1)
      while low < high {
        let middle = low + (high - low) / 2
        if relative(middle) <= limit { high = middle } else { low = middle + 1 }
      }
      if relative(mode) <= limit { return 1 }
      return min(1, lowerTail(k) + upperTail(from: low))
    }
    var (low, high) = (support.lowerBound - 1, mode - 1)
    while low < high {
      let middle = high - (high - low) / 2
      if relative(middle) <= limit { low = middle } else { high = middle - 1 }
    }
    if relative(mode) <= limit { return 1 }
    return min(1, upperTail(from: k) + lowerTail(low))
  }

  /// P(k) ÷ P(mode), from saddle-point probabilities rather than by a walk from the mode.
  private func relative(_ k: Int) -> Double {
    libmExp(
      Self.logCentral(Double(k), exposed, unexposed, events) - logCentralMode
        + Double(k - mode) * logOddsRatio)
  }

  /// Sum over k, k ± 1, … of P ÷ P(k), and of the same times the count.
  private func outwards(from start: Int, by step: Int) -> (mass: Double, moment: Double) {
    var k = start
    var term = 1.0
    var sum = (mass: 1.0, moment: Double(start))
    while k != (step > 0 ? support.upperBound : support.lowerBound) {
      term *=
        step > 0
        ? Self.ratio(Double(k), exposed, unexposed, events, oddsRatio)
        : 1 / Self.ratio(Double(k - 1), exposed, unexposed, events, oddsRatio)
      k += step
      sum.mass += term
      sum.moment += term * Double(k)
      // Terms fall at least geometrically from the mode on, so what follows is smaller still.
      if term < 1e-20 * sum.mass { break }
    }
    return sum
  }

  /// P(k + 1) ÷ P(k).
  private static func ratio(
    _ k: Double, _ exposed: Double, _ unexposed: Double, _ events: Double, _ oddsRatio: Double
  ) -> Double {
    oddsRatio * (exposed - k) * (events - k) / ((k + 1) * (unexposed - events + k + 1))
  }

  /// log of the central probability, as a product of binomial ones (Loader 2000).
  private static func logCentral(
    _ k: Double, _ exposed: Double, _ unexposed: Double, _ events: Double
  ) -> Double {
    let size = exposed + unexposed
    if size == 0 { return 0 }
    let (p, q) = (events / size, (size - events) / size)
    return logBinomialDensity(k, of: exposed, p: p, q: q)
      + logBinomialDensity(events - k, of: unexposed, p: p, q: q)
      - logBinomialDensity(events, of: size, p: p, q: q)
  }
}
