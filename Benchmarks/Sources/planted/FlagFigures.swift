import Foundation
import Outcomes

/// What one desk says of one flag, as a line of tab-separated figures.
struct FlagFigures {
  /// An estimate with its interval, as logarithms, and the verdict.
  struct Estimate {
    var value, lower, upper: Double
    var verdict: String

    init?(_ one: Association?) {
      guard let one, let ratio = one.adjusted.oddsRatio else { return nil }
      (value, lower, upper) = (log(ratio.value), log(ratio.lower), log(ratio.upper))
      verdict = "\(one.verdict)"
    }

    fileprivate init?(_ word: Substring) {
      let words = word.split(separator: " ")
      let numbers = words.dropLast().compactMap { Double($0) }
      guard words.count == 4, numbers.count == 3 else { return nil }
      (value, lower, upper, verdict) = (numbers[0], numbers[1], numbers[2], String(words[3]))
    }

    fileprivate var word: String { "\(value) \(lower) \(upper) \(verdict)" }
    func covers(_ oddsRatio: Double) -> Bool { lower <= log(oddsRatio) && log(oddsRatio) <= upper }
    var isGap: Bool { verdict == "gap" }
  }

  var flag: String
  /// Tickets with the label and a finding, with the label alone, with a finding alone.
  var hits, misses, alarms: Int
  /// What a comparison of this flag alone converges to, and what becomes of that under the confusion matrix.
  var target, expected: Double
  var labels, findings, wholeLabels, wholeFindings: Estimate?

  init(_ desk: Desk, _ place: Int) {
    let confusion = desk.confusion[place]
    flag = Planted.flags[place].name
    (hits, misses, alarms) = (confusion[1][1], confusion[1][0], confusion[0][1])
    target = desk.targets[place]
    let base = desk.atCut.labels[place]?.unexposed.share
    expected = base.flatMap { Self.expected(confusion, desk.targets[place], $0) } ?? .nan
    labels = Estimate(desk.atCut.labels[place])
    findings = Estimate(desk.atCut.findings[place])
    wholeLabels = Estimate(desk.whole.labels[place])
    wholeFindings = Estimate(desk.whole.findings[place])
  }

  /// The odds ratio of the finding, if the label has this one and findings err without regard to the outcome.
  private static func expected(_ confusion: [[Int]], _ oddsRatio: Double, _ base: Double) -> Double? {
    let odds = base / (1 - base) * oddsRatio
    let risks = [base, odds / (1 + odds)]
    func risk(_ finding: Int) -> Double? {
      let counts = [Double(confusion[0][finding]), Double(confusion[1][finding])]
      let total = counts[0] + counts[1]
      return total > 0 ? (counts[0] * risks[0] + counts[1] * risks[1]) / total : nil
    }
    guard let with = risk(1), let without = risk(0) else { return nil }
    return with / (1 - with) / (without / (1 - without))
  }

  var line: String {
    let words = ["\(hits)", "\(misses)", "\(alarms)", "\(target)", "\(expected)"]
    let estimates = [labels, findings, wholeLabels, wholeFindings].map { $0?.word ?? "" }
    return ([flag] + words + estimates).joined(separator: "\t")
  }

  private init?(_ line: Substring) {
    let words = line.split(separator: "\t", omittingEmptySubsequences: false)
    let counts = words.dropFirst().prefix(3).compactMap { Int($0) }
    let ratios = words.dropFirst(4).prefix(2).compactMap { Double($0) }
    guard words.count == 10, counts.count == 3, ratios.count == 2 else { return nil }
    flag = String(words[0])
    (hits, misses, alarms) = (counts[0], counts[1], counts[2])
    (target, expected) = (ratios[0], ratios[1])
    (labels, findings) = (Estimate(words[6]), Estimate(words[7]))
    (wholeLabels, wholeFindings) = (Estimate(words[8]), Estimate(words[9]))
  }

  static func lines(of path: String) throws -> [FlagFigures] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { FlagFigures($0) }
  }
}
