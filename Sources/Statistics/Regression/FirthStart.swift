/// Where a fit may start: where another one of the same design ended.
public struct FirthStart: Sendable {
  fileprivate let intercept: Double
  /// Coefficients of the covariates.
  fileprivate let coefficients: [Coefficient]
  /// The columns that the matrix is about.
  fileprivate let columnOf: [Int32]
  /// The inverse of XᵀWX over intercept and covariates alone.
  fileprivate let inverse: SymmetricMatrix
}

extension FirthRegression {
  /// What is worth knowing for the next fit: all but the exposure.
  public var start: FirthStart {
    let last = problem.exposureColumn
    var inverse = SymmetricMatrix(size: last)
    // The inverse of a block, from the inverse of the whole.
    for row in 1..<last {
      for column in 1...row {
        inverse[row, column] =
          fit.inverse[row, column] - fit.inverse[last, row] * fit.inverse[last, column]
          / fit.inverse[last, last]
      }
    }
    // Without the exposure the others are where the ridge of the likelihood has them.
    let perUnit = coefficient / fit.inverse[last, last]
    let coefficients = problem.nuisanceColumns.map { column, covariate, level in
      Coefficient(
        covariate: covariate, level: level,
        value: fit.coefficients[column] - perUnit * fit.inverse[last, column], modelStandardError: 0)
    }
    return FirthStart(
      intercept: fit.coefficients[1] - perUnit * fit.inverse[last, 1], coefficients: coefficients,
      columnOf: problem.columnOf, inverse: inverse)
  }
}

extension LogisticProblem {
  /// Coefficients to start from: nothing but the rate of events, or those of a fit nearby and what one step of
  /// Newton's method makes of them and the exposure. That step costs a look at the exposed tickets only.
  func start(near: FirthStart?) -> [Double] {
    var start = [Double](repeating: 0, count: size)
    start[1] = libmLog((Double(table.events) + 0.5) / (Double(table.total - table.events) + 0.5))
    guard let near else { return start }
    let columns = nuisanceColumns
    start[1] = near.intercept
    for one in near.coefficients {
      if let place = columns.first(where: { $0.covariate == one.covariate && $0.level == one.level }) {
        start[place.column] = one.value
      }
    }
    guard near.columnOf == columnOf else { return start }
    let exposed = exposedSums(at: start)
    let direction = near.inverse.times(Array(exposed.products.dropLast()))
    let explained = zip(direction, exposed.products).reduce(0) { $0 + $1.0 * $1.1 }
    let left = exposed.square - explained
    guard left > 1e-3 * exposed.square else { return start }
    // The penalty pulls by about the skewness of the exposure's own information.
    let step = (exposed.residual + 0.5 * exposed.cube / exposed.square) / left
    // What is farther than this is no neighbour.
    guard abs(step) <= 2 else { return start }
    start[exposureColumn] = step
    for (column, value) in direction.enumerated() { start[column] -= step * value }
    return start
  }

  /// Sums over patterns of what hangs on the exposure, whose coefficient is taken for zero: residuals times x, and
  /// variances times x and the columns, times x², and the third cumulants times x³.
  private func exposedSums(at coefficients: [Double]) -> (
    residual: Double, products: [Double], square: Double, cube: Double
  ) {
    let (width, armCount) = (self.width, arms.count)
    let changes = design.firstChange.span
    let (trials, events) = (self.trials.span, self.events.span)
    let (arms, beta) = (self.arms.span, coefficients.span)
    var products = [Double](repeating: 0, count: size)
    var path = [PathStep](repeating: PathStep(), count: width + 1)
    var (residual, square, cube) = (0.0, 0.0, 0.0)
    do {
      var sums = products.mutableSpan
      var steps = path.mutableSpan
      steps[0].eta = beta[1]
      for pattern in 0...design.patternCount {
        let isEnd = pattern == design.patternCount
        let change = isEnd ? -1 : Int(changes[unchecked: pattern])
        var i = width
        while i > change {
          if steps[unchecked: i].share != 0 { passShareUp(&steps, i, into: &sums) }
          i -= 1
        }
        if isEnd { break }
        descend(&steps, to: pattern, from: change, beta)
        for arm in 0..<armCount {
          let (n, x) = (Double(trials[unchecked: pattern * armCount + arm]), arms[unchecked: arm])
          if n == 0 || x == 0 { continue }
          let logistic = Logistic(steps[unchecked: width].eta)
          let (p, weight) = (logistic.probability, n * logistic.variance)
          residual += x * (Double(events[unchecked: pattern * armCount + arm]) - n * p)
          steps[unchecked: width].share += weight * x
          square += weight * x * x
          cube += weight * (1 - 2 * p) * x * x * x
        }
      }
    }
    products[0] = 0
    return (residual, products, square, cube)
  }
}
