internal import Tickets

/// What is known of everybody who is named in the input, from all of it.
///
/// Names are compared as `FoldedWord`s, so that the account `tomasz.krol` is Tomasz Król, and kept as 64-bit
/// hashes (two people whose hashes collide would be taken for one: at a million names the chance of any such
/// pair is about 3 in 100 million).
struct People: Sendable {
  /// What was seen of a person.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt16
    /// Asked for something: is a ticket's requester.
    static let requester = Traits(rawValue: 1)
    /// Was assigned a ticket, or resolved one.
    static let assignee = Traits(rawValue: 2)
    /// Wrote an internal note.
    static let noteWriter = Traits(rawValue: 4)
    /// A role column says staff.
    static let namedStaff = Traits(rawValue: 8)
    /// A role column says requester.
    static let namedRequester = Traits(rawValue: 16)
    /// Is a machine by its name.
    static let system = Traits(rawValue: 32)
    /// Fits `--staff`.
    static let staffPattern = Traits(rawValue: 64)
    /// Fits `--requester`.
    static let requesterPattern = Traits(rawValue: 128)
    /// Wrote a message.
    static let author = Traits(rawValue: 256)
    /// Is an account beside a name, which is counted instead.
    static let account = Traits(rawValue: 512)
  }

  private var traits: [UInt64: Traits] = [:]
  /// What was seen of the people of a mail domain.
  private var domains: [UInt64: Traits] = [:]
  /// What a people file says, by person, with the time for which it holds.
  private var known: [UInt64: [(from: Int64, until: Int64, role: Role)]] = [:]
  private let staffPatterns: [NamePattern]
  private let requesterPatterns: [NamePattern]

  /// Nobody yet.
  init(staff: [NamePattern], requesters: [NamePattern]) {
    staffPatterns = staff
    requesterPatterns = requesters
  }

  /// Who somebody is, as a number; 0 for nobody.
  static func key(_ name: Span<UInt8>) -> UInt64 {
    if name.isMissing { return 0 }
    let folded = FoldedWord(name)
    return folded == Self.nothing ? max(1, ContentHash.of(name)) : max(1, folded.hash)
  }

  /// What is left of a name that is all punctuation.
  private static let nothing = FoldedWord("")

  /// Notes something about a person. - Returns: the person's key.
  @discardableResult
  mutating func note(_ name: Span<UInt8>, _ trait: Traits) -> UInt64 {
    let key = Self.key(name)
    if key == 0 { return 0 }
    if let domain = Self.domain(of: name) { domains[domain.hash, default: []].formUnion(trait) }
    if let known = traits[key] {
      if !known.isSuperset(of: trait) { traits[key] = known.union(trait) }
    } else {
      traits[key] = trait.union(byName(name))
    }
    return key
  }

  /// Notes what a people file says of a person for a time.
  mutating func know(_ name: Span<UInt8>, as role: Role, from: Int64, until: Int64) {
    let key = Self.key(name)
    if key != 0 { known[key, default: []].append((from, until, role)) }
  }

  /// What a people file says of a person at a moment; for one without a date what it says first.
  func knownRole(_ key: UInt64, at moment: Timestamp?) -> Role? {
    guard let entries = known[key] else { return nil }
    guard let moment else { return entries.first?.role }
    return entries.last { $0.from <= moment.seconds && moment.seconds <= $0.until }?.role
  }

  /// Whether somebody writes from a mail domain from which staff write and nobody who asks for something does.
  func isOfStaffDomain(_ name: Span<UInt8>) -> Bool {
    guard let domain = Self.domain(of: name), let seen = domains[domain.hash] else { return false }
    return !seen.isDisjoint(with: [.assignee, .noteWriter, .namedStaff])
      && seen.isDisjoint(with: [.requester, .namedRequester])
  }

  /// The domain of a mail address in a text; `nil` if there is none.
  static func domain(of text: Span<UInt8>) -> FoldedWord? {
    guard let at = text.offset(of: UInt8(ascii: "@"), in: 0..<text.count) else { return nil }
    var end = at + 1
    while end < text.count, !text[end].isASCIISpace, text[end] != UInt8(ascii: ">"),
      text[end] != UInt8(ascii: ",")
    {
      end += 1
    }
    return end > at + 1 ? FoldedWord(text.extracting(at + 1..<end)) : nil
  }

  /// All that was seen of a person.
  func traits(_ key: UInt64, _ name: Span<UInt8>) -> Traits {
    key == 0 ? [] : traits[key] ?? byName(name)
  }

  /// What a name says by itself.
  private func byName(_ name: Span<UInt8>) -> Traits {
    var found: Traits = []
    if SystemAccounts.isSystem(name) { found.insert(.system) }
    if staffPatterns.contains(where: { $0.fits(name) }) { found.insert(.staffPattern) }
    if requesterPatterns.contains(where: { $0.fits(name) }) { found.insert(.requesterPattern) }
    return found
  }

  /// How many people have all of some traits.
  func count(with wanted: Traits) -> Int {
    traits.values.count { $0.isSuperset(of: wanted) && !$0.contains(.account) }
  }
}

/// Accounts that are machines, recognised by their names.
enum SystemAccounts {
  /// Whether a name is that of a machine: "System", "noreply@…", "Monitoring Bot". "System Administrator" is a
  /// person.
  static func isSystem(_ name: Span<UInt8>) -> Bool {
    if name.count > 200 { return false }
    if whole.contains(FoldedWord(name).hash) { return true }
    var i = 0
    while i < name.count {
      let start = i
      while i < name.count, name[i].isASCIILetter || name[i] >= 0x80 { i += 1 }
      if i > start, words.contains(FoldedWord(name.extracting(start..<i)).hash) { return true }
      i = max(i, start + 1)
    }
    return false
  }

  private static let whole = table([
    "system", "system user", "system account", "the system", "jira", "service desk system", "no-reply",
    "do-not-reply",
    "automation for jira", "event management", "mid server", "service account", "api", "api user",
    "ticket system",
    "mailer-daemon", "root", "postmaster", "internal system", "system process", "background process",
  ])
  private static let words = table([
    "bot", "robot", "chatbot", "monitoring", "integration", "automation", "automated", "automatic", "noreply",
    "donotreply", "daemon", "scheduler", "webhook", "nagios", "zabbix", "icinga", "prometheus", "grafana",
    "datadog",
    "pagerduty", "opsgenie", "splunk", "solarwinds", "scom", "dynatrace", "orchestration", "orchestrator",
    "autoclose",
    "alerting", "alertmanager",
  ])
  private static func table(_ names: [String]) -> Set<UInt64> { Set(names.map { FoldedWord($0).hash }) }
}

/// A pattern for names and addresses: `*` stands for any run of characters, case does not count.
struct NamePattern: Sendable {
  private let pattern: [UInt8]

  /// Reads a pattern such as `*@example.com`.
  init(_ text: String) { pattern = text.utf8.map(\.asciiLowercased) }

  /// Whether a name fits. - Complexity: O(name × stars).
  func fits(_ name: Span<UInt8>) -> Bool {
    var (i, p, star, mark) = (0, 0, -1, 0)
    while i < name.count {
      if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
        (star, mark) = (p, i)
        p += 1
      } else if p < pattern.count, pattern[p] == name[i].asciiLowercased {
        p += 1
        i += 1
      } else if star >= 0 {
        p = star + 1
        mark += 1
        i = mark
      } else {
        return false
      }
    }
    while p < pattern.count, pattern[p] == UInt8(ascii: "*") { p += 1 }
    return p == pattern.count
  }
}
