/// Groups texts whose sketches are nearly equal.
///
/// Two sketches that agree in thirteen of sixteen fours agree in at least one whole quarter, so only those that share
/// a quarter are compared (the pigeonhole of Manku, Jain & Das Sarma 2007). Equal sketches are taken together first,
/// so that a template used a million times costs one comparison.
public enum NearDuplicates {
  /// For each sketch the least position of its group; its own position if it is alone, or 0 bits.
  ///
  /// Groups are closed under nearness: what is near to one member belongs to all. The result depends on the sketches
  /// and their order only.
  /// - Complexity: O(n log n) for the sorting, and the pairs within a quarter; 12 bytes a different sketch.
  public static func groups(of sketches: [UInt64]) -> [Int32] {
    var order = Array(sketches.indices.lazy.filter { sketches[$0] != 0 }.map { Int32($0) })
    order.sort { (sketches[Int($0)], $0) < (sketches[Int($1)], $1) }
    var group = sketches.indices.map { Int32($0) }
    // Equal ones: the first position stands for all.
    var different: [Int32] = []
    for position in order {
      if let last = different.last, sketches[Int(last)] == sketches[Int(position)] {
        group[Int(position)] = last
      } else {
        different.append(position)
      }
    }
    for quarter in 0..<4 {
      let shift = UInt64(16 * quarter)
      different.sort {
        let a = sketches[Int($0)] >> shift & 0xFFFF
        let b = sketches[Int($1)] >> shift & 0xFFFF
        return (a, $0) < (b, $1)
      }
      var first = 0
      while first < different.count {
        let key = sketches[Int(different[first])] >> shift & 0xFFFF
        var end = first + 1
        while end < different.count, sketches[Int(different[end])] >> shift & 0xFFFF == key { end += 1 }
        join(different[first..<end], sketches, &group)
        first = end
      }
    }
    order = []
    different = []
    // Roots come before their members, so each is looked up once.
    for position in group.indices { group[position] = root(Int32(position), group) }
    return group
  }

  /// Joins those of some sketches that are near to each other.
  private static func join(_ members: ArraySlice<Int32>, _ sketches: [UInt64], _ group: inout [Int32]) {
    for (offset, a) in members.enumerated() {
      for b in members.dropFirst(offset + 1)
      where TextSketch.equalBins(sketches[Int(a)], sketches[Int(b)]) >= TextSketch.leastEqual {
        let first = root(a, group)
        let second = root(b, group)
        if first != second { group[Int(max(first, second))] = min(first, second) }
      }
    }
  }

  private static func root(_ position: Int32, _ group: [Int32]) -> Int32 {
    var position = position
    while group[Int(position)] != position { position = group[Int(position)] }
    return position
  }
}
