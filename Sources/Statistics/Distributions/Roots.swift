/// A zero of a continuous function between two points where its sign differs, to the last digits.
///
/// Chandrupatla's method (1997): inverse quadratic interpolation where that is safe, else bisection.
///
/// - Parameters:
///   - range: Where to look.
///   - tolerance: Stop when the bracket is this narrow (absolute; a few units in the last place are added).
///   - f: The function.
/// - Returns: The zero, or `nil` if the sign at both ends is the same or a value is not a number.
func root(in range: ClosedRange<Double>, tolerance: Double = 0, of f: (Double) -> Double) -> Double? {
  var (b, a) = (range.lowerBound, range.upperBound)
  var (fb, fa) = (f(b), f(a))
  if fb == 0 { return b }
  if fa == 0 { return a }
  guard (fa < 0) != (fb < 0), !fa.isNaN, !fb.isNaN else { return nil }
  var (c, fc) = (a, fa)
  var share = 0.5
  for _ in 0..<300 {
    let x = a + share * (b - a)
    let fx = f(x)
    if fx.isNaN { return nil }
    // Keep a as the newest point and b on the other side of the zero.
    if (fx < 0) == (fa < 0) {
      (c, fc) = (a, fa)
    } else {
      (c, fc) = (b, fb)
      (b, fb) = (a, fa)
    }
    (a, fa) = (x, fx)
    let (best, fBest) = abs(fa) < abs(fb) ? (a, fa) : (b, fb)
    let width = abs(b - a)
    let least = 4 * best.ulp + tolerance
    if fBest == 0 || width <= least { return best }
    let xi = (a - b) / (c - b)
    let phi = (fa - fb) / (fc - fb)
    if phi * phi < xi, (1 - phi) * (1 - phi) < 1 - xi {
      share = fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
    } else {
      share = 0.5
    }
    let edge = 0.5 * least / width
    share = min(1 - edge, max(edge, share))
  }
  return abs(fa) < abs(fb) ? a : b
}
