/// A distribution of one real number.
public protocol ContinuousDistribution: Sendable {
  /// The least and greatest value, possibly infinite.
  var support: (lower: Double, upper: Double) { get }
  /// The density at `x`.
  func density(_ x: Double) -> Double
  /// The probability of at most `x`.
  func lowerTail(_ x: Double) -> Double
  /// The probability of more than `x`, exact even where it is tiny.
  func upperTail(_ x: Double) -> Double
  /// The value that a share `p` lies below; the ends of the support for p ≤ 0 and p ≥ 1.
  func quantile(_ p: Double) -> Double
  /// The value that a share `q` lies above, exact even where `q` is tiny.
  func upperQuantile(_ q: Double) -> Double
}

extension ContinuousDistribution {
  /// The value that a share `p` lies below; the ends of the support for p ≤ 0 and p ≥ 1.
  public func quantile(_ p: Double) -> Double {
    p <= 0.5 ? solve(tail: p, isUpper: false) : solve(tail: 1 - p, isUpper: true)
  }

  /// The value that a share `q` lies above, exact even where `q` is tiny.
  public func upperQuantile(_ q: Double) -> Double {
    q <= 0.5 ? solve(tail: q, isUpper: true) : solve(tail: 1 - q, isUpper: false)
  }

  /// The half-width of an interval of the given level in standard errors: 1.96 for a normal 0.95.
  /// `nil` unless the level lies strictly between 0 and 1.
  public func criticalValue(level: Double) -> Double? {
    guard level > 0, level < 1 else { return nil }
    let width = upperQuantile((1 - level) / 2)
    return width.isFinite ? width : nil
  }

  /// Newton's method on the logarithm of a tail, which is nearly straight, kept inside a bracket.
  private func solve(tail target: Double, isUpper: Bool) -> Double {
    let (least, greatest) = support
    if target.isNaN { return .nan }
    if target <= 0 { return isUpper ? greatest : least }
    func tail(_ x: Double) -> Double { isUpper ? upperTail(x) : lowerTail(x) }
    // Whether the wanted value lies above x.
    func isBelow(_ x: Double) -> Bool { isUpper ? tail(x) > target : tail(x) < target }

    var (low, high) = (least, greatest)
    if low == -.infinity {
      low = -1
      while !isBelow(low) && low > -1e300 { low *= 2 }
    }
    if high == .infinity {
      high = max(1, low + 1)
      while isBelow(high) && high < 1e300 { high *= 2 }
    }
    var x = low + (high - low) / 2
    for _ in 0..<2000 {
      let probability = tail(x)
      if probability.isNaN { return .nan }
      if (isUpper ? probability > target : probability < target) { low = x } else { high = x }
      let slope = density(x) / probability
      let step = libmLog(probability / target) / slope
      var next = isUpper ? x + step : x - step
      if !(next > low && next < high) {
        // Halve the bracket; by the square root of the product where it spans many powers of two.
        next = low > 0 && high > 4 * low ? (low * high).squareRoot() : low + (high - low) / 2
        if low == 0 && high > 0 { next = high / 16 }
      }
      if abs(next - x) <= 2 * x.ulp || next == low || next == high { return next }
      x = next
    }
    return x
  }
}

/// The standard normal distribution.
public struct Normal: ContinuousDistribution {
  /// The standard normal distribution.
  public init() {}
  /// All real numbers.
  public var support: (lower: Double, upper: Double) { (-.infinity, .infinity) }
  /// The density at `z`.
  public func density(_ z: Double) -> Double { libmExp(-0.5 * z * z - halfLogTwoPi) }
  /// The probability of at most `z`.
  public func lowerTail(_ z: Double) -> Double { 0.5 * libmErfc(-z / 2.0.squareRoot()) }
  /// The probability of more than `z`.
  public func upperTail(_ z: Double) -> Double { 0.5 * libmErfc(z / 2.0.squareRoot()) }
}

/// Student's t distribution. Infinite degrees of freedom make it the normal one.
public struct StudentT: ContinuousDistribution {
  /// Degrees of freedom. Everything is NaN unless they are positive.
  public let degreesOfFreedom: Double
  /// Student's t with the given degrees of freedom.
  public init(degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }
  /// All real numbers.
  public var support: (lower: Double, upper: Double) { (-.infinity, .infinity) }

  /// The density at `t`.
  public func density(_ t: Double) -> Double {
    let n = degreesOfFreedom
    if n == .infinity { return Normal().density(t) }
    guard n > 0 else { return .nan }
    let shape = logGamma((n + 1) / 2) - logGamma(n / 2)
    return libmExp(shape - 0.5 * libmLog(n * .pi) - (n + 1) / 2 * libmLog1p(t * t / n))
  }
  /// The probability of at most `t`.
  public func lowerTail(_ t: Double) -> Double { upperTail(-t) }
  /// The probability of more than `t`.
  public func upperTail(_ t: Double) -> Double {
    let n = degreesOfFreedom
    if n == .infinity { return Normal().upperTail(t) }
    let square = t * t
    let x = square == .infinity ? 0 : n / (n + square)
    let y = square == .infinity ? 1 : square / (n + square)
    let half = incompleteBeta(x, complement: y, a: n / 2, b: 0.5).lower / 2
    return t >= 0 ? half : 1 - half
  }
}

/// The gamma distribution with a shape and a rate.
public struct Gamma: ContinuousDistribution {
  /// Shape. Everything is NaN unless it is positive.
  public let shape: Double
  /// Rate, the inverse of the scale. Positive.
  public let rate: Double
  /// The gamma distribution with mean shape / rate.
  public init(shape: Double, rate: Double) {
    self.shape = shape
    self.rate = rate
  }
  /// From 0 up.
  public var support: (lower: Double, upper: Double) { (0, .infinity) }
  /// The density at `x`.
  public func density(_ x: Double) -> Double {
    if x < 0 { return 0 }
    if x == 0 { return shape < 1 ? .infinity : shape == 1 ? rate : 0 }
    return libmExp(logPoissonDensity(shape, mean: x * rate)) * shape / x
  }
  /// The probability of at most `x`.
  public func lowerTail(_ x: Double) -> Double { incompleteGamma(x * rate, a: shape).lower }
  /// The probability of more than `x`.
  public func upperTail(_ x: Double) -> Double { incompleteGamma(x * rate, a: shape).upper }
}

/// The χ² distribution.
public struct ChiSquared: ContinuousDistribution {
  private let gamma: Gamma
  /// χ² with the given degrees of freedom. Everything is NaN unless they are positive.
  public init(degreesOfFreedom: Double) { gamma = Gamma(shape: degreesOfFreedom / 2, rate: 0.5) }
  /// From 0 up.
  public var support: (lower: Double, upper: Double) { gamma.support }
  /// The density at `x`.
  public func density(_ x: Double) -> Double { gamma.density(x) }
  /// The probability of at most `x`.
  public func lowerTail(_ x: Double) -> Double { gamma.lowerTail(x) }
  /// The probability of more than `x`.
  public func upperTail(_ x: Double) -> Double { gamma.upperTail(x) }
}

/// The beta distribution.
public struct Beta: ContinuousDistribution {
  /// First shape. Everything is NaN unless both shapes are positive.
  public let a: Double
  /// Second shape.
  public let b: Double
  /// The beta distribution with mean a / (a + b).
  public init(_ a: Double, _ b: Double) {
    self.a = a
    self.b = b
  }
  /// From 0 to 1.
  public var support: (lower: Double, upper: Double) { (0, 1) }
  /// The density at `x`.
  public func density(_ x: Double) -> Double {
    guard x > 0, x < 1 else { return x < 0 || x > 1 ? 0 : Beta.edgeDensity(x == 0 ? a : b, x == 0 ? b : a) }
    return libmExp(logBinomialDensity(a, of: a + b, p: x, q: 1 - x)) * a * b / ((a + b) * x * (1 - x))
  }
  private static func edgeDensity(_ near: Double, _ far: Double) -> Double {
    near < 1 ? .infinity : near == 1 ? far : 0
  }
  /// The probability of at most `x`.
  public func lowerTail(_ x: Double) -> Double { incompleteBeta(x, complement: 1 - x, a: a, b: b).lower }
  /// The probability of more than `x`.
  public func upperTail(_ x: Double) -> Double { incompleteBeta(x, complement: 1 - x, a: a, b: b).upper }
}

/// Fisher's F distribution.
public struct FisherF: ContinuousDistribution {
  /// Degrees of freedom of the numerator. Everything is NaN unless both are positive.
  public let numerator: Double
  /// Degrees of freedom of the denominator.
  public let denominator: Double
  /// F with the given degrees of freedom.
  public init(numerator: Double, denominator: Double) {
    self.numerator = numerator
    self.denominator = denominator
  }
  /// From 0 up.
  public var support: (lower: Double, upper: Double) { (0, .infinity) }
  /// The density at `x`.
  public func density(_ x: Double) -> Double {
    if x < 0 { return 0 }
    let (m, n) = (numerator, denominator)
    if x == 0 { return m < 2 ? .infinity : m == 2 ? 1 : 0 }
    let share = m * x / (m * x + n)
    let other = n / (m * x + n)
    let density = libmExp(logBinomialDensity(m / 2, of: (m + n) / 2, p: share, q: other))
    return density * m * n / (2 * (m + n) * x)
  }
  /// The probability of at most `x`.
  public func lowerTail(_ x: Double) -> Double { tails(x).lower }
  /// The probability of more than `x`.
  public func upperTail(_ x: Double) -> Double { tails(x).upper }

  private func tails(_ x: Double) -> (lower: Double, upper: Double) {
    guard x > 0 else { return (0, 1) }
    if x == .infinity { return (1, 0) }
    let total = numerator * x + denominator
    return incompleteBeta(
      numerator * x / total, complement: denominator / total, a: numerator / 2, b: denominator / 2)
  }
}
