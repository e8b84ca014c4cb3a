/// Counts which stems two texts share, in a hash table that is emptied by counting on.
///
///     places   open addressing, at most a quarter full: stem, who has it, in which comparison
struct StemOverlap {
  /// Which text a stem stands in.
  enum Side: UInt32 {
    case ours = 1
    case theirs = 2
  }

  private struct Place {
    var stem: LexemeID = 0
    /// Four times the number of the comparison, and the sides.
    var mark: UInt32 = 0
  }

  private var places = [Place](repeating: Place(), count: 1024)
  private var comparison: UInt32 = 0
  private var shared = 0
  private var all = 0
  private var sharedNumbers = 0
  private var numbers = 0

  /// Starts a comparison of two texts with so many tokens in all.
  mutating func begin(tokens: Int) {
    if tokens * 4 > places.count {
      var size = places.count
      while size < tokens * 4 { size *= 2 }
      places = Array(repeating: Place(), count: size)
      comparison = 0
    }
    comparison += 1
    if comparison == 1 << 30 {
      for i in places.indices { places[i].mark = 0 }
      comparison = 1
    }
    shared = 0
    all = 0
    sharedNumbers = 0
    numbers = 0
  }

  /// Adds a stem of a side; a second time changes nothing.
  mutating func add(_ stem: LexemeID, weight: Int, isNumber: Bool, _ side: Side) {
    let number = isNumber ? 1 : 0
    let mask = places.count &- 1
    var i = Int(truncatingIfNeeded: (UInt64(stem) &* 0x9E37_79B9_7F4A_7C15) &>> 40) & mask
    while true {
      let place = places[i]
      if place.mark &>> 2 != comparison {
        places[i] = Place(stem: stem, mark: comparison &<< 2 | side.rawValue)
        all &+= weight
        numbers &+= number
        return
      }
      if place.stem == stem {
        if place.mark & side.rawValue == 0 {
          places[i].mark |= side.rawValue
          all &+= weight
          shared &+= weight
          sharedNumbers &+= number
        }
        return
      }
      i = (i &+ 1) & mask
    }
  }

  /// Twice the weight of the stems that both hold over the weight of all (Dice).
  var overlap: Double { all == 0 ? 0 : Double(2 * shared) / Double(all) }

  /// The share of the numbers that only one side holds.
  var missingNumbers: Double { numbers == 0 ? 0 : 1 - Double(sharedNumbers) / Double(numbers) }
}
