/// The runs of five words that a request holds, to tell a copy from a restatement.
///
/// A hash set of the runs' 64-bit hashes, each made from the one before it (Karp and Rabin 1987); two runs that
/// differ share one about never.
struct WordRuns {
  /// Words in a row that nobody writes twice by chance.
  static let length = 5

  private var slots = [UInt64](repeating: 0, count: 1024)
  private var used: [Int] = []
  private var runs = RollingHash()

  /// Forgets all runs. - Complexity: O(runs held).
  mutating func clear() {
    for slot in used { slots[slot] = 0 }
    used.removeAll(keepingCapacity: true)
  }

  /// Adds the runs of some words. - Complexity: O(words).
  mutating func insert(_ words: ArraySlice<HeardWord>) {
    runs.restart()
    for word in words where !word.isMark {
      if let hash = runs.next(word.lexeme) { insert(hash) }
    }
  }

  /// Begins to read a text in search of copies.
  mutating func restart() { runs.restart() }

  /// Reads on: how many words stand in runs that are held, and how many words there are. - Complexity: O(words).
  mutating func copied(_ words: ArraySlice<HeardWord>) -> (copied: Int, words: Int) {
    var seen = 0
    var copied = 0
    // Words of the run that was copied last and have been counted.
    var sinceCopied = Self.length
    for word in words where !word.isMark {
      seen += 1
      sinceCopied += 1
      guard let hash = runs.next(word.lexeme), !used.isEmpty, contains(hash) else { continue }
      copied += min(Self.length, sinceCopied, seen)
      sinceCopied = 0
    }
    return (copied, seen)
  }

  private func place(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while slots[slot] != hash && slots[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }

  private func contains(_ hash: UInt64) -> Bool { slots[place(of: hash)] == hash }

  private mutating func insert(_ hash: UInt64) {
    if used.count * 2 >= slots.count {
      let held = used.map { slots[$0] }
      slots = [UInt64](repeating: 0, count: slots.count * 2)
      used.removeAll(keepingCapacity: true)
      for hash in held { insert(hash) }
    }
    let slot = place(of: hash)
    if slots[slot] == 0 {
      slots[slot] = hash
      used.append(slot)
    }
  }
}

/// The hash of the last five words, brought forward word by word.
private struct RollingHash {
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// What a word weighs when it has gone five places.
  private static let gone = base &* base &* base &* base &* base
  private var recent = SIMD8<UInt64>.zero
  private var place = 0
  private var sum: UInt64 = 0

  mutating func restart() {
    place = 0
    sum = 0
    recent = .zero
  }

  /// The hash of the five words that end in `word`; `nil` before there are five. Never 0.
  mutating func next(_ word: UInt32) -> UInt64? {
    // A ring of eight holds the word that leaves, five places back.
    let mixed = (UInt64(word) &+ 1) &* 0xFF51_AFD7_ED55_8CCD
    let leaving = place >= WordRuns.length ? recent[(place &- WordRuns.length) & 7] : 0
    recent[place & 7] = mixed
    place &+= 1
    sum = sum &* Self.base &+ mixed &- leaving &* Self.gone
    guard place >= WordRuns.length else { return nil }
    return (sum ^ sum >> 32) | 1
  }
}
