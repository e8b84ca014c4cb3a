internal import Outcomes
internal import Tickets

/// The whole report for machines: `readback.report/1`, described by the schema in ``ReportSchema``.
///
/// Keys are snake_case and always there (null where there is nothing to say), their order never changes, and
/// numbers are rounded to four decimals. Text is as it is in the report: masked, unless masking was turned off.
public struct JSONReporter: Reporter {
  /// A report as indented JSON.
  public init() {}

  /// `json`
  public static let name = "json"
  /// For programs.
  public static let summary = "everything in the report, for programs (readback schema report describes it)"

  /// Writes the report as one JSON document and a line end.
  ///
  /// - Complexity: O(size of the report).
  public func append(_ report: Report, to output: inout [UInt8]) {
    var writer = JSONWriter(isIndented: true)
    writer.object { $0.members(of: report) }
    writer.endLine()
    output += writer.output
  }
}

extension JSONWriter {
  fileprivate mutating func members(of report: Report) {
    field("schema", Report.schema)
    field("version", report.version)
    field("rule_set", report.ruleSetHash)
    field("scope", report.scope)
    field("answer", Words.answer(report))
    field("inputs") {
      $0.array(report.inputs) { writer, input in
        writer.object {
          $0.field("name", input.name)
          $0.field("format", input.format)
          $0.field("encoding", input.encoding)
          $0.field("records", input.records)
          $0.field("note", input.note)
        }
      }
    }
    field("opened_from", report.period?.lowerBound.iso8601)
    field("opened_to", report.period?.upperBound.iso8601)
    field("as_of", report.asOf?.iso8601)
    field("window_days", report.windowDays)
    field("scored_messages", report.scoredMessages)
    field("scored_sentences", report.scoredSentences)
    field("leak_banner", report.leakBanner)
    field("notes", report.notes)
    field("ledger") {
      $0.array(report.ledger.lines) { writer, line in
        writer.object {
          $0.field("unit", line.unit.rawValue)
          $0.field("key", line.key)
          $0.field("label", line.label)
          $0.field("count", line.count)
          $0.field("excluded", line.isExcluded)
        }
      }
    }
    field("reopened", report.reopened)
    field("reopen_rate", report.reopenInterval)
    field("repeat_contacts", report.repeatContacts)
    field("leak_comparison") { writer in
      guard let comparison = report.leakComparison else { return writer.string(nil) }
      writer.object {
        $0.field("whole_ticket", comparison.wholeTicket)
        $0.field("at_cut", comparison.atCut)
        $0.field("explanation", comparison.explanation)
      }
    }
    field("weeks") {
      $0.array(report.weeks) { writer, week in
        writer.object {
          $0.field("start", week.start.iso8601)
          $0.field("reopened", week.reopened)
        }
      }
    }
    field("breakdowns") {
      $0.array(report.breakdowns) { writer, breakdown in
        writer.object {
          $0.field("name", breakdown.name)
          $0.field("rows") {
            $0.array(breakdown.rows) { writer, row in
              writer.object {
                $0.field("value", row.value)
                $0.field("reopened", row.reopened)
                $0.field("reopen_rate", row.interval)
              }
            }
          }
        }
      }
    }
    field("associations") { $0.array(report.associations) { $0.association($1) } }
    field("process_associations") { $0.array(report.processAssociations) { $0.association($1) } }
    field("never_found") { $0.array(report.neverFound) { $0.string($1.id.description) } }
    field("self_check") { writer in
      guard let check = report.selfCheck else { return writer.string(nil) }
      writer.selfCheck(check)
    }
    field("rules") { $0.array(report.rules) { $0.result($1) } }
    field("rubric") {
      $0.array(report.rubric) { writer, line in
        writer.object {
          $0.field("name", line.name)
          $0.field("replies") { $0.array(line.replies) { $0.number($1) } }
        }
      }
    }
    field("listening_levels") { $0.array(report.listeningLevels) { $0.number($1) } }
    field("coaching") {
      $0.array(report.coachingPlan()) { writer, step in
        writer.object {
          $0.field("rule", step.rule.id.description)
          $0.field("practice", step.rule.practice)
          $0.field("context", Words.context(step.rule.anchor))
          $0.field("reason", step.reason)
        }
      }
    }
    overTime(of: report)
    patterns(of: report)
  }

  /// A member with a proportion, or null.
  mutating func field(_ name: StaticString, _ value: Proportion?) { field(name) { $0.proportion(value) } }

  /// A proportion, or null.
  mutating func proportion(_ value: Proportion?) {
    guard let value else { return string(nil) }
    object {
      $0.field("events", value.events)
      $0.field("total", value.total)
      $0.field("share", value.share)
    }
  }

  /// An estimate with its interval, or null.
  mutating func field(_ name: StaticString, _ value: Effect?) {
    field(name) { writer in
      guard let value else { return writer.string(nil) }
      writer.object {
        $0.field("value", value.value)
        $0.field("lower", value.lower)
        $0.field("upper", value.upper)
      }
    }
  }

  mutating func field(_ name: StaticString, _ effects: EffectSet) {
    field(name) {
      $0.object {
        $0.field("risk_difference_per_100", effects.riskDifferencePer100)
        $0.field("risk_ratio", effects.riskRatio)
        $0.field("odds_ratio", effects.oddsRatio)
      }
    }
  }

  private mutating func summary(_ rule: RuleSummary) {
    field("rule", rule.id.description)
    field("title", rule.title)
    field("kind", rule.kind.name)
    field("anchor", rule.anchor.name)
    field("revision", rule.revision)
  }

  fileprivate mutating func association(_ association: Association) {
    object {
      $0.summary(association.rule)
      $0.field("verdict", association.verdict.rawValue)
      $0.field("sentence", association.sentence)
      $0.field("fine_print", association.finePrint)
      $0.field("prevalence", association.prevalence)
      $0.field("exposed", association.exposed)
      $0.field("unexposed", association.unexposed)
      $0.field("not_applicable", association.notApplicable)
      $0.field("crude", association.crude)
      $0.field("stratified", association.stratified)
      $0.field("adjusted", association.adjusted)
      $0.field("adjustment", association.adjustment)
      $0.field("informative_strata", association.informativeStrata)
      $0.field("uninformative_strata", association.uninformativeStrata)
      $0.field("p", association.p)
      $0.field("q", association.q)
      $0.field("avoidable_reopens", association.avoidable)
      $0.field("reopens_needed", association.reopensNeeded)
      $0.field("may_be_rewritten", association.mayBeRewritten)
      $0.field("leaky", association.isLeaky)
      $0.figures(of: association)
    }
  }

  fileprivate mutating func result(_ result: Report.RuleResult) {
    object {
      $0.summary(result.rule)
      $0.field("rationale", result.rule.rationale)
      $0.field("practice", result.rule.practice)
      $0.field("findings", result.findings)
      $0.field("tickets", result.tickets)
      $0.field("examples") { $0.array(result.examples) { $0.example($1) } }
      $0.field("good_reply") { writer in
        guard let example = result.goodReply else { return writer.string(nil) }
        writer.example(example)
      }
    }
  }

  private mutating func example(_ example: Report.Example) {
    object {
      $0.members(of: example.finding)
      $0.field("link", PlainText.webAddress(example.link))
      $0.field("before", example.context.before)
      $0.field("after", example.context.after)
    }
  }

  /// The members of a finding, the same wherever one is written.
  mutating func members(of finding: Finding) {
    field("rule", finding.rule.description)
    field("kind", finding.kind.name)
    field("ticket", finding.ticket)
    field("message", finding.message)
    field("span") { $0.array([finding.span.lowerBound, finding.span.upperBound]) { $0.number($1) } }
    field("quote", finding.quote)
    field("explanation", finding.explanation)
    field("suggestion", finding.suggestion)
    field("after_cut", finding.isAfterCut)
  }
}
