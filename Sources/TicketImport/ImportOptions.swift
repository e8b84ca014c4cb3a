public import Tickets

/// What a user can say about files that their contents do not.
public struct ImportOptions: Sendable {
  /// Columns mapped by hand; they go before everything that is recognised.
  public var mapping: [MappedColumn] = []
  /// The zone of times that are written without one; `nil` if the user did not say, which reads them as UTC and
  /// is noted in the survey.
  public var zone: ZoneRules?
  /// The order of day and month in dates such as 03/04/2026; `nil` to decide it from the files.
  public var dateOrder: DateOrder?
  /// What states mean whose names are not known, or mean something else here; case and punctuation do not count.
  public var states: [StateMeaning] = []
  /// Names and addresses of staff, `*` for any run of characters.
  public var staffPatterns: [String] = []
  /// Names and addresses of requesters, `*` for any run of characters.
  public var requesterPatterns: [String] = []
  /// The name of the encoding of files that are not UTF-8; `nil` to tell it from their bytes.
  public var encoding: String?
  /// The sheet to read of a workbook; `nil` for the first that is not hidden.
  public var sheet: String?
  /// The element of an XML file that is a ticket: its path, or the last names of one; `nil` to tell it from the file.
  public var xmlRecord: String?
  /// The element within a ticket that is a message, likewise; `nil` for all that repeat within it.
  public var xmlMessage: String?
  /// Longest field in bytes; a row with a longer one is rejected.
  public var maximumFieldBytes = 10_000_000
  /// Whether to read past control characters in XML.
  public var recover = false
  /// Where temporary files may be written.
  public var temporaryFolder = "/tmp"
  /// Bytes that what grows with the input may take in memory: ids, copies of rows, observations, replies that wait.
  /// What is more goes to temporary files. The same comes out for any number.
  public var memory = ImportOptions.usualMemory
  /// So much that a run stays below 128 MB in all.
  public static let usualMemory = 32 << 20
  /// The least that ``memory`` may be.
  public static let leastMemory = 1 << 20
  /// Largest temporary copy of a file's rows; a file with more is parsed twice instead.
  public var copyBytes = 4 << 30
  /// How much of a batch's text is enough: a batch ends with the ticket that passes it.
  public var batchBytes = 2 << 20

  /// The defaults.
  public init() {}

  /// What one array of an index may take in memory: there are some twenty, and few are large at a time.
  var memoryOfArray: Int { memory / 32 }

  /// A new store of copies of rows.
  func arena() -> RecordArena { RecordArena(folder: temporaryFolder, memoryLimit: memory / 16) }
}

/// What a state means, as a user says it.
public struct StateMeaning: Sendable, Equatable {
  /// The state's name, as the tool has it.
  public var name: String
  /// What it means.
  public var category: StatusCategory

  /// `name` means `category`.
  public init(name: String, category: StatusCategory) {
    self.name = name
    self.category = category
  }
}
