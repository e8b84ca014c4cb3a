// How all passes over the patterns go. They take nearly all the time, so they index without checks: every index was
// checked when the cohort and the design were made (codes are below the number of levels, starts rise to the
// number of rows) and columns are numbered by `LogisticProblem` itself.
//
// Patterns are sorted, so for two patterns such as
//
//     intercept, priority 1, category 3, words 8
//     intercept, priority 1, category 3, words 9        first change: covariate 2
//
// all that depends on the beginning is still at hand. A path has a step for the intercept and one for each
// covariate. Going down, `eta` and `form` are sums over the steps so far, taken over from the pattern before as far
// as the two agree. Going up, `pending` is the weight of all patterns so far that share the path up to a step; when
// the step changes, it is added to the step's column once, and passed on to the step before.
//
// The arms of a pattern share its covariates, so both are done once a pattern, not once an arm.

/// One step of the path to a pattern; see the top of the file.
struct PathStep {
  /// The column it fills, and what it puts there.
  var column = 1
  var value = 1.0
  /// The linear predictor of the steps so far, without the exposure.
  var eta = 0.0
  /// The leverage's quadratic form of the steps so far, and its part that is multiplied by the exposure.
  var form = 0.0, formX = 0.0
  /// Weights to be added to the columns of the steps so far, and the same times the exposure.
  var pending = 0.0, pendingX = 0.0
  /// What is to be added to one number a column, as the score is: residuals or weights.
  var share = 0.0
}

extension LogisticProblem {
  /// Goes down the path to a pattern from the step after its first change: columns, values and linear predictors.
  @inline(__always)
  func descend(
    _ steps: inout MutableSpan<PathStep>, to pattern: Int, from change: Int, _ beta: Span<Double>
  ) {
    let (width, codes) = (self.width, design.codes.span)
    let (offsets, columnOf, valueOf) = (self.offsets.span, self.columnOf.span, self.valueOf.span)
    for i in change..<width {
      let place = offsets[unchecked: i] + Int(codes[unchecked: pattern * width + i])
      let (column, value) = (Int(columnOf[unchecked: place]), valueOf[unchecked: place])
      steps[unchecked: i + 1].column = column
      steps[unchecked: i + 1].value = value
      steps[unchecked: i + 1].eta = steps[unchecked: i].eta + beta[unchecked: column] * value
    }
  }

  /// Adds the share of step `i` to its column's number and passes it on to the step before.
  @inline(__always)
  func passShareUp(
    _ steps: inout MutableSpan<PathStep>, _ i: Int, into sums: inout MutableSpan<Double>
  ) {
    let share = steps[unchecked: i].share
    sums[unchecked: steps[unchecked: i].column] += share * steps[unchecked: i].value
    if i > 0 { steps[unchecked: i - 1].share += share }
    steps[unchecked: i].share = 0
  }
}
