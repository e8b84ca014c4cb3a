/// The regularised incomplete beta function and its complement, I_x(a, b) and 1 − I_x(a, b).
///
/// - Parameters:
///   - x: Between 0 and 1.
///   - y: 1 − x, given apart so that nothing is lost when x is close to 1.
///   - a: Positive.
///   - b: Positive.
/// - Returns: Both tails, each with its full relative accuracy (about 1e-13).
///
/// By the continued fraction of DiDonato & Morris (1992), evaluated by Lentz's method.
/// - Complexity: O(√(a + b)).
func incompleteBeta(_ x: Double, complement y: Double, a: Double, b: Double) -> (lower: Double, upper: Double)
{
  guard a > 0, b > 0, !x.isNaN, !y.isNaN else { return (.nan, .nan) }
  if x <= 0 { return (0, 1) }
  if y <= 0 { return (1, 0) }
  if x > (a + 1) / (a + b + 2) {
    let turned = lowerBeta(y, complement: x, a: b, b: a)
    return (1 - turned, turned)
  }
  let lower = lowerBeta(x, complement: y, a: a, b: b)
  return (lower, 1 - lower)
}

private func lowerBeta(_ x: Double, complement y: Double, a: Double, b: Double) -> Double {
  let front = libmExp(logBinomialDensity(a, of: a + b, p: x, q: y)) * b / (a + b)
  let sum = a + b
  let fraction = continuedFraction(first: 1) { n in
    let m = n / 2
    if n.truncatingRemainder(dividingBy: 2) == 0 {
      return (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), 1)
    }
    let k = (n - 1) / 2
    return (-(a + k) * (sum + k) * x / ((a + 2 * k) * (a + 2 * k + 1)), 1)
  }
  return min(1, front / fraction)
}

/// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x), for a > 0 and x ≥ 0.
///
/// By the power series below x = a + 1 and Legendre's continued fraction above it.
/// - Complexity: O(√a).
func incompleteGamma(_ x: Double, a: Double) -> (lower: Double, upper: Double) {
  guard a > 0, !x.isNaN else { return (.nan, .nan) }
  if x <= 0 { return (0, 1) }
  if x == .infinity { return (1, 0) }
  let front = libmExp(logPoissonDensity(a, mean: x))
  if x < a + 1 {
    var term = 1.0
    var sum = 1.0
    var k = a
    repeat {
      k += 1
      term *= x / k
      sum += term
    } while term > sum * 1e-17
    let lower = min(1, front * sum)
    return (lower, 1 - lower)
  }
  let fraction = continuedFraction(first: x + 1 - a) { n in (-n * (n - a), x + 2 * n + 1 - a) }
  let upper = min(1, front * a / fraction)
  return (1 - upper, upper)
}

/// b₀ + a₁ / (b₁ + a₂ / (b₂ + …)) by the modified Lentz method, until a step changes nothing.
///
/// - Parameters:
///   - first: b₀.
///   - term: Gives (aₙ, bₙ) for n = 1, 2, …
private func continuedFraction(first: Double, term: (Double) -> (a: Double, b: Double)) -> Double {
  let tiny = 1e-300
  var value = first == 0 ? tiny : first
  var c = value
  var d = 0.0
  var n = 1.0
  // √(a + b) steps are enough; the limit only stops a fraction of numbers that are not finite.
  while n < 1e6 {
    let (an, bn) = term(n)
    d = bn + an * d
    d = 1 / (d == 0 ? tiny : d)
    c = bn + an / c
    if c == 0 { c = tiny }
    let change = c * d
    value *= change
    if abs(change - 1) < 1e-16 { break }
    n += 1
  }
  return value
}
