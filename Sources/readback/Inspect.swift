import ArgumentParser
import TicketImport

/// `readback inspect`: what would be read.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what would be read: format, encoding, columns, counts, first problems.",
    discussion: """
      EXAMPLES
        readback inspect export.csv
        readback inspect tickets.csv messages.csv --map text=Notes
      """)

  @OptionGroup var input: InputOptions
  @Flag(help: "Also list the columns that are not used.")
  var all = false

  func run() throws {
    let importer = try Importer(paths: input.files, options: try input.importing())
    let survey = importer.survey
    var lines: [String] = []
    for file in survey.files {
      lines.append(file.file)
      let encoding = file.format.encodingReason.isEmpty ? "" : " (\(file.format.encodingReason))"
      let dialect = file.format.dialect.isEmpty ? "" : ", \(file.format.dialect)"
      let charset = file.format.encoding.isEmpty ? encoding : ", \(file.format.encoding)\(encoding)"
      lines.append("  \(file.format.format)\(dialect)\(charset)")
      for table in file.tables { lines += Self.lines(table, all: all) }
      for remark in file.remarks { lines.append("  ! \(remark)") }
      lines.append("")
    }
    lines.append(
      "\(survey.tickets) tickets\(survey.orphans > 0 ? ", \(survey.orphans) rows of tickets that are not here" : "")"
    )
    let people = survey.people
    lines.append(
      "people: \(people.requesters) ask, \(people.assignees) are assigned tickets, \(people.both) do both, "
        + "\(people.noteWriters) write internal notes"
        + (people.machines == 0 ? "" : ", \(people.machines) are machines"))
    for warning in survey.warnings {
      lines.append("! \(warning.file.isEmpty ? "" : warning.file + ": ")\(warning.message)")
    }
    for fault in survey.faults { lines.append("✗ \(fault.description)") }
    Console.print(lines.joined(separator: "\n"))
    if let fault = survey.faults.first { throw ExitStatus(code: ExitStatus.code(of: fault)) }
  }

  private static func lines(_ table: TableSurvey, all: Bool) -> [String] {
    let preset = table.preset.map {
      " — \($0)\(table.presetIsTried ? "" : " (from its documentation, never tried on a real file)")"
    }
    let name = table.name.isEmpty ? "" : "<\(table.name)> "
    var lines = ["  \(name)\(table.rows) rows, \(table.kind.words)\(preset ?? "")"]
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
      all
        ? "    not used: \(unused.map(\.name).joined(separator: ", "))"
        : "    \(unused.count) columns are not used (--all lists them)")
    return lines
  }
}
