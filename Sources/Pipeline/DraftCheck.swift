public import Reporting
public import Rules
import TicketImport
public import Tickets

/// Looks at a reply before it is sent: `readback check`.
///
/// One worker's own: any number of drafts, one after another.
public struct DraftCheck: ~Copyable {
  private let rules: RuleSet
  private let audience: RuleDescription.Audience
  private let baseline: Baseline
  private var thread: Thread
  private var judge: Judge
  private var suppressor: Suppressor
  private var splitter = ZoneSplitter()

  /// A draft that was looked at.
  public struct Checked: Sendable {
    /// The text with what was found in it.
    public var draft: Draft
    /// By finding, how sure its rule is.
    public var levels: [RuleLevel]
    /// All findings, those of the baseline too, as a baseline knows them.
    public var keys: [Baseline.Key]
    /// Findings that were suppressed.
    public var suppressed: Int
  }

  /// Gets ready.
  ///
  /// - Parameters:
  ///   - rules: what is looked for.
  ///   - audience: who is to read the drafts.
  ///   - suppressions: what is not to be heard of on the day `today`.
  ///   - baseline: findings that are known already.
  /// - Throws: `ICUError` if ICU can't open its break iterators.
  public init(
    _ rules: RuleSet, audience: RuleDescription.Audience, suppressions: Suppressions = Suppressions(),
    today: Timestamp, baseline: Baseline = Baseline()
  ) throws {
    // What can fail comes first: a value that can't be copied must be set on every way or on none.
    let opened = try Thread(rules.packs)
    thread = opened
    judge = Judge(rules, audience: audience)
    self.rules = rules
    self.audience = audience
    self.baseline = baseline
    suppressor = Suppressor(suppressions, rules: rules, today: today)
  }

  /// Looks at one draft.
  ///
  /// - Parameters:
  ///   - text: the draft as UTF-8. Quoted mail and signatures in it are not judged.
  ///   - path: what to call it.
  ///   - request: what it answers; `nil` if that is not known: then nothing is said about listening.
  /// - Complexity: O(bytes).
  public mutating func check(_ text: [UInt8], path: String, replyTo request: [UInt8]?) -> Checked {
    var batch = TicketBatch()
    var ticket = Ticket()
    ticket.id = batch.append(path)
    if let request { append(request, .requester, .request, to: &batch) }
    append(text, .staff, audience == .peer ? .note : .reply, to: &batch)
    ticket.messages = 0..<batch.messages.count
    batch.tickets = [ticket]
    thread.begin(&batch)
    defer { thread.end(&batch) }
    thread.open(0)
    judge.judge(&thread)
    let suppressed = judge.suppress(&suppressor, in: thread)
    return checked(text, path, suppressed)
  }

  private mutating func append(
    _ text: [UInt8], _ role: Role, _ kind: MessageKind, to batch: inout TicketBatch
  ) {
    var message = Message()
    message.role = role
    message.kind = kind
    message.visibility = kind == .note ? .internal : .public
    message.text = batch.append(text)
    let first = batch.zones.count
    let start = Int(message.text.start)
    if kind == .request {
      splitter.splitRequest(text.span, at: start, into: &batch.zones)
    } else {
      splitter.split(text.span, at: start, into: &batch.zones)
    }
    message.zones = first..<batch.zones.count
    batch.messages.append(message)
  }

  private func checked(_ text: [UInt8], _ path: String, _ suppressed: Int) -> Checked {
    let words = FindingText(masking: Masking(isOn: false), abouts: rules.summaries, ticketURL: nil)
    let position = thread.messages.count - 1
    let draft = thread.messages[position]
    let marks = judge.judgement.marks.filter { Int($0.message) == draft.index }
      .sorted { ($0.span.start, $0.span.end, $0.rule) < ($1.span.start, $1.span.end, $1.rule) }
    var findings: [Finding] = []
    var levels: [RuleLevel] = []
    var keys: [Baseline.Key] = []
    for mark in marks {
      let finding = words.finding(
        mark, judge.wording(of: mark, in: thread), in: thread, isAfterCut: false, names: [])
      let key = Baseline.Key(
        ticket: path, message: "", rule: finding.rule.description,
        words: text[finding.span.clamped(to: 0..<text.count)])
      keys.append(key)
      if baseline.contains(key) { continue }
      findings.append(finding)
      levels.append(rules.abouts[Int(mark.rule)].level)
    }
    var result = Draft(path: path, text: text, findings: findings)
    let rubric = Rubric(of: draft, judge.judgement, rules: rules)
    result.rubric = rubric.lines.map(RubricMark.init)
    if draft.measures.restatement != nil, draft.measures.listeningLevel > 0 {
      result.listeningLevel = draft.measures.listeningLevel
    }
    return Checked(draft: result, levels: levels, keys: keys, suppressed: suppressed)
  }
}

extension RubricMark {
  /// A reply's mark as it is shown.
  init(_ line: Rubric.Line) {
    self.init(name: line.criterion.name, mark: line.mark, best: Rubric.best, reason: line.reason)
  }

  /// A ticket's mark as it is shown.
  init(_ line: Rubric.Summary.Line) {
    self.init(name: line.criterion.name, mark: line.least, best: Rubric.best, mean: line.mean)
  }
}
