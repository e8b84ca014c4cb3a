import Reporting
import Rules
import Tickets

/// A first reply with nothing of its ticket in it: a finding of `listening.canned`, if it stands under many tickets.
struct BareReply: Sendable {
  /// A stretch that a template has a place for, by one reply.
  struct Part: Sendable {
    /// As it is shown, once the reply is masked.
    var text: String
    /// FNV-1a of the words themselves, by which it is compared with those of other tickets.
    var hash: UInt64
  }

  /// The reply's fingerprint.
  var sketch: UInt64
  /// The finding and what stands around it; how many tickets have the reply is not in it yet.
  var example: Report.Example
  /// What may be filled in, in its order.
  var parts: [Part]
  /// FNV-1a of the words found, by which a baseline knows it: `Baseline.Key`.
  var words: UInt64
  /// Who takes part in the ticket, until the reply is masked: most are never shown, and masking costs more than all
  /// else. `nil` once it is.
  private var people: [String]?
  /// Hashes of those parts that all replies have which it met.
  private(set) var common: Set<UInt64>
  /// Whether it met any.
  private(set) var isCompared = false

  /// A reply that met no other; masked, if its people are not told.
  init(sketch: UInt64, example: Report.Example, parts: [Part], words: UInt64, people: [String]? = nil) {
    (self.sketch, self.example, self.parts, self.words) = (sketch, example, parts, words)
    self.people = people
    common = Set(parts.map(\.hash))
  }

  /// The reply as it may be kept and shown.
  func masked(by masking: Masking) -> BareReply {
    guard masking.isOn, let people else { return self }
    let names = people.flatMap { Masking.parts(ofName: $0) }
    var reply = self
    reply.people = nil
    reply.example.mask { masking.hide($0, names: names) }
    for part in parts.indices { reply.parts[part].text = masking.hide(parts[part].text, names: names) }
    return reply
  }

  /// Compares it with another reply of the same fingerprint.
  mutating func meet(_ other: BareReply) {
    common.formIntersection(other.parts.map(\.hash))
    isCompared = true
  }
}

/// The first replies that stand under many tickets.
struct ReplyTemplates: Sendable {
  private struct Template {
    var tickets: Int
    /// Hashes of parts that all its replies have, as far as they were kept: they are not filled in.
    var fixed: Set<UInt64> = []
  }

  private var templates: [Template] = []
  /// By fingerprint of a reply, its template.
  private var places: [UInt64: Int] = [:]

  /// Adds a template.
  ///
  /// - Parameters:
  ///   - sketches: the fingerprints of its replies.
  ///   - tickets: how many tickets have one of them.
  ///   - replies: those that were kept.
  mutating func add(_ sketches: [UInt64], tickets: Int, replies: [BareReply]) {
    var template = Template(tickets: tickets)
    // One reply alone does not tell what is filled in.
    if replies.count > 1 || replies.contains(where: \.isCompared), let first = replies.first {
      template.fixed = replies.dropFirst().reduce(first.common) { $0.intersection($1.common) }
    }
    for sketch in sketches { places[sketch] = templates.count }
    templates.append(template)
  }

  /// How many tickets have a reply; `nil` if it is no template.
  func tickets(with sketch: UInt64) -> Int? { places[sketch].map { templates[$0].tickets } }

  /// The finding of a reply; `nil` if it is no template.
  func settled(_ reply: BareReply) -> Report.Example? {
    guard let template = places[reply.sketch].map({ templates[$0] }) else { return nil }
    let filled = reply.parts.filter { !template.fixed.contains($0.hash) }
    var example = reply.example
    example.finding.explanation = Canned.explanation(tickets: template.tickets, filled: filled.map(\.text))
    return example
  }
}

extension Judge {
  /// Finds the first reply canned if it is one of the templates.
  mutating func settle(by templates: ReplyTemplates, in thread: borrowing Thread) {
    guard let mark = judgement.pending.first, let reply = thread.message(at: mark.message) else { return }
    let tickets = templates.tickets(with: reply.measures.sketch.bits)
    settle { _ in tickets.map { Int32(clamping: $0) } }
  }
}

extension FindingText {
  /// The finding of a mark, what all tickets together tell of it included.
  func finding(
    _ mark: Mark, _ wording: Wording, in thread: borrowing Thread, isAfterCut: Bool, names: [String],
    templates: ReplyTemplates
  ) -> Finding {
    if abouts[Int(mark.rule)].id == Canned.about.id,
      let reply = bareReply(mark, wording, in: thread)?.masked(by: masking),
      let example = templates.settled(reply)
    {
      return example.finding
    }
    return finding(mark, wording, in: thread, isAfterCut: isAfterCut, names: names)
  }
}

extension Report.Example {
  /// Hides in all its words what `hide` hides.
  fileprivate mutating func mask(_ hide: (String) -> String) {
    finding.quote = hide(finding.quote)
    finding.explanation = hide(finding.explanation)
    finding.suggestion = hide(finding.suggestion)
    context = (hide(context.before), finding.quote, hide(context.after))
  }
}
