internal import Statistics
internal import TemporaryFiles
internal import Tickets

/// The tickets that are compared, in an order of their own: the same tickets give the same rows whatever the order
/// in which they were read or merged, and so the same sums to the last bit.
///
/// Codes are numbered anew, the most frequent value first (ties by name), rows are sorted by their covariates,
/// then by assignee, rules and outcome, and equal rows become one with a count.
public struct ComparedTickets: Sendable {
  /// Covariates of the cohort, in the order in which columns are kept where some determine others.
  enum Covariates {
    static let priority = 0
    static let category = 1
    static let group = 2
    static let requestWords = 3
    static let month = 4
    static let staffMessages = 5
    static let staffWords = 6
    static let reassignments = 7

    static let ticket = [priority, category, group, requestWords, month]
    static let thread = ticket + [staffMessages, staffWords]
  }

  /// A level of a covariate whose tickets let us expect fewer reopens than this joins the others like it.
  static let leastExpectedInLevel = 5.0

  let cohort: Cohort
  /// How many tickets each row stands for.
  let counts: [UInt32]
  let outcomes: [OutcomeBits]
  /// The stratum (priority × category × group, not pooled) of every row, in ascending order.
  let strata: [UInt32]
  let stratumCount: Int
  /// The assignee of every row.
  let clusters: [UInt32]
  let found: RuleColumn
  let looked, foundTwice, foundThrice, lookedDifference, foundDifference: CodedRuleColumn
  let reassignments: [UInt8]
  /// Whether reassignments before the first resolution are known of any ticket.
  let knowsReassignments: Bool
  /// Values of a covariate that were joined because they are rare.
  let pooledLevels: [(name: String, count: Int)]

  /// Number of compared tickets.
  public let ticketCount: Int
  /// Number of rows: combinations of everything that is known of a ticket.
  public var rowCount: Int { counts.count }

  /// Puts the eligible rows of a table in order.
  ///
  /// The table's columns are let go as they are used up, which frees their memory if nobody else holds the table; the
  /// memory behind rows in files is given back.
  ///
  /// - Returns: `nil` if there is none, or more than 2³² − 1.
  /// - Complexity: O(rows log rows).
  public init?(_ table: consuming ObservationTable, _ eligibility: Eligibility) {
    guard !eligibility.rows.isEmpty else { return nil }
    var table = table
    let rows = eligibility.rows
    let events = eligibility.total.events
    let rate = Double(events) / Double(rows.count)
    let priority = CanonicalCodes(table.priority, table.priorities, rows, rate)
    let category = CanonicalCodes(table.category, table.categories, rows, rate)
    let group = CanonicalCodes(table.group, table.groups, rows, rate)
    let assignee = CanonicalCodes(table.assignee, table.assignees, rows, 0)
    let month = Months(table.cuts, rows, rate)

    // A mixed-radix number of all covariates and the assignee, as far as it fits; then everything else.
    var keys = SortKeys(count: rows.count)
    keys.append(levels: priority.levels) { priority.codes[Int(table.priority[Int(rows[$0])])] }
    keys.append(levels: category.levels) { category.codes[Int(table.category[Int(rows[$0])])] }
    keys.append(levels: group.levels) { group.codes[Int(table.group[Int(rows[$0])])] }
    keys.append(levels: Bins.words) { UInt32(table.requestWords[Int(rows[$0])]) }
    keys.append(levels: month.levels) { month.code(table.cuts[Int(rows[$0])]) }
    keys.append(levels: Bins.messages) { UInt32(table.staffMessages[Int(rows[$0])]) }
    keys.append(levels: Bins.words) { UInt32(table.staffWords[Int(rows[$0])]) }
    keys.append(levels: Bins.reassignments) { UInt32(table.reassignments[Int(rows[$0])]) }
    keys.append(levels: assignee.levels) { assignee.codes[Int(table.assignee[Int(rows[$0])])] }
    table.release()

    keys.sort { a, b in
      let (x, y) = (Int(rows[Int(a)]), Int(rows[Int(b)]))
      return Self.compare(table, x, y)
        ?? (eligibility.outcomes[Int(a)].rawValue < eligibility.outcomes[Int(b)].rawValue)
    }
    // One row for each run of equal ones.
    var starts: [UInt32] = []
    var counts: [UInt32] = []
    for (place, entry) in keys.entries.enumerated() {
      let before = keys.entries[max(0, place - 1)]
      let isNew =
        place == 0 || keys.precedes(before, entry) != nil
        || eligibility.outcomes[Int(entry.row)] != eligibility.outcomes[Int(before.row)]
        || Self.compare(table, Int(rows[Int(before.row)]), Int(rows[Int(entry.row)])) != nil
      if isNew {
        starts.append(entry.row)
        counts.append(1)
      } else {
        counts[counts.count - 1] += 1
      }
    }
    keys = SortKeys(count: 0)
    table.release()
    let chosen = starts.map { rows[Int($0)] }
    self.counts = counts
    outcomes = starts.map { eligibility.outcomes[Int($0)] }
    looked = table.looked.gathered(chosen)
    table.looked.release()
    table.looked = CodedRuleColumn()
    found = table.found.gathered(chosen)
    table.found.release()
    table.found = RuleColumn()
    foundTwice = table.foundTwice.gathered(chosen)
    foundThrice = table.foundThrice.gathered(chosen)
    lookedDifference = table.lookedDifference.gathered(chosen)
    foundDifference = table.foundDifference.gathered(chosen)
    let reassignments = chosen.map { table.reassignments[Int($0)] }
    self.reassignments = reassignments
    knowsReassignments = reassignments.contains { $0 != Bins.unknownReassignments }
    clusters = chosen.map { assignee.codes[Int(table.assignee[Int($0)])] }
    ticketCount = rows.count

    var strata: [UInt32] = []
    strata.reserveCapacity(chosen.count)
    var before = (UInt32.max, UInt32.max, UInt32.max)
    var stratum = UInt32.max
    for row in chosen {
      let own = (
        priority.codes[Int(table.priority[Int(row)])], category.codes[Int(table.category[Int(row)])],
        group.codes[Int(table.group[Int(row)])]
      )
      if own != before {
        stratum &+= 1
        before = own
      }
      strata.append(stratum)
    }
    self.strata = strata
    stratumCount = Int(stratum) + 1
    pooledLevels = [("priority", priority.pooled), ("category", category.pooled), ("group", group.pooled)]
      .filter { $0.1 > 1 }

    func column(_ code: (Int) -> UInt32) -> [UInt16] { chosen.map { UInt16(clamping: code(Int($0))) } }
    var codes: [[UInt16]] = []
    codes.append(column { priority.pooledCode(table.priority[$0]) })
    codes.append(column { category.pooledCode(table.category[$0]) })
    codes.append(column { group.pooledCode(table.group[$0]) })
    table.release()
    (table.priority, table.category, table.group) = (PagedColumn(), PagedColumn(), PagedColumn())
    codes.append(column { UInt32(table.requestWords[$0]) })
    codes.append(column { month.code(table.cuts[$0]) })
    table.release()
    table.cuts = PagedColumn()
    codes.append(column { UInt32(table.staffMessages[$0]) })
    codes.append(column { UInt32(table.staffWords[$0]) })
    codes.append(reassignments.map(UInt16.init))
    table.release()
    table = ObservationTable()
    let cohort = try? Cohort(
      covariates: [
        .categories(priority.kept), .categories(category.kept), .categories(group.kept),
        .scores(Bins.wordScores), .categories(month.levels), .scores(Bins.messageScores),
        .scores(Bins.wordScores), .categories(Bins.reassignments),
      ],
      codes: codes,
      clusters: clusters, counts: counts)
    guard let cohort else { return nil }
    self.cohort = cohort
  }

  /// The same tickets with a row for each. - Complexity: O(tickets × covariates).
  var oneRowEach: ComparedTickets? {
    if counts.allSatisfy({ $0 == 1 }) { return self }
    return ComparedTickets(repeating: self)
  }

  private init?(repeating other: ComparedTickets) {
    var rows: [UInt32] = []
    rows.reserveCapacity(other.ticketCount)
    for (row, count) in other.counts.enumerated() {
      for _ in 0..<count { rows.append(UInt32(row)) }
    }
    func gathered<Value>(_ values: [Value]) -> [Value] { rows.map { values[Int($0)] } }
    guard let cohort = try? other.cohort.gathering(rows) else { return nil }
    self.cohort = cohort
    counts = [UInt32](repeating: 1, count: rows.count)
    outcomes = gathered(other.outcomes)
    strata = gathered(other.strata)
    stratumCount = other.stratumCount
    clusters = gathered(other.clusters)
    looked = other.looked.gathered(rows)
    found = other.found.gathered(rows)
    foundTwice = other.foundTwice.gathered(rows)
    foundThrice = other.foundThrice.gathered(rows)
    lookedDifference = other.lookedDifference.gathered(rows)
    foundDifference = other.foundDifference.gathered(rows)
    reassignments = gathered(other.reassignments)
    knowsReassignments = other.knowsReassignments
    pooledLevels = other.pooledLevels
    ticketCount = other.ticketCount
  }

  /// Order of two rows of a table by what their rules say; `nil` if they say the same.
  private static func compare(_ table: ObservationTable, _ a: Int, _ b: Int) -> Bool? {
    compare(table.found[a], table.found[b])
      ?? compare(table.looked[a], table.looked[b])
      ?? compare(table.foundTwice[a], table.foundTwice[b])
      ?? compare(table.foundThrice[a], table.foundThrice[b])
      ?? compare(table.lookedDifference[a], table.lookedDifference[b])
      ?? compare(table.foundDifference[a], table.foundDifference[b])
  }

  private static func compare(_ a: RuleBits, _ b: RuleBits) -> Bool? {
    if a.low != b.low { return a.low < b.low }
    return a.high != b.high ? a.high < b.high : nil
  }
}

/// Codes numbered by falling frequency, ties by name.
private struct CanonicalCodes {
  /// The canonical code of each code of the table.
  let codes: [UInt32]
  let levels: Int
  /// Levels left when rare ones are joined.
  let kept: Int
  /// Levels that were joined.
  var pooled: Int { levels > kept ? levels - kept + 1 : 0 }

  init(_ column: PagedColumn<Int32>, _ book: CodeBook, _ rows: [UInt32], _ rate: Double) {
    var counts = [Int](repeating: 0, count: book.names.count)
    for row in rows { counts[Int(column[Int(row)])] += 1 }
    let used = counts.indices.filter { counts[$0] > 0 }.sorted { a, b in
      counts[a] != counts[b]
        ? counts[a] > counts[b]
        : book.names[a].unicodeScalars.lexicographicallyPrecedes(book.names[b].unicodeScalars)
    }
    var codes = [UInt32](repeating: 0, count: counts.count)
    for (code, old) in used.enumerated() { codes[old] = UInt32(code) }
    self.codes = codes
    levels = used.count
    let frequent = used.count { Double(counts[$0]) * rate >= ComparedTickets.leastExpectedInLevel }
    let rare = used.dropFirst(frequent).reduce(0) { $0 + counts[$1] }
    // Rare levels that are few even together join the least frequent of the others.
    let isEnough = Double(rare) * rate >= ComparedTickets.leastExpectedInLevel
    kept = max(1, isEnough ? frequent + 1 : frequent)
  }

  func pooledCode(_ code: Int32) -> UInt32 { min(codes[Int(code)], UInt32(kept - 1)) }
}

/// Months of the first resolution, joined with the next ones until each stretch lets us expect enough reopens.
private struct Months {
  private let first: Int
  private let stretch: [UInt32]
  let levels: Int

  init(_ cuts: PagedColumn<Int64>, _ rows: [UInt32], _ rate: Double) {
    var counts: [Int: Int] = [:]
    for row in rows { counts[Self.month(cuts[Int(row)]), default: 0] += 1 }
    let first = counts.keys.min() ?? 0
    let span = (counts.keys.max() ?? first) - first + 1
    // An export with times centuries apart is not worth a column a month.
    guard span <= 12_000 else {
      self.first = first
      stretch = []
      levels = 1
      return
    }
    var stretch = [UInt32](repeating: 0, count: span)
    var (level, expected) = (UInt32(0), 0.0)
    for month in 0..<span {
      if expected >= ComparedTickets.leastExpectedInLevel {
        level += 1
        expected = 0
      }
      stretch[month] = level
      expected += Double(counts[first + month] ?? 0) * rate
    }
    // What is left at the end joins the last full stretch.
    if expected < ComparedTickets.leastExpectedInLevel, level > 0 {
      for month in 0..<span where stretch[month] == level { stretch[month] = level - 1 }
      level -= 1
    }
    self.first = first
    self.stretch = stretch
    levels = Int(level) + 1
  }

  func code(_ seconds: Int64) -> UInt32 {
    let place = Self.month(seconds) - first
    return stretch.indices.contains(place) ? stretch[place] : 0
  }

  private static func month(_ seconds: Int64) -> Int {
    let date = Timestamp(seconds: seconds).civil
    return date.year * 12 + date.month
  }
}

/// Rows with a mixed-radix number to sort by, and whole columns where the number has no room left.
private struct SortKeys {
  struct Entry {
    var key: UInt64
    var row: UInt32
  }
  private(set) var entries: [Entry]
  private var product: UInt64 = 1
  private var rest: [[UInt32]] = []

  init(count: Int) { entries = (0..<UInt32(clamping: count)).map { Entry(key: 0, row: $0) } }

  mutating func append(levels: Int, _ code: (Int) -> UInt32) {
    let levels = UInt64(max(1, levels))
    if levels == 1 { return }
    let (next, overflow) = product.multipliedReportingOverflow(by: levels)
    guard rest.isEmpty && !overflow else {
      rest.append(entries.indices.map(code))
      return
    }
    product = next
    for place in entries.indices { entries[place].key = entries[place].key * levels + UInt64(code(place)) }
  }

  /// Order of two entries; `nil` if they are alike in every column.
  func precedes(_ a: Entry, _ b: Entry) -> Bool? {
    if a.key != b.key { return a.key < b.key }
    for column in rest where column[Int(a.row)] != column[Int(b.row)] {
      return column[Int(a.row)] < column[Int(b.row)]
    }
    return nil
  }

  /// Puts the entries in order, those alike by `tie`.
  mutating func sort(_ tie: (UInt32, UInt32) -> Bool) {
    let rest = rest
    entries.sort { a, b in
      if a.key != b.key { return a.key < b.key }
      for column in rest where column[Int(a.row)] != column[Int(b.row)] {
        return column[Int(a.row)] < column[Int(b.row)]
      }
      return tie(a.row, b.row)
    }
  }
}
