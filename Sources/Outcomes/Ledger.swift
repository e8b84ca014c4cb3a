/// Where every row and ticket went: what was read, what was left out and why, what remains. It adds up.
public struct Ledger: Sendable, Equatable {
  /// What a line counts.
  public enum Unit: String, Sendable { case rows, messages, tickets, findings }

  /// One count with its reason.
  public struct Line: Sendable, Equatable {
    /// What is counted.
    public var unit: Unit
    /// A stable name for machines: `never_resolved`.
    public var key: String
    /// The reason in words a lead uses: "never resolved".
    public var label: String
    /// How many.
    public var count: Int
    /// Whether these were taken out of the total of their unit (else they remain or merely inform).
    public var isExcluded: Bool

    /// `count` of `unit` for the reason `label`.
    public init(unit: Unit, key: String, label: String, count: Int, isExcluded: Bool) {
      self.unit = unit
      self.key = key
      self.label = label
      self.count = count
      self.isExcluded = isExcluded
    }
  }

  /// The lines in the order in which they are shown: for each unit its total, what was excluded, what remains.
  public var lines: [Line]

  /// A ledger of these lines.
  public init(lines: [Line] = []) { self.lines = lines }

  /// The count of a line, 0 if there is none of that name.
  public func count(_ key: String) -> Int { lines.first { $0.key == key }?.count ?? 0 }
}
