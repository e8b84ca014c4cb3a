/// Where a row that is needed later can be found again.
struct RowPlace: Sendable {
  /// Which of all tables it belongs to.
  var table: Int32
  /// Its line; rows that are read again don't know it.
  var line: Int32
  /// Offset in the table's file, or in the arena for rows of files that can't be read from the middle.
  var offset: Int64
}

/// Rows of messages and history, gathered by the ticket they belong to.
///
/// Sixteen bytes a row and four a ticket. After `sort()` those of a ticket are side by side, in the order in
/// which they were added.
struct StagedRows: Sendable {
  private var tickets: [UInt32] = []
  private var places: [RowPlace] = []
  private var starts: [UInt32] = []

  /// The ordinal under which rows without a ticket are kept.
  static let nobody = UInt32.max

  /// Number of rows.
  var count: Int { places.count }

  /// Adds a row of the ticket with an ordinal.
  mutating func add(_ place: RowPlace, ticket: UInt32) {
    tickets.append(ticket)
    places.append(place)
  }

  /// Puts rows of a ticket together: a counting sort, stable.
  ///
  /// - Parameter ticketCount: ordinals are below it, but for `nobody`, which comes last.
  mutating func sort(ticketCount: Int) {
    var starts = [UInt32](repeating: 0, count: ticketCount + 2)
    func bucket(_ ticket: UInt32) -> Int { ticket == Self.nobody ? ticketCount : Int(ticket) }
    for ticket in tickets { starts[bucket(ticket) + 1] += 1 }
    for i in 1..<starts.count { starts[i] += starts[i - 1] }
    var next = starts
    var sorted = [RowPlace](repeating: RowPlace(table: 0, line: 0, offset: 0), count: places.count)
    for (ticket, place) in zip(tickets, places) {
      let bucket = bucket(ticket)
      sorted[Int(next[bucket])] = place
      next[bucket] += 1
    }
    places = sorted
    tickets = []
    self.starts = starts
  }

  /// The rows of a ticket, after `sort`.
  subscript(ticket: Int) -> ArraySlice<RowPlace> {
    guard ticket + 1 < starts.count else { return [] }
    return places[Int(starts[ticket])..<Int(starts[ticket + 1])]
  }

  /// The rows that belong to no ticket, after `sort`.
  var orphans: ArraySlice<RowPlace> { starts.count < 2 ? [] : self[starts.count - 2] }
}
