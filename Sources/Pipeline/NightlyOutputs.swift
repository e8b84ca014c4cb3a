import History
import Outcomes
import Reporting
import Tickets

/// The files of a nightly run's folder, and what the history is to remember.
struct NightlyOutputs: AnalysisSink {
  static let metricsName = "metrics.prom"

  private let options: NightlyOptions
  private let folder: String
  private var files: AnalysisOutputs
  private(set) var records: [TicketRecord] = []

  init(_ options: NightlyOptions, in folder: String) throws {
    self.options = options
    self.folder = folder
    files = try AnalysisOutputs(
      folder: options.outputs.contains(.csv) ? folder + "/tables" : nil,
      findings: options.outputs.contains(.findings) ? folder + "/findings.ndjson" : nil,
      rejects: folder + "/rejects.csv", isRaw: options.isRaw)
  }

  var wantsRows: Bool { files.wantsRows }
  var wantsFindings: Bool { files.wantsFindings }

  mutating func finding(_ finding: Finding) { files.finding(finding) }
  mutating func message(_ row: MessageRow) { files.message(row) }
  mutating func ticket(_ row: TicketRow) { files.ticket(row) }
  mutating func reject(_ row: RejectRow) { files.reject(row) }
  mutating func remember(_ ticket: TicketRecord) { records.append(ticket) }

  /// Writes what the whole report tells.
  ///
  /// - Parameter teams: one more report a team, by its name.
  mutating func finish(_ report: Report, teams: [(name: String, report: Report)]) throws {
    try files.finish(report, settings: "")
    func write(_ bytes: [UInt8], _ name: String) throws {
      try OutputFile.write(bytes, to: folder + "/" + name)
    }
    if options.outputs.contains(.html) { try write(HTMLReporter().bytes(report), "report.html") }
    if options.outputs.contains(.json) { try write(JSONReporter().bytes(report), "report.json") }
    if options.outputs.contains(.markdown) { try write(MarkdownReporter().bytes(report), "report.md") }
    if options.metrics != nil { try write(PrometheusReporter().bytes(report), Self.metricsName) }
    if let digest = options.digest {
      // The date of the data, not of the run: the same tickets make the same mail.
      let message = DigestMessage(
        sender: digest.sender, recipients: digest.recipients,
        date: report.asOf ?? Timestamp(seconds: 0), reportAddress: digest.reportAddress)
      var bytes: [UInt8] = []
      message.append(report, to: &bytes)
      try write(bytes, "digest.eml")
    }
    if !teams.isEmpty { try SplitPages(whole: report, teams: teams).write(into: folder) }
  }
}
