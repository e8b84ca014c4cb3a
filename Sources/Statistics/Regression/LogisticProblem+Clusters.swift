/// Variances of gᵀβ̂ for some gradients g: the model's, and those by clusters.
struct RobustVariances {
  /// G, the clusters with a ticket in the comparison; `nil` if the cohort has no clusters.
  let clusterCount: Int?
  private let model: [Double]
  /// `nil` unless there are at least two clusters.
  private let clustered: [Double]?

  init(model: [Double], clusters: (sums: [Double], clusters: Int)?) {
    self.model = model
    clusterCount = clusters?.clusters
    clustered = clusters.flatMap { sums, clusters in
      clusters > 1 ? sums.map { $0 * (Double(clusters) / Double(clusters - 1)) } : nil
    }
  }

  /// λ, the variance by clusters as a multiple of the model's, at least 1.
  func inflation(_ index: Int) -> Double { max(1, (clustered?[index] ?? 0) / model[index]) }

  /// The root of the larger of the two variances, which is the rule that λ makes for the coefficient.
  func standardError(_ index: Int) -> Double { max(model[index], clustered?[index] ?? 0).squareRoot() }
}

extension LogisticProblem {
  /// Variances of gᵀβ̂ at a maximum: gᵀ A g, and G / (G − 1) · gᵀ A (Σ u uᵀ) A g with A = (XᵀWX)⁻¹.
  func variances(of gradients: [[Double]], at fit: PenalisedFit, exposure: [UInt8], outcome: [UInt8])
    -> RobustVariances
  {
    let directions = gradients.map(fit.inverse.times)
    let model = zip(gradients, directions).map { zip($0, $1).reduce(0) { $0 + $1.0 * $1.1 } }
    return RobustVariances(
      model: model,
      clusters: clusterSums(along: directions, at: fit, exposure: exposure, outcome: outcome))
  }

  /// For each direction a, the sum over clusters of (aᵀ u)², with u the modified score of a cluster, and the
  /// number of clusters that have a ticket here. `nil` if the cohort has no clusters.
  ///
  /// Only the products with the directions are summed, so a ticket costs one addition a direction.
  /// - Complexity: O(rows × directions + patterns × covariates).
  private func clusterSums(
    along directions: [[Double]], at fit: PenalisedFit, exposure: [UInt8], outcome: [UInt8]
  )
    -> (sums: [Double], clusters: Int)?
  {
    guard let clusters = design.cohort.clusters?.span else { return nil }
    let (width, last, directionCount) = (self.width, exposureColumn, directions.count)
    let changes = design.firstChange.span
    let (order, starts, counts) = (design.order.span, design.starts.span, design.cohort.counts.span)
    let (exposures, outcomes, arms) = (exposure.span, outcome.span, self.arms.span)
    let (trials, inverse, beta) = (self.trials.span, fit.inverse.elements.span, fit.coefficients.span)
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
      steps[0].eta = beta[1]
      leverage.extend(&steps, 0, inverse)
      for d in 0..<directionCount { product[d] = direction[directionCount + d] }
      for pattern in 0..<design.patternCount {
        let change = Int(changes[unchecked: pattern])
        descend(&steps, to: pattern, from: change, beta)
        for i in change..<width {
          leverage.extend(&steps, i + 1, inverse)
          let (column, value) = (steps[unchecked: i + 1].column, steps[unchecked: i + 1].value)
          for d in 0..<directionCount {
            product[unchecked: (i + 1) * directionCount + d] =
              product[unchecked: i * directionCount + d]
              + value * direction[unchecked: column * directionCount + d]
          }
        }
        for arm in 0..<arms.count where trials[unchecked: pattern * arms.count + arm] > 0 {
          let x = arms[unchecked: arm]
          let logistic = Logistic(steps[unchecked: width].eta + x * beta[unchecked: last])
          let p = logistic.probability
          let h = logistic.variance * leverage.form(steps[unchecked: width], inverse, x)
          let fitted = p - h * (0.5 - p)
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
