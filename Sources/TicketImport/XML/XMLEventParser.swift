import CXMLShims

/// libxml2's push parser with its events in batches: the only place of the XML reader with pointers in it.
///
/// A class, so that the C parser lives exactly as long as somebody reads from it.
final class XMLEventParser {
  private let handle: OpaquePointer
  /// The events of the last batch; valid until the next `feed`.
  private(set) var events = UnsafeBufferPointer<cxml_event>(start: nil, count: 0)
  private var text: UnsafePointer<UInt8>?

  /// Opens a parser; `nil` if the encoding is not known (or memory is out).
  init?(encoding: String? = nil) {
    guard let handle = cxml_parser_create(encoding) else { return nil }
    self.handle = handle
  }

  deinit { cxml_parser_destroy(handle) }

  /// Parses a piece of at most 2 GiB, forgetting the last batch; `false` if the document is broken, or a limit
  /// passed, after the events of this batch.
  func feed(_ piece: ArraySlice<UInt8>, last: Bool = false) -> Bool {
    let good = piece.withUnsafeBufferPointer {
      cxml_parser_feed(handle, $0.baseAddress, Int32(clamping: $0.count), last)
    }
    var count = 0
    let start = cxml_parser_events(handle, &count)
    events = UnsafeBufferPointer(start: start, count: count)
    text = cxml_parser_text(handle)
    return good
  }

  /// The bytes of an attribute's value or of a piece of text of the last batch.
  @inline(__always)
  func bytes(of event: cxml_event) -> UnsafeBufferPointer<UInt8> {
    guard let text, event.count > 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: text + Int(event.start), count: Int(event.count))
  }

  /// The name that an event's number stands for.
  func name(_ number: UInt32) -> String { String(cString: cxml_parser_name(handle, number)) }

  /// Where and why parsing ended early.
  var failure: (line: Int, column: Int, message: String) {
    (
      Int(cxml_parser_line(handle)), Int(cxml_parser_column(handle)),
      String(cString: cxml_parser_message(handle))
    )
  }

  /// Whether it was for a character that XML does not allow.
  var failedAtCharacter: Bool { cxml_parser_failed_at_character(handle) }
}
