/// Counts the syllables of English words.
enum Syllables {
  /// Number of syllables of a word in lower case; 0 if it has no letter.
  static func count(_ word: ArraySlice<UInt8>) -> UInt8 {
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
    let tail = Array(word.suffix(4))
    if groups > 1, tail.last == UInt8(ascii: "e"), tail.count > 2, !isVowel(tail[tail.count - 2]) {
      let isLe = tail[tail.count - 2] == UInt8(ascii: "l") && !isVowel(tail[tail.count - 3])
      if !isLe { groups -= 1 }
    }
    return UInt8(clamping: max(1, groups))
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"):
      true
    default: false
    }
  }
}
