/// One form that a report can take: a pure function from the report to bytes.
///
/// Same report, same bytes: nothing is read from the environment, and nothing depends on the order of a hash
/// table. A format is one file with its reporter and one golden file in the tests.
public protocol Reporter: Sendable {
  /// The name of the format in options and help: "html".
  static var name: String { get }
  /// What it is for, in a line.
  static var summary: String { get }

  /// Writes the report after what is in `output` already.
  func append(_ report: Report, to output: inout [UInt8])
}

extension Reporter {
  /// The report in this format.
  public func bytes(_ report: Report) -> [UInt8] {
    var output: [UInt8] = []
    append(report, to: &output)
    return output
  }
}
