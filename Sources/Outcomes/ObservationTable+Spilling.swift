public import TemporaryFiles

/// A column that can be moved to a temporary file.
protocol SpillableColumn {
  /// Moves what is in memory to a file in `folder`.
  mutating func spill(in folder: String) throws(TemporaryFileError)
  /// Lets the system take back the memory behind what is in the file.
  func release()
}

extension PagedColumn: SpillableColumn {}

extension ObservationTable {
  /// Bytes that a row takes at most, without names and sets of rules.
  static let rowBytes = 112

  /// Moves the rows in memory to temporary files, once there are more than fit. Nothing else changes.
  ///
  /// - Parameters:
  ///   - memory: bytes that rows may take.
  ///   - folder: where the files may be.
  /// - Throws: ``TemporaryFileError`` if there is no room for them.
  /// - Complexity: O(rows in memory) amortised.
  public mutating func spill(beyond memory: Int, in folder: String) throws(TemporaryFileError) {
    guard cuts.countInMemory > memory / Self.rowBytes else { return }
    func move(_ column: inout some SpillableColumn) throws(TemporaryFileError) {
      try column.spill(in: folder)
    }
    try move(&cuts)
    try move(&reopenDelays)
    try move(&facts)
    try move(&priority)
    try move(&category)
    try move(&group)
    try move(&assignee)
    try move(&requestWords)
    try move(&staffMessages)
    try move(&staffWords)
    try move(&reassignments)
    try move(&reassignmentsEver)
    try move(&replyTeams)
    try move(&listeningLevels)
    try move(&looked)
    try move(&found)
    try move(&foundTwice)
    try move(&foundThrice)
    try move(&lookedDifference)
    try move(&foundDifference)
    try move(&opened)
    try move(&requesters)
    try move(&sketches)
    try move(&fromReply)
    try move(&toClosing)
    try move(&fromCutToClosing)
  }

  /// Lets the system take back the memory behind rows that are in files; they are read again if looked at.
  public func release() {
    let columns: [any SpillableColumn] = [
      cuts, reopenDelays, facts, priority, category, group, assignee, requestWords, staffMessages, staffWords,
      reassignments, reassignmentsEver, replyTeams, listeningLevels, looked, found, foundTwice, foundThrice,
      lookedDifference, foundDifference, opened, requesters, sketches, fromReply, toClosing, fromCutToClosing,
    ]
    for column in columns { column.release() }
  }
}
