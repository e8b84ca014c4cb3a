/// How strong an unmeasured confounder would have to be, on the scale of risk ratios with both exposure and
/// event, to explain an association away (VanderWeele & Ding 2017).
public struct EValue: Hashable, Sendable {
  /// For the estimate.
  public var value: Double
  /// For the limit of the interval that is closer to 1; 1 if the interval includes 1.
  public var limit: Double

  /// The E-value of a risk ratio.
  ///
  /// - Returns: `nil` unless the ratio is positive.
  public init?(riskRatio: Estimate) {
    guard riskRatio.value > 0 else { return nil }
    value = Self.eValue(riskRatio.value)
    if !riskRatio.excludes(1) {
      limit = 1
    } else {
      let near = riskRatio.value >= 1 ? riskRatio.lower : riskRatio.upper
      limit = near > 0 ? Self.eValue(near) : value
    }
  }

  private static func eValue(_ ratio: Double) -> Double {
    let ratio = ratio < 1 ? 1 / ratio : ratio
    return ratio + (ratio * (ratio - 1)).squareRoot()
  }
}
