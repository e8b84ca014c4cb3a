/// Which columns of a table hold which fields, for one kind of table.
struct ColumnMap: Sendable {
  /// For each field (by raw value) the first column that holds it; -1 for none.
  private var first: [Int]
  /// For repeatable fields all columns that hold them.
  private var all: [Field: [Int]] = [:]
  /// For each column the field it holds.
  private(set) var fields: [Field?]
  /// For each column why it is mapped as it is, in words.
  private(set) var reasons: [String]

  /// A map of `columns` columns without any field.
  init(columns: Int) {
    first = Array(repeating: -1, count: Field.allCases.count)
    fields = Array(repeating: nil, count: columns)
    reasons = Array(repeating: "", count: columns)
  }

  /// The column that holds a field; -1 for none.
  subscript(field: Field) -> Int { first[field.rawValue] }

  /// All columns that hold a repeatable field.
  func columns(of field: Field) -> [Int] { all[field] ?? (self[field] < 0 ? [] : [self[field]]) }

  /// Whether some column holds the field.
  func has(_ field: Field) -> Bool { self[field] >= 0 }

  /// Says that a column holds a field.
  mutating func assign(_ field: Field, to column: Int, because reason: String) {
    if fields[column] == nil {
      fields[column] = field
      reasons[column] = reason
    }
    if field.isRepeatable { all[field, default: []].append(column) }
    if first[field.rawValue] < 0 { first[field.rawValue] = column }
  }

  /// Notes why a column that carries a known name is not used.
  mutating func note(_ column: Int, _ reason: String) {
    if reasons[column].isEmpty { reasons[column] = reason }
  }
}

/// What a user said about columns: `--map field=column`.
public struct MappedColumn: Sendable, Equatable {
  /// The field's name: as ``Field/name`` has it.
  public var field: String
  /// The column's name as its header has it (case and punctuation do not count).
  public var column: String

  /// `field` is in `column`.
  public init(field: String, column: String) {
    self.field = field
    self.column = column
  }
}

extension ColumnMap {
  /// Finds the fields of a table by the names of its columns, checked against their values.
  ///
  /// What the user mapped comes first, then the preset's names, then the known ones, the surest name of each
  /// first; a column whose values contradict its name is passed over. one column holds one field.
  init(
    columns: [String], kind: TableKind, preset: Preset?, profiles: [ColumnProfile],
    mapped: [(field: Field, column: FoldedWord)]
  ) {
    self.init(columns: columns.count)
    let words = columns.map { FoldedWord($0) }
    let ignored = Set((preset?.ignored ?? []).map { FoldedWord($0) })
    for (field, word) in mapped where Self.belongs(field, to: kind) {
      if let column = words.firstIndex(of: word) { assign(field, to: column, because: "mapped by you") }
    }
    let taken = Set(mapped.map(\.field))
    for list in Self.lists(for: kind) {
      for (field, names) in list where !taken.contains(field) {
        let own = preset?.names[field] ?? []
        let localised = LocalizedNames.names(of: field, in: kind)
        for (rank, name) in (own + names + localised).enumerated() {
          let word = FoldedWord(name)
          if ignored.contains(word) && rank >= own.count { continue }
          var isFound = false
          for column in columns.indices where words[column] == word {
            if let taken = fields[column], !Self.mayShare(field, with: taken) { continue }
            if let objection = objection(to: field, named: word, profile: profiles[safe: column]) {
              note(column, "looks like \(field.name) by its name, but \(objection)")
              continue
            }
            assign(
              field, to: column, because: Self.reason(field, name: columns[column], profiles[safe: column]))
            isFound = true
            if !field.isRepeatable { break }
          }
          if isFound { break }
        }
      }
    }
  }

  /// Whether a column may hold a field beside another: an account may be all that names a person.
  private static func mayShare(_ field: Field, with taken: Field) -> Bool {
    field == .requesterID && taken == .requester || field == .assigneeID && taken == .assignee
  }

  private func objection(to field: Field, named word: FoldedWord, profile: ColumnProfile?) -> String? {
    guard let profile else { return nil }
    if field == .resolution, Self.ambiguousResolutions.contains(word), profile.holdsCodes {
      return "its values are codes, not texts"
    }
    return profile.objection(to: field)
  }

  /// Names under which some tools keep a code ("Fixed") and others a closing text.
  private static let ambiguousResolutions: Set<FoldedWord> = [
    FoldedWord("resolution"), FoldedWord("solution"), FoldedWord("resolution text"),
  ]

  private static func reason(_ field: Field, name: String, _ profile: ColumnProfile?) -> String {
    guard let profile, profile.rows > 0 else { return "by its name" }
    if profile.filled == 0 { return "by its name; without values in the first \(profile.rows) rows" }
    if field.isDate { return "by its name; \(profile.dates) of \(profile.filled) values are dates" }
    return "by its name"
  }

  /// The names to look for in a table of a kind, in the order in which columns are taken.
  private static func lists(for kind: TableKind) -> [[(field: Field, names: [String])]] {
    switch kind {
    case .tickets, .events: [KnownNames.ofTickets]
    case .conversation: [KnownNames.ofMessages.filter { $0.field != .messageTicket }, KnownNames.ofTickets]
    case .messages: [KnownNames.ofMessages]
    case .history: [KnownNames.ofHistory]
    case .satisfaction: [KnownNames.ofSatisfaction]
    case .people: [KnownNames.ofPeople]
    case .other: []
    }
  }

  private static func belongs(_ field: Field, to kind: TableKind) -> Bool {
    lists(for: kind).contains { $0.contains { $0.field == field } }
  }
}

extension Array {
  /// The element at an index, or `nil` beyond the ends.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
