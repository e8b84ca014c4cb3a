public import Tickets

/// Findings as NDJSON, one object a line, for `--findings`: written as they come, so a long run needs no memory.
///
/// Every line has the members of a finding in the JSON report and no others; `span` is a half-open UTF-8 byte
/// range of the message as it was given.
public struct FindingsWriter: Sendable {
  /// Findings one a line.
  public init() {}

  /// Writes one line a finding, in the order given.
  ///
  /// - Complexity: O(bytes written).
  public func append(_ findings: some Sequence<Finding>, to output: inout [UInt8]) {
    var writer = JSONWriter(isIndented: false)
    for finding in findings {
      writer.object { $0.members(of: finding) }
      writer.endLine()
    }
    output += writer.output
  }
}
