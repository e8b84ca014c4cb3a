internal import Statistics
internal import TemporaryFiles

/// Reopening against reassignments counted over whole tickets: what a plain query of an export gives.
///
/// It is *leaky*. A reopened ticket goes on being reassigned, so its counter is higher for having been reopened. It is
/// here to be put beside the comparison at the cut, never to decide.
struct WholeTicketReassignments {
  /// Reopened, whenever, among tickets reassigned 0, 1, 2, 3, 4 times and more.
  private let rates: [Proportion]

  /// `nil` if no ticket that was ever resolved has a counter. - Complexity: O(rows).
  init?(_ table: ObservationTable) {
    guard !table.reassignmentsEver.isUniform else { return nil }
    var rates = [Proportion](
      repeating: Proportion(events: 0, total: 0), count: Int(Bins.unknownReassignments))
    for (row, facts) in table.facts.enumerated() where facts.wasResolved {
      let count = Int(table.reassignmentsEver[row])
      guard rates.indices.contains(count) else { continue }
      rates[count].total += 1
      if facts.isReopenedEver { rates[count].events += 1 }
    }
    guard rates.contains(where: { $0.total > 0 }) else { return nil }
    self.rates = rates
  }

  /// Puts it beside the comparison at the cut.
  func add(to one: inout Association) {
    let moved = rates.dropFirst().reduce(into: Proportion(events: 0, total: 0)) {
      $0.events += $1.events
      $0.total += $1.total
    }
    var variant = Association.Variant(
      name: "whole tickets as last exported, whenever reopened", exposed: moved, unexposed: rates[0])
    variant.oddsRatio = Effect(
      FourfoldTable(
        exposedEvents: moved.events, exposedTotal: moved.total, unexposedEvents: rates[0].events,
        unexposedTotal: rates[0].total
      ).oddsRatio())
    variant.isLeaky = true
    one.variants.append(variant)
    one.dose?.leakyRates = rates
  }
}
