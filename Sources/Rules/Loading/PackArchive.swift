import Tickets

/// Packs as bytes: what the generator writes and the binary carries.
///
///     "RBPACKS2"  count of strings · (length, UTF-8)…  count of packs · (fields as string numbers and counts)…
///
/// All numbers are LEB128 (7 bits a byte, low first). Strings are written once each, in the order in which they
/// are first used, so equal packs give equal bytes.
public enum PackArchive {
  static let magic = Array("RBPACKS2".utf8)

  /// Why bytes are no archive.
  public struct Fault: Error, Equatable, Sendable {
    /// Where reading stopped.
    public var offset: Int
  }

  /// The packs as bytes. - Complexity: O(size).
  public static func encode(_ packs: [Pack]) -> [UInt8] {
    var writer = Writer()
    writer.number(packs.count)
    for pack in packs { writer.pack(pack) }
    var head = Writer()
    head.bytes = magic
    head.number(writer.strings.count)
    for string in writer.strings {
      head.number(string.utf8.count)
      head.bytes += string.utf8
    }
    return head.bytes + writer.bytes
  }

  /// The packs that `encode` made these bytes from.
  public static func decode(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) -> [Pack] {
    var reader = Reader(bytes: bytes)
    for byte in magic { guard try reader.byte() == byte else { throw Fault(offset: reader.at) } }
    for _ in 0..<(try reader.count()) {
      let length = try reader.count()
      guard length <= bytes.count - reader.at else { throw Fault(offset: reader.at) }
      reader.strings.append(
        String(decoding: UnsafeBufferPointer(rebasing: bytes[reader.at..<reader.at + length]), as: UTF8.self))
      reader.at += length
    }
    var packs: [Pack] = []
    for _ in 0..<(try reader.count()) { packs.append(try reader.pack()) }
    return packs
  }

  private struct Writer {
    var bytes: [UInt8] = []
    var strings: [String] = []
    var numbers: [String: Int] = [:]

    mutating func number(_ value: Int) {
      var rest = UInt(bitPattern: value)
      while rest >= 0x80 {
        bytes.append(UInt8(rest & 0x7F) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }

    mutating func string(_ text: String) {
      if let known = numbers[text] { return number(known) }
      numbers[text] = strings.count
      number(strings.count)
      strings.append(text)
    }

    mutating func list<T>(_ items: [T], _ write: (inout Writer, T) -> Void) {
      number(items.count)
      for item in items { write(&self, item) }
    }

    mutating func pattern(_ pattern: PhrasePattern) { elements(pattern.elements) }

    mutating func elements(_ elements: [PhrasePattern.Element]) {
      list(elements) { writer, element in
        switch element {
        case .word(let word):
          writer.number(0)
          writer.string(word)
        case .inflected(let word):
          writer.number(1)
          writer.string(word)
        case .gap(let count):
          writer.number(2)
          writer.number(count)
        case .kind(let name):
          writer.number(3)
          writer.string(name)
        case .start: writer.number(4)
        case .end: writer.number(5)
        case .oneOf(let runs):
          writer.number(6)
          writer.list(runs) { $0.elements($1) }
        case .capitals(let word):
          writer.number(7)
          writer.string(word)
        }
      }
    }

    mutating func description(_ rule: Pack.Description) {
      for text in [
        rule.title, rule.rationale, rule.practice, rule.source, rule.scope.rawValue, rule.audience.rawValue,
      ] {
        string(text)
      }
      number(Int(rule.kind.rawValue))
      number(Int(rule.anchor.rawValue))
      number(Int(rule.level.rawValue))
    }

    mutating func pack(_ pack: Pack) {
      for text in [pack.name, pack.language, pack.form.rawValue, pack.message, pack.suggestion] {
        string(text)
      }
      number(pack.revision)
      number(pack.most)
      list(pack.unless) { $0.string($1) }
      list(pack.description.map { [$0] } ?? []) { $0.description($1) }
      list(pack.exceptions) { $0.pattern($1) }
      list(pack.finds) { $0.string($1) }
      list(pack.ignores) { $0.string($1) }
      list(pack.entries) { writer, entry in
        for text in [entry.title, entry.expansion, entry.plain, entry.level, entry.category] {
          writer.string(text)
        }
        writer.number(entry.isAmbiguous ? 1 : 0)
        writer.list(entry.patterns) { $0.pattern($1) }
        writer.list(entry.replacements) { $0.string($1) }
        writer.list(entry.context) { $0.string($1) }
      }
    }
  }

  private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0
    var strings: [String] = []

    mutating func byte() throws(Fault) -> UInt8 {
      guard at < bytes.count else { throw Fault(offset: at) }
      defer { at += 1 }
      return bytes[at]
    }

    mutating func number() throws(Fault) -> Int {
      var value: UInt = 0
      var shift: UInt = 0
      while true {
        let next = try byte()
        guard shift < 63 else { throw Fault(offset: at) }
        value |= UInt(next & 0x7F) << shift
        if next < 0x80 { return Int(bitPattern: value) }
        shift += 7
      }
    }

    /// A number of things that each take at least a byte, so it can't exceed what is left.
    mutating func count() throws(Fault) -> Int {
      let value = try number()
      guard value >= 0, value <= bytes.count - at else { throw Fault(offset: at) }
      return value
    }

    mutating func string() throws(Fault) -> String {
      let index = try number()
      guard strings.indices.contains(index) else { throw Fault(offset: at) }
      return strings[index]
    }

    mutating func list<T>(_ read: (inout Reader) throws(Fault) -> T) throws(Fault) -> [T] {
      var items: [T] = []
      for _ in 0..<(try count()) { items.append(try read(&self)) }
      return items
    }

    mutating func pattern() throws(Fault) -> PhrasePattern { PhrasePattern(elements: try elements(depth: 0)) }

    mutating func elements(depth: Int) throws(Fault) -> [PhrasePattern.Element] {
      guard depth < 4 else { throw Fault(offset: at) }
      return try list { (reader) throws(Fault) in
        switch try reader.number() {
        case 0: .word(try reader.string())
        case 1: .inflected(try reader.string())
        case 2: .gap(try reader.number())
        case 3: .kind(try reader.string())
        case 4: .start
        case 5: .end
        case 6: .oneOf(try reader.list { (inner) throws(Fault) in try inner.elements(depth: depth + 1) })
        case 7: .capitals(try reader.string())
        default: throw Fault(offset: reader.at)
        }
      }
    }

    /// One of a few cases, by its raw value.
    mutating func choice<T: RawRepresentable>(_ value: T.RawValue) throws(Fault) -> T {
      guard let choice = T(rawValue: value) else { throw Fault(offset: at) }
      return choice
    }

    mutating func small() throws(Fault) -> UInt8 {
      guard let value = UInt8(exactly: try number()) else { throw Fault(offset: at) }
      return value
    }

    mutating func description() throws(Fault) -> Pack.Description {
      var rule = Pack.Description(title: try string())
      rule.rationale = try string()
      rule.practice = try string()
      rule.source = try string()
      rule.scope = try choice(try string())
      rule.audience = try choice(try string())
      rule.kind = try choice(try small())
      rule.anchor = try choice(try small())
      rule.level = try choice(try small())
      return rule
    }

    mutating func pack() throws(Fault) -> Pack {
      let name = try string()
      let language = try string()
      var pack = Pack(name: name, language: language, form: try choice(try string()))
      pack.message = try string()
      pack.suggestion = try string()
      pack.revision = try number()
      pack.most = try number()
      pack.unless = try list { (reader) throws(Fault) in try reader.string() }
      pack.description = try list { (reader) throws(Fault) in try reader.description() }.first
      pack.exceptions = try list { (reader) throws(Fault) in try reader.pattern() }
      pack.finds = try list { (reader) throws(Fault) in try reader.string() }
      pack.ignores = try list { (reader) throws(Fault) in try reader.string() }
      pack.entries = try list { (reader) throws(Fault) in try reader.entry() }
      return pack
    }

    mutating func entry() throws(Fault) -> PackEntry {
      var entry = PackEntry(title: try string(), patterns: [])
      entry.expansion = try string()
      entry.plain = try string()
      entry.level = try string()
      entry.category = try string()
      entry.isAmbiguous = try number() == 1
      entry.patterns = try list { (reader) throws(Fault) in try reader.pattern() }
      entry.replacements = try list { (reader) throws(Fault) in try reader.string() }
      entry.context = try list { (reader) throws(Fault) in try reader.string() }
      return entry
    }
  }
}
