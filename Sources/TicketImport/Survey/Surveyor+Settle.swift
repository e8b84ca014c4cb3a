extension Surveyor {
  /// Decides what only the whole input can tell, and writes the survey.
  ///
  /// - Parameter isWhole: whether all rows were looked at.
  mutating func settle(isWhole: Bool = true) {
    findEventLogs()
    for number in plan.tables.indices { decideDateOrder(number) }
    fillSurvey()
    if isWhole { warn() }
    plan.needsIDs = plan.hasStagedRows || plan.ids.hasRepeats
    if !plan.needsIDs { plan.ids = IDIndex(in: options.temporaryFolder, limit: options.memoryOfArray) }
  }

  /// A table of tickets with a state and a time or number of change, in which ids repeat with other times or numbers, is
  /// a log of changes. Where only other columns differ (a row a label, from some join), the rows are the same ticket
  /// again.
  private mutating func findEventLogs() {
    for number in plan.tables.indices where plan.tables[number].kind == .tickets {
      let columns = plan.tables[number].columns
      let seen = statistics[number]
      if seen.changedIDs * 5 >= seen.rows, seen.changedIDs > 0, columns.has(.status),
        columns.has(.updatedAt) || columns.has(.changeNumber)
      {
        plan.tables[number].kind = .events
      }
    }
  }

  // MARK: - Dates

  /// Decides the order of day and month from the table, else from its file, else from all files.
  private mutating func decideDateOrder(_ number: Int) {
    let dates = statistics[number].dates
    if dates.open == 0 { return }
    let file = plan.sources[plan.tables[number].source].file
    if let said = options.dateOrder {
      plan.tables[number].order = said
      if let proven = dates.proven, proven != said {
        survey.warnings.append(
          .init(
            file: file,
            "dates are read as --date-order \(said.rawValue), but some can only be \(proven.rawValue)"))
      }
      return
    }
    if let proven = orderProven(for: number) {
      plan.tables[number].order = proven.order
      return
    }
    if dates.dayFirst > 0 && dates.monthFirst > 0 {
      // Both occur: somebody's spreadsheet turned some of them round. The commoner order reads most.
      plan.tables[number].order = dates.dayFirst >= dates.monthFirst ? .dayFirst : .monthFirst
      survey.warnings.append(
        .init(
          file: file,
          "\(dates.dayFirst) dates can only be day/month and \(dates.monthFirst) only month/day; the rarer ones "
            + "can't be read, and some others may be read wrongly; export again with ISO dates"))
      return
    }
    if dates.same == dates.open { return }
    let (first, second) = dates.example
    survey.faults.append(
      ImportError(
        .options, file: file,
        "dates like \(first)/\(second) may be day/month or month/day, and none of \(dates.open) tells; "
          + "say which with --date-order dmy or --date-order mdy"))
  }

  /// The order that is proven for a table, and by what.
  private func orderProven(for number: Int) -> (order: DateOrder, reason: String)? {
    let own = statistics[number].dates
    if let order = own.proven {
      return (order, "\(max(own.dayFirst, own.monthFirst)) of \(own.open) dates can only be read so")
    }
    if own.dayFirst > 0 && own.monthFirst > 0 { return nil }
    var all = DateEvidence()
    for other in plan.tables.indices where plan.tables[other].source == plan.tables[number].source {
      all.merge(statistics[other].dates)
    }
    if let order = all.proven { return (order, "as in the other tables of the file") }
    all = DateEvidence()
    for other in statistics { all.merge(other.dates) }
    if let order = all.proven { return (order, "as in the other files") }
    return nil
  }

  // MARK: - Survey

  private mutating func fillSurvey() {
    survey.tickets = plan.ids.count
    for number in plan.tables.indices {
      let table = plan.tables[number]
      let seen = statistics[number]
      var entry = TableSurvey(name: seen.table.name, kind: table.kind)
      entry.preset = table.preset?.name
      entry.presetIsTried = table.preset?.isTried ?? true
      entry.rows = survey.isWhole ? seen.rows : seen.sampled
      entry.tickets = seen.newIDs
      entry.columns = seen.table.columns.indices.map { column in
        ColumnSurvey(
          name: seen.table.columns[column], field: table.columns.fields[safe: column] ?? nil,
          reason: table.columns.reasons[safe: column] ?? "")
      }
      if seen.dates.open > 0 {
        entry.dateOrder = table.order
        if options.dateOrder != nil {
          entry.dateOrderReason = "as you said"
        } else if let proven = orderProven(for: number) {
          entry.dateOrderReason = proven.reason
        } else {
          entry.dateOrderReason = "not proven"
        }
      }
      survey.files[table.source].tables.append(entry)
    }
    survey.people.requesters = plan.people.count(with: .requester)
    survey.people.assignees = plan.people.count(with: .assignee)
    survey.people.noteWriters = plan.people.count(with: .noteWriter)
    survey.people.machines = plan.people.count(with: .system)
    survey.people.both = plan.people.count(with: [.requester, .assignee])
  }

  /// Row counts at which tools stop without saying so, with the tool.
  private static let rowCaps: [Int: String] = [
    10_000: "ServiceNow's default limit", 1_000: "Jira's default limit",
    65_535: "the limit of old spreadsheets",
    1_048_575: "the limit of spreadsheets",
  ]

  private mutating func warn() {
    var readAsUTC: [String] = []
    for number in plan.tables.indices {
      let table = plan.tables[number]
      let seen = statistics[number]
      if table.kind == .other { continue }
      let file = plan.sources[table.source].file
      func warn(_ message: String) { survey.warnings.append(.init(file: file, message)) }
      if let cap = Self.rowCaps[seen.rows] {
        warn("has exactly \(seen.rows) rows, \(cap): the export is probably cut off; export in parts")
      }
      if seen.croppedValues > 0 {
        warn(
          "\(seen.croppedValues) texts are exactly \(TableStatistics.cropLength) characters long: "
            + "they are probably cropped; export as XML to have them whole")
      }
      let mojibake = seen.profiles.reduce(0) { $0 + $1.mojibake }
      if mojibake > 0 {
        warn(
          "\(mojibake) of its first texts have sequences like \"Ã¤\": they were converted to UTF-8 twice before they "
            + "were exported; export again, or convert them back")
      }
      if let preset = table.preset, !preset.isTried {
        warn("is read as \(preset.name), which was built from documentation and never tried on a real export")
      }
      if options.zone == nil,
        table.columns.fields.indices.contains(where: {
          table.columns.fields[$0]?.isDate == true && seen.profiles[safe: $0]?.zonelessTimes ?? 0 > 0
        }), readAsUTC.last != file
      {
        readAsUTC.append(file)
      }
    }
    for file in readAsUTC {
      survey.warnings.append(
        .init(file: file, "times have no zone and are read as UTC; say which with --timezone"))
    }
    if survey.orphans > 0 {
      survey.warnings.append(
        .init(file: "", "\(survey.orphans) messages or changes refer to tickets that are not in the input"))
    }
  }
}
