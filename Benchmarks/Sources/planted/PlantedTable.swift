import Foundation
import Tickets

/// Figures of many desks, by flag.
struct PlantedTable {
  private let figures: [FlagFigures]

  init(_ figures: [FlagFigures]) { self.figures = figures }

  func printTables() {
    print(
      "| flag | planted | alone | rules | precision | recall | labels cover planted | labels cover alone | mean of labels | mean of findings | expected of findings | findings cover expected |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|---|")
    for flag in Planted.flags { print(row(flag, of(flag))) }
    print(
      "\n| flag | planted | gap by labels | gap by findings | whole thread: mean of labels | mean of findings | gap by labels | gap by findings |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for flag in Planted.flags { print(verdicts(flag, of(flag))) }
    let nulls = Planted.flags.filter { $0.oddsRatio == 1 }.flatMap(of)
    let looks = [
      ("labels", nulls.map(\.labels)), ("findings", nulls.map(\.findings)),
      ("labels of whole threads", nulls.map(\.wholeLabels)),
      ("findings of whole threads", nulls.map(\.wholeFindings)),
    ]
    print("\nNulls called a gap:")
    for (name, estimates) in looks {
      let known = estimates.compactMap(\.self)
      print("- by \(name) \(known.count(where: \.isGap)) of \(known.count)")
    }
    let covering = figures.compactMap { one in one.labels.map { $0.covers(one.target) } }
    print("- intervals of labels that cover: \(covering.count(where: \.self)) of \(covering.count)")
  }

  private func of(_ flag: Planted.Flag) -> [FlagFigures] { figures.filter { $0.flag == flag.name } }

  private func row(_ flag: Planted.Flag, _ desks: [FlagFigures]) -> String {
    let (hits, misses) = (desks.reduce(0) { $0 + $1.hits }, desks.reduce(0) { $0 + $1.misses })
    let alarms = desks.reduce(0) { $0 + $1.alarms }
    func share(_ part: Int, _ whole: Int) -> String { whole > 0 ? fixed(Double(part) / Double(whole)) : "–" }
    func cover(_ covers: [Bool]) -> String { "\(covers.count(where: \.self)) of \(covers.count)" }
    let hasRules = !flag.rules.isEmpty
    let names = hasRules ? flag.rules.map(\.description).joined(separator: " or ") : "none: labels only"
    let cells = [
      flag.name, fixed(flag.oddsRatio), mean(desks.map { log($0.target) }), names,
      hasRules ? share(hits, hits + alarms) : "–", hasRules ? share(hits, hits + misses) : "–",
      cover(desks.compactMap { $0.labels?.covers(flag.oddsRatio) }),
      cover(desks.compactMap { one in one.labels.map { $0.covers(one.target) } }),
      mean(desks.compactMap { $0.labels?.value }), mean(desks.compactMap { $0.findings?.value }),
      hasRules ? mean(desks.map { log($0.expected) }) : "–",
      hasRules ? cover(desks.compactMap { one in one.findings.map { $0.covers(one.expected) } }) : "–",
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }

  private func verdicts(_ flag: Planted.Flag, _ desks: [FlagFigures]) -> String {
    func gaps(_ estimates: [FlagFigures.Estimate?]) -> String {
      let known = estimates.compactMap(\.self)
      return known.isEmpty ? "–" : "\(known.count(where: \.isGap)) of \(known.count)"
    }
    let cells = [
      flag.name, fixed(flag.oddsRatio), gaps(desks.map(\.labels)), gaps(desks.map(\.findings)),
      mean(desks.compactMap { $0.wholeLabels?.value }), mean(desks.compactMap { $0.wholeFindings?.value }),
      gaps(desks.map(\.wholeLabels)), gaps(desks.map(\.wholeFindings)),
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }

  /// The geometric mean, of logarithms.
  private func mean(_ logs: [Double]) -> String {
    let known = logs.filter(\.isFinite)
    return known.isEmpty ? "–" : fixed(exp(known.reduce(0, +) / Double(known.count)))
  }

  private func fixed(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
  }
}
