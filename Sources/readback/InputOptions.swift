import ArgumentParser
import Outcomes
import Pipeline
import TicketImport
import Tickets

/// What every command that reads exports understands.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      """
      Exports to read: CSV, XML, XLSX, JSON or mail, packed or not; folders and patterns too; - for standard input. \
      Tickets, messages and history may be in separate files.
      """, valueName: "file"))
  var files: [String] = []

  @Option(
    name: .customLong("map"),
    help: ArgumentHelp(
      "Say which column holds what, where that is not recognised; repeatable.", valueName: "field=column"))
  var mappings: [String] = []

  @Option(
    name: .customLong("state"),
    help: ArgumentHelp(
      "Say what a state means: open, resolved, closed or cancelled; repeatable.", valueName: "name=meaning"))
  var states: [String] = []

  @Option(
    help: ArgumentHelp("Zone of times that are written without one.", valueName: "Europe/Berlin|+01:00"))
  var timezone: String?

  @Option(help: ArgumentHelp("Order of day and month where dates don't tell.", valueName: "dmy|mdy"))
  var dateOrder: String?

  @Option(
    name: .customLong("staff"),
    help: ArgumentHelp("Names or addresses of staff, * for anything; repeatable.", valueName: "pattern"))
  var staffPatterns: [String] = []

  @Option(
    name: .customLong("requester"),
    help: ArgumentHelp("Names or addresses of requesters, * for anything; repeatable.", valueName: "pattern"))
  var requesterPatterns: [String] = []

  @Option(
    help: ArgumentHelp(
      "Encoding of files that are not UTF-8; told from their bytes unless given.", valueName: "name"))
  var encoding: String?

  @Option(
    help: ArgumentHelp("Sheet of a workbook; the first that is not hidden unless given.", valueName: "name"))
  var sheet: String?

  @Option(
    help: ArgumentHelp(
      "Element of an XML file of no known kind that is a ticket.", valueName: "path"))
  var xmlRecord: String?

  @Option(
    help: ArgumentHelp(
      "Element within it that is a message; all that repeat unless given.", valueName: "path"))
  var xmlMessage: String?

  @Flag(help: "Read on past control characters that XML forbids.")
  var recover = false

  @Option(
    help: ArgumentHelp(
      "Longest field in bytes, 10000000 unless given; a row with a longer one is rejected.",
      valueName: "bytes"))
  var maxField: Int?

  @Option(
    help: ArgumentHelp(
      """
      Memory for what grows with the input while it is read; what is more goes to temporary files. 32M unless given, 1M at \
      least. The report is the same.
      """, valueName: "size"))
  var memory: String?

  /// The same as values of a configuration, by the paths of their keys.
  func settings(_ options: ImportOptions) -> [String: [(name: String?, text: String)]] {
    var settings: [String: [(name: String?, text: String)]] = [:]
    func set(_ path: String, _ text: String?) {
      if let text { settings[path] = [(nil, text)] }
    }
    settings["import.map"] = options.mapping.map { ($0.field, $0.column) }
    settings["import.states"] = options.states.map { ($0.name, "\($0.category)") }
    settings["import.staff"] = staffPatterns.map { (nil, $0) }
    settings["import.requesters"] = requesterPatterns.map { (nil, $0) }
    set("import.timezone", timezone)
    set("import.date_order", dateOrder)
    set("import.encoding", encoding)
    set("import.sheet", sheet)
    set("import.xml_record", xmlRecord)
    set("import.xml_message", xmlMessage)
    set("import.recover", recover ? "yes" : nil)
    return settings
  }

  /// How the files are to be read.
  ///
  /// - Parameter base: what holds where the command line says nothing.
  func importing(over base: ImportOptions = ImportOptions()) throws -> ImportOptions {
    if files.isEmpty { throw ValidationError("no file given; try: readback analyze export.csv") }
    var options = base
    for text in mappings {
      guard let sign = text.firstIndex(of: "="), sign != text.startIndex,
        text.index(after: sign) != text.endIndex
      else { throw ValidationError("--map \(text): FIELD=COLUMN is expected, such as status=State") }
      options.mapping.append(
        MappedColumn(field: String(text[..<sign]), column: String(text[text.index(after: sign)...])))
    }
    for text in states {
      // A state's name may hold the sign; its meaning does not.
      let meanings: [String: StatusCategory] = [
        "open": .open, "resolved": .resolved, "closed": .closed, "cancelled": .cancelled,
      ]
      guard let sign = text.lastIndex(of: "="), sign != text.startIndex,
        let category = meanings[String(text[text.index(after: sign)...])]
      else {
        throw ValidationError("--state \(text): NAME=open, =resolved, =closed or =cancelled is expected")
      }
      options.states.append(StateMeaning(name: String(text[..<sign]), category: category))
    }
    if let timezone { options.zone = try ZoneRules(named: timezone) }
    if let encoding { options.encoding = encoding }
    if let sheet { options.sheet = sheet }
    if let xmlRecord { options.xmlRecord = xmlRecord }
    if let xmlMessage { options.xmlMessage = xmlMessage }
    if let dateOrder {
      guard let order = DateOrder(rawValue: dateOrder) else {
        throw ValidationError("--date-order \(dateOrder): dmy or mdy is expected")
      }
      options.dateOrder = order
    }
    options.staffPatterns += staffPatterns
    options.requesterPatterns += requesterPatterns
    if recover { options.recover = true }
    options.temporaryFolder = Console.temporaryFolder
    if let maxField { options.maximumFieldBytes = maxField }
    if let memory {
      guard let bytes = MemorySize.bytes(memory), bytes >= ImportOptions.leastMemory else {
        throw ValidationError("--memory \(memory): 1M or more is expected, such as 64M or 1G")
      }
      options.memory = bytes
    }
    return options
  }
}

/// Which tickets, and what counts as a reopen.
struct SelectionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only tickets opened on this day or later.", valueName: "2026-01-31"))
  var since: String?

  @Option(help: ArgumentHelp("Only tickets opened before this day.", valueName: "2026-07-01"))
  var until: String?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only tickets with this value: group, category, priority, assignee, channel, kind or status; repeatable.",
      valueName: "group=Network"))
  var conditions: [String] = []

  @Option(
    help: ArgumentHelp(
      "Days after the first resolution in which a reopen counts, or none; 14 unless given.",
      valueName: "days|none"))
  var window: String?

  @Option(
    help: ArgumentHelp(
      "Days after which the tool closes resolved tickets for good; the window ends there.", valueName: "days")
  )
  var autoClose: Int?

  @Option(
    help: ArgumentHelp(
      "The last moment the export knows of; its latest event unless told.", valueName: "2026-07-01"))
  var asOf: String?

  @Flag(
    help: """
      Take whole tickets as last exported, text from after a reopen included. For comparison with other reports only.
      """)
  var allowLeaky = false

  /// - Parameter base: what holds where the command line says nothing.
  func filter(over base: TicketFilter = TicketFilter()) throws -> TicketFilter {
    TicketFilter(
      since: try Self.day(since, "--since") ?? base.since,
      until: try Self.day(until, "--until") ?? base.until,
      conditions: try base.conditions
        + conditions.map { text in
          guard let condition = TicketFilter.Condition(text) else {
            let known = TicketFilter.Field.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--where \(text): FIELD=VALUE is expected, with FIELD one of \(known)")
          }
          return condition
        })
  }

  /// - Parameter base: what holds where the command line says nothing.
  func cut(over base: CutPolicy = CutPolicy()) throws -> CutPolicy {
    var policy = base
    policy.allowsLeak = allowLeaky
    policy.asOf = try Self.day(asOf, "--as-of")
    if let window { policy.windowDays = try Self.days(window) }
    if let autoClose {
      guard (1...3650).contains(autoClose) else {
        throw ValidationError("--auto-close \(autoClose): a number of days is expected")
      }
      policy.closingDays = autoClose
    }
    return policy
  }

  /// What `--window` says.
  static func days(_ window: String) throws -> Int? {
    if window == "none" { return nil }
    guard let days = Int(window), (1...3650).contains(days) else {
      throw ValidationError("--window \(window): a number of days or “none” is expected")
    }
    return days
  }

  /// A day given with `option`.
  static func day(_ text: String?, _ option: String) throws -> Timestamp? {
    guard let text else { return nil }
    guard let day = Timestamp(day: text) else {
      throw ValidationError("\(option) \(text): a date such as 2026-01-31 is expected")
    }
    return day
  }
}
