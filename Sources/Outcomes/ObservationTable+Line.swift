internal import TemporaryFiles

/// A row of an ``ObservationTable`` as numbers and names, to be kept or sent.
public struct ObservationLine: Sendable, Equatable {
  /// How many numbers a row has.
  public static let numberCount = 27
  /// How many names a row has.
  public static let nameCount = 5

  /// Every column but the codes, in a fixed order.
  public var numbers: [Int]
  /// Priority, category, group, assignee and the teams that replied.
  public var names: [String]

  /// A row that was kept.
  public init(numbers: [Int], names: [String]) {
    self.numbers = numbers
    self.names = names
  }
}

extension ObservationTable {
  /// The numbers and names of a row.
  public func line(_ row: Int) -> ObservationLine {
    let rules = [
      looked[row], found[row], foundTwice[row], foundThrice[row], lookedDifference[row], foundDifference[row],
    ]
    let bits = rules.flatMap { [Int(bitPattern: UInt($0.low)), Int(bitPattern: UInt($0.high))] }
    return ObservationLine(
      numbers: [
        Int(cuts[row]), Int(reopenDelays[row]), Int(facts[row].bits), Int(requestWords[row]),
        Int(staffMessages[row]), Int(staffWords[row]), Int(reassignments[row]), Int(listeningLevels[row]),
        Int(opened[row]), Int(bitPattern: UInt(requesters[row])), Int(bitPattern: UInt(sketches[row])),
        Int(fromReply[row]), Int(toClosing[row]), Int(fromCutToClosing[row]), Int(reassignmentsEver[row]),
      ] + bits,
      names: [
        priorities.names[Int(priority[row])], categories.names[Int(category[row])],
        groups.names[Int(group[row])],
        assignees.names[Int(assignee[row])], replyTeamSets.names[Int(replyTeams[row])],
      ])
  }

  /// Adds a row that was kept.
  ///
  /// - Returns: `false`, and the table is as it was, if the numbers can't be those of a row.
  public mutating func append(_ line: ObservationLine) -> Bool {
    let numbers = line.numbers
    guard numbers.count == ObservationLine.numberCount, line.names.count == ObservationLine.nameCount,
      (0..<Bins.words).contains(numbers[3]), (0..<Bins.messages).contains(numbers[4]),
      (0..<Bins.words).contains(numbers[5]), (0..<Bins.reassignments).contains(numbers[6]),
      (0...5).contains(numbers[7]), (0..<Bins.reassignments).contains(numbers[14]),
      let known = UInt32(exactly: numbers[2])
    else { return false }
    func bits(_ place: Int) -> RuleBits {
      RuleBits(
        low: UInt64(UInt(bitPattern: numbers[15 + 2 * place])),
        high: UInt64(UInt(bitPattern: numbers[16 + 2 * place])))
    }
    cuts.append(Int64(numbers[0]))
    reopenDelays.append(Int32(clamping: numbers[1]))
    facts.append(Facts(bits: known))
    priority.append(priorities.code(line.names[0]))
    category.append(categories.code(line.names[1]))
    group.append(groups.code(line.names[2]))
    assignee.append(assignees.code(line.names[3]))
    requestWords.append(UInt8(numbers[3]))
    staffMessages.append(UInt8(numbers[4]))
    staffWords.append(UInt8(numbers[5]))
    reassignments.append(UInt8(numbers[6]))
    listeningLevels.append(UInt8(numbers[7]))
    reassignmentsEver.append(UInt8(numbers[14]))
    replyTeams.append(replyTeamSets.code(line.names[4]))
    opened.append(Int64(numbers[8]))
    requesters.append(UInt64(UInt(bitPattern: numbers[9])))
    sketches.append(UInt64(UInt(bitPattern: numbers[10])))
    fromReply.append(Int32(clamping: numbers[11]))
    toClosing.append(Int32(clamping: numbers[12]))
    fromCutToClosing.append(Int32(clamping: numbers[13]))
    looked.append(bits(0))
    found.append(bits(1))
    foundTwice.append(bits(2))
    foundThrice.append(bits(3))
    lookedDifference.append(bits(4))
    foundDifference.append(bits(5))
    noteAppended()
    return true
  }
}
