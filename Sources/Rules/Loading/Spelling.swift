/// What somebody may have meant to write.
public enum Spelling {
  /// The word most like `word`, if one is so like it that it may well be a slip: one edit in short words, two in
  /// longer ones. Of equals the first in the alphabet.
  public static func nearest(to word: String, among known: some Sequence<String>) -> String? {
    let most = word.count < 4 ? 1 : 2
    let near = known.map { (distance: distance(word, $0), word: $0) }.filter { $0.distance <= most }
    return near.min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
  }

  /// How many characters to insert, remove, replace or swap with their neighbour to get from one word to another
  /// (optimal string alignment).
  ///
  /// - Complexity: O(n × m).
  static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a)
    let b = Array(b)
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
