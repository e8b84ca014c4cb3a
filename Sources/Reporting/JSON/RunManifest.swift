public import Tickets

/// What a nightly run read and did: the only output that holds the time.
public struct RunManifest: Sendable {
  /// The shape of the JSON.
  public static let schema = "readback.run/1"

  /// One file.
  public struct Input: Sendable {
    /// Its path.
    public var path: String
    /// Its bytes.
    public var size: Int64
    /// Why it could not be used; `nil` if it could.
    public var fault: String?

    /// A file that was read, or not.
    public init(path: String, size: Int64, fault: String? = nil) {
      self.path = path
      self.size = size
      self.fault = fault
    }
  }

  /// The version of Readback.
  public var version: String
  /// Hash of the rule set.
  public var ruleSetHash: String
  /// Hash of everything but the files that decides what is found in a ticket.
  public var settings: String
  /// When it began.
  public var startedAt: Timestamp
  /// What was read.
  public var inputs: [Input] = []
  /// Files left for the next run because somebody is writing them.
  public var beingWritten: [String] = []
  /// Tickets seen for the first time, changed, as they were, older than known, forgotten.
  public var tickets = (new: 0, changed: 0, unchanged: 0, older: 0, forgotten: 0)
  /// Tickets that were too old to be kept.
  public var pruned = 0
  /// Gates that were crossed, in words.
  public var gates: [String] = []

  /// A run that has read nothing yet.
  public init(version: String, ruleSetHash: String, settings: String, startedAt: Timestamp) {
    self.version = version
    self.ruleSetHash = ruleSetHash
    self.settings = settings
    self.startedAt = startedAt
  }

  /// The document and a line end.
  public var bytes: [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.object {
      $0.field("schema", Self.schema)
      $0.field("version", version)
      $0.field("rule_set", ruleSetHash)
      $0.field("settings", settings)
      $0.field("started_at", startedAt.iso8601)
      $0.field("inputs") {
        $0.array(inputs) { writer, input in
          writer.object {
            $0.field("path", input.path)
            $0.field("size", Int(clamping: input.size))
            $0.field("fault", input.fault)
          }
        }
      }
      $0.field("being_written", beingWritten)
      $0.field("tickets") {
        $0.object {
          $0.field("new", tickets.new)
          $0.field("changed", tickets.changed)
          $0.field("unchanged", tickets.unchanged)
          $0.field("older", tickets.older)
          $0.field("forgotten", tickets.forgotten)
          $0.field("pruned", pruned)
        }
      }
      $0.field("gates_crossed", gates)
    }
    writer.endLine()
    return writer.output
  }
}
