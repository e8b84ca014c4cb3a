/// Where a row that is needed later can be found again.
struct RowPlace: Sendable, BitwiseCopyable {
  /// Which of all tables it belongs to.
  var table: Int32
  /// Its line; rows that are read again don't know it.
  var line: Int32
  /// Offset in the table's file, or in the arena for rows of files that can't be read from the middle.
  var offset: Int64
}

/// Rows of messages and history, gathered by the ticket they belong to.
///
/// Sixteen bytes a row and four a ticket, in files once there are millions; see ``PagedArray``. After `sort()` those of
/// a ticket are side by side, in the order in which they were added.
struct StagedRows: Sendable {
  private let folder: String
  private let limit: Int
  private var tickets: PagedArray<UInt32>
  private var places: PagedArray<RowPlace>
  private var starts: PagedArray<UInt32>

  /// The ordinal under which rows without a ticket are kept.
  static let nobody = UInt32.max

  /// No rows yet.
  ///
  /// - Parameters:
  ///   - folder: where temporary files may be.
  ///   - limit: bytes of each of its parts from which on it is in a file.
  init(in folder: String, limit: Int = 8 << 20) {
    self.folder = folder
    self.limit = limit
    tickets = PagedArray(in: folder, limit: limit)
    places = PagedArray(in: folder, limit: limit)
    starts = PagedArray(in: folder, limit: limit)
  }

  /// Number of rows.
  var count: Int { places.count }

  /// Adds a row of the ticket with an ordinal.
  mutating func add(_ place: RowPlace, ticket: UInt32) throws(ImportError) {
    try tickets.append(ticket)
    try places.append(place)
    if places.count % IDIndex.betweenReleases == 0 { release() }
  }

  /// Puts rows of a ticket together: a counting sort, stable.
  ///
  /// - Parameter ticketCount: ordinals are below it, but for `nobody`, which comes last.
  mutating func sort(ticketCount: Int) throws(ImportError) {
    func bucket(_ ticket: UInt32) -> Int { ticket == Self.nobody ? ticketCount : Int(ticket) }
    // While sorting, the start of bucket b is at b + 1 and moves on to its end.
    var starts = try PagedArray<UInt32>(repeating: 0, count: ticketCount + 2, in: folder, limit: limit)
    for row in 0..<tickets.count {
      let after = bucket(tickets[row]) + 1
      starts[after] = starts[after] + 1
      if row % IDIndex.betweenReleases == 0 { starts.release() }
    }
    var total: UInt32 = 0
    for bucket in 1..<starts.count {
      let size = starts[bucket]
      starts[bucket] = total
      total += size
    }
    var sorted = try PagedArray(
      repeating: RowPlace(table: 0, line: 0, offset: 0), count: places.count, in: folder, limit: limit)
    for row in 0..<tickets.count {
      let next = bucket(tickets[row]) + 1
      sorted[Int(starts[next])] = places[row]
      starts[next] = starts[next] + 1
      if row % IDIndex.betweenReleases == 0 {
        sorted.release()
        starts.release()
        places.release()
      }
    }
    places = sorted
    tickets.removeAll()
    self.starts = starts
  }

  /// Where in the order after `sort` the rows of a ticket are: what ``place(_:)`` takes.
  subscript(ticket: Int) -> Range<Int> {
    guard ticket >= 0, ticket + 1 < starts.count else { return 0..<0 }
    return Int(starts[ticket])..<Int(starts[ticket + 1])
  }

  /// A row by its place in the order.
  func place(_ index: Int) -> RowPlace { places[index] }

  /// The rows that belong to no ticket, after `sort`.
  var orphans: Range<Int> { starts.count < 2 ? 0..<0 : self[starts.count - 2] }

  /// Lets the system take back the memory behind what is in files.
  func release() {
    tickets.release()
    places.release()
    starts.release()
  }
}
