import Outcomes
import Reporting
import TicketImport
import Tickets

/// What one ticket adds to a run, as one line: written where it is judged, read where all are put together.
///
///     {"readback_observation":["…hash of the rules…",17,1,0,…]}
///
/// Everything that is summed up is a whole number, and texts are masked already, so lines of any split of the
/// input, put in the order of their numbers, give the run of the whole.
struct TallyLine {
  /// The member of a line that says what it is.
  static let key: StaticString = "readback_observation"
  private static let version = 2

  /// A hash of what was looked for.
  var rules: String
  /// The ticket's place in the export.
  var number: Int
  /// A run of this ticket alone.
  var tally: RunTally

  // MARK: Writing

  func append(to output: inout [UInt8]) {
    var line = ScalarWriter()
    line.add(Self.version)
    line.add(rules)
    line.add(number)
    for count in [
      tally.ticketsFilteredOut, tally.ticketsWithoutStaffText, tally.scoredMessages, tally.scoredSentences,
      tally.unknownLanguage, tally.suppressed,
    ] { line.add(count) }
    for role in Role.allCases { line.add(tally.messagesByRole[role] ?? 0) }
    for count in tally.levels { line.add(count) }
    line.add(tally.period?.lowerBound)
    line.add(tally.table.latestEvent)
    let rules = tally.findings.indices.filter { tally.findings[$0] > 0 }
    line.add(rules.count)
    for rule in rules {
      line.add(rule)
      line.add(tally.findings[rule])
      let candidates = tally.chooser.candidates[rule]
      line.add(candidates.count)
      for candidate in candidates { Self.append(candidate, to: &line) }
    }
    for replies in tally.rubric.joined() { line.add(replies) }
    let gaps = tally.goodReplies.candidates.indices.filter { !tally.goodReplies.candidates[$0].isEmpty }
    line.add(gaps.count)
    for rule in gaps {
      line.add(rule)
      let candidates = tally.goodReplies.candidates[rule]
      line.add(candidates.count)
      for candidate in candidates { Self.append(candidate, to: &line) }
    }
    line.add(tally.table.count)
    for (row, pattern) in zip(0..<tally.table.count, tally.patterns.rows) {
      let observation = tally.table.line(row)
      for number in observation.numbers { line.add(number) }
      for name in observation.names { line.add(name) }
      let texts = tally.patterns.texts(of: pattern)
      for bits in [pattern.reply, pattern.request, pattern.requester] {
        line.add(Int(bitPattern: UInt(bits)))
      }
      line.add(pattern.openedAt)
      line.add(pattern.isBare ? 1 : 0)
      line.add(pattern.isLookedAt ? 1 : 0)
      line.add(texts.reply ?? "")
      line.add(texts.request ?? "")
      line.add(texts.bareReply == nil ? 0 : 1)
      if let reply = texts.bareReply { Self.append(reply, to: &line) }
    }
    output += "{\"\(Self.key)\":".utf8
    output += line.finished()
    output += "}\n".utf8
  }

  private static func append(_ candidate: ExampleChooser.Candidate, to line: inout ScalarWriter) {
    line.add(Int(bitPattern: UInt(candidate.hash)))
    append(candidate.example, to: &line)
  }

  static func append(_ reply: BareReply, to line: inout ScalarWriter) {
    line.add(Int(bitPattern: UInt(reply.sketch)))
    line.add(Int(bitPattern: UInt(reply.words)))
    append(reply.example, to: &line)
    line.add(reply.parts.count)
    for part in reply.parts {
      line.add(part.text)
      line.add(Int(bitPattern: UInt(part.hash)))
    }
  }

  private static func append(_ example: Report.Example, to line: inout ScalarWriter) {
    let finding = example.finding
    line.add(finding.kind == .gap ? 0 : 1)
    line.add(finding.span.lowerBound)
    line.add(finding.span.upperBound)
    line.add(finding.isAfterCut ? 1 : 0)
    line.add(example.link == nil ? 0 : 1)
    line.add(example.isWholeReply ? 1 : 0)
    for text in [
      finding.rule.description, finding.ticket, finding.message, finding.quote, finding.explanation,
      finding.suggestion, example.link ?? "", example.context.before, example.context.quote,
      example.context.after,
    ] { line.add(text) }
  }

  // MARK: Reading

  /// Reads the array of a line.
  ///
  /// - Parameter ruleCount: how many rules there are.
  /// - Throws: `JSONError` if it is not what ``append(to:)`` writes.
  init(_ bytes: UnsafeRawBufferPointer, line number: Int, ruleCount: Int) throws(JSONError) {
    func misfit() -> JSONError { JSONError(line: number, column: 1, "an observation that can't be") }
    var line = try ScalarReader(bytes, line: number)
    guard try line.number() == Self.version else {
      throw JSONError(line: number, column: 1, "an observation of another version of readback")
    }
    rules = try line.text()
    self.number = try line.number()
    var tally = RunTally(rules: ruleCount)
    tally.ticketsRead = 1
    tally.ticketsFilteredOut = try line.count()
    tally.ticketsWithoutStaffText = try line.count()
    tally.scoredMessages = try line.count()
    tally.scoredSentences = try line.count()
    tally.unknownLanguage = try line.count()
    tally.suppressed = try line.count()
    for role in Role.allCases {
      let count = try line.count()
      if count > 0 { tally.messagesByRole[role] = count }
    }
    for level in tally.levels.indices { tally.levels[level] = try line.count() }
    tally.note(opened: try line.time())
    tally.table.note(event: try line.time())
    for _ in 0..<(try line.count()) {
      let rule = try line.count()
      guard rule < ruleCount else { throw misfit() }
      tally.findings[rule] = try line.count()
      tally.ticketsWith[rule] = 1
      for _ in 0..<(try line.count()) { tally.chooser.keep(try Self.candidate(&line, misfit), rule: rule) }
    }
    for criterion in tally.rubric.indices {
      for mark in tally.rubric[criterion].indices { tally.rubric[criterion][mark] = try line.count() }
    }
    for _ in 0..<(try line.count()) {
      let rule = try line.count()
      guard rule < ruleCount else { throw misfit() }
      for _ in 0..<(try line.count()) {
        tally.goodReplies.keep(try Self.candidate(&line, misfit), rule: rule)
      }
    }
    for _ in 0..<(try line.count()) {
      var observation = ObservationLine(numbers: [], names: [])
      for _ in 0..<ObservationLine.numberCount { observation.numbers.append(try line.number()) }
      for _ in 0..<ObservationLine.nameCount { observation.names.append(try line.text()) }
      guard tally.table.append(observation) else { throw misfit() }
      var row = CorpusPatterns.Row()
      row.reply = UInt64(UInt(bitPattern: try line.number()))
      row.request = UInt64(UInt(bitPattern: try line.number()))
      row.requester = UInt64(UInt(bitPattern: try line.number()))
      row.openedAt = try line.time()
      row.isBare = try line.number() == 1
      row.isLookedAt = try line.number() == 1
      var texts: CorpusPatterns.Texts = (try line.text(), try line.text(), nil)
      if try line.number() == 1 { texts.bareReply = try Self.bareReply(&line, misfit) }
      tally.patterns.note(row, texts)
    }
    try line.end()
    self.tally = tally
  }

  /// Whether another line says the same of the same ticket, examples apart.
  func isSameTicket(as other: TallyLine) -> Bool {
    number == other.number && tally.findings == other.tally.findings
      && tally.table.count == other.tally.table.count
      && (0..<tally.table.count).allSatisfy { tally.table.line($0) == other.tally.table.line($0) }
  }

  init(rules: String, number: Int, tally: RunTally) {
    (self.rules, self.number, self.tally) = (rules, number, tally)
  }

  private static func candidate(_ line: inout ScalarReader, _ misfit: () -> JSONError) throws(JSONError)
    -> ExampleChooser.Candidate
  {
    let hash = UInt64(UInt(bitPattern: try line.number()))
    return ExampleChooser.Candidate(hash: hash, example: try example(&line, misfit))
  }

  static func bareReply(_ line: inout ScalarReader, _ misfit: () -> JSONError) throws(JSONError) -> BareReply
  {
    let sketch = UInt64(UInt(bitPattern: try line.number()))
    let words = UInt64(UInt(bitPattern: try line.number()))
    let example = try example(&line, misfit)
    var parts: [BareReply.Part] = []
    for _ in 0..<(try line.count()) {
      parts.append(
        BareReply.Part(text: try line.text(), hash: UInt64(UInt(bitPattern: try line.number()))))
    }
    return BareReply(sketch: sketch, example: example, parts: parts, words: words)
  }

  private static func example(_ line: inout ScalarReader, _ misfit: () -> JSONError) throws(JSONError)
    -> Report.Example
  {
    let kind: FindingKind = try line.number() == 0 ? .gap : .strength
    let (start, end) = (try line.count(), try line.count())
    guard start <= end else { throw misfit() }
    let isAfterCut = try line.number() == 1
    let hasLink = try line.number() == 1
    let isWholeReply = try line.number() == 1
    let finding = Finding(
      rule: RuleID(try line.text()), kind: kind, ticket: try line.text(), message: try line.text(),
      span: start..<end, quote: try line.text(), explanation: try line.text(), suggestion: try line.text(),
      isAfterCut: isAfterCut)
    let link = try line.text()
    var example = Report.Example(
      finding: finding, link: hasLink ? link : nil,
      context: (before: try line.text(), quote: try line.text(), after: try line.text()))
    example.isWholeReply = isWholeReply
    return example
  }
}

extension RunTally {
  /// Adds the run of one ticket, or of some, that come next in the input.
  mutating func append(_ next: RunTally) {
    addCounts(next)
    let first = table.count
    table.append(next.table)
    for (place, row) in next.patterns.rows.enumerated() {
      var row = row
      row.group = table.group(of: first + place)
      let texts = next.patterns.texts(of: row)
      patterns.note(row, texts)
    }
  }

  /// Keeps the examples of a part that are among the first of the whole.
  mutating func keepExamples(of next: RunTally) {
    chooser.add(next.chooser)
    goodReplies.add(next.goodReplies)
  }
}
