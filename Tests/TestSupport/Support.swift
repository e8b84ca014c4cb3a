public import Foundation
public import Testing

/// The repository's Fixtures folder, found from this file's place.
public enum Fixtures {
  /// The folder itself.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures", directoryHint: .isDirectory)

  /// The bytes of one file in it.
  public static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }
}

/// Compares `actual` with the file at `path` under Fixtures/golden. With
/// `UPDATE_GOLDEN=1` writes the file instead, and still fails, so that an
/// update never passes for a check.
public func expectGolden(_ actual: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation)
  throws
{
  let url = Fixtures.root.appending(path: "golden/\(path)")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try Data(actual.utf8).write(to: url)
    Issue.record("updated \(path)", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(contentsOf: url, encoding: .utf8)
  guard actual != expected else { return }
  let difference = actual.split(separator: "\n", omittingEmptySubsequences: false)
    .difference(from: expected.split(separator: "\n", omittingEmptySubsequences: false))
  let lines = difference.map { change in
    switch change {
    case .insert(let at, let line, _): "+\(at + 1): \(line)"
    case .remove(let at, let line, _): "-\(at + 1): \(line)"
    }
  }
  Issue.record("differs from \(path):\n\(lines.joined(separator: "\n"))", sourceLocation: sourceLocation)
}

/// Text with the spans that a detector should find marked as `‹so›`.
public struct MarkedText {
  /// The text without its marks.
  public var bytes: [UInt8] = []
  /// What was marked, as byte ranges of `bytes`.
  public var ranges: [Range<Int>] = []

  /// Reads the marks.
  public init(_ marked: String) {
    var open: Int?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "‹": open = bytes.count
      case "›": ranges.append(open!..<bytes.count)
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
  }
}

/// A fixed sequence of pseudo-random numbers (SplitMix64), for repeatable property tests.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  /// Starts the sequence.
  public init(seed: UInt64) { state = seed }
  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
