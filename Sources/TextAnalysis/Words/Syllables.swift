import CLexicons

/// Counts the syllables of English words.
///
/// A linear model over letters says of each letter that can carry a syllable (a vowel, or one of m, n, l, r)
/// whether it does: the weights of the letters around it, in seventeen windows, are added up, and a sum above zero
/// says yes. The weights were learned from every second word of the CMU Pronouncing Dictionary by an averaged
/// perceptron (M. Collins, 2002) that knows only the number of syllables of a word; of the words it has not seen it
/// counts more than 95 % right. Common words that it gets wrong are listed beside it.
enum Syllables {
  /// Number of syllables of a word in lower case; 0 if it has no letter. Letters beyond ASCII count as vowels if they
  /// stand between other letters, which is right more often than not.
  ///
  /// - Complexity: O(n), some tens of nanoseconds a letter; callers keep the result.
  static func count(_ word: UnsafeBufferPointer<UInt8>) -> UInt8 {
    guard word.contains(where: { LetterSet.all.contains($0) || $0 >= 0x80 }) else { return 0 }
    guard word.count <= longest else { return UInt8(clamping: word.count / 3) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count + 2 * padding) { room in
      guard let first = room.baseAddress, let letters = word.baseAddress else { return 0 }
      room.initialize(repeating: UInt8(ascii: "."))
      (first + padding).update(from: letters, count: word.count)
      var count = 0
      for i in 0..<word.count {
        if letters[i] >= 0xC0 {
          count += 1
        } else if LetterSet.carriers.contains(letters[i]), carries(first + padding + i) {
          count += 1
        }
      }
      return UInt8(clamping: max(1, count))
    }
  }

  /// Longer "words" are no words.
  private static let longest = 64
  /// The widest window reaches so far.
  private static let padding = 4

  /// Whether the letter at `letter` carries a syllable. The windows say how many letters before and after it each
  /// feature sees; their order is that of the learned weights.
  private static func carries(_ letter: UnsafePointer<UInt8>) -> Bool {
    let sum =
      weight(0, letter, 0, 0) + weight(1, letter, 1, 0) + weight(2, letter, 0, 1) + weight(3, letter, 1, 1)
      + weight(4, letter, 2, 1) + weight(5, letter, 1, 2) + weight(6, letter, 2, 2) + weight(7, letter, 0, 2)
    let more =
      weight(8, letter, 2, 0) + weight(9, letter, 3, 1) + weight(10, letter, 1, 3) + weight(11, letter, 0, 3)
      + weight(12, letter, 3, 0) + weight(13, letter, 3, 3) + weight(14, letter, 0, 4)
      + weight(15, letter, 4, 1)
      + weight(16, letter, 2, 4)
    return sum + more > 0
  }

  /// The weight of the letters around one: FNV-1a over them, from a start of its own for each window.
  @inline(__always)
  private static func weight(_ window: UInt32, _ letter: UnsafePointer<UInt8>, _ before: Int, _ after: Int)
    -> Int
  {
    var hash = 2_166_136_261 &+ window &* 0x9E37_79B1
    var i = 0 &- before
    while i <= after {
      hash = (hash ^ UInt32(letter[i])) &* 16_777_619
      i &+= 1
    }
    hash ^= hash &>> 15
    return Int(clexicons_syllables[Int(hash & 0xFFFF)])
  }
}

extension LetterSet {
  /// Letters that can carry a syllable: `a`, `e`, `i`, `o`, `u`, `y`, `m`, `n`, `l`, `r`.
  static var carriers: LetterSet { LetterSet(bits: 0x0224_F222) }
  /// All of them.
  static var all: LetterSet { LetterSet(bits: 0x07FF_FFFE) }
}
