/// What a first look at the input found: what `inspect` prints, as values.
public struct ImportSurvey: Sendable {
  /// Whether all rows were looked at; if not, only the files' formats and columns are known, so far.
  public var isWhole = true
  /// The files, in the order in which they are read.
  public var files: [FileSurvey] = []
  /// Number of different ticket ids.
  public var tickets = 0
  /// Number of messages and changes whose ticket is not in the input.
  public var orphans = 0
  /// What is known about the people named in the input.
  public var people = PeopleSurvey()
  /// What the user should know before trusting the results.
  public var warnings: [Warning] = []
  /// What keeps the input from being read as it is. `Importer.read` throws the first that is not of kind
  /// `cutShort`; a file that breaks off is read up to there.
  public var faults: [ImportError] = []

  /// Something to know about a file.
  public struct Warning: Sendable, Equatable {
    /// The file, as the user named it; empty if it is about all of them.
    public var file: String
    /// What it is and what to do: lower case, no full stop.
    public var message: String

    /// A warning about `file`.
    public init(file: String, _ message: String) {
      self.file = file
      self.message = message
    }
  }

  /// A survey of nothing.
  public init() {}
}

/// What a file is.
public struct FormatSurvey: Sendable, Equatable {
  /// Its format: "CSV", "XML (ServiceNow)".
  public var format: String
  /// Its encoding's name.
  public var encoding: String
  /// How the encoding was told, with the byte that decided.
  public var encodingReason: String
  /// How fields are set apart and quoted, in words; empty where it does not apply.
  public var dialect: String

  /// A file of `format`.
  public init(format: String, encoding: String = "UTF-8", encodingReason: String = "", dialect: String = "") {
    self.format = format
    self.encoding = encoding
    self.encodingReason = encodingReason
    self.dialect = dialect
  }
}

/// What a first look at one file found.
public struct FileSurvey: Sendable {
  /// The file as the user named it.
  public var file: String
  /// What it is.
  public var format: FormatSurvey
  /// Its tables.
  public var tables: [TableSurvey] = []
  /// What its reader noticed.
  public var remarks: [String] = []

  /// Nothing found yet.
  public init(file: String, format: FormatSurvey) {
    self.file = file
    self.format = format
  }
}

/// What a first look at one table found.
public struct TableSurvey: Sendable {
  /// What the file calls it; empty where a file is one table.
  public var name: String
  /// The vendor whose shape it has; `nil` for no known one.
  public var preset: String?
  /// Whether that preset was ever tried on a real export.
  public var presetIsTried = true
  /// What a row is.
  public var kind: TableKind
  /// Number of rows.
  public var rows = 0
  /// Number of different ticket ids in tables that make tickets.
  public var tickets = 0
  /// The columns.
  public var columns: [ColumnSurvey] = []
  /// How dates with an open order of day and month are read; `nil` if there are none.
  public var dateOrder: DateOrder?
  /// How that was decided, in words.
  public var dateOrderReason = ""

  /// Nothing found yet.
  public init(name: String, kind: TableKind) {
    self.name = name
    self.kind = kind
  }
}

/// What a first look at one column found.
public struct ColumnSurvey: Sendable {
  /// Its name, as the header has it.
  public var name: String
  /// What it holds; `nil` if it is not used.
  public var field: Field?
  /// Why, in words.
  public var reason: String

  /// A column and what it holds.
  public init(name: String, field: Field?, reason: String) {
    self.name = name
    self.field = field
    self.reason = reason
  }
}

/// How many people there are of each sort.
public struct PeopleSurvey: Sendable, Equatable {
  /// Who asked for something.
  public var requesters = 0
  /// Who was assigned a ticket or resolved one.
  public var assignees = 0
  /// Who wrote an internal note.
  public var noteWriters = 0
  /// Machines, by their names.
  public var machines = 0
  /// Who is both a requester and an assignee somewhere.
  public var both = 0

  /// Nobody.
  public init() {}
}
