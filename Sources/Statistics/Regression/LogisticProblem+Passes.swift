/// What one pass over the patterns sums up at some coefficients.
struct LogisticSums {
  /// The log-likelihood, not penalised.
  var logLikelihood = 0.0
  /// Firth's modified score.
  var score: [Double]
  /// Σ weight · x xᵀ over the columns, with a unit for column 0.
  var matrix: SymmetricMatrix
  /// The greatest leverage of a single ticket.
  var greatestLeverage = 0.0

  init(size: Int) {
    score = [Double](repeating: 0, count: size)
    matrix = SymmetricMatrix(size: size)
  }
}

/// The probability at a log-odds, and the pieces of it that lose nothing at either end.
struct Logistic {
  /// exp(−|η|).
  private let z: Double
  private let isPositive: Bool
  @inline(__always) init(_ eta: Double) {
    z = libmExp(-abs(eta))
    isPositive = eta >= 0
  }
  /// p.
  @inline(__always) var probability: Double { (isPositive ? 1 : z) / (1 + z) }
  /// p (1 − p).
  @inline(__always) var variance: Double { z / ((1 + z) * (1 + z)) }
  /// 1 + exp(−|η|), from 1 to 2.
  @inline(__always) var partition: Double { 1 + z }
}

/// A sum of n log(x), for x from 1 to 2: single ones are multiplied first, so that a hundred logarithms cost one.
private struct LogSum {
  private var sum = 0.0
  private var product = 1.0

  @inline(__always) mutating func add(_ n: Double, _ x: Double) {
    if n == 1 {
      product *= x
      if product > 0x1p900 { flush() }
    } else {
      sum += n * libmLog(x)
    }
  }

  private mutating func flush() {
    sum += libmLog(product)
    product = 1
  }

  var total: Double { sum + libmLog(product) }
}

extension LogisticProblem {
  /// Sums up the log-likelihood and XᵀWX.
  ///
  /// - Complexity: O(patterns × covariates) for sorted patterns that mostly differ in the last covariates.
  func sumInformation(at coefficients: [Double], into sums: inout LogisticSums) {
    sums.logLikelihood = sweep(coefficients, nil, true, &sums.score, &sums.matrix).logLikelihood
  }

  /// Sums up Firth's modified score Σ (y − n p + n h (½ − p)) x, with h the leverage of a single ticket by the
  /// inverse of XᵀWX at these coefficients.
  ///
  /// - Complexity: As for the information.
  func sumScore(at coefficients: [Double], _ inverse: SymmetricMatrix, into sums: inout LogisticSums) {
    sums.greatestLeverage =
      sweep(coefficients, inverse, false, &sums.score, &sums.matrix).greatestLeverage
  }

  /// Sums up the same score, and the curvature Σ n w (1 + h) x xᵀ: minus the score's derivative but for changes
  /// of h.
  ///
  /// Plain Fisher scoring leaves h out and so goes twice too far, for ever to and fro, along a column that
  /// hangs on a single ticket (h = 1). Where all leverages are small, XᵀWX does as well and costs nothing.
  func sumCurvedScore(at coefficients: [Double], _ inverse: SymmetricMatrix, into sums: inout LogisticSums) {
    sums.greatestLeverage = sweep(coefficients, inverse, true, &sums.score, &sums.matrix).greatestLeverage
  }

  /// The pass itself, which fills the score if there are leverages, and the matrix if it is wanted.
  @inline(__always)
  private func sweep(
    _ coefficients: [Double], _ inverse: SymmetricMatrix?, _ hasMatrix: Bool, _ sums: inout [Double],
    _ products: inout SymmetricMatrix
  ) -> (logLikelihood: Double, greatestLeverage: Double) {
    let hasLeverages = inverse != nil
    let (width, armCount, size, last) = (self.width, arms.count, self.size, exposureColumn)
    let (changes, trials, events) = (design.firstChange.span, self.trials.span, self.events.span)
    let (arms, beta) = (self.arms.span, coefficients.span)
    let elements = inverse?.elements ?? []
    let inverse = elements.span
    let leverage = Leverage(size: size, last: last)
    if hasLeverages {
      for index in sums.indices { sums[index] = 0 }
    }
    if hasMatrix {
      for index in products.elements.indices { products.elements[index] = 0 }
    }
    var score = sums.mutableSpan
    var matrix = products.elements.mutableSpan
    var path = [PathStep](repeating: PathStep(), count: width + 1)
    var steps = path.mutableSpan

    // Sums of blocks are added, so that rounding does not grow with millions of patterns.
    var (logLikelihood, block) = (0.0, 0.0)
    var partitions = LogSum()
    var (square, residualX, greatest) = (0.0, 0.0, 0.0)
    steps[0].eta = beta[1]
    if hasLeverages { leverage.extend(&steps, 0, inverse) }
    for pattern in 0...design.patternCount {
      let isEnd = pattern == design.patternCount
      let change = isEnd ? -1 : Int(changes[unchecked: pattern])
      var i = width
      while i > change {
        if hasLeverages { passShareUp(&steps, i, into: &score) }
        if hasMatrix { passUp(&steps, i, into: &matrix) }
        i -= 1
      }
      if isEnd { break }
      descend(&steps, to: pattern, from: change, beta)
      if hasLeverages { for i in change..<width { leverage.extend(&steps, i + 1, inverse) } }
      let eta = steps[unchecked: width].eta
      if pattern & 1023 == 0 {
        logLikelihood += block
        block = 0
      }
      var (weights, weightsX, residuals) = (0.0, 0.0, 0.0)
      for arm in 0..<armCount {
        let n = Double(trials[unchecked: pattern * armCount + arm])
        if n == 0 { continue }
        let y = Double(events[unchecked: pattern * armCount + arm])
        let x = arms[unchecked: arm]
        let armEta = eta + x * beta[unchecked: last]
        let logistic = Logistic(armEta)
        let (p, variance) = (logistic.probability, logistic.variance)
        var weight = n * variance
        if hasLeverages {
          let h = variance * leverage.form(steps[unchecked: width], inverse, x)
          greatest = max(greatest, h)
          let residual = y - n * p + n * h * (0.5 - p)
          residuals += residual
          residualX += residual * x
          weight *= 1 + h
        } else {
          block += y * armEta - n * max(armEta, 0)
          partitions.add(n, logistic.partition)
        }
        weights += weight
        weightsX += weight * x
        square += weight * x * x
      }
      if hasLeverages { steps[unchecked: width].share += residuals }
      if hasMatrix {
        steps[unchecked: width].pending += weights
        steps[unchecked: width].pendingX += weightsX
      }
    }
    if hasLeverages {
      score[0] = 0
      score[last] = residualX
    }
    if hasMatrix {
      matrix[last * size + last] = square
      isolateColumnZero(&matrix)
    }
    return (logLikelihood + block - partitions.total, greatest)
  }

  /// Sums of squares and products of the columns over all tickets, XᵀX. - Complexity: As for the other sums.
  var products: SymmetricMatrix {
    let (width, armCount, last) = (self.width, arms.count, exposureColumn)
    let (changes, trials) = (design.firstChange.span, self.trials.span)
    let zeros = [Double](repeating: 0, count: size)
    var products = SymmetricMatrix(size: size)
    var matrix = products.elements.mutableSpan
    var path = [PathStep](repeating: PathStep(), count: width + 1)
    var steps = path.mutableSpan
    var square = 0.0
    for pattern in 0...design.patternCount {
      let isEnd = pattern == design.patternCount
      let change = isEnd ? -1 : Int(changes[unchecked: pattern])
      var i = width
      while i > change {
        passUp(&steps, i, into: &matrix)
        i -= 1
      }
      if isEnd { break }
      descend(&steps, to: pattern, from: change, zeros.span)
      for arm in 0..<armCount {
        let (n, x) = (Double(trials[unchecked: pattern * armCount + arm]), arms[arm])
        steps[unchecked: width].pending += n
        steps[unchecked: width].pendingX += n * x
        square += n * x * x
      }
    }
    matrix[last * size + last] = square
    isolateColumnZero(&matrix)
    return products
  }

  /// Adds the pending weights of step `i` to its column of XᵀWX and passes them on to the step before.
  @inline(__always)
  private func passUp(_ steps: inout MutableSpan<PathStep>, _ i: Int, into matrix: inout MutableSpan<Double>)
  {
    let pending = steps[unchecked: i].pending
    if pending == 0 { return }
    let (column, value) = (steps[unchecked: i].column, steps[unchecked: i].value)
    let pendingX = steps[unchecked: i].pendingX
    let row = column * size
    let weight = pending * value
    for j in 0...i {
      matrix[unchecked: row + steps[unchecked: j].column] += weight * steps[unchecked: j].value
    }
    matrix[unchecked: exposureColumn * size + column] += pendingX * value
    if i > 0 {
      steps[unchecked: i - 1].pending += pending
      steps[unchecked: i - 1].pendingX += pendingX
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
}

/// xᵀ M⁻¹ x of a pattern, as a quadratic in the exposure, built up step by step.
struct Leverage {
  let size, last: Int

  /// Adds step `i` to the form of the steps before it.
  @inline(__always)
  func extend(_ steps: inout MutableSpan<PathStep>, _ i: Int, _ inverse: Span<Double>) {
    let (column, value) = (steps[unchecked: i].column, steps[unchecked: i].value)
    let row = column * size
    var sum = 0.0
    for j in 0..<i { sum += inverse[unchecked: row + steps[unchecked: j].column] * steps[unchecked: j].value }
    let own = inverse[unchecked: row + column]
    let (form, formX) = i > 0 ? (steps[unchecked: i - 1].form, steps[unchecked: i - 1].formX) : (0, 0)
    steps[unchecked: i].form = form + value * (2 * sum + value * own)
    steps[unchecked: i].formX = formX + value * inverse[unchecked: last * size + column]
  }

  /// The form of a whole path and an exposure.
  @inline(__always)
  func form(_ end: PathStep, _ inverse: Span<Double>, _ x: Double) -> Double {
    end.form + x * (2 * end.formX + x * inverse[unchecked: last * size + last])
  }
}
