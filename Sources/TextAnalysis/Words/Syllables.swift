/// Counts the syllables of English words.
enum Syllables {
  /// Number of syllables of a word in lower case; 0 if it has no letter.
  static func count(_ word: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var groups = 0
    var letters = 0
    var inVowels = false
    for letter in word {
      let vowel = isVowel(letter)
      if vowel && !inVowels { groups += 1 }
      inVowels = vowel
      if (0x61...0x7A).contains(letter) || letter >= 0x80 { letters += 1 }
    }
    guard letters > 0 else { return 0 }
    let tail = word.suffix(4)
    let end = word.count
    if groups > 1, tail.last == UInt8(ascii: "e"), end > 2, !isVowel(word[end - 2]) {
      let isLe = word[end - 2] == UInt8(ascii: "l") && !isVowel(word[end - 3])
      if !isLe { groups -= 1 }
    }
    return UInt8(clamping: max(1, groups))
  }

  @inline(__always)
  private static func isVowel(_ letter: UInt8) -> Bool { LetterSet.vowels.contains(letter) }
}
