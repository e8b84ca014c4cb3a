/// Decides what the rows of a table are, from its columns and the first rows' values.
enum TableClassifier {
  /// What the rows are, and which columns hold what.
  static func classify(
    table: String, columns: [String], preset: Preset?, profiles: [ColumnProfile],
    mapped: [(field: Field, column: FoldedWord)]
  ) -> (TableKind, ColumnMap) {
    func map(_ kind: TableKind) -> ColumnMap {
      ColumnMap(columns: columns, kind: kind, preset: preset, profiles: profiles, mapped: mapped)
    }
    if let known = preset?.tables[table] { return (known, map(known)) }

    let asPeople = map(.people)
    if asPeople.has(.personName), asPeople.has(.personRole), columns.count <= 8, !map(.tickets).has(.id) {
      return (.people, asPeople)
    }
    let asTicket = map(.tickets)
    let hasTicketFields = asTicket.has(.summary) || asTicket.has(.status) || asTicket.has(.resolvedAt)
    let asHistory = map(.history)
    if asHistory.has(.historyTicket), asHistory.has(.historyAt), asHistory.has(.historyTo),
      asHistory.has(.historyField) || asHistory.has(.historyFrom), !asTicket.has(.summary)
    {
      return (.history, asHistory)
    }
    let asSatisfaction = map(.satisfaction)
    if asSatisfaction.has(.messageTicket), asSatisfaction.has(.csat), columns.count <= 8, !hasTicketFields,
      !asTicket.has(.description), !asTicket.has(.openedAt) || asSatisfaction.has(.messageAt)
    {
      return (.satisfaction, asSatisfaction)
    }
    let asMessages = map(.messages)
    if asMessages.has(.messageTicket), asMessages.has(.messageText),
      asMessages.has(.messageAt) || asMessages.has(.messageAuthor), !hasTicketFields
    {
      return (.messages, asMessages)
    }
    // A ticket's fields on every row of its messages: the ids repeat, the texts don't.
    if asTicket.has(.id), asMessages.has(.messageText),
      asMessages.has(.messageAt) || asMessages.has(.messageAuthor)
    {
      let asConversation = map(.conversation)
      if let ids = profiles[safe: asConversation[.id]], ids.filled > 1, ids.distinct * 4 < ids.filled * 3,
        let texts = profiles[safe: asConversation[.messageText]], texts.distinct > ids.distinct
      {
        return (.conversation, asConversation)
      }
    }
    if asTicket.has(.id) { return (.tickets, asTicket) }
    return (.other, ColumnMap(columns: columns.count))
  }
}
