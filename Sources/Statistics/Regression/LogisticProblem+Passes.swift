// The loops over patterns. They take nearly all the time, so they index without checks: every index was
// checked when the cohort and the design were made (codes are below the number of levels, starts rise to the
// number of rows) and columns are numbered by `LogisticProblem` itself.
//
// Patterns are sorted, so for two patterns such as
//
//     intercept, priority 1, category 3, words 8
//     intercept, priority 1, category 3, words 9        first change: covariate 2
//
// all that depends on the beginning is still at hand. A path has a step for the intercept and one for each
// covariate. Going down, `partial` is a sum over the steps so far, taken over from the pattern before as far as
// the two agree. Going up, `pending` is the weight of all patterns so far that share the path up to a step; when
// the step changes, it is added to the step's column once, and passed on to the step before.
//
// The arms of a pattern share its covariates, so both are done once a pattern, not once an arm.

/// One step of the path to a pattern; see the top of the file.
struct PathStep {
  /// The column it fills, and what it puts there.
  var column = 1
  var value = 1.0
  /// A sum over the steps so far, and the same for what is multiplied by the exposure.
  var partial = 0.0, partialX = 0.0
  /// Weights to be added to the columns of the steps so far, and the same times the exposure.
  var pending = 0.0, pendingX = 0.0
  /// Residuals, the same way.
  var residual = 0.0
}

/// What the passes fill, so that a fit allocates once.
struct LogisticWorkspace {
  /// The linear predictor of each pattern without the exposure's part.
  var linear: [Double]
  /// XᵀWX, then its Cholesky factor, then its inverse.
  var information: SymmetricMatrix

  init(_ problem: LogisticProblem, linear: [Double]? = nil) {
    self.linear = linear ?? [Double](repeating: 0, count: problem.design.patternCount)
    information = SymmetricMatrix(size: problem.size)
  }

  /// Turns the Cholesky factor into the inverse, with zeros for column 0.
  mutating func invert() {
    information.invertFactor()
    information[0, 0] = 0
  }
}

/// The probability at a log-odds, and the pieces of it that lose nothing at either end.
struct Logistic {
  /// exp(−|η|).
  private let z: Double
  private let isPositive: Bool
  init(_ eta: Double) {
    z = libmExp(-abs(eta))
    isPositive = eta >= 0
  }
  /// p.
  var probability: Double { (isPositive ? 1 : z) / (1 + z) }
  /// p (1 − p).
  var variance: Double { z / ((1 + z) * (1 + z)) }
  /// log(1 + exp(−|η|)).
  var logPartition: Double { libmLog(1 + z) }
}

extension LogisticProblem {
  /// Fills the linear predictors and XᵀWX at the given coefficients.
  ///
  /// - Returns: The log-likelihood.
  /// - Complexity: O(patterns × covariates) for sorted patterns that mostly differ in the last covariates.
  func information(
    at coefficients: [Double], linear linearPredictors: inout [Double],
    into information: inout SymmetricMatrix
  ) -> Double {
    let (width, armCount, size, last) = (self.width, arms.count, self.size, exposureColumn)
    let (codes, changes) = (design.codes.span, design.firstChange.span)
    let (trials, events) = (self.trials.span, self.events.span)
    let (offsets, columnOf, valueOf) = (self.offsets.span, self.columnOf.span, self.valueOf.span)
    let (arms, beta) = (self.arms.span, coefficients.span)
    for index in information.elements.indices { information.elements[index] = 0 }
    var matrix = information.elements.mutableSpan
    var linear = linearPredictors.mutableSpan
    var path = [PathStep](repeating: PathStep(), count: width + 1)
    var steps = path.mutableSpan

    // Sums of blocks are added, so that rounding does not grow with millions of patterns.
    var (logLikelihood, block) = (0.0, 0.0)
    var square = 0.0
    steps[0].partial = beta[1]
    for pattern in 0...design.patternCount {
      let isEnd = pattern == design.patternCount
      let change = isEnd ? -1 : Int(changes[unchecked: pattern])
      var i = width
      while i > change {
        passUp(&steps, i, into: &matrix)
        i -= 1
      }
      if isEnd { break }
      for i in change..<width {
        let place = offsets[unchecked: i] + Int(codes[unchecked: pattern * width + i])
        let column = Int(columnOf[unchecked: place])
        let value = valueOf[unchecked: place]
        steps[unchecked: i + 1].column = column
        steps[unchecked: i + 1].value = value
        steps[unchecked: i + 1].partial = steps[unchecked: i].partial + beta[unchecked: column] * value
      }
      let eta = steps[unchecked: width].partial
      linear[unchecked: pattern] = eta
      if pattern & 1023 == 0 {
        logLikelihood += block
        block = 0
      }
      var (weights, weightsX) = (0.0, 0.0)
      for arm in 0..<armCount {
        let n = Double(trials[unchecked: pattern * armCount + arm])
        if n == 0 { continue }
        let x = arms[unchecked: arm]
        let armEta = eta + x * beta[unchecked: last]
        let logistic = Logistic(armEta)
        let weight = n * logistic.variance
        weights += weight
        weightsX += weight * x
        square += weight * x * x
        block += Double(events[unchecked: pattern * armCount + arm]) * armEta
        block -= n * (max(armEta, 0) + logistic.logPartition)
      }
      steps[unchecked: width].pending += weights
      steps[unchecked: width].pendingX += weightsX
    }
    matrix[last * size + last] = square
    isolateColumnZero(&matrix)
    return logLikelihood + block
  }

  /// Adds the pending weights of step `i` to its column of XᵀWX and passes them on to the step before.
  @inline(__always)
  private func passUp(_ steps: inout MutableSpan<PathStep>, _ i: Int, into matrix: inout MutableSpan<Double>)
  {
    let step = steps[unchecked: i]
    if step.pending == 0 { return }
    let row = step.column * size
    let weight = step.pending * step.value
    for j in 0...i {
      matrix[unchecked: row + steps[unchecked: j].column] += weight * steps[unchecked: j].value
    }
    matrix[unchecked: exposureColumn * size + step.column] += step.pendingX * step.value
    if i > 0 {
      steps[unchecked: i - 1].pending += step.pending
      steps[unchecked: i - 1].pendingX += step.pendingX
    }
    steps[unchecked: i].pending = 0
    steps[unchecked: i].pendingX = 0
  }

  /// Column 0 stands for nothing: makes it a unit, so that the matrix has an inverse.
  private func isolateColumnZero(_ matrix: inout MutableSpan<Double>) {
    for column in 0..<size {
      matrix[column] = 0
      matrix[column * size] = 0
    }
    matrix[0] = 1
  }

  /// Fills Firth's modified score at the coefficients of the last ``information(at:linear:into:)``, whose
  /// inverse the workspace holds: Σ (y − n p + n h (½ − p)) x, with h the leverage of a single ticket.
  ///
  /// Beside it the curvature Σ n w (1 + h) x xᵀ, which is minus the score's derivative but for changes of h.
  /// Plain Fisher scoring leaves h out and so goes twice too far, for ever to and fro, along a column that
  /// hangs on a single ticket (h = 1). Where all leverages are small, XᵀWX does as well and costs nothing.
  ///
  /// - Parameter withCurvature: Whether to fill the curvature.
  /// - Returns: The greatest leverage.
  /// - Complexity: As for the information.
  func modifiedScore(
    exposure coefficient: Double, _ workspace: LogisticWorkspace, into sums: inout [Double],
    curvature: inout SymmetricMatrix, withCurvature: Bool
  ) -> Double {
    let (width, armCount, size, last) = (self.width, arms.count, self.size, exposureColumn)
    let (codes, changes) = (design.codes.span, design.firstChange.span)
    let (trials, events) = (self.trials.span, self.events.span)
    let (offsets, columnOf, valueOf) = (self.offsets.span, self.columnOf.span, self.valueOf.span)
    let arms = self.arms.span
    let inverse = workspace.information.elements.span
    let linear = workspace.linear.span
    let leverage = Leverage(size: size, last: last)
    for index in sums.indices { sums[index] = 0 }
    if withCurvature {
      for index in curvature.elements.indices { curvature.elements[index] = 0 }
    }
    var score = sums.mutableSpan
    var matrix = curvature.elements.mutableSpan
    var path = [PathStep](repeating: PathStep(), count: width + 1)
    var steps = path.mutableSpan

    var square = 0.0
    var greatest = 0.0
    leverage.extend(&steps, 0, inverse)
    for pattern in 0...design.patternCount {
      let isEnd = pattern == design.patternCount
      let change = isEnd ? -1 : Int(changes[unchecked: pattern])
      var i = width
      while i > change {
        passUp(&steps, i, into: &matrix)
        let residual = steps[unchecked: i].residual
        score[unchecked: steps[unchecked: i].column] += residual * steps[unchecked: i].value
        if i > 0 { steps[unchecked: i - 1].residual += residual }
        steps[unchecked: i].residual = 0
        i -= 1
      }
      if isEnd { break }
      for i in change..<width {
        let place = offsets[unchecked: i] + Int(codes[unchecked: pattern * width + i])
        steps[unchecked: i + 1].column = Int(columnOf[unchecked: place])
        steps[unchecked: i + 1].value = valueOf[unchecked: place]
        leverage.extend(&steps, i + 1, inverse)
      }
      let form = leverage.form(steps[unchecked: width], inverse)
      var (weights, weightsX, residuals) = (0.0, 0.0, 0.0)
      for arm in 0..<armCount {
        let n = Double(trials[unchecked: pattern * armCount + arm])
        if n == 0 { continue }
        let x = arms[unchecked: arm]
        let logistic = Logistic(linear[unchecked: pattern] + x * coefficient)
        let p = logistic.probability
        let h = logistic.variance * form.value(x)
        let residual = Double(events[unchecked: pattern * armCount + arm]) - n * (p - h * (0.5 - p))
        let weight = n * logistic.variance * (1 + h)
        greatest = max(greatest, h)
        residuals += residual
        score[unchecked: last] += residual * x
        weights += weight
        weightsX += weight * x
        square += weight * x * x
      }
      steps[unchecked: width].residual += residuals
      if withCurvature {
        steps[unchecked: width].pending += weights
        steps[unchecked: width].pendingX += weightsX
      }
    }
    score[0] = 0
    if withCurvature {
      matrix[last * size + last] = square
      isolateColumnZero(&matrix)
    }
    return greatest
  }

  /// Σ weight × x over the patterns, for intercept and covariates; 0 for the exposure.
  func columnSums(_ weights: [Double]) -> [Double] {
    let width = self.width
    let (codes, changes, weights) = (design.codes.span, design.firstChange.span, weights.span)
    let (offsets, columnOf, valueOf) = (self.offsets.span, self.columnOf.span, self.valueOf.span)
    var sums = [Double](repeating: 0, count: size)
    var steps = [PathStep](repeating: PathStep(), count: width + 1)
    for pattern in 0...design.patternCount {
      let isEnd = pattern == design.patternCount
      let change = isEnd ? -1 : Int(changes[pattern])
      var i = width
      while i > change {
        sums[steps[i].column] += steps[i].pending * steps[i].value
        if i > 0 { steps[i - 1].pending += steps[i].pending }
        steps[i].pending = 0
        i -= 1
      }
      if isEnd { break }
      for i in change..<width {
        let place = offsets[i] + Int(codes[pattern * width + i])
        steps[i + 1].column = Int(columnOf[place])
        steps[i + 1].value = valueOf[place]
      }
      steps[width].pending += weights[pattern]
    }
    sums[0] = 0
    return sums
  }

  /// For each direction a, the sum over clusters of (aᵀ u)², with u the modified score of a cluster, and the
  /// number of clusters that have a ticket here. `nil` if the cohort has no clusters.
  ///
  /// Only the products with the directions are summed, so a ticket costs one addition a direction.
  /// - Complexity: O(rows × directions + patterns × covariates).
  func clusterSums(
    along directions: [[Double]], exposure coefficient: Double, exposureCodes: [UInt8], outcome: [UInt8],
    _ workspace: LogisticWorkspace
  ) -> (sums: [Double], clusters: Int)? {
    guard let clusters = design.cohort.clusters?.span else { return nil }
    let (width, last, directionCount) = (self.width, exposureColumn, directions.count)
    let (codes, changes) = (design.codes.span, design.firstChange.span)
    let (order, starts, counts) = (design.order.span, design.starts.span, design.cohort.counts.span)
    let (offsets, columnOf, valueOf) = (self.offsets.span, self.columnOf.span, self.valueOf.span)
    let (exposures, outcomes, arms) = (exposureCodes.span, outcome.span, self.arms.span)
    let inverse = workspace.information.elements.span
    let linear = workspace.linear.span
    let leverage = Leverage(size: size, last: last)
    // Element d of column c at c × directions + d.
    let flat = (0..<size).flatMap { column in directions.map { $0[column] } }
    let direction = flat.span

    var isSeen = [Bool](repeating: false, count: design.cohort.clusterBound)
    var totals = [Double](repeating: 0, count: design.cohort.clusterBound * directionCount)
    var path = [PathStep](repeating: PathStep(), count: width + 1)
    // For each arm the residual of a ticket without and with the event; along each direction the product with
    // the covariates of the pattern's beginning.
    var residuals = [Double](repeating: 0, count: arms.count * 2)
    var products = [Double](repeating: 0, count: (width + 1) * directionCount)
    do {
      var seen = isSeen.mutableSpan
      var sums = totals.mutableSpan
      var steps = path.mutableSpan
      var residual = residuals.mutableSpan
      var product = products.mutableSpan
      leverage.extend(&steps, 0, inverse)
      for d in 0..<directionCount { product[d] = direction[directionCount + d] }
      for pattern in 0..<design.patternCount {
        for i in Int(changes[unchecked: pattern])..<width {
          let place = offsets[unchecked: i] + Int(codes[unchecked: pattern * width + i])
          let (column, value) = (Int(columnOf[unchecked: place]), valueOf[unchecked: place])
          steps[unchecked: i + 1].column = column
          steps[unchecked: i + 1].value = value
          leverage.extend(&steps, i + 1, inverse)
          for d in 0..<directionCount {
            product[unchecked: (i + 1) * directionCount + d] =
              product[unchecked: i * directionCount + d]
              + value * direction[unchecked: column * directionCount + d]
          }
        }
        let form = leverage.form(steps[unchecked: width], inverse)
        for arm in 0..<arms.count {
          let x = arms[unchecked: arm]
          let logistic = Logistic(linear[unchecked: pattern] + x * coefficient)
          let p = logistic.probability
          let fitted = p - logistic.variance * form.value(x) * (0.5 - p)
          residual[unchecked: 2 * arm] = -fitted
          residual[unchecked: 2 * arm + 1] = 1 - fitted
        }
        for place in Int(starts[unchecked: pattern])..<Int(starts[unchecked: pattern + 1]) {
          let row = Int(order[unchecked: place])
          let arm = Int(exposures[unchecked: row])
          let event = Int(outcomes[unchecked: row])
          // Anything else is `Cohort.missing`: the counting pass refused other codes.
          guard arm < arms.count, event <= 1 else { continue }
          let cluster = Int(clusters[unchecked: row])
          if counts[unchecked: row] == 0 { continue }
          let value = Double(counts[unchecked: row]) * residual[unchecked: 2 * arm + event]
          let x = arms[unchecked: arm]
          seen[unchecked: cluster] = true
          for d in 0..<directionCount {
            let along =
              product[unchecked: width * directionCount + d]
              + x * direction[unchecked: last * directionCount + d]
            sums[unchecked: cluster * directionCount + d] += value * along
          }
        }
      }
    }
    var squares = [Double](repeating: 0, count: directionCount)
    for index in totals.indices { squares[index % directionCount] += totals[index] * totals[index] }
    return (squares, isSeen.count { $0 })
  }
}

/// xᵀ M⁻¹ x of a pattern, as a quadratic in the exposure, built up step by step.
private struct Leverage {
  let size, last: Int

  struct Form {
    var constant, linear, square: Double
    @inline(__always) func value(_ x: Double) -> Double { constant + x * (linear + x * square) }
  }

  /// Adds step `i` to the form of the steps before it.
  @inline(__always)
  func extend(_ steps: inout MutableSpan<PathStep>, _ i: Int, _ inverse: Span<Double>) {
    let step = steps[unchecked: i]
    let row = step.column * size
    var sum = 0.0
    for j in 0..<i { sum += inverse[unchecked: row + steps[unchecked: j].column] * steps[unchecked: j].value }
    let before = i > 0 ? steps[unchecked: i - 1] : PathStep()
    let own = inverse[unchecked: row + step.column]
    steps[unchecked: i].partial = before.partial + step.value * (2 * sum + step.value * own)
    steps[unchecked: i].partialX =
      before.partialX + step.value * inverse[unchecked: last * size + step.column]
  }

  @inline(__always)
  func form(_ end: PathStep, _ inverse: Span<Double>) -> Form {
    Form(constant: end.partial, linear: 2 * end.partialX, square: inverse[unchecked: last * size + last])
  }
}
