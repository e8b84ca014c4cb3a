public import Tickets

/// How much a reader wants to hear.
public enum Strictness: String, Sendable, CaseIterable {
  /// What is right at least four times out of five.
  case `default`
  /// Suggestions too.
  case strict
}

/// The rules of a run: those of the ``Catalogue``, and every pack that has a title. Immutable, shared by all
/// workers.
///
/// Positions are used inside a run only; what is written anywhere is the rule's id.
public struct RuleSet: Sendable {
  /// Most rules that fit: as many as observations have bits for.
  public static let capacity = 128

  /// The packs that the rules read.
  public let packs: PackIndex
  /// The rules, in the order of help and reports: by family, then as the catalogue and the packs have them.
  public let rules: [any Detector]
  /// What there is to know of each, in the same order; languages filled in from the packs.
  public let abouts: [RuleDescription]
  /// What each is to the rubric, in the same order.
  let rubricRoles: [RubricRole]
  /// How much is found.
  public let strictness: Strictness
  /// Hash of packs, rules and strictness: numbers of two rule sets are never compared by accident.
  public let hash: String

  /// The families in the order of reports; packs may bring others, which come after them.
  private static let families = ["jargon", "clarity", "complete", "listening", "tone"]

  /// The rules that go with some packs.
  ///
  /// - Parameters:
  ///   - packs: built-in ones, a user's, or both.
  ///   - strictness: `strict` for suggestions too.
  ///   - disabled: rules to leave out.
  /// - Throws: ``RuleSetError`` if there are more than fit.
  public init(_ packs: PackIndex, strictness: Strictness = .default, disabled: Set<RuleID> = [])
    throws(RuleSetError)
  {
    var found: [(rule: any Detector, about: RuleDescription)] = []
    for type in Catalogue.all { found.append((type.init(packs), type.about)) }
    if let local = LocalTerm(packs) { found.append((local, local.about)) }
    for number in packs.names.indices {
      guard let rule = PackRule(number, of: packs, strictness: strictness),
        !found.contains(where: { $0.about.id == rule.about.id })
      else {
        continue
      }
      found.append((rule, rule.about))
    }
    found = found.filter {
      (strictness == .strict || $0.about.level > .suggestion) && !disabled.contains($0.about.id)
    }
    let order = Dictionary(
      uniqueKeysWithValues: Self.families.enumerated().map { ($0.element, $0.offset) })
    let sorted = found.enumerated().sorted {
      (order[$0.element.about.id.family] ?? order.count, $0.offset)
        < (order[$1.element.about.id.family] ?? order.count, $1.offset)
    }.map(\.element)
    guard sorted.count <= Self.capacity else { throw RuleSetError(rules: sorted.count) }
    self.packs = packs
    self.strictness = strictness
    rules = sorted.map(\.rule)
    abouts = sorted.map { rule, about in
      var about = about
      if !about.packs.isEmpty { about.languages = packs.languages(of: about.packs) }
      return about
    }
    rubricRoles = abouts.map { RubricRole($0.summary) }
    hash = Self.hash(packs, abouts, strictness)
  }

  /// The built-in rules.
  ///
  /// - Throws: `PackImage.Fault` or ``RuleSetError`` if the binary carries broken packs, which a test rules out.
  public static func builtIn(strictness: Strictness = .default) throws -> RuleSet {
    try RuleSet(PackIndex.builtIn(), strictness: strictness)
  }

  /// What every report says of the rules, in the same order.
  public var summaries: [RuleSummary] { abouts.map(\.summary) }

  /// The position of a rule; `nil` if it is not in the set.
  public func position(of id: RuleID) -> Int? { abouts.firstIndex { $0.id == id } }

  /// FNV-1a (Fowler, Noll & Vo), 64 bits, over the packs' hash, the rules' names and revisions, strictness and readers.
  private static func hash(_ packs: PackIndex, _ abouts: [RuleDescription], _ strictness: Strictness)
    -> String
  {
    var hash = FNV1a()
    withUnsafeBytes(of: packs.contentHash.littleEndian) { hash.add($0) }
    for about in abouts { hash.add("\(about.id)@\(about.summary.revision)\n".utf8) }
    hash.add(strictness.rawValue.utf8)
    if packs.options.readers != .mixed { hash.add(packs.options.readers.rawValue.utf8) }
    return hash.hexadecimal
  }
}

/// More rules than a run can hold.
public struct RuleSetError: Error, Equatable, Sendable, CustomStringConvertible {
  /// How many there are.
  public var rules: Int
  /// What to do about it.
  public var description: String {
    "the packs make \(rules) rules, and at most \(RuleSet.capacity) fit in one run: use fewer packs with a title, "
      + "or unite some of one purpose under one name"
  }
}

/// The hash FNV-1a, 64 bits (Fowler, Noll & Vo): for names of contents, not against anybody's ill will.
struct FNV1a {
  var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// Sixteen digits.
  var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
