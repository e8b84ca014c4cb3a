/// Kinds that reach over a space: `16 GB`, `HTTP 503`, `C:\Program Files\x`, `ipconfig /all`.
extension TextAnalyzer {
  private typealias Tokens = UnsafeMutableBufferPointer<Token>

  /// Unites tokens of the line at hand: the `candidates` with those that follow them.
  ///
  /// - Complexity: O(candidates), and O(tokens after the first union) if there is one.
  mutating func uniteAcrossSpaces(_ base: UnsafePointer<UInt8>) {
    let tokens = buffer.elements
    var out = -1
    var next = 0
    for candidate in candidates.elements where candidate >= next {
      guard let (count, kind) = union(base, at: candidate, tokens) else { continue }
      if out < 0 { out = candidate } else { out = move(tokens, next..<candidate, to: out) }
      next = candidate + count
      var united = tokens[candidate]
      united.end = tokens[next - 1].end
      united.kind = kind
      united.syllables = 0
      if kind == .quantity || kind == .errorCode { united.flags.insert(.hasDigit) }
      CaseFolding.fold(base + Int(united.start), count: united.range.count, characters, into: &folded)
      united.lexeme =
        vocabulary.intern(
          LexemeKey(folded.base, count: folded.count), folded.base, count: folded.count
        ).id
      tokens[out] = united
      out += 1
    }
    if out >= 0 { buffer.count = move(tokens, next..<tokens.count, to: out) }
  }

  /// Moves tokens down, and returns the place after them.
  private func move(_ tokens: Tokens, _ range: Range<Int>, to out: Int) -> Int {
    for (offset, i) in range.enumerated() { tokens[out + offset] = tokens[i] }
    return out + range.count
  }

  /// How many tokens from `at` on are one thing, and what it is; `nil` for a token that stands alone.
  private func union(
    _ base: UnsafePointer<UInt8>, at: Int, _ tokens: Tokens
  ) -> (count: Int, kind: TokenKind)? {
    let token = tokens[at]
    guard at + 1 < tokens.count else { return nil }
    switch token.kind {
    case .number:
      // A number, one space, a unit: `16 GB`. Only units that are never other words stand so.
      let next = tokens[at + 1]
      guard next.kind == .word, next.start == token.end + 1,
        vocabulary.flags(of: next.lexeme).contains(.unit),
        next.end - next.start > 1
      else { return nil }
      return (2, .quantity)
    case .word:
      let flags = vocabulary.flags(of: token.lexeme)
      if flags.contains(.errorPrefix) { return errorNumber(at: at, tokens) }
      if flags.contains(.shellCommand) { return command(base, at: at, tokens) }
      return nil
    case .path, .registryKey: return pathWithSpaces(base, at: at, tokens)
    default: return nil
    }
  }

  /// `error 1603`, `HTTP 503`, `exit code: 1`. Codes that tell by themselves stay alone.
  private func errorNumber(at: Int, _ tokens: Tokens) -> (count: Int, kind: TokenKind)? {
    var i = at + 1
    while i < tokens.count, i < at + 4 {
      let token = tokens[i]
      switch token.kind {
      case .number where token.end - token.start <= 6 && token.start <= tokens[i - 1].end + 2:
        return (i - at + 1, .errorCode)
      case .word where vocabulary.flags(of: token.lexeme).contains(.errorPrefix): break
      case .word where token.end - token.start <= 2 && token.flags.contains(.followsSpace):
        // "error id 7", "error no 7"
        break
      case .punctuation where token.end - token.start == 1: break
      default: return nil
      }
      i += 1
    }
    return nil
  }

  /// A command of a shell and its options: at least one word that starts with `-` or `/`, or a path.
  private func command(
    _ base: UnsafePointer<UInt8>, at: Int, _ tokens: Tokens
  ) -> (count: Int, kind: TokenKind)? {
    var i = at + 1
    var isCommand = false
    var last = at
    while i < tokens.count, i < at + 24 {
      let token = tokens[i]
      if token.flags.contains(.followsSpace) {
        let byte = base[Int(token.start)]
        let next = base[Int(token.start) + 1]
        let isOption =
          (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")) && token.kind != .path
          && (KindRecogniser.isAlphanumeric(next) || next == UInt8(ascii: "-"))
        let isArgument =
          token.kind.isArtefact || token.kind == .number
          || vocabulary.flags(of: token.lexeme).contains(.shellCommand)
        guard
          isOption || isArgument
            || (i == at + 1 && token.kind == .word && isFollowedByOption(base, i, tokens))
        else { break }
        isCommand = isCommand || isOption
      }
      last = i
      i += 1
    }
    // A mark that ends the sentence is not part of it.
    while last > at, tokens[last].kind == .punctuation { last -= 1 }
    return isCommand && last > at ? (last - at + 1, .command) : nil
  }

  private func isFollowedByOption(_ base: UnsafePointer<UInt8>, _ i: Int, _ tokens: Tokens) -> Bool {
    guard i + 1 < tokens.count, tokens[i + 1].flags.contains(.followsSpace) else { return false }
    let byte = base[Int(tokens[i + 1].start)]
    return byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "-") && base[Int(tokens[i + 1].start) + 1] != 0x20
  }

  /// `C:\Program Files\App`: a backslash path goes on over one space if the next chunk holds a backslash.
  private func pathWithSpaces(
    _ base: UnsafePointer<UInt8>, at: Int, _ tokens: Tokens
  ) -> (count: Int, kind: TokenKind)? {
    guard tokens[at].range.contains(where: { base[$0] == UInt8(ascii: "\\") }) else { return nil }
    var last = at
    var i = at + 1
    var words = 0
    while i < tokens.count, words < 4 {
      let token = tokens[i]
      if token.flags.contains(.followsSpace) {
        guard token.start == tokens[i - 1].end + 1 else { break }
        words += 1
      }
      if token.kind == .punctuation, base[Int(token.start)] == UInt8(ascii: "\\") || token.kind == .path {
        last = i
        words = 0
      } else if token.kind == .punctuation, !Self.mayStandInPath(base[Int(token.start)]) {
        break
      } else if token.kind == .path
        || (token.kind == .identifier && token.range.contains { base[$0] == 0x5C })
      {
        last = i
        words = 0
      } else if last > at, !token.flags.contains(.followsSpace) {
        last = i
      }
      i += 1
    }
    while last > at, tokens[last].kind == .punctuation { last -= 1 }
    return last > at ? (last - at + 1, tokens[at].kind) : nil
  }

  private static func mayStandInPath(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "\\"),
      UInt8(ascii: "."), UInt8(ascii: "&"):
      true
    default: false
    }
  }
}
