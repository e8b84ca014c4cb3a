import Foundation

/// The planted flags of every ticket, and who worked on it.
struct Labels {
  struct Row {
    var priority, group, assignee: String
    var flags: [Bool]
  }
  var rows: [String: Row] = [:]

  init(_ path: String) throws {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
    let header = lines.first.map { $0.split(separator: ",", omittingEmptySubsequences: false) } ?? []
    func column(_ name: String) -> Int { header.firstIndex { $0 == name } ?? 0 }
    let columns = Planted.flags.map { column($0.name) }
    let (number, eligible, assignee) = (column("number"), column("eligible"), column("assigned_to"))
    let (priority, group) = (column("priority"), column("assignment_group"))
    for line in lines.dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      // Only English tickets have flags; the others reopen as if they had none, and would make every flag look worse
      // than it is if they counted as unexposed.
      guard cells.count == header.count, cells[eligible] == "1", columns.allSatisfy({ !cells[$0].isEmpty })
      else { continue }
      rows[String(cells[number])] = Row(
        priority: String(cells[priority]), group: String(cells[group]), assignee: String(cells[assignee]),
        flags: columns.map { cells[$0] == "1" })
    }
  }
}

/// What a comparison of one flag at a time converges to.
///
/// Odds ratios are planted with the other flags held: averaged over those, they come a little nearer to 1
/// (Gail, Wieand & Piantadosi 1984), and that is what an analysis of one flag can find at best. The generator's own
/// model of reopening tells how much nearer: within each stratum (priority × group) the mean risks with the flag set
/// and not set for all tickets make an odds ratio, and those are averaged by the information of the strata.
struct Targets {
  private struct Truth: Decodable {
    struct Factor: Decodable { var reopen: [String: Double] }
    struct Effect: Decodable {
      var baseReopenProbability: Double
      var oddsRatio: [String: Double]
      var confounding: [String: Factor]
    }
    var effect: Effect
  }
  private let effect: Truth.Effect

  init(_ path: String) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    effect = try decoder.decode(Truth.self, from: Data(contentsOf: URL(fileURLWithPath: path))).effect
  }

  /// The target of each flag. - Complexity: O(tickets × flags).
  func oddsRatios(of labels: Labels) -> [Double] {
    let effects = Planted.flags.map { log(effect.oddsRatio[$0.name] ?? 1) }
    let base = log(effect.baseReopenProbability / (1 - effect.baseReopenProbability))
    /// Sums of risks with and without the flag, tickets, tickets with the flag.
    var strata: [String: [SIMD4<Double>]] = [:]
    for row in labels.rows.values {
      var logOdds = base + log(effect.confounding["priority"]?.reopen[row.priority] ?? 1)
      logOdds += log(effect.confounding["group"]?.reopen[row.group] ?? 1)
      for (flag, value) in zip(row.flags, effects) where flag { logOdds += value }
      var sums =
        strata[row.priority + "/" + row.group]
        ?? [SIMD4<Double>](repeating: .zero, count: effects.count)
      for (place, value) in effects.enumerated() {
        let without = row.flags[place] ? logOdds - value : logOdds
        let risks = (1 / (1 + exp(-without - value)), 1 / (1 + exp(-without)))
        sums[place] += SIMD4(risks.0, risks.1, 1, row.flags[place] ? 1 : 0)
      }
      strata[row.priority + "/" + row.group] = sums
    }
    return effects.indices.map { place in
      var (sum, weights) = (0.0, 0.0)
      for (_, sums) in strata.sorted(by: { $0.key < $1.key }) {
        let (n, share) = (sums[place][2], sums[place][3] / sums[place][2])
        let (with, without) = (sums[place][0] / n, sums[place][1] / n)
        let weight = n * share * (1 - share) * without * (1 - without)
        sum += weight * log(with / (1 - with) / (without / (1 - without)))
        weights += weight
      }
      return exp(weights > 0 ? sum / weights : 0)
    }
  }
}
