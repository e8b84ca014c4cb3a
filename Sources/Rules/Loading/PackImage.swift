internal import CLexicons
public import TextAnalysis
import Tickets

/// Packs in compiled form, read where they lie: what the generator writes and the binary carries, and what a desk's
/// own packs become when they are loaded.
///
/// Nothing is parsed: texts are made of the bytes only when somebody asks for them, and the automata
/// (`PhraseAutomaton`) are used as they are. All places count cells of 32 bits from the start.
///
///     head        magic · version · count of cells · content hash, two cells · strings: count, ends, bytes ·
///                 packs: count, place · languages: count, place
///     strings     by number: where its bytes end; the bytes, four to a cell
///     pack        PackField.count cells
///     description nine cells, in the order of `Pack.Description`
///     entry       EntryField.count cells
///     lists       string numbers
///     language    name · owners' place · automaton's place
///     owner       pack, and whether the phrase must end its sentence · entry, or all ones for an exception
public struct PackImage: Sendable {
  /// Why bytes are no compiled packs.
  public struct Fault: Error, Equatable, Sendable {
    /// What is wrong.
    public var message: String
  }

  enum HeadField: Int {
    case magic, version, cells, hashLow, hashHigh, strings, stringEnds, stringBytes, packs, packPlace,
      languages,
      languagePlace
    static let count = 12
  }

  enum PackField: Int {
    case name, language, form, message, suggestion, revision, most, unless, unlessCount, finds, findsCount,
      ignores, ignoresCount, entries, entryCount, formula, condition, description
    static let count = 18
  }

  enum EntryField: Int {
    case title, expansion, plain, level, category, traits, replacements, replacementCount, context,
      contextCount, lastWords, lastWordsCount
    static let count = 12
  }

  static let magic: UInt32 = 0x4B50_4252  // "RBPK"
  static let version: UInt32 = 12
  /// In an entry's cell of traits.
  static let isAmbiguous: UInt32 = 1
  static let isTechnical: UInt32 = 2
  static let hasCapital: UInt32 = 4
  /// In an owner's first cell.
  static let mustEnd: UInt32 = 1 << 31

  let cells: Cells

  /// Packs compiled before.
  ///
  /// - Throws: ``Fault`` if they were not, or by another version of the program. What is behind the head is taken
  ///   on trust: it comes from the same build or the same process.
  public init(_ cells: Cells) throws(Fault) {
    let isWhole = cells.withCells { cells in
      cells.count >= HeadField.count && cells[HeadField.magic.rawValue] == Self.magic
        && cells[HeadField.version.rawValue] == Self.version
        && Int(cells[HeadField.cells.rawValue]) == cells.count
    }
    guard isWhole else { throw Fault(message: "these are no packs compiled for this version") }
    self.cells = cells
  }

  /// The packs that are built in.
  ///
  /// - Throws: ``Fault`` if the binary carries broken packs, which a test rules out.
  public static func builtIn() throws(Fault) -> PackImage {
    try PackImage(Cells { UnsafeBufferPointer(start: clexicons_packs, count: clexicons_packs_count) })
  }

  /// A hash of everything in it.
  public var contentHash: UInt64 { UInt64(self[head: .hashLow]) | UInt64(self[head: .hashHigh]) << 32 }

  /// Number of packs.
  var count: Int { Int(self[head: .packs]) }

  private subscript(head field: HeadField) -> UInt32 { self[field.rawValue] }

  subscript(place: Int) -> UInt32 { cells.withCells { $0[place] } }

  func string(_ number: UInt32) -> String { withBytes(number) { String(decoding: $0, as: UTF8.self) } }

  /// Calls `body` with the bytes of a string, where they lie.
  func withBytes<Result>(_ number: UInt32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    cells.withCells { cells in
      let ends = Int(cells[HeadField.stringEnds.rawValue])
      let start = number == 0 ? 0 : Int(cells[ends + Int(number) - 1])
      let end = Int(cells[ends + Int(number)])
      let bytes = UnsafeRawBufferPointer(cells)[(4 * Int(cells[HeadField.stringBytes.rawValue]))...]
      return body(UnsafeRawBufferPointer(rebasing: bytes.dropFirst(start).prefix(end - start)))
    }
  }

  func strings(_ place: UInt32, _ count: UInt32) -> [String] {
    (0..<Int(count)).map { string(self[Int(place) + $0]) }
  }

  // MARK: - Packs

  private func place(of pack: Int, _ field: PackField) -> Int {
    Int(self[head: .packPlace]) + pack * PackField.count + field.rawValue
  }

  func number(of pack: Int, _ field: PackField) -> UInt32 { self[place(of: pack, field)] }

  func string(of pack: Int, _ field: PackField) -> String { string(number(of: pack, field)) }

  /// One of `unless`, `finds` and `ignores`.
  func strings(of pack: Int, _ field: PackField) -> [String] {
    let place = place(of: pack, field)
    return strings(self[place], self[place + 1])
  }

  func form(of pack: Int) -> Pack.Form { Pack.Form(rawValue: string(of: pack, .form)) ?? .lexicon }

  func entryCount(of pack: Int) -> Int { Int(number(of: pack, .entryCount)) }

  func entry(_ entry: Int, of pack: Int) -> PackedEntry {
    PackedEntry(image: self, place: Int(number(of: pack, .entries)) + entry * EntryField.count)
  }

  /// What makes a pack a rule; `nil` if it only feeds rules.
  func description(of pack: Int) -> Pack.Description? {
    let place = Int(number(of: pack, .description))
    guard place > 0 else { return nil }
    func text(_ field: Int) -> String { string(self[place + field]) }
    func small(_ field: Int) -> UInt8 { UInt8(truncatingIfNeeded: self[place + field]) }
    var rule = Pack.Description(title: text(0))
    rule.rationale = text(1)
    rule.practice = text(2)
    rule.source = text(3)
    rule.scope = RuleDescription.Scope(rawValue: text(4)) ?? rule.scope
    rule.audience = RuleDescription.Audience(rawValue: text(5)) ?? rule.audience
    rule.kind = .init(rawValue: small(6)) ?? rule.kind
    rule.anchor = .init(rawValue: small(7)) ?? rule.anchor
    rule.level = .init(rawValue: small(8)) ?? rule.level
    return rule
  }

  // MARK: - Phrases

  /// What is looked for in texts of one language, all packs of the image at once.
  struct Phrases: Sendable {
    let language: String
    let automaton: PhraseAutomaton
    private let image: PackImage
    private let owners: Int

    fileprivate init(_ image: PackImage, at place: Int) {
      self.image = image
      language = image.string(image[place])
      owners = Int(image[place + 1])
      automaton = PhraseAutomaton(image.cells, at: Int(image[place + 2]))
    }

    /// Calls `body` with what the phrases of the automaton belong to, which must not leave it. - Complexity: O(1).
    func withOwners<Result>(_ body: (Owners) -> Result) -> Result {
      image.cells.withCells { body(Owners(cells: UnsafeBufferPointer(rebasing: $0[owners...]))) }
    }
  }

  /// What phrases belong to, where it lies.
  struct Owners {
    fileprivate let cells: UnsafeBufferPointer<UInt32>

    subscript(phrase: Int32) -> Owner {
      let pack = cells[2 * Int(phrase)]
      return Owner(
        pack: Int(pack & ~PackImage.mustEnd), entry: Int32(bitPattern: cells[2 * Int(phrase) + 1]),
        mustEnd: pack & PackImage.mustEnd != 0)
    }
  }

  /// What a phrase belongs to.
  struct Owner: Sendable {
    /// Number of the pack in the image.
    var pack: Int
    /// Number of the entry in the pack, or -1 for an exception of it.
    var entry: Int32
    /// Whether nothing but closing punctuation may follow in the sentence.
    var mustEnd: Bool
  }

  /// The phrases of each language, in the order of the alphabet.
  var phrases: [Phrases] {
    (0..<Int(self[head: .languages])).map { Phrases(self, at: Int(self[head: .languagePlace]) + 3 * $0) }
  }
}

/// One line of a compiled pack. What is asked for is read then, so that having one costs nothing.
public struct PackedEntry: Sendable {
  let image: PackImage
  let place: Int

  private func string(_ field: PackImage.EntryField) -> String { image.string(image[place + field.rawValue]) }

  private func strings(_ field: PackImage.EntryField) -> [String] {
    image.strings(image[place + field.rawValue], image[place + field.rawValue + 1])
  }

  /// As the pack writes it, for reports.
  public var title: String { string(.title) }
  /// What an acronym stands for.
  public var expansion: String { string(.expansion) }
  /// What it means in words that anyone understands.
  public var plain: String { string(.plain) }
  /// "everyday", "office", "technical", "specialist"; empty where that has no meaning.
  public var level: String { string(.level) }
  /// What kind of thing it is: "network", "product", …
  public var category: String { string(.category) }
  /// What to write instead, the best first.
  public var replacements: [String] { strings(.replacements) }
  /// Words of which one must stand in the same sentence for the entry to count.
  public var context: [String] { strings(.context) }
  /// Whether it is also an ordinary word.
  public var isAmbiguous: Bool { has(PackImage.isAmbiguous) }
  /// Whether most readers would have to look it up.
  var isTechnical: Bool { has(PackImage.isTechnical) }
  /// Whether its title holds a capital letter.
  var hasCapital: Bool { has(PackImage.hasCapital) }

  private func has(_ trait: UInt32) -> Bool {
    image[place + PackImage.EntryField.traits.rawValue] & trait != 0
  }

  // What is asked of every match is asked of the bytes where they lie: strings made of them would cost more than all
  // the rest.

  /// Whether it counts in the company of certain words only.
  var hasContext: Bool { image[place + PackImage.EntryField.contextCount.rawValue] > 0 }

  /// Calls `body` with each of the words, in lower case, of which one must stand in the same sentence.
  func forEachContextWord(_ body: (UnsafeRawBufferPointer) -> Void) {
    _ = listHolds(.context) { word in
      body(word)
      return false
    }
  }

  /// Whether one of the last words of the ways it is written satisfies a condition.
  func hasLastWord(where condition: (UnsafeRawBufferPointer) -> Bool) -> Bool {
    listHolds(.lastWords, condition)
  }

  private func listHolds(_ field: PackImage.EntryField, _ condition: (UnsafeRawBufferPointer) -> Bool) -> Bool
  {
    let first = Int(image[place + field.rawValue])
    let count = Int(image[place + field.rawValue + 1])
    return (first..<first + count).contains { image.withBytes(image[$0], condition) }
  }
}
