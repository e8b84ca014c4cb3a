public import TextAnalysis
import Tickets

extension PackImage {
  /// Compiles packs: the cells of an image. Equal packs give equal cells.
  ///
  /// - Parameter lexicon: knows the stems of common words, irregular ones too.
  /// - Complexity: O(size).
  public static func compile(_ packs: [Pack], lexicon: Lexicon) -> [UInt32] {
    var vocabulary = Vocabulary(lexicon: lexicon)
    var writer = PackImageWriter()
    return writer.write(packs, &vocabulary)
  }
}

/// Lays packs out as ``PackImage`` says.
private struct PackImageWriter {
  private var cells = [UInt32](repeating: 0, count: PackImage.HeadField.count)
  private var strings: [String] = []
  private var numbers: [String: UInt32] = [:]

  mutating func write(_ packs: [Pack], _ vocabulary: inout Vocabulary) -> [UInt32] {
    // Lists and entries first; the records of fixed size that point at them are kept until then.
    let records = packs.map { record($0) }
    head(.packs, packs.count)
    head(.packPlace, cells.count)
    cells += records.joined()
    writePhrases(of: packs, &vocabulary)
    writeStrings()
    head(.magic, Int(PackImage.magic))
    head(.version, Int(PackImage.version))
    head(.cells, cells.count)
    var hash = FNV1a()
    for cell in cells { withUnsafeBytes(of: cell.littleEndian) { hash.add($0) } }
    head(.hashLow, Int(UInt32(truncatingIfNeeded: hash.value)))
    head(.hashHigh, Int(UInt32(truncatingIfNeeded: hash.value >> 32)))
    return cells
  }

  private mutating func head(_ field: PackImage.HeadField, _ value: Int) {
    cells[field.rawValue] = UInt32(truncatingIfNeeded: value)
  }

  private mutating func number(_ string: String) -> UInt32 {
    if let known = numbers[string] { return known }
    let number = UInt32(strings.count)
    numbers[string] = number
    strings.append(string)
    return number
  }

  /// Writes a list of strings: its place and count.
  private mutating func list(_ strings: [String]) -> [UInt32] {
    let list = strings.map { number($0) }
    defer { cells += list }
    return [UInt32(cells.count), UInt32(list.count)]
  }

  private mutating func record(_ pack: Pack) -> [UInt32] {
    var record = [pack.name, pack.language, pack.form.rawValue, pack.message, pack.suggestion].map {
      number($0)
    }
    record += [UInt32(clamping: pack.revision), UInt32(clamping: pack.most)]
    record += list(pack.unless) + list(pack.finds) + list(pack.ignores)
    let entries = pack.entries.map { entry($0) }
    record += [UInt32(cells.count), UInt32(entries.count)]
    cells += entries.joined()
    record += [number(pack.formula), number(pack.condition)]
    guard let rule = pack.description else { return record + [0] }
    record.append(UInt32(cells.count))
    let texts = [
      rule.title, rule.rationale, rule.practice, rule.source, rule.scope.rawValue, rule.audience.rawValue,
    ].map { number($0) }
    cells += texts + [rule.kind.rawValue, rule.anchor.rawValue, rule.level.rawValue].map(UInt32.init)
    return record
  }

  private mutating func entry(_ entry: PackEntry) -> [UInt32] {
    var record = [entry.title, entry.expansion, entry.plain, entry.level, entry.category].map { number($0) }
    record.append(
      (entry.isAmbiguous ? PackImage.isAmbiguous : 0)
        | (["technical", "specialist"].contains(entry.level) ? PackImage.isTechnical : 0)
        | (entry.title.utf8.contains { (0x41...0x5A).contains($0) } ? PackImage.hasCapital : 0))
    return record + list(entry.replacements) + list(entry.context)
      + list(entry.patterns.compactMap { Self.lastWord(of: $0) })
  }

  private static func lastWord(of pattern: PhrasePattern) -> String? {
    guard case .word(let word) = pattern.elements.last else { return nil }
    return PhraseCompiler.tokens(of: word).last
  }

  private mutating func writePhrases(of packs: [Pack], _ vocabulary: inout Vocabulary) {
    var compiled: [String: PhraseCompiler.Output] = [:]
    for (number, pack) in packs.enumerated() {
      let compiler = PhraseCompiler(pack: pack)
      var output = compiled[pack.language] ?? PhraseCompiler.Output()
      if pack.form != .words {
        for (entry, line) in pack.entries.enumerated() {
          let owner = PackImage.Owner(pack: number, entry: Int32(entry), mustEnd: false)
          for pattern in line.patterns { compiler.add(pattern, owner, to: &output) }
        }
      }
      for pattern in pack.exceptions {
        compiler.add(pattern, PackImage.Owner(pack: number, entry: -1, mustEnd: false), to: &output)
      }
      compiled[pack.language] = output
    }
    let languages = compiled.sorted { $0.key < $1.key }.filter { !$0.value.phrases.isEmpty }
    var records: [UInt32] = []
    for (language, output) in languages {
      records += [number(language), UInt32(cells.count)]
      for owner in output.owners {
        cells.append(UInt32(owner.pack) | (owner.mustEnd ? PackImage.mustEnd : 0))
        cells.append(UInt32(bitPattern: owner.entry))
      }
      records.append(UInt32(cells.count))
      cells += PhraseAutomaton.compile(output.phrases, vocabulary: &vocabulary)
    }
    head(.languages, languages.count)
    head(.languagePlace, cells.count)
    cells += records
  }

  private mutating func writeStrings() {
    head(.strings, strings.count)
    head(.stringEnds, cells.count)
    var end: UInt32 = 0
    for string in strings {
      end += UInt32(string.utf8.count)
      cells.append(end)
    }
    head(.stringBytes, cells.count)
    cells.appendPacked(Array(strings.joined().utf8))
  }
}
