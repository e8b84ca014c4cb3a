import Outcomes
import Rules
public import Tickets

/// What `run` is asked to do, as its configuration says.
public struct NightlyOptions: Sendable {
  /// A form of the report in a run's folder.
  public enum Output: String, Sendable, CaseIterable { case html, json, csv, findings, markdown }

  /// The report as a mail.
  public struct Digest: Sendable {
    /// Who it is from.
    public var sender: String
    /// Who it is to.
    public var recipients: [String]
    /// Where the report is seen.
    public var reportAddress: String?
  }

  /// A share to reach.
  public struct Target: Sendable {
    /// The rule; `nil` for the reopen rate.
    public var rule: RuleID?
    /// The share, 0…1.
    public var goal: Double
  }

  /// How tickets are judged; its paths are filled in by the run.
  public var analysis: AnalysisOptions
  /// What to call the system the tickets come from.
  public var source: String
  /// Files, folders and patterns.
  public var inputs: [String]
  /// Whether all files are read as soon as one is new.
  public var readsAll: Bool
  /// A file changed less long ago, in seconds, is left for the next run.
  public var settlingSeconds: Int64
  /// The database.
  public var database: String
  /// The key file; `nil` for the one beside the database.
  public var keyFile: String?
  /// Tickets first resolved longer ago, in seconds, are forgotten; `nil` for never.
  public var keptSeconds: Int64?
  /// The folder in which each run makes one.
  public var folder: String
  /// How far back tickets are compared, in seconds; `nil` for all.
  public var periodSeconds: Int64?
  /// What a run's folder holds.
  public var outputs: Set<Output>
  /// Whether there is one more page a team.
  public var isSplitByGroup: Bool
  /// Where gauges for Prometheus go.
  public var metrics: String?
  /// Whether cells of tables are written without the spreadsheet guard.
  public var isRaw: Bool
  /// Share of rows that may be lost, 0…1.
  public var mostRejects: Double
  /// What a reopen costs in hours.
  public var hoursPerReopen: Double?
  /// The mail; `nil` for none.
  public var digest: Digest?
  /// Shares to reach.
  public var targets: [Target]
  /// What makes the run end with exit code 1.
  public var gates: [Gate]

  /// Reads them from a configuration.
  ///
  /// - Parameters:
  ///   - temporaryFolder: where temporary files may be written.
  ///   - today: the day of the run, which says which suppressions still hold.
  /// - Throws: as ``Configuration/analysisOptions(temporaryFolder:today:)`` does.
  public init(_ configuration: Configuration, temporaryFolder: String, today: Timestamp) throws {
    analysis = try configuration.analysisOptions(temporaryFolder: temporaryFolder, today: today)
    let rules = Set((analysis.rules?.abouts ?? []).map(\.id))
    source = configuration.text("source")
    inputs = configuration.texts("inputs.files").map(configuration.path)
    readsAll = try configuration.choice("inputs.read", ["new": false, "all": true])
    settlingSeconds = try configuration.duration("inputs.settle") ?? 0
    database = configuration.path(configuration.text("history.db"))
    keyFile = configuration.givenText("history.key_file").map(configuration.path)
    keptSeconds = try configuration.duration("history.keep")
    folder = configuration.path(configuration.text("report.folder"))
    periodSeconds = try configuration.duration("report.period")
    outputs = []
    for text in configuration.texts("report.outputs") {
      guard let output = Output(rawValue: text) else {
        let known = Output.allCases.map(\.rawValue).joined(separator: ", ")
        throw configuration.fault("report.outputs", "“\(text)” is none of \(known)")
      }
      outputs.insert(output)
    }
    isSplitByGroup = try configuration.choice("report.split_by", ["none": false, "group": true])
    metrics = configuration.givenText("report.metrics").map(configuration.path)
    isRaw = try !configuration.flag("report.guard")
    guard let share = Configuration.share(configuration.text("report.max_rejects")) else {
      throw configuration.fault("report.max_rejects", "a share such as 1 % is expected")
    }
    mostRejects = share
    hoursPerReopen = try configuration.decimal("report.hours_per_reopen", above: 0)
    let recipients = configuration.texts("digest.to")
    if !recipients.isEmpty {
      digest = Digest(
        sender: configuration.givenText("digest.from") ?? recipients[0], recipients: recipients,
        reportAddress: configuration.givenText("digest.report_url"))
    }
    targets = try configuration.given("targets").map { item in
      let name = item.name ?? ""
      let rule = name == "reopen_rate" ? nil : RuleID(name)
      if let rule, !rules.contains(rule) { throw configuration.unknownRule(item, name, rules) }
      guard let goal = Configuration.share(item.text) else {
        throw configuration.fault(item, "a share such as 8 % is expected")
      }
      return Target(rule: rule, goal: goal)
    }
    gates = try configuration.given("fail_on").map { item in
      let gate = Gate(item.text)
      switch gate {
      case nil:
        throw configuration.fault(
          item,
          "“\(item.text)”: reopen_rate > 12 %, reopen_rate_with_gap > 20 %, RULE > 30 %, new_gap or trend is expected"
        )
      case .share(let rule, _, _) where !rules.contains(rule):
        throw configuration.unknownRule(item, rule.description, rules)
      case let gate?: return gate
      }
    }
  }
}

extension NightlyOptions {
  /// What `--keep` says: seconds, `.some(nil)` for “forever”, `nil` for what is no length of time.
  public static func kept(_ text: String) -> Int64?? {
    if text == "forever" { return .some(nil) }
    return Configuration.seconds(text).map { .some($0) }
  }
}

extension Configuration {
  fileprivate func unknownRule(_ item: Item, _ name: String, _ rules: Set<RuleID>) -> YAMLError {
    let near = Spelling.nearest(to: name, among: rules.map(\.description)).map { "; do you mean \($0)?" }
    return fault(item, "no rule is called \(name)" + (near ?? "; readback rules lists them"))
  }
}
