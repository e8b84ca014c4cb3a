internal import Tickets

/// Puts tickets together from their rows and writes them into a batch.
///
/// A ticket's text is copied once, from its record into the batch; everything else is offsets. Messages are
/// gathered as drafts, freed of duplicates, put in order of time and then written side by side.
struct TicketAssembler {
  /// A message that is not in the batch's list yet.
  struct Draft {
    var message = Message()
    /// Hash of its id, or of its author, time and text.
    var identity: UInt64 = 0
    /// Where it goes: its time, or that of the one before it in the file.
    var time: Int64 = 0
    var basis: RoleBasis = .undecided
    /// Whether it is a row of a table of messages, which the ledger counts.
    var isRow = false
    /// Who wrote it, as a key.
    var author: UInt64 = 0
    /// To whom it was sent, as its place in the record of the row.
    var recipients = ByteRange.none
  }

  let tables: [TablePlan]
  let people: People
  private var zones = ZoneSplitter()
  /// Counts of messages, roles and oddities; rows are counted by who reads them.
  var ledger = ImportLedger()

  var drafts: [Draft] = []
  /// When the score at hand was given.
  private var scoredAt = Int64.min
  /// Where the ticket's history begins in the batch.
  var historyStart = 0
  private var zonesOfMessage: [Zone] = []
  /// Entries of the journal at hand.
  var entries: [JournalEntry] = []
  private var seen: Set<UInt64> = []
  private var states: [UInt64: StatusCategory] = [:]
  /// What the user said of states.
  private var meanings: [FoldedWord: StatusCategory] = [:]
  /// The ticket's people, as keys.
  var requester = PersonKeys()
  var assignee = PersonKeys()
  var resolver = PersonKeys()

  /// The names under which one person may appear: by name and by account; 0 for none.
  struct PersonKeys {
    var name: UInt64 = 0
    var account: UInt64 = 0

    /// Whether a key, which is not 0, is one of them.
    func contains(_ key: UInt64) -> Bool { key == name || key == account }
  }

  /// An assembler for the tables of a plan.
  init(_ plan: ImportPlan, options: ImportOptions) {
    tables = plan.tables
    people = plan.people
    for state in options.states { meanings[FoldedWord(state.name)] = state.category }
  }

  /// Writes one ticket into the batch.
  ///
  /// - Parameters:
  ///   - rows: its own rows, in the order of the input.
  ///   - rowTables: the table of each row, as its index in the plan; there may be more records than these.
  ///   - others: rows of its messages and changes in other tables.
  ///   - otherTables: the table of each of them.
  mutating func assemble(
    _ rows: [Record], of rowTables: [Int], with others: [Record], of otherTables: [Int],
    into batch: inout TicketBatch
  ) {
    drafts.removeAll(keepingCapacity: true)
    scoredAt = Int64.min
    let kind = tables[rowTables[0]].kind
    let order = order(rows, of: rowTables, kind)
    let main = kind == .conversation ? order[0] : order[order.count - 1]
    let number = rowTables[main]
    var ticket = Ticket()
    ticket.origin = Origin(
      file: Int32(clamping: tables[rowTables[0]].source), line: Int32(clamping: rows[0].line),
      offset: rows[0].offset)
    fill(&ticket, from: rows[main], number, into: &batch)
    historyStart = batch.statusChanges.count
    if kind == .events {
      for row in order { addChange(rows[row], rowTables[row], &ticket, into: &batch) }
    }
    addRequest(rows[main], number, ticket, into: &batch)
    for row in order { addJournals(rows[row], rowTables[row], ticket, into: &batch) }
    if kind == .conversation {
      for row in order {
        if row != main { complete(&ticket, from: rows[row], rowTables[row], into: &batch) }
        addMessage(rows[row], rowTables[row], ticket, into: &batch)
      }
    }
    addOthers(others, of: otherTables, to: &ticket, into: &batch)
    addResolution(rows[main], number, ticket, into: &batch)
    ticket.history = historyStart..<batch.statusChanges.count
    if !ticket.history.isEmpty { ticket.knows.insert(.history) }
    finish(&ticket, number, into: &batch)
  }

  /// Adds what other tables hold of a ticket.
  private mutating func addOthers(
    _ rows: [Record], of rowTables: [Int], to ticket: inout Ticket, into batch: inout TicketBatch
  ) {
    var changes: [FieldChange] = []
    for (record, number) in zip(rows, rowTables) {
      switch tables[number].kind {
      case .messages: addMessage(record, number, ticket, into: &batch)
      case .satisfaction: addScore(record, number, &ticket)
      case .history: gather(record, number, &changes, into: &batch)
      default: break
      }
    }
    if !changes.isEmpty { addHistory(&changes, ticket, into: &batch) }
  }

  // MARK: - Order of a ticket's own rows

  /// The rows from the oldest state of the ticket to the newest.
  private func order(_ rows: [Record], of rowTables: [Int], _ kind: TableKind) -> [Int] {
    if rowTables.count == 1 { return [0] }
    if kind == .conversation { return Array(rowTables.indices) }
    let isNumbered = kind == .events && rowTables.allSatisfy { tables[$0].columns.has(.changeNumber) }
    let keys = rowTables.indices.map { row -> Int64 in
      let columns = tables[rowTables[row]].columns
      if isNumbered { return Int64(number(rows[row], columns[.changeNumber]) ?? 0) }
      return date(rows[row], columns[.updatedAt], rowTables[row])?.seconds ?? Int64.min
    }
    // Rows that are equally new stay in file order: the later one wins.
    return rowTables.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }

  // MARK: - Fields

  /// Reads a date of a record; `nil` if there is none or it can't be read.
  func date(_ record: Record, _ column: Int, _ number: Int) -> Timestamp? {
    if column < 0 { return nil }
    return WrittenDate(record.bytes.span.extracting(record.place(of: column)))?
      .timestamp(order: tables[number].order, zone: tables[number].zone)
  }

  /// Copies a short field into the batch, without white space around it; nothing if it is missing.
  func copy(_ record: Record, _ column: Int, into batch: inout TicketBatch) -> ByteRange {
    if column < 0 { return .none }
    let field = record.bytes.span.extracting(record.place(of: column))
    if field.isMissing { return .none }
    return Self.copy(field.extracting(field.trimmedRange), into: &batch)
  }

  /// Copies a text into the batch as it was before it was exported, without white space around it.
  func copyText(_ record: Record, _ column: Int, _ number: Int, into batch: inout TicketBatch) -> ByteRange {
    if column < 0 { return .none }
    let field = record.bytes.span.extracting(record.place(of: column))
    let range = field.trimmedRange
    if range.isEmpty { return .none }
    let start = batch.bytes.count
    tables[number].repair(column).append(field.extracting(range), to: &batch.bytes)
    return batch.bytes.count > start ? ByteRange(start..<batch.bytes.count) : .none
  }

  /// Copies bytes into the batch.
  static func copy(_ text: Span<UInt8>, into batch: inout TicketBatch) -> ByteRange {
    if text.isEmpty { return .none }
    let start = batch.bytes.count
    text.withUnsafeBytes { batch.bytes.append(contentsOf: $0) }
    return ByteRange(start..<batch.bytes.count)
  }

  private func number(_ record: Record, _ column: Int) -> Int32? {
    if column < 0 { return nil }
    return record.bytes.span.extracting(record.place(of: column)).wholeNumber.map { Int32(clamping: $0) }
  }

  private mutating func fill(
    _ ticket: inout Ticket, from record: Record, _ number: Int, into batch: inout TicketBatch
  ) {
    let columns = tables[number].columns
    func date(_ field: Field) -> Timestamp? {
      let column = columns[field]
      if column < 0 { return nil }
      if let found = self.date(record, column, number) { return found }
      if !record.bytes.span.extracting(record.place(of: column)).isMissing { ledger.unreadableDates += 1 }
      return nil
    }
    func text(_ field: Field) -> ByteRange { copy(record, columns[field], into: &batch) }
    ticket.id = text(.id)
    ticket.summary = copyText(record, columns[.summary], number, into: &batch)
    ticket.openedAt = date(.openedAt)
    ticket.resolvedAt = date(.resolvedAt)
    ticket.closedAt = date(.closedAt)
    ticket.reopenedAt = date(.reopenedAt)
    if columns.has(.reopenedAt) { ticket.knows.insert(.reopenTime) }
    if columns.has(.reopenCount) { ticket.knows.insert(.reopenCount) }
    ticket.updatedAt = date(.updatedAt)
    ticket.reopenCount = self.number(record, columns[.reopenCount])
    ticket.reassignments = self.number(record, columns[.reassignments])
    ticket.statusName = text(.status)
    ticket.priority = text(.priority)
    ticket.category = text(.category)
    ticket.group = text(.group)
    ticket.assignee = text(.assignee)
    ticket.requester = text(.requester)
    ticket.channel = text(.channel)
    ticket.parent = text(.parent)
    ticket.url = text(.url)
    ticket.language = text(.language)
    let bytes = record.bytes.span
    if columns.has(.status) {
      let state = bytes.extracting(record.place(of: columns[.status]))
      ticket.isReopenedNow = StatusWords.saysReopened(state)
      ticket.status = category(state, number)
      if ticket.status == .unknown, columns.has(.statusCategory) {
        ticket.status = category(bytes.extracting(record.place(of: columns[.statusCategory])), number)
      }
      if ticket.status == .unknown && !ticket.statusName.isEmpty { noteUnknownState(ticket, batch) }
    }
    ticket.kind =
      KindWords.kind(bytes.extracting(record.place(of: columns[.kind])))
      ?? KindWords.kind(ofID: bytes.extracting(record.place(of: columns[.id]))) ?? .incident
    if columns.has(.csat) {
      ticket.csat = SatisfactionWords.score(bytes.extracting(record.place(of: columns[.csat])))
    }
    ticket.attachments = attachments(record, columns)
    func key(_ field: Field) -> UInt64 { People.key(bytes.extracting(record.place(of: columns[field]))) }
    requester = PersonKeys(name: key(.requester), account: key(.requesterID))
    assignee = PersonKeys(name: key(.assignee), account: key(.assigneeID))
    resolver = PersonKeys(name: key(.resolver))
  }

  /// Fills what is missing from a further row of a conversation.
  private func complete(
    _ ticket: inout Ticket, from record: Record, _ number: Int, into batch: inout TicketBatch
  ) {
    let columns = tables[number].columns
    func text(_ place: inout ByteRange, _ field: Field) {
      if place.isEmpty { place = copy(record, columns[field], into: &batch) }
    }
    ticket.attachments &+= attachments(record, columns)
    text(&ticket.summary, .summary)
    text(&ticket.requester, .requester)
    text(&ticket.assignee, .assignee)
    if ticket.openedAt == nil { ticket.openedAt = date(record, columns[.openedAt], number) }
    if ticket.resolvedAt == nil { ticket.resolvedAt = date(record, columns[.resolvedAt], number) }
  }

  /// A satisfaction score of another table; the latest counts, else the last in the file.
  private mutating func addScore(_ record: Record, _ number: Int, _ ticket: inout Ticket) {
    ledger.satisfactionRows += 1
    let columns = tables[number].columns
    guard let score = SatisfactionWords.score(record.bytes.span.extracting(record.place(of: columns[.csat])))
    else {
      return
    }
    let at = date(record, columns[.messageAt], number)?.seconds ?? scoredAt
    if at >= scoredAt {
      ticket.csat = score
      scoredAt = at
    }
  }

  /// Attached files: a number, or a column each.
  private func attachments(_ record: Record, _ columns: ColumnMap) -> Int32 {
    if !columns.has(.attachments) { return 0 }
    var count: Int32 = 0
    for column in columns.columns(of: .attachments) {
      let field = record.bytes.span.extracting(record.range(column))
      if field.isMissing { continue }
      count &+= Int32(clamping: field.wholeNumber ?? 1)
    }
    return max(0, count)
  }

  /// What a state means: by its number where the preset knows numbers, else by its name. Names are looked up once.
  mutating func category(_ name: Span<UInt8>, _ number: Int) -> StatusCategory {
    if name.isMissing { return .unknown }
    let key = ContentHash.of(name, seed: UInt64(number))
    if let known = states[key] { return known }
    var category: StatusCategory
    if let said = meanings[FoldedWord(name)] {
      category = said
    } else if let value = name.wholeNumber {
      category = tables[number].preset?.statusNumbers[value] ?? .unknown
    } else {
      category = StatusWords.category(name)
    }
    if states.count < 10_000 { states[key] = category }
    return category
  }

  private mutating func noteUnknownState(_ ticket: Ticket, _ batch: TicketBatch) {
    ledger.unknownStates += 1
    let name = batch.string(ticket.statusName)
    if ledger.unknownStateNames.count < 100 || ledger.unknownStateNames[name] != nil {
      ledger.unknownStateNames[name, default: 0] += 1
    }
  }

  // MARK: - The end

  /// Frees the drafts of duplicates, orders them and writes them with their zones.
  private mutating func finish(_ ticket: inout Ticket, _ number: Int, into batch: inout TicketBatch) {
    dropDuplicates()
    orderByTime()
    if requester.name == 0, requester.account == 0, isBegunByRequester(ticket, number) {
      takeSides(&ticket, batch)
    }
    chooseRequest(&ticket, into: &batch)
    let start = batch.messages.count
    for draft in drafts {
      var message = draft.message
      let zonesStart = batch.zones.count
      splitZones(of: message, in: batch.bytes)
      batch.zones.append(contentsOf: zonesOfMessage)
      message.zones = zonesStart..<batch.zones.count
      batch.messages.append(message)
      ledger.messages += 1
      ledger.roles[draft.basis, default: 0] += 1
      if message.at == nil { ledger.undatedMessages += 1 }
    }
    ticket.messages = start..<batch.messages.count
    if ticket.openedAt == nil { ticket.openedAt = drafts.lazy.compactMap(\.message.at).min() }
    if ticket.openedAt == nil, ticket.resolvedAt == nil, ticket.closedAt == nil { ledger.undatedTickets += 1 }
    batch.tickets.append(ticket)
    ledger.tickets += 1
  }

  /// Finds the zones of a message whose text is in `bytes`.
  private mutating func splitZones(of message: Message, in bytes: [UInt8]) {
    zonesOfMessage.removeAll(keepingCapacity: true)
    let text = bytes.span.extracting(message.text.range)
    if message.kind == .request {
      zones.splitRequest(text, at: Int(message.text.start), into: &zonesOfMessage)
    } else {
      zones.split(text, at: Int(message.text.start), into: &zonesOfMessage)
    }
  }

  private mutating func dropDuplicates() {
    seen.removeAll(keepingCapacity: true)
    var kept = 0
    for i in drafts.indices {
      let isNew = drafts.count == 1 || seen.insert(drafts[i].identity).inserted
      if drafts[i].isRow {
        if isNew { ledger.messageRows += 1 } else { ledger.duplicateMessageRows += 1 }
      }
      if !isNew { continue }
      drafts[kept] = drafts[i]
      kept += 1
    }
    drafts.removeLast(drafts.count - kept)
  }

  /// Stable by time; a message without a time stays behind the one it follows in the file.
  private mutating func orderByTime() {
    var last = Int64.min
    for i in drafts.indices {
      last = drafts[i].message.at?.seconds ?? last
      drafts[i].time = last
    }
    // Insertion sort: threads are short and mostly in order, or in reverse order and short.
    for i in drafts.indices.dropFirst() {
      let draft = drafts[i]
      var j = i
      while j > 0, drafts[j - 1].time > draft.time {
        drafts[j] = drafts[j - 1]
        j -= 1
      }
      drafts[j] = draft
    }
  }
}
