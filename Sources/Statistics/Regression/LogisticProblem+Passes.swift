// The loops over patterns. They take nearly all the time, so they index without checks: every index was
// checked when the cohort and the design were made (codes are below the number of levels, starts rise to the
// number of rows) and columns are numbered by `LogisticProblem` itself.
//
// The arms of a pattern share its covariates, so the work that grows with the square of their number is done
// once a pattern, not once an arm.

/// What the passes fill, so that a fit allocates once.
struct LogisticWorkspace {
  /// The linear predictor of each pattern without the exposure's part.
  var linear: [Double]
  /// XᵀWX, then its Cholesky factor, then its inverse.
  var information: SymmetricMatrix

  init(_ problem: LogisticProblem) {
    linear = [Double](repeating: 0, count: problem.design.patternCount)
    information = SymmetricMatrix(size: problem.size)
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
  /// - Returns: The log-likelihood.
  func information(
    at coefficients: [Double], linear linearPredictors: inout [Double],
    into information: inout SymmetricMatrix
  ) -> Double {
    let (width, armCount, size, last) = (self.width, arms.count, self.size, exposureColumn)
    let (codes, trials, events) = (design.codes.span, self.trials.span, self.events.span)
    let (offsets, columnOf, valueOf) = (self.offsets.span, self.columnOf.span, self.valueOf.span)
    let (arms, beta) = (self.arms.span, coefficients.span)
    for index in information.elements.indices { information.elements[index] = 0 }
    var matrix = information.elements.mutableSpan
    var linear = linearPredictors.mutableSpan
    var (filled, entries) = ([Int](repeating: 0, count: width), [Double](repeating: 0, count: width))
    var columns = filled.mutableSpan
    var values = entries.mutableSpan

    // Sums of blocks are added, so that rounding does not grow with millions of patterns.
    var (logLikelihood, block) = (0.0, 0.0)
    var intercept = (0.0, 0.0, 0.0)
    for pattern in 0..<design.patternCount {
      if pattern & 1023 == 0 {
        logLikelihood += block
        block = 0
      }
      var eta = beta[unchecked: 1]
      for i in 0..<width {
        let place = offsets[unchecked: i] + Int(codes[unchecked: pattern * width + i])
        let column = Int(columnOf[unchecked: place])
        let value = valueOf[unchecked: place]
        columns[unchecked: i] = column
        values[unchecked: i] = value
        eta += beta[unchecked: column] * value
      }
      linear[unchecked: pattern] = eta
      var (w, wx, wxx) = (0.0, 0.0, 0.0)
      for arm in 0..<armCount {
        let n = Double(trials[unchecked: pattern * armCount + arm])
        if n == 0 { continue }
        let x = arms[unchecked: arm]
        let armEta = eta + x * beta[unchecked: last]
        let logistic = Logistic(armEta)
        let weight = n * logistic.variance
        w += weight
        wx += weight * x
        wxx += weight * x * x
        block += Double(events[unchecked: pattern * armCount + arm]) * armEta
        block -= n * (max(armEta, 0) + logistic.logPartition)
      }
      if w == 0 { continue }
      intercept.0 += w
      intercept.1 += wx
      intercept.2 += wxx
      for i in 0..<width {
        let row = columns[unchecked: i] * size
        let value = w * values[unchecked: i]
        matrix[unchecked: row + 1] += value
        for j in 0...i {
          matrix[unchecked: row + columns[unchecked: j]] += value * values[unchecked: j]
        }
        matrix[unchecked: last * size + columns[unchecked: i]] += wx * values[unchecked: i]
      }
    }
    matrix[size + 1] = intercept.0
    matrix[last * size + 1] = intercept.1
    matrix[last * size + last] = intercept.2
    // Column 0 stands for nothing: make it a unit, so that the matrix has an inverse.
    for column in 0..<size {
      matrix[column] = 0
      matrix[column * size] = 0
    }
    matrix[0] = 1
    return logLikelihood + block
  }

  /// Fills Firth's modified score at the coefficients of the last ``information(at:_:)``, whose inverse the
  /// workspace holds: Σ (y − n p + n h (½ − p)) x, with h the leverage of a single ticket.
  func modifiedScore(exposure coefficient: Double, _ workspace: LogisticWorkspace, into sums: inout [Double])
  {
    let (width, armCount, last) = (self.width, arms.count, exposureColumn)
    let (codes, trials, events) = (design.codes.span, self.trials.span, self.events.span)
    let (offsets, columnOf, valueOf) = (self.offsets.span, self.columnOf.span, self.valueOf.span)
    let arms = self.arms.span
    let leverage = Leverage(size: size, width: width, last: last)
    for index in sums.indices { sums[index] = 0 }
    let inverse = workspace.information.elements.span
    let linear = workspace.linear.span
    var score = sums.mutableSpan
    var (filled, entries) = ([Int](repeating: 0, count: width), [Double](repeating: 0, count: width))
    var columns = filled.mutableSpan
    var values = entries.mutableSpan
    for pattern in 0..<design.patternCount {
      var total: UInt32 = 0
      for arm in 0..<armCount { total |= trials[unchecked: pattern * armCount + arm] }
      if total == 0 { continue }
      for i in 0..<width {
        let place = offsets[unchecked: i] + Int(codes[unchecked: pattern * width + i])
        columns[unchecked: i] = Int(columnOf[unchecked: place])
        values[unchecked: i] = valueOf[unchecked: place]
      }
      let form = leverage.form(columns.span, values.span, inverse)
      var (sum, sumX) = (0.0, 0.0)
      for arm in 0..<armCount {
        let n = Double(trials[unchecked: pattern * armCount + arm])
        if n == 0 { continue }
        let x = arms[unchecked: arm]
        let logistic = Logistic(linear[unchecked: pattern] + x * coefficient)
        let p = logistic.probability
        let pull = logistic.variance * form.value(x) * (0.5 - p)
        let residual = Double(events[unchecked: pattern * armCount + arm]) - n * (p - pull)
        sum += residual
        sumX += residual * x
      }
      score[unchecked: 1] += sum
      score[unchecked: last] += sumX
      for i in 0..<width { score[unchecked: columns[unchecked: i]] += sum * values[unchecked: i] }
    }
    score[0] = 0
  }

  /// The modified scores of each cluster, cluster by cluster, with clusters that have no ticket here left out.
  ///
  /// - Returns: A row of `size` numbers a cluster; `nil` if the cohort has no clusters.
  func clusterScores(
    exposure coefficient: Double, exposure column: [UInt8], outcome: [UInt8], _ workspace: LogisticWorkspace
  ) -> [Double]? {
    guard let clusters = design.cohort.clusters?.span else { return nil }
    let (width, size, last) = (self.width, self.size, exposureColumn)
    let (codes, order, starts) = (design.codes.span, design.order.span, design.starts.span)
    let (offsets, columnOf, valueOf) = (self.offsets.span, self.columnOf.span, self.valueOf.span)
    let (counts, exposures, outcomes) = (design.cohort.counts.span, column.span, outcome.span)
    let arms = self.arms.span
    let leverage = Leverage(size: size, width: width, last: last)
    var scores = [Double](repeating: 0, count: design.cohort.clusterBound * size)
    var isSeen = [Bool](repeating: false, count: design.cohort.clusterBound)
    // The residual of a ticket without and with the event, for each arm of the pattern at hand.
    var residuals = [Double](repeating: 0, count: arms.count * 2)
    do {
      let inverse = workspace.information.elements.span
      let linear = workspace.linear.span
      var (filled, entries) = ([Int](repeating: 0, count: width), [Double](repeating: 0, count: width))
      var columns = filled.mutableSpan
      var values = entries.mutableSpan
      var sums = scores.mutableSpan
      var seen = isSeen.mutableSpan
      var residual = residuals.mutableSpan
      for pattern in 0..<design.patternCount {
        for i in 0..<width {
          let place = offsets[unchecked: i] + Int(codes[unchecked: pattern * width + i])
          columns[unchecked: i] = Int(columnOf[unchecked: place])
          values[unchecked: i] = valueOf[unchecked: place]
        }
        let form = leverage.form(columns.span, values.span, inverse)
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
          let start = cluster * size
          let value = Double(counts[unchecked: row]) * residual[unchecked: 2 * arm + event]
          seen[unchecked: cluster] = true
          sums[unchecked: start + 1] += value
          sums[unchecked: start + last] += value * arms[unchecked: arm]
          for i in 0..<width {
            sums[unchecked: start + columns[unchecked: i]] += value * values[unchecked: i]
          }
        }
      }
    }
    if isSeen.allSatisfy({ $0 }) { return scores }
    var kept: [Double] = []
    for cluster in isSeen.indices where isSeen[cluster] {
      kept += scores[cluster * size..<(cluster + 1) * size]
    }
    return kept
  }
}

/// xᵀ M⁻¹ x of a pattern, as a quadratic in the exposure.
private struct Leverage {
  let size, width, last: Int

  struct Form {
    var constant, linear, square: Double
    @inline(__always) func value(_ x: Double) -> Double { constant + x * (linear + x * square) }
  }

  @inline(__always)
  func form(_ columns: Span<Int>, _ values: Span<Double>, _ inverse: Span<Double>) -> Form {
    var constant = inverse[unchecked: size + 1]
    var linear = inverse[unchecked: last * size + 1]
    for i in 0..<width {
      let row = columns[unchecked: i] * size
      let value = values[unchecked: i]
      var sum = inverse[unchecked: row + 1]
      for j in 0..<i { sum += inverse[unchecked: row + columns[unchecked: j]] * values[unchecked: j] }
      constant += value * (2 * sum + value * inverse[unchecked: row + columns[unchecked: i]])
      linear += inverse[unchecked: last * size + columns[unchecked: i]] * value
    }
    return Form(constant: constant, linear: 2 * linear, square: inverse[unchecked: last * size + last])
  }
}
