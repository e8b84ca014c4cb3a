/// Plain text whose paragraphs were cut into lines for the way: `format=flowed` (RFC 3676).
enum FlowedText {
  /// The text with its paragraphs whole again; quotes keep one `>` for each level, and a space.
  ///
  /// - Parameters:
  ///   - text: UTF-8 with `\n` at line ends.
  ///   - deletesSpace: `delsp=yes`: the space that marks a line as flowed is not part of the text.
  /// - Complexity: O(n).
  static func unflow(_ text: [UInt8], deletesSpace: Bool) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var flowingDepth: Int?
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let depth = line.prefix { $0 == UInt8(ascii: ">") }.count
      var content = line.dropFirst(depth)
      if content.first == UInt8(ascii: " ") { content = content.dropFirst() }  // stuffed
      let isSignatureMark = content.elementsEqual("-- ".utf8)
      if flowingDepth != depth || isSignatureMark {
        // A flowed line followed by one of another depth ends its paragraph all the same (section 4.5).
        if flowingDepth != nil { out.append(UInt8(ascii: "\n")) }
        out.append(contentsOf: repeatElement(UInt8(ascii: ">"), count: depth))
        if depth > 0 { out.append(UInt8(ascii: " ")) }
      }
      let flows = content.last == UInt8(ascii: " ") && !isSignatureMark
      out.append(contentsOf: flows && deletesSpace ? content.dropLast() : content)
      if flows {
        flowingDepth = depth
      } else {
        flowingDepth = nil
        out.append(UInt8(ascii: "\n"))
      }
    }
    // Splitting gave one line more than there were line ends.
    if flowingDepth == nil && out.last == UInt8(ascii: "\n") { out.removeLast() }
    return out
  }
}
