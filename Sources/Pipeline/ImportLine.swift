import TicketImport

/// What an import says of itself, as one line among those of its tickets: `{"readback_import":[…]}`.
///
/// Holds what a report repeats of it: files, ledger, warnings.
struct ImportLine {
  /// The member of a line that says what it is.
  static let key: StaticString = "readback_import"
  private static let version = 1

  var survey: ImportSurvey
  var ledger: ImportLedger

  /// The counts of a ledger, in the order of the line.
  private static var counts: [WritableKeyPath<ImportLedger, Int>] {
    [
      \.rowsRead, \.tickets, \.furtherRows, \.duplicateRows, \.messageRows, \.duplicateMessageRows,
      \.emptyMessageRows, \.historyRows, \.satisfactionRows, \.peopleRows, \.unusedRows, \.messages,
      \.undatedMessages, \.undatedTickets, \.unreadableDates, \.unknownStates,
    ]
  }

  init(_ survey: ImportSurvey, _ ledger: ImportLedger) { (self.survey, self.ledger) = (survey, ledger) }

  func append(to output: inout [UInt8]) {
    var line = ScalarWriter()
    line.add(Self.version)
    line.add(survey.files.count)
    for file in survey.files {
      for text in [file.file, file.format.format, file.format.encoding] { line.add(text) }
      line.add(file.tables.count)
      for table in file.tables {
        line.add(table.preset ?? "")
        line.add(table.kind.rawValue)
        line.add(table.rows)
      }
    }
    line.add(survey.warnings.count)
    for warning in survey.warnings {
      line.add(warning.file)
      line.add(warning.message)
    }
    let faults = survey.faults.filter { $0.kind == .cutShort }
    line.add(faults.count)
    for fault in faults {
      line.add(fault.file)
      line.add(fault.line)
      line.add(fault.column)
      line.add(fault.message)
    }
    for count in Self.counts { line.add(ledger[keyPath: count]) }
    for reason in RejectReason.allCases { line.add(ledger.rejected[reason] ?? 0) }
    line.add(ledger.unknownStateNames.count)
    for (name, count) in ledger.unknownStateNames.sorted(by: { $0.key < $1.key }) {
      line.add(name)
      line.add(count)
    }
    output += "{\"\(Self.key)\":".utf8
    output += line.finished()
    output += "}\n".utf8
  }

  /// Reads the array of a line. - Throws: `JSONError` if it is not what ``append(to:)`` writes.
  init(_ bytes: UnsafeRawBufferPointer, line number: Int) throws(JSONError) {
    var line = try ScalarReader(bytes, line: number)
    guard try line.number() == Self.version else {
      throw JSONError(line: number, column: 1, "an import by another version of readback")
    }
    survey = ImportSurvey()
    ledger = ImportLedger()
    for _ in 0..<(try line.count()) {
      let name = try line.text()
      let format = FormatSurvey(format: try line.text(), encoding: try line.text())
      var file = FileSurvey(file: name, format: format)
      for _ in 0..<(try line.count()) {
        let preset = try line.text()
        var table = TableSurvey(name: "", kind: TableKind(rawValue: try line.text()) ?? .other)
        table.preset = preset.isEmpty ? nil : preset
        table.rows = try line.count()
        file.tables.append(table)
      }
      survey.files.append(file)
    }
    for _ in 0..<(try line.count()) {
      survey.warnings.append(ImportSurvey.Warning(file: try line.text(), try line.text()))
    }
    for _ in 0..<(try line.count()) {
      let file = try line.text()
      let (row, column) = (try line.count(), try line.count())
      survey.faults.append(
        ImportError(.cutShort, file: file, line: row, column: column, try line.text()))
    }
    for count in Self.counts { ledger[keyPath: count] = try line.count() }
    for reason in RejectReason.allCases {
      let count = try line.count()
      if count > 0 { ledger.rejected[reason] = count }
    }
    for _ in 0..<(try line.count()) {
      let name = try line.text()
      ledger.unknownStateNames[name] = try line.count()
    }
    try line.end()
  }
}
