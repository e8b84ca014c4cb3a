import ArgumentParser
import Outcomes
import Pipeline
import TicketImport
import Tickets

/// `readback inspect`: what would be read.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what would be read: format, encoding, columns, sides, reopens, first problems.",
    discussion: """
      Of large files the beginning is shown first, marked “so far”; the whole follows.

      EXAMPLES
        readback inspect export.csv
        readback inspect tickets.csv messages.csv --map text=Notes
        readback inspect helpdesk.xml --xml-record case --xml-message entry
        readback inspect 'exports/*.csv.gz' --timezone Europe/Berlin
      """)

  @OptionGroup var input: InputOptions
  @Flag(help: "Also list the columns that are not used.")
  var all = false
  @Flag(help: "Only look at the beginning of each file.")
  var glance = false

  /// Input above this size is glanced at first.
  private static let largeBytes = 64 << 20

  func run() throws {
    let importing = try input.importing()
    if glance {
      Console.print(
        (try headLines(importing) + ["", "So far: the rest of the files was not looked at."]).joined(
          separator: "\n"))
      return
    }
    if let size = try Importer.size(of: input.files), size > Self.largeBytes {
      Console.print(
        (try headLines(importing) + ["", "So far: reading all of \(megabytes(size)) …", ""]).joined(
          separator: "\n"))
    }
    var bar = ProgressBar(isOn: Console.showsProgress)
    let found = try Inspection(
      paths: input.files, importing: importing, progress: { bar.show($0, of: $1) })
    bar.end()
    let page = InspectionPage(showsUnusedColumns: all)
    Console.print(page.lines(found).joined(separator: "\n"))
    if let fault = found.survey.faults.first { throw ExitStatus(code: ExitStatus.code(of: fault)) }
  }

  private func headLines(_ importing: ImportOptions) throws -> [String] {
    let survey = try Importer.glance(paths: input.files, options: importing)
    return InspectionPage(showsUnusedColumns: all).fileLines(survey)
  }

  private func megabytes(_ size: Int) -> String {
    size >= 10_000_000_000 ? "\(size / 1_000_000_000) GB" : "\(size / 1_000_000) MB"
  }
}

/// An inspection in words.
struct InspectionPage {
  let showsUnusedColumns: Bool

  /// Everything, files first.
  func lines(_ found: Inspection) -> [String] {
    let survey = found.survey
    var lines = fileLines(survey)
    lines.append("")
    let orphans = survey.orphans > 0 ? ", \(survey.orphans) rows of tickets that are not here" : ""
    let attachments = found.withAttachments > 0 ? ", \(found.withAttachments) with attachments" : ""
    lines.append("\(survey.tickets) tickets\(attachments)\(orphans)")
    lines += sideLines(found)
    lines += reopenLines(found)
    lines += problemLines(found)
    return lines
  }

  /// The files, their tables and their columns.
  func fileLines(_ survey: ImportSurvey) -> [String] {
    var lines: [String] = []
    for file in survey.files {
      if !lines.isEmpty { lines.append("") }
      lines.append(file.file)
      let encoding = file.format.encodingReason.isEmpty ? "" : " (\(file.format.encodingReason))"
      let dialect = file.format.dialect.isEmpty ? "" : ", \(file.format.dialect)"
      let charset = file.format.encoding.isEmpty ? encoding : ", \(file.format.encoding)\(encoding)"
      lines.append("  \(file.format.format)\(dialect)\(charset)")
      for table in file.tables { lines += tableLines(table, isWhole: survey.isWhole) }
      for remark in file.remarks { lines.append("  ! \(remark)") }
    }
    return lines
  }

  private func tableLines(_ table: TableSurvey, isWhole: Bool) -> [String] {
    let preset = table.preset.map {
      " — \($0)\(table.presetIsTried ? "" : " (from its documentation, never tried on a real file)")"
    }
    let name = table.name.isEmpty ? "" : "<\(table.name)> "
    let count = isWhole ? "\(table.rows) rows" : "\(table.rows) rows so far"
    var lines = ["  \(name)\(count), \(table.kind.words)\(preset ?? "")"]
    guard table.kind != .other else { return lines }
    if table.dateOrder != nil { lines.append("    dates: \(table.dateOrderReason)") }
    let used = table.columns.filter { $0.field != nil }
    let width = used.map { $0.name.count }.max() ?? 0
    for column in used {
      let name = column.name + String(repeating: " ", count: max(0, width - column.name.count))
      lines.append(
        "    \(name) → \(column.field?.name ?? "")\(column.reason.isEmpty ? "" : "  (\(column.reason))")")
    }
    let unused = table.columns.filter { $0.field == nil }
    if unused.isEmpty { return lines }
    lines.append(
      showsUnusedColumns
        ? "    not used: \(unused.map(\.name).joined(separator: ", "))"
        : "    \(unused.count) columns are not used (--all lists them)")
    return lines
  }

  /// Who wrote, and by what that was told.
  private func sideLines(_ found: Inspection) -> [String] {
    guard found.ledger.messages > 0 else { return ["no messages: outcomes only"] }
    let sides = Role.allCases.compactMap { role -> String? in
      guard let count = found.messages[role], count > 0 else { return nil }
      return role == .unknown ? "\(count) by somebody whose side can't be told" : "\(count) by \(role.name)"
    }
    var lines = ["\(found.ledger.messages) messages: \(sides.joined(separator: ", "))"]
    let width = RoleBasis.allCases.map { String(found.ledger.roles[$0] ?? 0).count }.max() ?? 1
    for basis in RoleBasis.allCases {
      guard let count = found.ledger.roles[basis] else { continue }
      let number = String(count)
      lines.append(
        "  \(String(repeating: " ", count: max(0, width - number.count)))\(number)  \(basis.rawValue)")
    }
    let undecided = found.ledger.roles[.undecided] ?? 0
    if undecided > 0 {
      lines.append(
        "  ! \(undecided) are read for nothing; --staff PATTERN and --requester PATTERN say who is who")
    }
    let people = found.survey.people
    lines.append(
      "people: \(people.requesters) ask, \(people.assignees) are assigned tickets, \(people.both) do both, "
        + "\(people.noteWriters) write internal notes"
        + (people.machines == 0 ? "" : ", \(people.machines) are machines"))
    return lines
  }

  /// What is known of reopens.
  private func reopenLines(_ found: Inspection) -> [String] {
    let whole = found.reopened
    var lines: [String] = []
    let known = ReopenSource.allCases.filter { $0 != .none && found.sources[$0] ?? 0 > 0 }
    if known.isEmpty {
      lines.append("reopens: nothing says which tickets were reopened")
    } else {
      let sources = known.map { "the \($0.name) of \(found.sources[$0] ?? 0)" }.joined(separator: ", ")
      lines.append(
        "reopens: told by \(sources); \(whole.events) of \(whole.total) done tickets were reopened at some time"
      )
    }
    if found.reopenedNow > 0 {
      lines.append("  \(found.reopenedNow) stand as reopened now")
    }
    if found.disagreements > 0 {
      lines.append(
        "  ! of \(found.disagreements) the reopen counter says something else than the history")
    }
    if found.isDescriptiveOnly {
      lines.append("  ! a counter alone does not say when: findings are shown, nothing is compared")
    }
    return lines
  }

  /// What to mend first.
  private func problemLines(_ found: Inspection) -> [String] {
    var lines: [String] = []
    for warning in found.survey.warnings {
      lines.append("! \(warning.file.isEmpty ? "" : warning.file + ": ")\(warning.message)")
    }
    let ledger = found.ledger
    if ledger.unreadableDates > 0 {
      lines.append("! \(ledger.unreadableDates) dates can't be read; their tickets are kept")
    }
    if ledger.unknownStates > 0 {
      let names = ledger.unknownStateNames.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
        .map { "“\($0.key)” \($0.value)" }
      lines.append(
        "! \(ledger.unknownStates) tickets are in states whose meaning is not known (\(names.joined(separator: ", "))); "
          + "--state NAME=open, =resolved, =closed or =cancelled tells")
    }
    if ledger.rejectedRows > 0 {
      lines.append("! \(ledger.rejectedRows) of \(ledger.rowsRead) rows can't be used, the first:")
      for reject in found.rejects {
        let file =
          found.survey.files.indices.contains(reject.file) ? found.survey.files[reject.file].file : ""
        let detail = reject.detail.isEmpty ? "" : ": \(reject.detail)"
        lines.append(
          "    \(file)\(reject.line > 0 ? ":\(reject.line)" : ""): \(reject.reason.rawValue)\(detail)")
      }
    }
    for fault in found.survey.faults { lines.append("✗ \(fault.description)") }
    return lines
  }
}
