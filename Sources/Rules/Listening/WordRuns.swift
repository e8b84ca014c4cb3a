import TextAnalysis
import Tickets

/// The runs of five words that a request holds, to tell a copy from a restatement.
///
/// A hash set of the runs' 64-bit hashes; two runs that differ share one about never.
struct WordRuns {
  /// Words in a row that nobody writes twice by chance.
  static let length = 5

  private var slots = [UInt64](repeating: 0, count: 1024)
  private var used: [Int] = []
  private var recent = [LexemeID](repeating: 0, count: length)

  /// Whether no run is held.
  var isEmpty: Bool { used.isEmpty }

  /// Forgets all runs. - Complexity: O(runs held).
  mutating func clear() {
    for slot in used { slots[slot] = 0 }
    used.removeAll(keepingCapacity: true)
  }

  /// Adds the runs of some tokens. - Complexity: O(tokens).
  mutating func insert(_ tokens: Range<Int>, in text: AnalyzedText) {
    var seen = 0
    for token in text.tokens[tokens] where token.kind != .punctuation && token.kind != .symbol {
      recent[seen % Self.length] = token.lexeme
      seen += 1
      if seen >= Self.length { insert(hash(endingAt: seen - 1)) }
    }
  }

  /// How many words of some tokens stand in runs that are held, and how many words there are.
  /// - Complexity: O(tokens).
  mutating func copied(_ tokens: Range<Int>, in text: AnalyzedText) -> (copied: Int, words: Int) {
    var seen = 0
    var copied = 0
    var lastCopied = -1
    for token in text.tokens[tokens] where token.kind != .punctuation && token.kind != .symbol {
      recent[seen % Self.length] = token.lexeme
      seen += 1
      guard seen >= Self.length, !isEmpty, contains(hash(endingAt: seen - 1)) else { continue }
      copied += min(Self.length, seen - 1 - lastCopied)
      lastCopied = seen - 1
    }
    return (copied, seen)
  }

  private func hash(endingAt last: Int) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for place in 1...Self.length {
      hash = (hash ^ UInt64(recent[(last + place) % Self.length])) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
    }
    return hash | 1
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
