extension Report {
  /// One line of the rubric over many replies.
  public struct RubricLine: Sendable, Equatable {
    /// What the mark is for: "clear language".
    public var name: String
    /// Replies with each mark, from 0 to the best.
    public var replies: [Int]

    /// Replies by mark.
    public init(name: String, replies: [Int]) {
      self.name = name
      self.replies = replies
    }

    /// Replies marked.
    var total: Int { replies.reduce(0, +) }
    /// The mean mark.
    var mean: Double? {
      total > 0 ? Double(replies.enumerated().reduce(0) { $0 + $1.offset * $1.element }) / Double(total) : nil
    }
  }
}
