internal import Tickets

/// The second look at the input: reads the rows that make tickets, finds those that belong to them, and has
/// tickets put together from both.
struct TicketPass {
  private let plan: ImportPlan
  private let options: ImportOptions
  private let ticketsPerBatch: Int
  private let batchBytes: Int
  var assembler: TicketAssembler

  private var batch = TicketBatch()
  private var fetcher: RowFetcher
  /// Rows of the ticket at hand, and how many of the records are in use.
  private var rows: [Record] = [Record()]
  private var rowTables: [Int] = []
  private var others: [Record] = []
  private var otherTables: [Int] = []
  /// Rows of tickets that have more than one, until the last of them is there.
  private var held: [Int: [RowPlace]] = [:]
  private var heldArena: RecordArena
  private var isStopped = false
  /// Ids looked up so far.
  private var lookUps = 0

  /// A pass over the input of a plan.
  init(_ plan: ImportPlan, options: ImportOptions, ticketsPerBatch: Int) {
    self.plan = plan
    self.ticketsPerBatch = ticketsPerBatch
    batchBytes = options.batchBytes
    heldArena = options.arena()
    self.options = options
    assembler = TicketAssembler(plan, options: options)
    fetcher = RowFetcher(plan)
  }

  /// Reads everything.
  mutating func run(
    onReject: (Reject) throws -> Void, _ body: (inout TicketBatch) throws -> Bool
  ) throws {
    for source in plan.sources.indices {
      try read(source, onReject: onReject, body)
      if isStopped { return }
    }
    if !batch.tickets.isEmpty { try hand(body) }
    if isStopped { return }
    try rejectOrphans(onReject)
  }

  private mutating func read(
    _ source: Int, onReject: (Reject) throws -> Void, _ body: (inout TicketBatch) throws -> Bool
  ) throws {
    let makesTickets = plan.numbers[source].contains { plan.tables[$0].kind.makesTickets }
    if !makesTickets || plan.copies[source] != nil {
      // Other rows come with their tickets, and were counted at the first look.
      assembler.ledger.rowsRead += plan.rows[source].read - plan.rows[source].tickets
      assembler.ledger.unusedRows += plan.rows[source].unused
      assembler.ledger.peopleRows += plan.rows[source].people
      for row in plan.rows[source].unreadable { try reject(row, in: source, onReject) }
      if let copies = plan.copies[source] { try replay(copies, source, onReject, body) }
      return
    }
    var reader = try plan.sources[source].open()
    while !isStopped {
      do {
        guard try reader.read(into: &rows[0]) else { break }
      } catch {
        if error.kind == .cutShort { break }  // told in the survey
        throw error
      }
      assembler.ledger.rowsRead += 1
      if assembler.ledger.rowsRead % Self.rowsBetweenReports == 0 {
        for row in reader.takeUnreadable() { try reject(row, in: source, onReject) }
      }
      guard let number = plan.numbers[source][safe: rows[0].table] else {
        assembler.ledger.unusedRows += 1
        continue
      }
      switch plan.tables[number].kind {
      case .messages, .history, .satisfaction: break
      case .people: assembler.ledger.peopleRows += 1
      case .other: assembler.ledger.unusedRows += 1
      case .tickets, .events, .conversation: try take(number, source, onReject, body)
      }
    }
    for row in reader.takeUnreadable() { try reject(row, in: source, onReject) }
  }

  /// Goes through the copies of a file's rows of tickets.
  private mutating func replay(
    _ copies: RecordArena, _ source: Int, _ onReject: (Reject) throws -> Void,
    _ body: (inout TicketBatch) throws -> Bool
  ) throws {
    var place: Int64 = 0
    while !isStopped, place < copies.size {
      try copies.read(at: place, into: &rows[0])
      place = copies.place(after: place, rows[0])
      assembler.ledger.rowsRead += 1
      try take(plan.numbers[source][rows[0].table], source, onReject, body)
    }
  }

  /// Readers keep a limited number of rows that they could not read: these are taken every so many rows.
  static let rowsBetweenReports = 256

  // MARK: - Rows of tickets

  /// Takes the row in `rows[0]`.
  private mutating func take(
    _ number: Int, _ source: Int, _ onReject: (Reject) throws -> Void,
    _ body: (inout TicketBatch) throws -> Bool
  ) throws {
    let id = plan.tables[number].columns[.id]
    if rows[0].isMissing(id) {
      if rows[0].bytes.isEmpty {
        assembler.ledger.unusedRows += 1
      } else {
        try reject(rows[0], number, .noID, onReject)
      }
      return
    }
    var ordinal = -1
    if plan.needsIDs {
      ordinal = plan.ids.ordinal(of: rows[0], id) ?? -1
      lookUps += 1
      if lookUps % IDIndex.betweenReleases == 0 {
        plan.ids.release()
        plan.staged.release()
      }
    }
    if ordinal >= 0, plan.ids.occurrences[ordinal] > 1 {
      try hold(ordinal, number, source, body)
    } else {
      rowTables.removeAll(keepingCapacity: true)
      rowTables.append(number)
      try assemble(ordinal, body)
    }
  }

  /// Keeps a row of a ticket that has more, and puts the ticket together at the last.
  private mutating func hold(
    _ ordinal: Int, _ number: Int, _ source: Int, _ body: (inout TicketBatch) throws -> Bool
  ) throws {
    let offset = plan.canReread[source] ? rows[0].offset : try heldArena.append(rows[0])
    held[ordinal, default: []].append(
      RowPlace(table: Int32(number), line: Int32(clamping: rows[0].line), offset: offset))
    guard let places = held[ordinal], places.count == Int(plan.ids.occurrences[ordinal]) else { return }
    held[ordinal] = nil
    rowTables.removeAll(keepingCapacity: true)
    for place in places {
      if rowTables.count == rows.count { rows.append(Record()) }
      try fetcher.fetch(place, from: heldArena, into: &rows[rowTables.count])
      rowTables.append(Int(place.table))
    }
    if held.isEmpty, !plan.canReread[source] { heldArena = options.arena() }
    try assemble(ordinal, body)
    if plan.tables[number].kind == .tickets {
      assembler.ledger.duplicateRows += places.count - 1
    } else {
      assembler.ledger.furtherRows += places.count - 1
    }
  }

  /// Has the ticket put together whose rows are in `rows`.
  private mutating func assemble(_ ordinal: Int, _ body: (inout TicketBatch) throws -> Bool) throws {
    otherTables.removeAll(keepingCapacity: true)
    if ordinal >= 0, plan.hasStagedRows {
      for index in plan.staged[ordinal] {
        let place = plan.staged.place(index)
        if otherTables.count == others.count { others.append(Record()) }
        try fetcher.fetch(place, from: plan.arena, into: &others[otherTables.count])
        otherTables.append(Int(place.table))
      }
    }
    assembler.assemble(rows, of: rowTables, with: others, of: otherTables, into: &batch)
    if batch.tickets.count >= ticketsPerBatch || batch.bytes.count >= batchBytes { try hand(body) }
  }

  /// Hands the batch over and clears what comes back.
  private mutating func hand(_ body: (inout TicketBatch) throws -> Bool) throws {
    let sequence = batch.sequence
    isStopped = try !body(&batch)
    batch.clear()
    batch.sequence = sequence + 1
  }

  // MARK: - Rejects

  private mutating func reject(
    _ record: Record, _ number: Int, _ reason: RejectReason, _ onReject: (Reject) throws -> Void
  ) throws {
    assembler.ledger.rejected[reason, default: 0] += 1
    let source = plan.tables[number].source
    try onReject(
      Reject(
        file: source, line: record.line, offset: record.offset, reason: reason,
        text: plan.sources[source].text(of: record)))
  }

  private mutating func reject(
    _ row: UnreadableRow, in source: Int, _ onReject: (Reject) throws -> Void
  ) throws {
    assembler.ledger.rowsRead += 1
    assembler.ledger.rejected[.unreadableRow, default: 0] += 1
    try onReject(
      Reject(
        file: source, line: row.line, offset: row.offset, reason: .unreadableRow, detail: row.reason,
        text: row.text))
  }

  /// Messages and changes whose ticket is not in the input.
  private mutating func rejectOrphans(_ onReject: (Reject) throws -> Void) throws {
    var record = Record()
    for index in plan.staged.orphans {
      let place = plan.staged.place(index)
      try fetcher.fetch(place, from: plan.arena, into: &record)
      let table = plan.tables[Int(place.table)]
      let key = table.columns[table.kind == .history ? .historyTicket : .messageTicket]
      try reject(
        record, Int(place.table), record.isMissing(key) ? .noTicketReference : .unknownTicket, onReject)
    }
  }
}

/// Reads rows again that were passed by.
struct RowFetcher {
  private let plan: ImportPlan
  /// By source; opened when first needed.
  private var readers: [(any TableReader)?]

  /// A fetcher of rows of a plan's tables.
  init(_ plan: ImportPlan) {
    self.plan = plan
    readers = plan.sources.map { _ in nil }
  }

  /// Fills `record` with the row at a place: from its file, or from the arena for files that can't be read from
  /// the middle.
  mutating func fetch(
    _ place: RowPlace, from arena: RecordArena, into record: inout Record
  ) throws(ImportError) {
    let source = plan.tables[Int(place.table)].source
    guard plan.canReread[source] else { return try arena.read(at: place.offset, into: &record) }
    if readers[source] == nil { readers[source] = try plan.sources[source].open() }
    if readers[source]?.reread(at: place.offset, into: &record) != true { record.clear() }
    record.line = Int(place.line)
  }
}
