/// The Snowball stemmer for English, also known as Porter2.
///
/// Follows the algorithm's published definition (M. F. Porter, "The English (Porter2) stemming algorithm",
/// snowballstem.org, version 2.2), step by step and under its names: R1 and R2 are the regions after the first
/// and second vowel–consonant pair, a `y` that acts as a consonant is written `Y` in between.
struct EnglishStemmer {
  private var word: [UInt8] = []
  private var r1 = 0
  private var r2 = 0

  /// Replaces a word in lower case (ASCII letters and apostrophes) by its stem.
  ///
  /// - Complexity: O(n); allocates nothing once warm.
  mutating func stem(_ text: inout [UInt8]) {
    guard text.count > 2 else { return }
    if text.count <= Self.longestException, let fixed = Self.exceptions[text] {
      text = fixed
      return
    }
    swap(&word, &text)
    defer { swap(&word, &text) }
    if word.first == .apostrophe { word.removeFirst() }
    markConsonantYs()
    findRegions()
    step0()
    step1a()
    if !isFinishedAfter1a {
      step1b()
      step1c()
      step2()
      step3()
      step4()
      step5()
    }
    for i in word.indices where word[i] == Self.consonantY { word[i] = UInt8(ascii: "y") }
  }

  // MARK: - Regions

  private mutating func markConsonantYs() {
    for i in word.indices where word[i] == UInt8(ascii: "y") {
      if i == 0 || Self.isVowel(word[i - 1]) { word[i] = Self.consonantY }
    }
  }

  private mutating func findRegions() {
    r1 = regionStart(after: 0)
    for prefix in Self.r1Prefixes where starts(with: prefix) { r1 = prefix.utf8CodeUnitCount }
    r2 = regionStart(after: r1)
  }

  /// The place after the first non-vowel that follows a vowel, looking from `start`.
  private func regionStart(after start: Int) -> Int {
    var i = start + 1
    while i < word.count {
      if !Self.isVowel(word[i]) && Self.isVowel(word[i - 1]) { return i + 1 }
      i += 1
    }
    return word.count
  }

  // MARK: - Steps

  private mutating func step0() {
    for suffix in Self.possessives where has(suffix) {
      word.removeLast(suffix.utf8CodeUnitCount)
      return
    }
  }

  private mutating func step1a() {
    if has("sses") {
      word.removeLast(2)
    } else if has("ied") || has("ies") {
      word.removeLast(word.count > 4 ? 2 : 1)
    } else if has("us") || has("ss") {
      return
    } else if has("s"), word.count > 2, word[..<(word.count - 2)].contains(where: Self.isVowel) {
      word.removeLast()
    }
  }

  private mutating func step1b() {
    if has("eedly") || has("eed") {
      let length = has("eedly") ? 5 : 3
      if word.count - length >= r1 { word.removeLast(length - 2) }
      return
    }
    guard let length = Self.verbEndings.first(where: { has($0) })?.utf8CodeUnitCount,
      word[..<(word.count - length)].contains(where: Self.isVowel)
    else { return }
    word.removeLast(length)
    if has("at") || has("bl") || has("iz") {
      word.append(UInt8(ascii: "e"))
    } else if endsInDouble {
      word.removeLast()
    } else if isShort {
      word.append(UInt8(ascii: "e"))
    }
  }

  private mutating func step1c() {
    guard let last = word.last, last == UInt8(ascii: "y") || last == Self.consonantY, word.count > 2,
      !Self.isVowel(word[word.count - 2])
    else { return }
    word[word.count - 1] = UInt8(ascii: "i")
  }

  private mutating func step2() {
    if replaceLongest(Self.step2Suffixes, from: r1) { return }
    if has("ogi") {
      if inRegion(3, r1), word.count > 3, word[word.count - 4] == UInt8(ascii: "l") { word.removeLast() }
    } else if has("li"), inRegion(2, r1), word.count > 2, Self.liEndings.contains(word[word.count - 3]) {
      word.removeLast(2)
    }
  }

  private mutating func step3() {
    if has("ative") {
      if inRegion(5, r2) { word.removeLast(5) }
      return
    }
    _ = replaceLongest(Self.step3Suffixes, from: r1)
  }

  private mutating func step4() {
    if replaceLongest(Self.step4Suffixes, from: r2) { return }
    if has("ion"), inRegion(3, r2), word.count > 3 {
      let before = word[word.count - 4]
      if before == UInt8(ascii: "s") || before == UInt8(ascii: "t") { word.removeLast(3) }
    }
  }

  private mutating func step5() {
    if has("e") {
      if inRegion(1, r2) || (inRegion(1, r1) && !endsInShortSyllable(word.count - 1)) { word.removeLast() }
    } else if has("l"), inRegion(1, r2), word.count > 1, word[word.count - 2] == UInt8(ascii: "l") {
      word.removeLast()
    }
  }

  // MARK: - Tests

  @inline(__always)
  private func has(_ suffix: StaticString) -> Bool {
    let count = suffix.utf8CodeUnitCount
    guard word.count >= count else { return false }
    // Nearly all suffixes differ in their last letter.
    var i = count
    while i > 0 {
      guard word[word.count &- count &+ i &- 1] == suffix.utf8Start[i &- 1] else { return false }
      i &-= 1
    }
    return true
  }

  private func starts(with prefix: StaticString) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard word.count >= count else { return false }
    for i in 0..<count where word[i] != prefix.utf8Start[i] { return false }
    return true
  }

  private var isFinishedAfter1a: Bool {
    guard (6...7).contains(word.count) else { return false }
    return Self.finishedAfter1a.contains { $0.utf8CodeUnitCount == word.count && has($0) }
  }

  private func inRegion(_ length: Int, _ region: Int) -> Bool { word.count - length >= region }

  /// Finds the longest suffix of a table (longest first) and replaces it if it lies in the region.
  ///
  /// - Returns: whether one was found, replaced or not.
  private mutating func replaceLongest(
    _ table: [(suffix: StaticString, replacement: StaticString)], from region: Int
  ) -> Bool {
    for (suffix, replacement) in table where has(suffix) {
      let length = suffix.utf8CodeUnitCount
      if inRegion(length, region) {
        word.removeLast(length)
        replacement.withUTF8Buffer { word.append(contentsOf: $0) }
      }
      return true
    }
    return false
  }

  private var endsInDouble: Bool {
    guard word.count > 1, let last = word.last, last == word[word.count - 2] else { return false }
    return Self.doubles.contains(last)
  }

  /// A short syllable ends the word and R1 is empty.
  private var isShort: Bool { r1 >= word.count && endsInShortSyllable(word.count) }

  /// Whether the first `end` letters end in a vowel between non-vowels (the last not w, x, Y), or are a vowel
  /// and a non-vowel and nothing else.
  private func endsInShortSyllable(_ end: Int) -> Bool {
    if end == 2 { return Self.isVowel(word[0]) && !Self.isVowel(word[1]) }
    guard end > 2 else { return false }
    let last = word[end - 1]
    return !Self.isVowel(last) && last != UInt8(ascii: "w") && last != UInt8(ascii: "x")
      && last != Self.consonantY && Self.isVowel(word[end - 2]) && !Self.isVowel(word[end - 3])
  }

  @inline(__always)
  private static func isVowel(_ letter: UInt8) -> Bool { LetterSet.vowels.contains(letter) }

  // MARK: - Tables

  private static let consonantY = UInt8(ascii: "Y")
  private static let possessives: [StaticString] = ["'s'", "'s", "'"]
  private static let verbEndings: [StaticString] = ["ingly", "edly", "ing", "ed"]
  private static let doubles = LetterSet("bdfgmnprt")
  private static let liEndings = LetterSet("cdeghkmnrt")
  private static let r1Prefixes: [StaticString] = ["gener", "commun", "arsen"]
  private static let finishedAfter1a: [StaticString] = [
    "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
  ]

  private static let longestException = 6
  private static let exceptions: [[UInt8]: [UInt8]] = {
    let changed = [
      "skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "idly": "idl",
      "gently": "gentl", "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl",
    ]
    let kept = ["sky", "news", "howe", "atlas", "cosmos", "bias", "andes"]
    return Dictionary(
      uniqueKeysWithValues: changed.map { (Array($0.utf8), Array($1.utf8)) }
        + kept.map { (Array($0.utf8), Array($0.utf8)) })
  }()

  private static let step2Suffixes: [(suffix: StaticString, replacement: StaticString)] = [
    ("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"),
    ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"), ("ation", "ate"), ("alism", "al"),
    ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("entli", "ent"), ("fulli", "ful"), ("enci", "ence"),
    ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"),
  ]
  private static let step3Suffixes: [(suffix: StaticString, replacement: StaticString)] = [
    ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"),
    ("ness", ""), ("ful", ""),
  ]
  private static let step4Suffixes: [(suffix: StaticString, replacement: StaticString)] = [
    ("ement", ""), ("ance", ""), ("ence", ""), ("able", ""), ("ible", ""), ("ment", ""), ("ant", ""),
    ("ent", ""), ("ism", ""), ("ate", ""), ("iti", ""), ("ous", ""), ("ive", ""), ("ize", ""), ("al", ""),
    ("er", ""), ("ic", ""),
  ]
}

/// Some of the letters `a` to `z`, a bit each.
struct LetterSet {
  private let bits: UInt32

  init(_ letters: StaticString) {
    var bits: UInt32 = 0
    for i in 0..<letters.utf8CodeUnitCount { bits |= 1 << UInt32(letters.utf8Start[i] & 31) }
    self.bits = bits
  }

  /// Letter `c` is bit `c & 31`.
  init(bits: UInt32) { self.bits = bits }

  /// Whether a byte is one of the letters; `false` for anything but `a` to `z`.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    byte &- 0x61 < 26 && bits &>> UInt32(byte & 31) & 1 != 0
  }

  /// `a`, `e`, `i`, `o`, `u`, `y`: bits 1, 5, 9, 15, 21 and 25.
  static var vowels: LetterSet { LetterSet(bits: 0x0220_8222) }
}

extension UInt8 {
  static let apostrophe = UInt8(ascii: "'")
}
