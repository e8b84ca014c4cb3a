internal import Outcomes
internal import Tickets

/// The report's numbers for a Prometheus node exporter's textfile collector (text format 0.0.4): gauges, shares as
/// ratios 0…1, no timestamps (the collector refuses them).
public struct PrometheusReporter: Reporter {
  /// Numbers for the textfile collector.
  public init() {}

  /// `prometheus`
  public static let name = "prometheus"
  /// For dashboards and alerts.
  public static let summary = "gauges for the Prometheus textfile collector"

  /// Writes the gauges.
  ///
  /// - Complexity: O(rules).
  public func append(_ report: Report, to output: inout [UInt8]) {
    var metrics = PrometheusWriter()
    metrics.family("readback_info", "Version of Readback and hash of its rule set.") {
      $0.sample([("version", report.version), ("rule_set", report.ruleSetHash)], 1)
    }
    if let asOf = report.asOf {
      metrics.family("readback_as_of_timestamp_seconds", "Latest event in the export, in seconds since 1970.")
      {
        $0.sample([], Double(asOf.seconds))
      }
    }
    metrics.family("readback_leaky", "1 if numbers may hold text from after the reopen.") {
      $0.sample([], report.leakBanner == nil ? 0 : 1)
    }
    metrics.family("readback_ledger", "What was read, left out and counted, by unit and reason.") { family in
      for line in report.ledger.lines {
        family.sample([("unit", line.unit.rawValue), ("key", line.key)], Double(line.count))
      }
    }
    appendReopens(report, &metrics)
    appendRules(report, &metrics)
    appendAssociations(report, &metrics)
    output += metrics.output
  }

  private func appendReopens(_ report: Report, _ metrics: inout PrometheusWriter) {
    guard let reopened = report.reopened else { return }
    metrics.family("readback_tickets", "Tickets counted.") { $0.sample([], Double(reopened.total)) }
    metrics.family("readback_tickets_reopened", "Tickets reopened among those counted.") {
      $0.sample([], Double(reopened.events))
    }
    metrics.family("readback_reopen_ratio", "Share of tickets reopened, with its 95% limits.") { family in
      family.sample([("bound", "estimate")], reopened.share)
      family.sample([("bound", "lower")], report.reopenInterval?.lower)
      family.sample([("bound", "upper")], report.reopenInterval?.upper)
    }
  }

  private func appendRules(_ report: Report, _ metrics: inout PrometheusWriter) {
    func labels(_ result: Report.RuleResult) -> [(String, String)] {
      [("rule", result.rule.id.description), ("kind", result.rule.kind.name)]
    }
    metrics.family("readback_rule_findings", "Findings of a rule.") { family in
      for result in report.rules { family.sample(labels(result), Double(result.findings)) }
    }
    metrics.family("readback_rule_tickets", "Tickets with at least one finding of a rule.") { family in
      for result in report.rules { family.sample(labels(result), Double(result.tickets)) }
    }
    guard report.listeningLevels.reduce(0, +) > 0 else { return }
    metrics.family("readback_listening_tickets", "Tickets by the lowest level of listening of their replies.")
    {
      for (at, count) in report.listeningLevels.enumerated() {
        $0.sample([("level", "\(at + 1)")], Double(count))
      }
    }
  }

  private func appendAssociations(_ report: Report, _ metrics: inout PrometheusWriter) {
    metrics.family("readback_rule_found_ratio", "Share of tickets with an occasion in which a rule fired.") {
      family in
      for association in report.associations {
        family.sample([("rule", association.rule.id.description)], association.prevalence)
      }
    }
    metrics.family(
      "readback_rule_reopen_ratio",
      "Share of tickets reopened, by whether a rule fired in them (found) or not."
    ) { family in
      for association in report.associations {
        let rule = ("rule", association.rule.id.description)
        family.sample([rule, ("found", "true")], association.exposed.share)
        family.sample([rule, ("found", "false")], association.unexposed.share)
      }
    }
    metrics.family(
      "readback_rule_reopen_difference_ratio",
      "Adjusted difference of the reopen ratios, with its 95% limits."
    ) { family in
      for association in report.associations {
        guard let effect = association.adjusted.riskDifferencePer100 else { continue }
        for (bound, value) in [("estimate", effect.value), ("lower", effect.lower), ("upper", effect.upper)] {
          family.sample([("rule", association.rule.id.description), ("bound", bound)], value / 100)
        }
      }
    }
    metrics.family("readback_rule_verdict", "1 for the verdict on a rule, 0 for the others.") { family in
      for association in report.associations {
        for verdict in Verdict.allCases {
          family.sample(
            [("rule", association.rule.id.description), ("verdict", verdict.rawValue)],
            association.verdict == verdict ? 1 : 0)
        }
      }
    }
  }
}

/// Writes gauges of the Prometheus text format; a family without a sample leaves nothing behind.
private struct PrometheusWriter {
  private(set) var output: [UInt8] = []

  mutating func family(_ name: String, _ help: String, _ body: (inout Family) -> Void) {
    var family = Family(name: name)
    body(&family)
    guard !family.lines.isEmpty else { return }
    output.append(
      contentsOf: "# HELP \(name) \(Self.escaped(help))\n# TYPE \(name) gauge\n\(family.lines)".utf8)
  }

  struct Family {
    let name: String
    fileprivate(set) var lines = ""

    /// One value; what is missing or no number is left out.
    mutating func sample(_ labels: [(String, String)], _ value: Double?) {
      guard let text = value.flatMap({ NumberText.machine($0, 6) }) else { return }
      let list = labels.map { "\($0.0)=\"\(PrometheusWriter.escaped($0.1))\"" }.joined(separator: ",")
      lines += name + (list.isEmpty ? "" : "{\(list)}") + " \(text)\n"
    }
  }

  fileprivate static func escaped(_ text: String) -> String {
    var result = ""
    for character in PlainText.line(text).unicodeScalars {
      switch character {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
