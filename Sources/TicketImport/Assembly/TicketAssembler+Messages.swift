internal import Tickets

extension TicketAssembler {
  /// The ticket's description, which is the request.
  mutating func addRequest(_ record: Record, _ number: Int, _ ticket: Ticket, into batch: inout TicketBatch) {
    let text = copyText(record, tables[number].columns[.description], number, into: &batch)
    if text.isEmpty { return }
    var draft = Draft()
    draft.message.text = text
    draft.message.at = ticket.openedAt
    draft.message.author = ticket.requester
    draft.message.role = .requester
    draft.message.kind = .request
    draft.basis = .request
    identify(&draft, author: requester.name, into: &batch)
    drafts.append(draft)
  }

  /// The entries of all journals of a row.
  mutating func addJournals(_ record: Record, _ number: Int, _ ticket: Ticket, into batch: inout TicketBatch)
  {
    for field in [Field.journal, .comments, .workNotes] {
      if !tables[number].columns.has(field) { continue }
      for column in tables[number].columns.columns(of: field) {
        addJournal(
          record, column, default: field == .workNotes ? .internal : .public, number, ticket, into: &batch)
      }
    }
  }

  private mutating func addJournal(
    _ record: Record, _ column: Int, default visibility: Visibility, _ number: Int, _ ticket: Ticket,
    into batch: inout TicketBatch
  ) {
    // The field is copied as a whole; its entries are places in the copy.
    let field = copyText(record, column, number, into: &batch)
    if field.isEmpty { return }
    entries.removeAll(keepingCapacity: true)
    var journal = JournalScanner(field.range, of: batch.bytes.span)
    while let entry = journal.next(batch.bytes.span) {
      if !entry.text.isEmpty { entries.append(entry) }
    }
    for entry in entries {
      var draft = Draft()
      draft.message.text = ByteRange(entry.text)
      draft.message.author = entry.author.isEmpty ? .none : ByteRange(entry.author)
      draft.message.at = entry.date?.timestamp(order: tables[number].order, zone: tables[number].zone)
      draft.message.visibility = entry.visibility ?? visibility
      draft.message.kind = draft.message.visibility == .internal ? .note : .reply
      let author = setRole(&draft, author: entry.author, in: batch.bytes)
      identify(&draft, author: author, into: &batch)
      drafts.append(draft)
    }
  }

  /// A row of a table of messages.
  mutating func addMessage(_ record: Record, _ number: Int, _ ticket: Ticket, into batch: inout TicketBatch) {
    let columns = tables[number].columns
    let bytes = record.bytes.span
    let text = copyText(record, columns[.messageText], number, into: &batch)
    let isStaged = tables[number].kind == .messages
    if text.isEmpty {
      if isStaged { ledger.emptyMessageRows += 1 }
      return
    }
    var draft = Draft()
    draft.isRow = isStaged
    draft.message.text = text
    draft.message.author = copy(record, columns[.messageAuthor], into: &batch)
    draft.recipients = copy(record, columns[.messageTo], into: &batch)
    draft.message.at = date(record, columns[.messageAt], number)
    if draft.message.at == nil, !bytes.extracting(record.place(of: columns[.messageAt])).isMissing {
      ledger.unreadableDates += 1
    }
    let visibility = bytes.extracting(record.place(of: columns[.messageVisibility]))
    draft.message.visibility =
      RoleWords.visibility(visibility, trueMeansPublic: tables[number].trueMeansPublic) ?? .public
    draft.message.kind = draft.message.visibility == .internal ? .note : .reply
    let author = setRole(
      &draft, author: record.place(of: columns[.messageAuthor]), in: record.bytes,
      column: RoleWords.role(bytes.extracting(record.place(of: columns[.messageRole]))),
      association: RoleWords.association(bytes.extracting(record.place(of: columns[.messageAssociation]))),
      isAutomatic: RoleWords.isTrue(bytes.extracting(record.place(of: columns[.messageAutomatic]))))
    draft.author = author
    let id = bytes.extracting(record.place(of: columns[.messageID]))
    if id.isMissing {
      identify(&draft, author: author, into: &batch)
    } else {
      draft.message.id = copy(record, columns[.messageID], into: &batch)
      draft.identity = ContentHash.of(id, seed: 1)
    }
    drafts.append(draft)
  }

  /// The ticket's closing text. Tools overwrite it when a ticket is resolved again.
  mutating func addResolution(
    _ record: Record, _ number: Int, _ ticket: Ticket, into batch: inout TicketBatch
  ) {
    let columns = tables[number].columns
    let text = copyText(record, columns[.resolution], number, into: &batch)
    if text.isEmpty { return }
    var draft = Draft()
    draft.message.text = text
    draft.message.at = ticket.resolvedAt ?? ticket.closedAt
    draft.message.author =
      columns.has(.resolver) ? copy(record, columns[.resolver], into: &batch) : ticket.assignee
    draft.message.role = .staff
    draft.message.kind = .resolution
    draft.message.mayBeRewritten = true
    draft.basis = .closingText
    identify(&draft, author: resolver.name, into: &batch)
    drafts.append(draft)
  }

  // MARK: -

  /// Tells which side the author is on, whose name is at `name` in `bytes`. - Returns: the author's key.
  private func setRole(
    _ draft: inout Draft, author name: Range<Int>, in bytes: [UInt8], column: Role? = nil,
    association: Role? = nil,
    isAutomatic: Bool = false
  ) -> UInt64 {
    let author = bytes.span.extracting(name)
    let key = People.key(author)
    var evidence = RoleEvidence()
    evidence.traits = people.traits(key, author)
    evidence.isRequester = key != 0 && requester.contains(key)
    evidence.isAssignee = key != 0 && (assignee.contains(key) || resolver.contains(key))
    evidence.isOfStaffDomain = people.isOfStaffDomain(author)
    evidence.visibility = draft.message.visibility
    evidence.people = key == 0 ? nil : people.knownRole(key, at: draft.message.at)
    evidence.isAutomatic = isAutomatic
    evidence.column = column
    evidence.association = association
    (draft.message.role, draft.basis) = evidence.role
    return key
  }

  /// Gives a message without an id one that is made from its contents: `c:` and sixteen hexadecimal digits.
  private func identify(_ draft: inout Draft, author: UInt64, into batch: inout TicketBatch) {
    var hash = ContentHash()
    hash.combine(author)
    hash.combine(UInt64(bitPattern: draft.message.at?.seconds ?? Int64.min))
    hash.combine(batch.bytes.span.extracting(draft.message.text.range))
    draft.identity = hash.value
    let start = batch.bytes.count
    batch.bytes.append(UInt8(ascii: "c"))
    batch.bytes.append(UInt8(ascii: ":"))
    var shift: UInt64 = 60
    while true {
      let digit = UInt8(truncatingIfNeeded: hash.value >> shift & 15)
      batch.bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      if shift == 0 { break }
      shift -= 4
    }
    draft.message.id = ByteRange(start..<batch.bytes.count)
  }

  /// Makes sure that a ticket has its request: the description, else the message with which it was opened, else
  /// what the requester wrote before any public staff message, else the summary.
  mutating func chooseRequest(_ ticket: inout Ticket, into batch: inout TicketBatch) {
    if let request = drafts.firstIndex(where: { $0.message.kind == .request }) {
      // Some tools repeat the description as the first message.
      let text = drafts[request].message.text
      for i in drafts.indices.prefix(4) where i != request && drafts[i].message.text.count == text.count {
        let bytes = batch.bytes.span
        if ContentHash.of(bytes.extracting(drafts[i].message.text.range))
          == ContentHash.of(bytes.extracting(text.range)),
          drafts[i].message.kind == .reply
        {
          drafts[i].message.kind = .request
          drafts[i].message.role = .requester
          drafts[i].basis = .request
          drafts.remove(at: request)
          return
        }
      }
      return
    }
    if let first = drafts.first?.message, let at = first.at, first.visibility == .public,
      first.kind == .reply,
      let opened = ticket.openedAt, abs(at.seconds - opened.seconds) < 60
    {
      drafts[0].message.kind = .request
      if first.role == .unknown {
        drafts[0].message.role = .requester
        drafts[0].basis = .request
      }
      return
    }
    for i in drafts.indices {
      let message = drafts[i].message
      if message.visibility == .internal || message.role == .system { continue }
      if message.role == .requester {
        drafts[i].message.kind = .request
        return
      }
      if message.role == .staff || message.kind == .resolution { break }
    }
    if ticket.summary.isEmpty { return }
    var draft = Draft()
    draft.message.text = ticket.summary
    draft.message.at = ticket.openedAt
    draft.message.author = ticket.requester
    draft.message.role = .requester
    draft.message.kind = .request
    draft.basis = .request
    let start = batch.bytes.count
    batch.bytes.append(contentsOf: "summary".utf8)
    draft.message.id = ByteRange(start..<batch.bytes.count)
    drafts.insert(draft, at: 0)
  }
}
