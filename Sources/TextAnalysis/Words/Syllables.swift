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
      room.initialize(repeating: UInt8(ascii: "."))
      for i in 0..<word.count { room[padding + i] = word[i] }
      var count = 0
      for i in 0..<word.count {
        if word[i] >= 0xC0 {
          count += 1
        } else if LetterSet.carriers.contains(word[i]), carries(UnsafeBufferPointer(room), padding + i) {
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

  private static func carries(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    var sum = 0
    for (index, window) in windows.enumerated() {
      // FNV-1a over the letters, from a start of its own for each window.
      var hash = 2_166_136_261 &+ UInt32(index) &* 0x9E37_79B1
      for i in (at - window.before)...(at + window.after) { hash = (hash ^ UInt32(text[i])) &* 16_777_619 }
      hash ^= hash >> 15
      sum += Int(clexicons_syllables[Int(hash & 0xFFFF)])
    }
    return sum > 0
  }

  /// How many letters before and after the one that is asked about each feature sees.
  private static let windows: [(before: Int, after: Int)] = [
    (0, 0), (1, 0), (0, 1), (1, 1), (2, 1), (1, 2), (2, 2), (0, 2), (2, 0), (3, 1), (1, 3), (0, 3), (3, 0),
    (3, 3),
    (0, 4), (4, 1), (2, 4),
  ]
}

extension LetterSet {
  /// Letters that can carry a syllable.
  static var carriers: LetterSet { LetterSet("aeiouymnlr") }
  /// All of them.
  static var all: LetterSet { LetterSet("abcdefghijklmnopqrstuvwxyz") }
}
