import Foundation
import Testing

/// Reads the values that a script in `Oracles/` wrote.
func oracle<Values: Decodable>(_ name: String, as type: Values.Type = Values.self) throws -> Values {
  let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Oracles/\(name).json")
  return try JSONDecoder().decode(Values.self, from: Data(contentsOf: url))
}

/// Expects `actual` to equal `expected` up to a relative error (absolute below `floor`).
func expectClose(
  _ actual: Double?, _ expected: Double, relative: Double = 1e-8, floor: Double = 1e-300,
  _ what: @autoclosure () -> String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let actual else {
    Issue.record("nothing, expected \(expected) \(what())", sourceLocation: sourceLocation)
    return
  }
  let error = abs(actual - expected) / max(abs(expected), floor)
  #expect(
    error <= relative, "\(actual) is not \(expected), relative error \(error) \(what())",
    sourceLocation: sourceLocation)
}
