internal import Tickets

/// The first look at the input: goes through all rows once and decides how the second look reads them.
///
/// 1. The first rows of every file say what its tables are and which column holds what.
/// 2. Files whose rows make tickets are read; every id gets a number, every name is noted.
/// 3. Files whose rows belong to tickets are read; each row's place is noted under its ticket's number.
/// 4. What only the whole can tell is decided: event logs, the order of day and month.
struct Surveyor {
  let options: ImportOptions
  private let mapped: [(field: Field, column: FoldedWord)]
  var plan: ImportPlan
  var survey = ImportSurvey()
  var statistics: [TableStatistics] = []
  /// Tables' internal keys of tickets, and the ticket of each.
  private var systemIDs: IDIndex
  private var ticketOfSystemID: PagedArray<UInt32>
  /// For each ticket the table in which it was seen last.
  private var lastTable: PagedArray<Int32>
  /// For each ticket a hash of the number or time of the change that its last row tells of.
  private var lastChange: PagedArray<UInt32>
  /// Rows whose ticket has not been met yet: their place, and where in `unresolvedKeys` their key ends.
  private var unresolved: PagedArray<RowPlace>
  private var unresolvedEnds: PagedArray<Int>
  private var unresolvedKeys: PagedArray<UInt8>

  /// Rows looked at to tell what columns hold.
  private static let sampleRows = 1000
  /// Bytes of rows after which a sample is large enough.
  private static let sampleBytes = 8 << 20

  /// A surveyor of files, in the order in which they are to be read.
  init(_ sources: [any TableSource], options: ImportOptions) throws(ImportError) {
    self.options = options
    var mapped: [(field: Field, column: FoldedWord)] = []
    for entry in options.mapping {
      guard let field = Field(name: entry.field) else {
        let names = Field.allCases.map(\.name).joined(separator: ", ")
        throw ImportError(
          .options, file: "--map \(entry.field)=\(entry.column)", "no such field; fields are \(names)")
      }
      mapped.append((field, FoldedWord(entry.column)))
    }
    self.mapped = mapped
    let folder = options.temporaryFolder
    let limit = options.memoryOfArray
    systemIDs = IDIndex(in: folder, limit: limit)
    ticketOfSystemID = PagedArray(in: folder, limit: limit)
    lastTable = PagedArray(in: folder, limit: limit)
    lastChange = PagedArray(in: folder, limit: limit)
    unresolved = PagedArray(in: folder, limit: limit)
    unresolvedEnds = PagedArray(in: folder, limit: limit)
    unresolvedKeys = PagedArray(in: folder, limit: limit)
    plan = ImportPlan(
      ids: IDIndex(in: folder, limit: limit), staged: StagedRows(in: folder, limit: limit),
      arena: options.arena(),
      people: People(
        staff: options.staffPatterns.map(NamePattern.init),
        requesters: options.requesterPatterns.map(NamePattern.init)))
    plan.sources = sources
    plan.numbers = Array(repeating: [], count: sources.count)
    plan.canReread = Array(repeating: false, count: sources.count)
    plan.copies = Array(repeating: nil, count: sources.count)
    plan.rows = Array(repeating: RowCounts(), count: sources.count)
    survey.files = sources.map { FileSurvey(file: $0.file, format: $0.format) }
  }

  /// Looks at the first rows only.
  mutating func glance() throws(ImportError) {
    for source in plan.sources.indices { try sample(source) }
    try checkMapping()
    try requireTickets()
    survey.isWhole = false
    settle(isWhole: false)
  }

  /// Looks at everything.
  mutating func run() throws(ImportError) {
    for source in plan.sources.indices { try sample(source) }
    try checkMapping()
    try requireTickets()
    let makers = plan.sources.indices.filter { makesTickets($0) }
    let others = plan.sources.indices.filter { !makesTickets($0) }
    for source in makers + others { try look(at: source) }
    try resolveRest()
    try plan.staged.sort(ticketCount: plan.ids.count)
    settle()
  }

  // MARK: - The first rows

  private mutating func sample(_ source: Int) throws(ImportError) {
    var reader = try plan.sources[source].open()
    var record = Record()
    var bytes = 0
    var rows = 0
    while rows < Self.sampleRows, bytes < Self.sampleBytes {
      // What is wrong with the file shows again in the full pass, and is reported there.
      guard let more = try? reader.read(into: &record), more else { break }
      let number = number(of: record, in: source, reader)
      rows += 1
      bytes += record.bytes.count
      statistics[number].sampled += 1
      for column in statistics[number].profiles.indices {
        let value = record.bytes.span.extracting(record.range(column))
        statistics[number].profiles[column].add(value)
      }
    }
    if plan.numbers[source].isEmpty {
      // A header without rows is still a table.
      for table in reader.tables.indices { addTable(table, of: source, reader.tables[table]) }
    }
    for number in plan.numbers[source] { classify(number) }
  }

  /// The index in the plan of a record's table, new tables and columns included.
  private mutating func number(of record: Record, in source: Int, _ reader: any TableReader) -> Int {
    let table = record.table
    if table < plan.numbers[source].count {
      let number = plan.numbers[source][table]
      if record.count > statistics[number].table.columns.count, let grown = reader.tables[safe: table],
        grown.columns.count > statistics[number].table.columns.count
      {
        statistics[number].table = grown
        let added = grown.columns.count - statistics[number].profiles.count
        statistics[number].profiles += Array(repeating: ColumnProfile(), count: max(0, added))
        classify(number)
      }
      return number
    }
    let tables = reader.tables
    for new in plan.numbers[source].count...table {
      addTable(new, of: source, tables[safe: new] ?? SourceTable(name: "", columns: []))
      classify(plan.numbers[source][new])
    }
    return plan.numbers[source][table]
  }

  private mutating func addTable(_ table: Int, of source: Int, _ shape: SourceTable) {
    var statistics = TableStatistics(shape)
    statistics.profiles = Array(repeating: ColumnProfile(), count: shape.columns.count)
    self.statistics.append(statistics)
    plan.numbers[source].append(plan.tables.count)
    plan.tables.append(
      TablePlan(
        source: source, table: table, kind: .other, columns: ColumnMap(columns: shape.columns.count),
        zone: options.zone ?? .utc))
  }

  private mutating func classify(_ number: Int) {
    let table = statistics[number].table
    let siblings = plan.numbers[plan.tables[number].source]
    var preset = Preset.recognise(table: table.name, columns: table.columns)
    for sibling in siblings where preset == nil { preset = plan.tables[sibling].preset }
    let (kind, columns) = TableClassifier.classify(
      table: table.name, columns: table.columns, preset: preset, profiles: statistics[number].profiles,
      mapped: mapped)
    set(number, kind, columns, preset)
  }

  private mutating func set(_ number: Int, _ kind: TableKind, _ columns: ColumnMap, _ preset: Preset?) {
    plan.tables[number].kind = kind
    plan.tables[number].columns = columns
    plan.tables[number].preset = preset
    let visibility = columns[.messageVisibility]
    if visibility >= 0 {
      let word = FoldedWord(statistics[number].table.columns[visibility])
      plan.tables[number].trueMeansPublic = Self.publicColumns.contains(word)
    }
    plan.tables[number].repairs = statistics[number].profiles.map { profile in
      preset?.replacesBackslash == true ? profile.repairs.union(.backslashes) : profile.repairs
    }
    statistics[number].watch(columns)
  }

  private static let publicColumns: Set<FoldedWord> = [
    FoldedWord("public"), FoldedWord("is public"), FoldedWord("jsd public"), FoldedWord("customer visible"),
  ]

  private func makesTickets(_ source: Int) -> Bool {
    plan.numbers[source].contains { plan.tables[$0].kind.makesTickets }
  }

  /// Refuses a mapping of a column that no table has.
  private func checkMapping() throws(ImportError) {
    for (entry, (_, word)) in zip(options.mapping, mapped) {
      let isThere = statistics.contains { $0.table.columns.contains { FoldedWord($0) == word } }
      if !isThere {
        let columns = statistics.flatMap(\.table.columns).filter { !$0.isEmpty }.prefix(60)
        throw ImportError(
          .options, file: "--map \(entry.field)=\(entry.column)",
          "no such column; the columns are \(columns.joined(separator: ", "))")
      }
    }
  }

  /// Makes tickets from messages where nothing else does, and gives up where nothing can.
  private mutating func requireTickets() throws(ImportError) {
    if plan.tables.contains(where: { $0.kind.makesTickets }) { return }
    var isUsable = false
    for number in plan.tables.indices where plan.tables[number].kind == .messages {
      let table = statistics[number].table
      let key = table.columns[plan.tables[number].columns[.messageTicket]]
      let columns = ColumnMap(
        columns: table.columns, kind: .conversation, preset: plan.tables[number].preset,
        profiles: statistics[number].profiles, mapped: mapped + [(.id, FoldedWord(key))])
      set(number, .conversation, columns, plan.tables[number].preset)
      isUsable = true
    }
    if isUsable { return }
    let columns = statistics.flatMap(\.table.columns).filter { !$0.isEmpty }.prefix(40)
    let file = plan.sources.first?.file ?? ""
    throw ImportError(
      .unusable, file: file,
      columns.isEmpty
        ? "holds no table"
        : "no column holds ticket ids; name it with --map id=COLUMN; the columns are "
          + columns.joined(separator: ", "))
  }

  // MARK: - All rows

  private mutating func look(at source: Int) throws(ImportError) {
    var reader = try plan.sources[source].open()
    plan.canReread[source] = reader.canReread
    let isMaker = makesTickets(source)
    if isMaker, !reader.canReread { plan.copies[source] = options.arena() }
    var record = Record()
    while true {
      do {
        guard try reader.read(into: &record) else { break }
      } catch {
        if error.kind != .cutShort { throw error }
        survey.faults.append(error)
        break
      }
      let number = number(of: record, in: source, reader)
      statistics[number].add(record)
      plan.rows[source].read += 1
      if plan.rows[source].read % IDIndex.betweenReleases == 0 { release() }
      if plan.rows[source].read % TicketPass.rowsBetweenReports == 0 {
        plan.rows[source].unreadable += reader.takeUnreadable()
      }
      if plan.tables[number].kind.makesTickets {
        plan.rows[source].tickets += 1
        try keepCopy(of: record, source)
      }
      switch plan.tables[number].kind {
      case .tickets, .events: try lookAtTicket(record, number)
      case .conversation:
        try lookAtTicket(record, number)
        lookAtMessage(record, number)
      case .messages:
        lookAtMessage(record, number)
        try stage(record, number, key: .messageTicket)
      case .history:
        try stage(record, number, key: .historyTicket)
      case .satisfaction:
        try stage(record, number, key: .messageTicket)
      case .people:
        plan.rows[source].people += 1
        lookAtPerson(record, number)
      case .other: plan.rows[source].unused += 1
      }
    }
    plan.rows[source].unreadable += reader.takeUnreadable()
    // A file that is read again tells them again.
    if isMaker, plan.copies[source] == nil { plan.rows[source].unreadable = [] }
    survey.files[source].remarks = reader.remarks
  }

  private mutating func keepCopy(of record: Record, _ source: Int) throws(ImportError) {
    guard let size = plan.copies[source]?.size else { return }
    if size > options.copyBytes {
      plan.copies[source] = nil
    } else {
      _ = try plan.copies[source]?.append(record)
    }
  }

  private mutating func lookAtTicket(_ record: Record, _ number: Int) throws(ImportError) {
    let columns = plan.tables[number].columns
    let bytes = record.bytes.span
    let id = bytes.extracting(record.place(of: columns[.id]))
    if id.isMissing { return }
    let ordinal = try plan.ids.insert(id)
    let counter = columns.has(.changeNumber) ? columns[.changeNumber] : columns[.updatedAt]
    let change = UInt32(truncatingIfNeeded: ContentHash.of(bytes.extracting(record.place(of: counter))))
    if ordinal == lastTable.count {
      try lastTable.append(Int32(number))
      try lastChange.append(change)
      statistics[number].newIDs += 1
    } else if lastTable[ordinal] == Int32(number) {
      statistics[number].repeatedIDs += 1
      if lastChange[ordinal] != change { statistics[number].changedIDs += 1 }
    }
    lastTable[ordinal] = Int32(number)
    lastChange[ordinal] = change
    if columns.has(.systemID) {
      let key = bytes.extracting(record.place(of: columns[.systemID]))
      if !key.isMissing {
        let known = try systemIDs.insert(key)
        if known == ticketOfSystemID.count { try ticketOfSystemID.append(UInt32(ordinal)) }
      }
    }
    plan.people.note(bytes.extracting(record.place(of: columns[.requester])), .requester)
    plan.people.note(bytes.extracting(record.place(of: columns[.assignee])), .assignee)
    if columns[.requesterID] != columns[.requester] {
      plan.people.note(bytes.extracting(record.place(of: columns[.requesterID])), [.requester, .account])
    }
    if columns[.assigneeID] != columns[.assignee] {
      plan.people.note(bytes.extracting(record.place(of: columns[.assigneeID])), [.assignee, .account])
    }
    plan.people.note(bytes.extracting(record.place(of: columns[.resolver])), .assignee)
    for field in [Field.journal, .comments, .workNotes] {
      for column in columns.columns(of: field) {
        lookAtJournal(record, column, default: field == .workNotes ? .internal : .public, number)
      }
    }
  }

  private mutating func lookAtJournal(
    _ record: Record, _ column: Int, default visibility: Visibility, _ number: Int
  ) {
    let bytes = record.bytes.span
    let range = record.range(column)
    if range.isEmpty { return }
    var journal = JournalScanner(range, of: bytes)
    while let entry = journal.next(bytes) {
      if let date = entry.date { statistics[number].dates.add(date) }
      let isNote = (entry.visibility ?? visibility) == .internal
      plan.people.note(bytes.extracting(entry.author), isNote ? [.author, .noteWriter] : .author)
    }
  }

  private mutating func lookAtMessage(_ record: Record, _ number: Int) {
    let columns = plan.tables[number].columns
    let bytes = record.bytes.span
    var traits: People.Traits = .author
    let visibility = bytes.extracting(record.place(of: columns[.messageVisibility]))
    if RoleWords.visibility(visibility, trueMeansPublic: plan.tables[number].trueMeansPublic) == .internal {
      traits.insert(.noteWriter)
    }
    switch RoleWords.role(bytes.extracting(record.place(of: columns[.messageRole]))) {
    case .staff: traits.insert(.namedStaff)
    case .requester: traits.insert(.namedRequester)
    default: break
    }
    plan.people.note(bytes.extracting(record.place(of: columns[.messageAuthor])), traits)
  }

  private mutating func lookAtPerson(_ record: Record, _ number: Int) {
    let columns = plan.tables[number].columns
    let bytes = record.bytes.span
    guard let role = RoleWords.role(bytes.extracting(record.place(of: columns[.personRole]))) else { return }
    // Dates in files that desks keep themselves are ISO dates; others are read as --date-order says.
    func moment(_ field: Field) -> Int64? {
      WrittenDate(bytes.extracting(record.place(of: columns[field])))?
        .timestamp(order: options.dateOrder ?? .dayFirst, zone: options.zone ?? .utc)?.seconds
    }
    plan.people.know(
      bytes.extracting(record.place(of: columns[.personName])), as: role,
      from: moment(.personFrom) ?? Int64.min, until: moment(.personTo) ?? Int64.max)
  }

  private mutating func stage(_ record: Record, _ number: Int, key field: Field) throws(ImportError) {
    let key = record.bytes.span.extracting(record.place(of: plan.tables[number].columns[field]))
    let offset = plan.canReread[plan.tables[number].source] ? record.offset : try plan.arena.append(record)
    let place = RowPlace(table: Int32(number), line: Int32(clamping: record.line), offset: offset)
    if let ticket = ticket(key) {
      try plan.staged.add(place, ticket: ticket)
    } else {
      for i in key.indices { try unresolvedKeys.append(key[i]) }
      try unresolved.append(place)
      try unresolvedEnds.append(unresolvedKeys.count)
    }
  }

  private func ticket(_ key: Span<UInt8>) -> UInt32? {
    if let ordinal = plan.ids.ordinal(of: key) { return UInt32(ordinal) }
    return systemIDs.ordinal(of: key).map { ticketOfSystemID[$0] }
  }

  /// Rows that came before their ticket: now all tickets are known.
  private mutating func resolveRest() throws(ImportError) {
    var start = 0
    var key: [UInt8] = []
    for row in 0..<unresolved.count {
      key.removeAll(keepingCapacity: true)
      for i in start..<unresolvedEnds[row] { key.append(unresolvedKeys[i]) }
      start = unresolvedEnds[row]
      let ticket = ticket(key.span)
      if ticket == nil { survey.orphans += 1 }
      try plan.staged.add(unresolved[row], ticket: ticket ?? StagedRows.nobody)
      if row % IDIndex.betweenReleases == 0 { release() }
    }
    unresolved.removeAll()
    unresolvedEnds.removeAll()
    unresolvedKeys.removeAll()
  }

  /// Lets the system take back the memory behind what is in files.
  private func release() {
    plan.ids.release()
    systemIDs.release()
    ticketOfSystemID.release()
    lastTable.release()
    lastChange.release()
    unresolved.release()
    unresolvedEnds.release()
    unresolvedKeys.release()
  }
}
