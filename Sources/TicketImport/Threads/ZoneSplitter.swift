public import Tickets

/// Tells a message's own writing from what it carries along: quotes, signatures, notices, logs, code.
///
/// Only what is certain is taken out of the body: a sentence that is scored too much does less harm than a reply
/// that is not scored at all.
public struct ZoneSplitter: Sendable {
  /// A splitter; it keeps no state.
  public init() {}

  /// Appends the zones of a message to `zones`, in order and without gaps; nothing if all of it is body.
  ///
  /// - Parameters:
  ///   - text: the message's bytes.
  ///   - start: what is added to their offsets: the place of the message in its batch.
  ///   - zones: where the zones go.
  /// - Complexity: O(n).
  public func split(_ text: Span<UInt8>, at start: Int = 0, into zones: inout [Zone]) {
  }
}
