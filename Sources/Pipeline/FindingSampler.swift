import Outcomes
import Reporting
import Rules
import TicketImport
public import Tickets

/// Draws findings of one rule for somebody to judge.
///
/// Those with the least hash of ticket, message and place are taken, so the same input gives the same sample,
/// and every finding has the same chance.
public struct FindingSampler {
  private let options: AnalysisOptions
  private let rule: RuleID
  private let count: Int

  /// What was drawn.
  public struct Result {
    /// The findings, in the order of their hashes, which is no order.
    public var rows: [SampleSheet.Row]
    /// Findings of the rule in all.
    public var findings: Int
  }

  /// A sampler of `count` findings of `rule`.
  public init(_ options: AnalysisOptions, rule: RuleID, count: Int) {
    self.options = options
    self.rule = rule
    self.count = count
  }

  /// Reads everything and draws.
  ///
  /// - Returns: `nil` if the rule set holds no such rule.
  /// - Throws: `ImportError` for input that can't be used.
  /// - Complexity: O(size of the input), twice for a rule about all tickets together; keeps `count` findings.
  public func draw() throws -> Result? {
    let rules = try options.rules ?? RuleSet.builtIn()
    guard let position = rules.position(of: rule) else { return nil }
    let templates =
      rules.abouts[position].scope == .wholeExport
      ? try AnalysisRun(options).replyTemplates() : ReplyTemplates()
    var importer = try Importer(paths: options.paths, options: options.importing)
    let files = importer.survey.files.map(\.file)
    let words = FindingText(
      masking: Masking(isOn: options.isMasked), abouts: rules.summaries, ticketURL: nil)
    var thread = try Thread(rules.packs)
    var judge = Judge(rules)
    var table = ObservationTable()
    var drawn: [(hash: UInt64, row: SampleSheet.Row)] = []
    var findings = 0
    try importer.read(ticketsPerBatch: options.ticketsPerBatch, onReject: { _ in }) { batch in
      thread.begin(&batch)
      for index in thread.batch.tickets.indices {
        let ticket = thread.batch.tickets[index]
        guard options.filter.passes(ticket, in: thread.batch) else { continue }
        let cut = table.row(for: ticket, in: thread.batch, policy: options.cut).1
        thread.open(index, cut: options.cut.allowsLeak ? nil : cut?.messageEnd(of: ticket, in: thread.batch))
        judge.judge(&thread)
        judge.settle(by: templates, in: thread)
        for mark in judge.judgement.marks where Int(mark.rule) == position {
          findings += 1
          let hash = Self.hash(mark, thread)
          guard drawn.count < count || hash < drawn[drawn.count - 1].hash else { continue }
          let names = words.names(of: thread)
          let finding = words.finding(
            mark, judge.wording(of: mark, in: thread), in: thread, isAfterCut: false, names: names,
            templates: templates)
          let row = SampleSheet.Row(
            rule: rule.description,
            file: files.indices.contains(Int(ticket.origin.file)) ? files[Int(ticket.origin.file)] : "",
            row: Int(ticket.origin.line), ticket: finding.ticket, message: finding.message,
            span: finding.span, context: words.example(finding, mark, in: thread, names: names).context,
            explanation: finding.explanation, suggestion: finding.suggestion)
          drawn.insert((hash, row), at: drawn.firstIndex { $0.hash > hash } ?? drawn.count)
          if drawn.count > count { drawn.removeLast() }
        }
      }
      thread.end(&batch)
      return true
    }
    return Result(rows: drawn.map(\.row), findings: findings)
  }

  /// FNV-1a (Fowler, Noll & Vo) over the ticket's id, the message's place in it and the span, with a final mix.
  private static func hash(_ mark: Mark, _ thread: borrowing Thread) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    for byte in thread.batch.bytes[thread.ticket.id.range] { add(byte) }
    for number in [
      UInt32(truncatingIfNeeded: Int(mark.message) - thread.ticket.messages.lowerBound), mark.span.start,
      mark.span.end,
    ] {
      for shift in stride(from: UInt32(0), to: 32, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    hash ^= hash >> 32
    return hash &* 0x9E37_79B9_7F4A_7C15
  }
}
