public import TextAnalysis
import Tickets

/// What a desk sets for itself, beside its packs.
public struct DeskOptions: Sendable, Equatable {
  /// When it works.
  public var working = WorkingTime()
  /// How long a requester may be left without a word.
  public var updates = UpdateTargets()
  /// Who reads its replies.
  public var readers = Readers.mixed

  /// How much of a technical language the readers of a desk's replies know. The jargon rules ask.
  public enum Readers: String, Sendable, CaseIterable {
    /// Some know it and some don't: told in each ticket by what the requester wrote.
    case mixed
    /// Nobody knows it, whatever they have copied from a screen.
    case lay
    /// Everybody does, as on a tracker that developers keep for each other.
    case technical
  }

  /// What is usual.
  public init() {}
}

/// The packs of a run, ready to be looked for: immutable, shared by all workers.
///
/// They come in layers, each compiled by itself: the built-in ones, and on top of them a desk's own. Packs of one
/// name are one pack to the rules, in whatever language or layer they are written.
public struct PackIndex: Sendable {
  /// The names of the packs, each once, in the order in which they are first given; their positions are the
  /// packs' numbers.
  public let names: [String]
  /// All words with lasting ids.
  public let lexicon: Lexicon
  /// What a desk sets for itself.
  public let options: DeskOptions
  /// A hash of all that is in the packs.
  public let contentHash: UInt64
  /// By language, what to look for: the topmost layer first.
  let phrases: [String: [LayerPhrases]]
  /// How many there are of those in all.
  let phrasesCount: Int
  /// How languages are told apart.
  let languages: LanguageWords
  /// What words do in a conversation.
  let discourse: DiscourseWords
  private let layers: [PackImage]
  private let groups: [Group]
  private let numbers: [String: Int16]
  /// By layer and pack in it: its number here, and the number of its first entry among those of that name.
  let places: [[(pack: Int16, firstEntry: Int32)]]

  /// The packs of one name.
  private struct Group: Sendable {
    /// The topmost layer's first, so that its entries have the lower numbers.
    var parts: [Part] = []
    var entryCount = 0
  }

  /// One pack of one layer.
  struct Part: Sendable {
    var image: PackImage
    var pack: Int
    var firstEntry: Int

    func string(_ field: PackImage.PackField) -> String { image.string(of: pack, field) }
    func strings(_ field: PackImage.PackField) -> [String] { image.strings(of: pack, field) }
    func number(_ field: PackImage.PackField) -> Int { Int(image.number(of: pack, field)) }
    var form: Pack.Form { image.form(of: pack) }
    var description: Pack.Description? { image.description(of: pack) }
    /// The titles of its entries.
    var titles: [String] { (0..<image.entryCount(of: pack)).map { image.entry($0, of: pack).title } }
  }

  /// What is looked for in texts of one language by one layer.
  struct LayerPhrases: Sendable {
    let phrases: PackImage.Phrases
    let layer: Int
    /// Which of all the run's automata it is.
    let number: Int
  }

  /// An index of compiled packs. Of entries that match the same words, that of the later layer wins; within a layer,
  /// that of the pack given first.
  ///
  /// - Parameters:
  ///   - layers: the lowest first.
  ///   - options: what the desk sets for itself.
  ///   - lexicon: that of another index of the same built-in packs; made here unless given.
  /// - Complexity: O(number of packs); their entries are read when they are asked for.
  public init(layers: [PackImage], options: DeskOptions = DeskOptions(), lexicon: Lexicon? = nil) {
    var names: [String] = []
    var numbers: [String: Int16] = [:]
    for image in layers {
      for pack in 0..<image.count {
        let name = image.string(of: pack, .name)
        if numbers[name] == nil {
          numbers[name] = Int16(truncatingIfNeeded: names.count)
          names.append(name)
        }
      }
    }
    var groups = [Group](repeating: Group(), count: names.count)
    var places = [[(pack: Int16, firstEntry: Int32)]](repeating: [], count: layers.count)
    for (layer, image) in layers.enumerated().reversed() {
      for pack in 0..<image.count {
        guard let number = numbers[image.string(of: pack, .name)] else { continue }
        let first = groups[Int(number)].entryCount
        places[layer].append((number, Int32(first)))
        groups[Int(number)].parts.append(Part(image: image, pack: pack, firstEntry: first))
        groups[Int(number)].entryCount += image.entryCount(of: pack)
      }
    }
    var phrases: [String: [LayerPhrases]] = [:]
    var phrasesCount = 0
    for (layer, image) in layers.enumerated().reversed() {
      for one in image.phrases {
        phrases[one.language, default: []].append(
          LayerPhrases(phrases: one, layer: layer, number: phrasesCount))
        phrasesCount += 1
      }
    }
    var hash = FNV1a()
    for image in layers { withUnsafeBytes(of: image.contentHash.littleEndian) { hash.add($0) } }
    let functionWords = numbers[LanguageWords.pack].map { groups[Int($0)].parts } ?? []
    let lexicon =
      lexicon ?? Lexicon(adding: LanguageWords.words(in: functionWords) + DiscourseWords.words)
    self.names = names
    self.lexicon = lexicon
    self.options = options
    contentHash = hash.value
    self.phrases = phrases
    self.phrasesCount = phrasesCount
    languages = LanguageWords(functionWords, lexicon: lexicon)
    discourse = DiscourseWords(lexicon: lexicon)
    self.layers = layers
    self.groups = groups
    self.numbers = numbers
    self.places = places
  }

  /// The built-in packs, and others on top of them.
  ///
  /// - Parameters:
  ///   - packs: a desk's own; compiled here.
  ///   - options: what the desk sets for itself.
  ///   - lexicon: that of another index of the built-in packs; made here unless given.
  /// - Throws: `PackImage.Fault` if the binary carries broken packs, which a test rules out.
  /// - Complexity: O(size of the added packs).
  public static func builtIn(
    adding packs: [Pack] = [], options: DeskOptions = DeskOptions(), lexicon: Lexicon? = nil
  ) throws(PackImage.Fault) -> PackIndex {
    let image = try PackImage.builtIn()
    let index = PackIndex(layers: [image], options: options, lexicon: lexicon)
    if packs.isEmpty { return index }
    let own = try PackImage(Cells(PackImage.compile(packs, lexicon: index.lexicon)))
    // Function words of a language that a desk adds need lasting ids of their own.
    let addsWords = packs.contains { $0.name == LanguageWords.pack }
    return PackIndex(
      layers: [image, own], options: options, lexicon: addsWords ? nil : index.lexicon)
  }

  /// The number of a pack; `nil` if there is none of that name.
  public func number(of name: String) -> Int16? { numbers[name] }

  /// The entries of a pack, in the order of their numbers.
  public func entries(of pack: Int16?) -> PackEntries {
    let group = group(pack)
    return PackEntries(parts: group?.parts ?? [], count: group?.entryCount ?? 0)
  }

  /// The packs of one name, the topmost first.
  func parts(of pack: Int16?) -> [Part] { group(pack)?.parts ?? [] }

  private func group(_ pack: Int16?) -> Group? {
    guard let pack, groups.indices.contains(Int(pack)) else { return nil }
    return groups[Int(pack)]
  }

  /// The languages in which all of some packs are written.
  func languages(of names: [String]) -> Set<String> {
    var common: Set<String>?
    for name in names {
      let languages = Set(parts(of: numbers[name]).map { $0.string(.language) })
      common = common?.intersection(languages) ?? languages
    }
    return common ?? []
  }

  /// What a pack says of a mark whose argument is the number of one of its entries.
  func wording(of mark: Mark, pack number: Int16?, in thread: borrowing Thread) -> Wording {
    let entries = entries(of: number)
    let message = thread.message(at: mark.message)
    let words = message.map { thread.string(mark.span, in: $0.message) } ?? ""
    guard entries.indices.contains(Int(mark.argument)) else {
      // The pack as a whole: nothing of it stands in the text.
      let part = parts(of: number).first { $0.string(.language) == message?.language }
      return Wording(
        Self.fill(part?.string(.message) ?? "", with: words), part?.string(.suggestion) ?? "")
    }
    let part = entries.part(of: Int(mark.argument))
    return Wording(
      Self.fill(part.string(.message), with: words),
      Self.suggestion(of: entries[Int(mark.argument)], else: part.string(.suggestion)))
  }

  /// What to write instead: the entry's own words, in the pack's sentence if it has a place for them; advice in
  /// brackets as it is.
  private static func suggestion(of entry: PackedEntry, else sentence: String) -> String {
    let replacements = entry.replacements
    let advice = replacements.first { $0.hasPrefix("(") && $0.hasSuffix(")") }
    if let advice, advice == replacements.first { return String(advice.dropFirst().dropLast()) }
    let words = replacements.filter { !$0.isEmpty && !$0.hasPrefix("(") }
    guard let best = words.first else { return sentence }
    if sentence.contains("%s") { return fill(sentence, with: best) }
    return "“\(best)”"
  }

  /// Puts words in the place of `%s`.
  private static func fill(_ message: String, with words: String) -> String {
    guard let place = message.firstRange(of: "%s") else { return message }
    return message[..<place.lowerBound] + words + message[place.upperBound...]
  }
}

/// The entries of all packs of one name, by number.
public struct PackEntries: RandomAccessCollection, Sendable {
  private let parts: [PackIndex.Part]
  /// How many there are.
  public let count: Int

  init(parts: [PackIndex.Part], count: Int) {
    self.parts = parts
    self.count = count
  }

  /// 0.
  public var startIndex: Int { 0 }
  /// ``count``.
  public var endIndex: Int { count }

  /// The entry of that number. - Complexity: O(packs of the name), which are few.
  public subscript(entry: Int) -> PackedEntry {
    let part = part(of: entry)
    return part.image.entry(entry - part.firstEntry, of: part.pack)
  }

  /// The pack that holds an entry.
  func part(of entry: Int) -> PackIndex.Part {
    precondition(indices.contains(entry), "no such entry")
    // The parts are in the order of their first entries; those without any have the number of the next.
    return parts[parts.lastIndex { $0.firstEntry <= entry && $0.image.entryCount(of: $0.pack) > 0 } ?? 0]
  }
}
