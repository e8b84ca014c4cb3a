public import Tickets

/// Tells a message's own writing from what it carries along: quotes, signatures, notices, logs, code.
///
///     Hi Ana,                                             body
///     please restart it once more.
///                                                         (a blank line goes with the line before it)
///     Best regards
///     Bo
///     Service Desk, Example Ltd.                          signature
///     Phone +49 30 1234567
///     On Mon, 2 Mar 2026 at 10:00, Ana <ana@x.org> wrote: quote: attribution
///     > It happened again.                                quote
///
/// Works by line. Only what is certain is taken out of the body: a sentence that is scored too much does less
/// harm than a reply that is not scored at all. What is looked for is written down beside each detector:
/// `QuoteHeaders`, `Signatures`, `Boilerplate`, `PastedText`.
public struct ZoneSplitter: Sendable {
  /// The lines of the message at hand; kept to be filled again.
  private var lines: [TextLine] = []

  /// A splitter; used again and again it allocates nothing.
  public init() {}

  /// Appends the zones of a message to `zones`, in order and without gaps; nothing if all of it is body.
  ///
  /// - Parameters:
  ///   - text: the message's bytes.
  ///   - start: what is added to their offsets: the place of the message in its batch.
  ///   - zones: where the zones go.
  /// - Complexity: O(n).
  public mutating func split(_ text: Span<UInt8>, at start: Int = 0, into zones: inout [Zone]) {
    TextLine.split(text, into: &lines)
    PastedText.mark(text, &lines)
    QuoteHeaders.mark(text, &lines)
    Boilerplate.mark(text, &lines)
    Signatures.mark(text, &lines)
    join(text.count, at: start, into: &zones)
  }

  /// Appends the zones of a request, which may be nothing but a forwarded message: then that is what its author has to
  /// say, and only the lines that introduce it are quoted.
  ///
  /// - Complexity: O(n × quoted messages in it).
  public mutating func splitRequest(_ text: Span<UInt8>, at start: Int = 0, into zones: inout [Zone]) {
    let before = zones.count
    split(text, at: start, into: &zones)
    if zones.count == before || zones[before...].contains(where: { $0.kind == .body }) { return }
    guard let first = QuoteHeaders.endOfIntroduction(text, lines), lines[first].start > 0 else {
      zones.removeSubrange(before...)
      return
    }
    let offset = lines[first].start
    zones.removeSubrange(before...)
    let rest = text.extracting(offset..<text.count)
    zones.append(Zone(range: ByteRange(start..<start + offset), kind: .quote))
    splitRequest(rest, at: start + offset, into: &zones)
    if zones.count == before + 1 {
      zones.append(Zone(range: ByteRange(start + offset..<start + text.count), kind: .body))
    } else if zones[before + 1].kind == .quote {
      zones[before].range = ByteRange(start..<Int(zones[before + 1].range.end))
      zones.remove(at: before + 1)
    }
  }

  /// Writes neighbours of one kind as one zone.
  private mutating func join(_ count: Int, at start: Int, into zones: inout [Zone]) {
    var last = ZoneKind.body
    var isMixed = false
    for i in lines.indices {
      if lines[i].isBlank, lines[i].kind == .body { lines[i].kind = last }
      if lines[i].kind != .body { isMixed = true }
      last = lines[i].kind
    }
    if !isMixed { return }
    var i = 0
    while i < lines.count {
      let first = i
      while i < lines.count, lines[i].kind == lines[first].kind { i += 1 }
      let end = i < lines.count ? lines[i].start : count
      zones.append(
        Zone(range: ByteRange(start + lines[first].start..<start + end), kind: lines[first].kind))
    }
  }
}
