import Glibc

// The elementary functions, under names that do not hide members such as `log` of our own types.

/// Natural logarithm.
@inline(__always) func libmLog(_ x: Double) -> Double { Glibc.log(x) }
/// log(1 + x), exact for small x.
@inline(__always) func libmLog1p(_ x: Double) -> Double { Glibc.log1p(x) }
/// The exponential.
@inline(__always) func libmExp(_ x: Double) -> Double { Glibc.exp(x) }
/// exp(x) − 1, exact for small x.
@inline(__always) func libmExpm1(_ x: Double) -> Double { Glibc.expm1(x) }
/// The complementary error function.
@inline(__always) func libmErfc(_ x: Double) -> Double { Glibc.erfc(x) }
/// x raised to y.
@inline(__always) func libmPow(_ x: Double, _ y: Double) -> Double { Glibc.pow(x, y) }
