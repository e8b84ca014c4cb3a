internal import Outcomes
internal import Tickets

/// The members of a JSON report that need more than one group or report.
extension JSONWriter {
  mutating func overTime(of report: Report) {
    field("trends") {
      $0.array(report.trends) { writer, trend in
        writer.object {
          $0.field("rule", trend.rule.description)
          $0.field("points") {
            $0.array(trend.points) { writer, point in
              writer.object {
                $0.field("start", point.start.iso8601)
                $0.field("found", point.found)
                $0.field("interval", point.interval)
              }
            }
          }
        }
      }
    }
    field("listening_trend") {
      $0.array(report.listeningTrend) { writer, point in
        writer.object {
          $0.field("start", point.start.iso8601)
          $0.field("levels") { $0.array(point.levels) { $0.number($1) } }
        }
      }
    }
    field("heat_maps") { $0.array(report.heatMaps) { $0.heatMap($1) } }
    field("funnels") { $0.array(report.funnels) { $0.funnel($1) } }
    field("night") { writer in
      guard let night = report.night else { return writer.string(nil) }
      writer.object {
        $0.field("new", night.new)
        $0.field("changed", night.changed)
        $0.field("unchanged", night.unchanged)
        $0.field("rules") {
          $0.array(night.rules) { writer, result in
            writer.object {
              $0.field("rule", result.rule.id.description)
              $0.field("findings", result.findings)
              $0.field("tickets", result.tickets)
            }
          }
        }
      }
    }
    field("change") { writer in
      guard let change = report.change else { return writer.string(nil) }
      writer.change(change)
    }
    field("targets") {
      $0.array(report.targets) { writer, target in
        writer.object {
          $0.field("rule", target.rule?.description)
          $0.field("goal", target.goal)
          $0.field("current", target.current)
          $0.field("reached") { $0.flag(target.isReached) }
        }
      }
    }
    field("rework") { writer in
      guard let rework = report.rework else { return writer.string(nil) }
      writer.object {
        $0.field("hours_per_reopen", rework.hoursPerReopen)
        $0.field("basis", rework.basis)
      }
    }
  }

  private mutating func heatMap(_ heatMap: Report.HeatMap) {
    object {
      $0.field("column", heatMap.column)
      $0.field("values", heatMap.values)
      $0.field("rows") {
        $0.array(heatMap.rows) { writer, row in
          writer.object {
            $0.field("rule", row.rule.description)
            $0.field("cells") { $0.array(row.cells) { $0.proportion($1) } }
          }
        }
      }
    }
  }

  private mutating func funnel(_ funnel: Report.Funnel) {
    object {
      $0.field("column", funnel.column)
      $0.field("points") {
        $0.array(funnel.points) { writer, point in
          writer.object {
            $0.field("value", point.value)
            $0.field("observed", point.observed)
            $0.field("expected", point.expected)
            $0.field("shrunken", point.shrunken)
            $0.field("all_replied") { writer in
              guard let all = point.amongAllReplied else { return writer.string(nil) }
              writer.object {
                $0.field("observed", all.observed)
                $0.field("expected", all.expected)
              }
            }
          }
        }
      }
      $0.field("limits") {
        $0.array(funnel.limits) { writer, limit in
          writer.object {
            $0.field("expected", limit.expected)
            $0.field("usual") {
              $0.array([limit.usual.lowerBound, limit.usual.upperBound]) { $0.number($1) }
            }
            $0.field("wide") { $0.array([limit.wide.lowerBound, limit.wide.upperBound]) { $0.number($1) } }
          }
        }
      }
    }
  }

  private mutating func change(_ change: Report.Change) {
    object {
      $0.field("since", change.since.iso8601)
      $0.field("obstacle", change.obstacle)
      $0.field("rows") {
        $0.array(change.rows) { writer, row in
          writer.object {
            $0.field("rule", row.rule?.description)
            $0.field("before", row.before)
            $0.field("after", row.after)
            $0.field("difference_per_100", row.difference)
            $0.field("verdict_before", row.verdictBefore?.rawValue)
            $0.field("verdict_after", row.verdictAfter?.rawValue)
          }
        }
      }
    }
  }
}
