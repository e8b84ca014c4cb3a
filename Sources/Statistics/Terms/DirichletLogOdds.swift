/// Which side uses a term more: log-odds ratios with an informative Dirichlet prior (Monroe, Colaresi & Quinn
/// 2008, Political Analysis 16:372–403), with a variance that knows that terms come in bursts.
///
/// The prior gives each term the share it has on both sides together, worth `priorTokens` tokens, so rare
/// terms are drawn towards no difference. The variance of a side is the larger of the paper's, which takes
/// tokens for independent, and that of the ratio estimator over documents,
/// D / (D − 1) · Σ (y_d − p n_d)² / ((n + α₀) p̃ (1 − p̃))².
public struct DirichletLogOdds: Sendable {
  /// The documents of a side. All are sums over documents, so they can be added up from parts.
  public struct Side: Hashable, Sendable {
    /// Number of documents.
    public var documents: Int
    /// Tokens of all of them: Σ n_d.
    public var tokens: Int
    /// Σ n_d².
    public var squaredLengths: Int

    /// A side.
    public init(documents: Int = 0, tokens: Int = 0, squaredLengths: Int = 0) {
      self.documents = documents
      self.tokens = tokens
      self.squaredLengths = squaredLengths
    }
  }

  /// A term on a side. All are sums over documents.
  public struct Term: Hashable, Sendable {
    /// Documents it is in.
    public var documents: Int
    /// Its tokens: Σ y_d.
    public var tokens: Int
    /// Σ y_d².
    public var squares: Int
    /// Σ y_d n_d.
    public var products: Int

    /// A term on a side.
    public init(documents: Int = 0, tokens: Int = 0, squares: Int = 0, products: Int = 0) {
      self.documents = documents
      self.tokens = tokens
      self.squares = squares
      self.products = products
    }
  }

  /// How a term differs between the sides.
  public struct Difference: Hashable, Sendable {
    /// Log-odds on the first side minus the second.
    public var logOddsRatio: Double
    /// Its standard error.
    public var standardError: Double
    /// The ratio of both: what terms are ranked by.
    public var z: Double { logOddsRatio / standardError }
  }

  private let first, second: Side
  private let priorTokens: Double
  private let leastDocuments: Int

  /// A comparison of two sides.
  ///
  /// - Parameters:
  ///   - first: The side whose terms have positive values (staff).
  ///   - second: The other one (requesters).
  ///   - priorTokens: α₀, what the prior is worth in tokens.
  ///   - leastDocuments: Terms in fewer documents of both sides together are passed over.
  /// - Returns: `nil` unless both sides have tokens and α₀ is positive.
  public init?(_ first: Side, _ second: Side, priorTokens: Double, leastDocuments: Int) {
    guard first.tokens > 0, second.tokens > 0, priorTokens > 0, priorTokens.isFinite else { return nil }
    self.first = first
    self.second = second
    self.priorTokens = priorTokens
    self.leastDocuments = leastDocuments
  }

  /// Compares one term.
  ///
  /// - Returns: `nil` for a term that is in too few documents, in none, or the only one there is.
  public func difference(_ a: Term, _ b: Term) -> Difference? {
    guard a.tokens >= 0, b.tokens >= 0, a.tokens <= first.tokens, b.tokens <= second.tokens,
      Double(a.documents) + Double(b.documents) >= Double(max(1, leastDocuments))
    else { return nil }
    let share = (Double(a.tokens) + Double(b.tokens)) / (Double(first.tokens) + Double(second.tokens))
    guard share > 0, share < 1 else { return nil }
    let (left, right) = (posterior(a, first, share), posterior(b, second, share))
    let difference = Difference(
      logOddsRatio: left.logOdds - right.logOdds,
      standardError: (left.variance + right.variance).squareRoot())
    return difference.z.isFinite ? difference : nil
  }

  private func posterior(_ term: Term, _ side: Side, _ share: Double) -> (logOdds: Double, variance: Double) {
    let (y, n) = (Double(term.tokens), Double(side.tokens))
    let with = y + priorTokens * share
    let without = n - y + priorTokens * (1 - share)
    let multinomial = 1 / with + 1 / without
    var byDocument = 0.0
    if side.documents > 1 {
      let p = y / n
      let squares =
        Double(term.squares) - 2 * p * Double(term.products) + p * p * Double(side.squaredLengths)
      // (n + α₀) p̃ (1 − p̃)
      let scale = with * without / (with + without)
      let d = Double(side.documents)
      byDocument = d / (d - 1) * max(0, squares) / (scale * scale)
    }
    return (libmLog(with / without), max(multinomial, byDocument))
  }
}
