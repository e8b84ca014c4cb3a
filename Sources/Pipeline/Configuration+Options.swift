import Outcomes
import Rules
import TicketImport
public import Tickets

extension Configuration {
  /// What a run is asked to do, but for its files.
  ///
  /// - Parameter temporaryFolder: where temporary files may be written.
  /// - Throws: ``YAMLError`` for a value that doesn't fit, or a file it names that doesn't; `ImportError` for a zone
  ///   that isn't known; ``RuleSetError`` for more rules than fit; `PackImage.Fault` if the binary carries broken packs.
  public func analysisOptions(temporaryFolder: String, today: Timestamp) throws -> AnalysisOptions {
    var options = AnalysisOptions(paths: [])
    options.importing = try importOptions(temporaryFolder: temporaryFolder)
    options.filter = try ticketFilter()
    options.cut = CutPolicy(windowDays: try days("reopens.window"))
    options.cut.closingDays = try days("reopens.auto_close")
    let set = try ruleSet()
    options.rules = set
    if let suppressions = givenText("rules.suppressions").map(path) {
      let known = try RuleSet(set.packs, strictness: .strict).abouts.map(\.id)
      options.suppressions = try Suppressions.parse(
        try PackFolder.text(of: suppressions), file: suppressions, rules: known)
    }
    options.today = today
    if let baseline = givenText("rules.baseline").map(path) {
      let text = try PackFolder.text(of: baseline)
      do throws(Baseline.Fault) {
        options.baseline = try Baseline.parse(text)
      } catch {
        throw YAMLError(file: "\(baseline):\(error.line)", message: error.description)
      }
    }
    options.isMasked = try flag("report.mask")
    options.ticketURL = givenText("report.ticket_url")
    if let url = options.ticketURL, !url.contains("{id}") {
      throw fault("report.ticket_url", "{id} is missing, the place of the ticket's number")
    }
    options.estimation.smallestEffect = try decimal("report.smallest_effect", above: 1) ?? 1.25
    return options
  }

  private func days(_ path: String) throws(YAMLError) -> Int? {
    guard let seconds = try duration(path) else { return nil }
    guard seconds % 86_400 == 0, (1...3650).contains(seconds / 86_400) else {
      throw fault(path, "a number of days is expected, or “none”")
    }
    return Int(seconds / 86_400)
  }

  private func importOptions(temporaryFolder: String) throws -> ImportOptions {
    var options = ImportOptions()
    options.temporaryFolder = temporaryFolder
    options.mapping = given("import.map").map { MappedColumn(field: $0.name ?? "", column: $0.text) }
    let meanings: [String: StatusCategory] = [
      "open": .open, "resolved": .resolved, "closed": .closed, "cancelled": .cancelled,
    ]
    for item in given("import.states") {
      guard let category = meanings[item.text] else {
        throw fault(item, "a state means open, resolved, closed or cancelled")
      }
      options.states.append(StateMeaning(name: item.name ?? "", category: category))
    }
    if let zone = given("import.timezone").first {
      do throws(ImportError) {
        options.zone = try ZoneRules(named: zone.text)
      } catch {
        throw fault(zone, error.message)
      }
    }
    if let order = given("import.date_order").first {
      guard let known = DateOrder(rawValue: order.text) else { throw fault(order, "dmy or mdy is expected") }
      options.dateOrder = known
    }
    options.staffPatterns = texts("import.staff")
    options.requesterPatterns = texts("import.requesters")
    options.encoding = givenText("import.encoding")
    options.sheet = givenText("import.sheet")
    options.xmlRecord = givenText("import.xml_record")
    options.xmlMessage = givenText("import.xml_message")
    options.recover = try flag("import.recover")
    options.maximumFieldBytes = try number("import.max_field", in: 1...1_000_000_000)
    return options
  }

  private func ticketFilter() throws(YAMLError) -> TicketFilter {
    var filter = TicketFilter(since: try day("tickets.since"), until: try day("tickets.until"))
    for item in given("tickets.where") {
      guard let condition = TicketFilter.Condition("\(item.name ?? "")=\(item.text)") else {
        let known = TicketFilter.Field.allCases.map(\.rawValue).joined(separator: ", ")
        throw fault(item, "unknown column; known are \(known)")
      }
      filter.conditions.append(condition)
    }
    return filter
  }

  /// The rules, with the desk's packs, words and hours.
  private func ruleSet() throws -> RuleSet {
    let strictness = try choice("rules.strictness", ["default": Strictness.default, "strict": .strict])
    var packs: [Pack] = []
    for folder in texts("rules.packs") { packs += try PackFolder.read(path(folder)) }
    if let vocabulary = givenText("rules.vocabulary").map(path) {
      packs += try DeskVocabulary.parse(try PackFolder.text(of: vocabulary), file: vocabulary).packs
    }
    var desk = DeskOptions()
    desk.readers = try choice("rules.readers", ["mixed": .mixed, "lay": .lay, "technical": .technical])
    desk.working = try workingTime()
    desk.updates = UpdateTargets(byPriority: try updates())
    return try RuleSet(PackIndex.builtIn(adding: packs, options: desk), strictness: strictness)
  }

  private func workingTime() throws(YAMLError) -> WorkingTime {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    var days: Set<Int> = []
    for name in texts("calendar.days") {
      guard let day = names.firstIndex(of: String(name.lowercased().prefix(3))) else {
        throw fault("calendar.days", "“\(name)” is none of \(names.joined(separator: ", "))")
      }
      days.insert(day)
    }
    let hours = text("calendar.hours").split(separator: "-", omittingEmptySubsequences: false).map(Self.clock)
    guard hours.count == 2, let start = hours[0], let end = hours[1], start < end else {
      throw fault("calendar.hours", "hours such as 09:00-17:00 are expected")
    }
    guard let offset = ZoneRules(offset: text("calendar.utc_offset")) else {
      throw fault("calendar.utc_offset", "an offset such as +01:00 is expected")
    }
    var holidays: Set<Int64> = []
    for item in given("calendar.holidays") { holidays.insert(try day(item).seconds / 86_400) }
    // A fixed offset is what it is at any moment.
    return WorkingTime(
      days: days, start: start, end: end, offset: -offset.moment(local: Timestamp(seconds: 0)).seconds,
      holidays: holidays)
  }

  /// "09:00" in seconds of the day; 24:00 is its end.
  private static func clock(_ text: Substring) -> Int64? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map {
      Int64($0.drop { $0 == " " })
    }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...24).contains(hour),
      (0..<60).contains(minute), hour * 60 + minute <= 24 * 60
    else { return nil }
    return hour * 3600 + minute * 60
  }

  private func updates() throws(YAMLError) -> [UpdateTarget] {
    var targets: [UpdateTarget] = []
    for text in texts("calendar.updates") {
      let count = Int64(text.prefix { $0.isNumber })
      let unit = text.drop { $0.isNumber || $0 == " " }
      switch (count, unit) {
      case (let count?, "business day"), (let count?, "business days"):
        targets.append(UpdateTarget(count, .businessDays))
      default:
        guard let seconds = Self.seconds(text), seconds >= 3600, seconds % 3600 == 0 else {
          throw fault(
            "calendar.updates",
            "“\(text)”: hours or business days are expected, such as 4 h or 1 business day")
        }
        targets.append(UpdateTarget(seconds / 3600, .hours))
      }
    }
    guard !targets.isEmpty else { throw fault("calendar.updates", "at least one is expected") }
    return targets
  }
}
