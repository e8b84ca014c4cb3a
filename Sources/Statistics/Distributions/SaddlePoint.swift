// Binomial and Poisson probabilities without cancellation, after Catherine Loader, "Fast and Accurate
// Computation of Binomial Probabilities" (2000). Differences of log Γ would lose eight digits at ten million
// tickets; here the big terms are never formed. Arguments may be fractional, which the incomplete beta and
// gamma functions need.

/// log Γ(x) for x > 0: Stirling's series, after moving small arguments up by Γ(x + 1) = x Γ(x).
///
/// The absolute error is about 1e-15 times the larger of 1 and the result.
func logGamma(_ x: Double) -> Double {
  var x = x
  var product = 1.0
  while x < 15 {
    product *= x
    x += 1
  }
  return (x - 0.5) * libmLog(x) - x + halfLogTwoPi + stirlingSeries(x) - libmLog(product)
}

/// ½ log 2π.
let halfLogTwoPi = 0.918_938_533_204_672_741_78

/// log Γ(x + 1) − (x + ½) log x + x − ½ log 2π: what Stirling's formula for x! leaves out. For x > 0.
func stirlingError(_ x: Double) -> Double {
  if x >= 15 { return stirlingSeries(x) }
  return logGamma(x + 1) - (x + 0.5) * libmLog(x) + x - halfLogTwoPi
}

/// 1/12x − 1/360x³ + 1/1260x⁵ − …, good to 1e-17 from 15 on.
private func stirlingSeries(_ x: Double) -> Double {
  let s = 1 / (x * x)
  return
    (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - (1.0 / 1188 - 691.0 / 360_360 * s) * s) * s) * s)
      * s)
    / x
}

/// x log(x / m) + m − x, half the deviance of a Poisson count x with mean m. For x ≥ 0, m > 0.
func halfDeviance(_ x: Double, mean m: Double) -> Double {
  if x == 0 { return m }
  guard abs(x - m) < 0.1 * (x + m) else { return x * libmLog(x / m) + m - x }
  // log(x / m) = 2 artanh v, whose series has no cancellation.
  let v = (x - m) / (x + m)
  var sum = (x - m) * v
  var term = 2 * x * v
  var k = 1.0
  while true {
    term *= v * v
    let next = sum + term / (2 * k + 1)
    if next == sum { return sum }
    sum = next
    k += 1
  }
}

/// log of Γ(n + 1) / (Γ(x + 1) Γ(n − x + 1)) · pˣ qⁿ⁻ˣ with q = 1 − p given apart, for 0 ≤ x ≤ n.
func logBinomialDensity(_ x: Double, of n: Double, p: Double, q: Double) -> Double {
  if p <= 0 { return x == 0 ? 0 : -.infinity }
  if q <= 0 { return x == n ? 0 : -.infinity }
  if x == 0 { return n == 0 ? 0 : p < 0.1 ? -halfDeviance(n, mean: n * q) - n * p : n * libmLog(q) }
  if x == n { return q < 0.1 ? -halfDeviance(n, mean: n * p) - n * q : n * libmLog(p) }
  let shape = stirlingError(n) - stirlingError(x) - stirlingError(n - x)
  return shape - halfDeviance(x, mean: n * p) - halfDeviance(n - x, mean: n * q) - halfLogTwoPi
    - 0.5 * (libmLog(x) + libmLog1p(-x / n))
}

/// log of mˣ e⁻ᵐ / Γ(x + 1), for x ≥ 0 and m ≥ 0.
func logPoissonDensity(_ x: Double, mean m: Double) -> Double {
  if m <= 0 { return x == 0 ? 0 : -.infinity }
  if x == 0 { return -m }
  return -stirlingError(x) - halfDeviance(x, mean: m) - halfLogTwoPi - 0.5 * libmLog(x)
}
