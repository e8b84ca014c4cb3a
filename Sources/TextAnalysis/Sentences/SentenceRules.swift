/// Where a sentence goes on over a boundary of ICU's, and where it ends without one.
struct SentenceRules {
  let bytes: UnsafePointer<UInt8>
  let tokens: UnsafeMutableBufferPointer<Token>
  let words: LexemeView

  /// The number of a list item: `1.`, `2)`, `3.)`, `b.`, `• 4.`, or a bullet alone.
  struct ListMarker: Equatable {
    /// 1 for `1` and `a`; 0 for a bullet alone.
    var value: Int
    /// Digits, a letter, or a bullet.
    var style: UInt8
    /// Number of tokens.
    var length: Int
  }

  // MARK: - Joining

  /// Whether the sentence that began at `start` goes on at the token `next`, before which ICU sees a boundary.
  func joins(start: Int, next: Int, _ list: ListMarker?) -> Bool {
    let last = tokens[next - 1]
    let following = tokens[next]
    // A token that was united reaches over the boundary.
    if last.end > following.start { return true }
    if let list, next == start + list.length, !following.flags.contains(.startsLine) { return true }
    if following.flags.contains(.startsLine) { return joinsLines(next, last, following) }
    if let list, continues(list, at: next) { return false }
    if isMark(last, ".") { return joinsPoint(start: start, next: next, following) }
    if isMark(last, "!") {
      // "at Yahoo! in the": an exclamation mark within a name.
      return next >= start + 3 && tokens[next - 2].flags.contains(.capitalised) && startsSmall(following)
    }
    // "[...]" (Smith 55).: an ellipsis in brackets ends nothing before a parenthesis.
    return isMark(following, "(") && (start..<next).contains { isMark(tokens[$0], "[") }
  }

  /// A line that was wrapped: it ends in no mark, or a comma, and is long, or goes on in lower case.
  private func joinsLines(_ next: Int, _ last: Token, _ following: Token) -> Bool {
    guard last.kind != .punctuation || isMark(last, ","),
      following.kind == .word || following.kind == .number,
      isNextLine(last.end, following.start)
    else { return false }
    if startsSmall(following) { return listMarker(at: next) == nil }
    return last.kind == .word && lineLength(endingAt: Int(last.end)) >= Self.wrappedLine
      && listMarker(at: next) == nil
  }

  /// Lines from this length on were probably broken by a program and not by their writer.
  private static let wrappedLine = 60

  private func isNextLine(_ from: UInt32, _ to: UInt32) -> Bool {
    var breaks = 0
    for i in Int(from)..<Int(to) where bytes[i] == 0x0A { breaks += 1 }
    return breaks == 1
  }

  private func lineLength(endingAt end: Int) -> Int {
    var start = end
    while start > 0, bytes[start - 1] != 0x0A, end - start < Self.wrappedLine { start -= 1 }
    return end - start
  }

  /// After a point: abbreviations, initials, ellipses written with spaces.
  private func joinsPoint(start: Int, next: Int, _ following: Token) -> Bool {
    guard next >= start + 2 else {
      // A sentence that is a point alone belongs to what follows.
      return true
    }
    let point = tokens[next - 1]
    let word = tokens[next - 2]
    if point.flags.contains(.followsSpace) { return isSpacedEllipsis(endingAt: next - 1, start: start) }
    guard word.end == point.start else { return false }
    let flags = words.flags(of: word.lexeme)
    if flags.contains(.abbreviation) { return true }
    if following.kind != .word, following.kind != .punctuation, flags.contains(.numberAbbreviation) {
      return true
    }
    // "N°. 1026"
    if word.kind == .symbol, following.kind != .word, next >= start + 3 { return true }
    guard isInitials(word) || flags.contains(.closingAbbreviation) else { return false }
    // "At 5 a.m. Mr. Smith": a time that opens the sentence does not end it.
    if flags.contains(.closingAbbreviation), next - start <= 4, isInitials(word), word.end - word.start > 1 {
      return following.kind == .word
    }
    return !opensSentence(following)
  }

  /// Whether a word is one that starts sentences rather than names: "The", "It", "Please".
  private func opensSentence(_ token: Token) -> Bool {
    guard token.kind == .word else { return token.kind == .punctuation && !isMark(token, "(") }
    guard token.flags.contains(.capitalised) || token.flags.contains(.allCapitals) else { return false }
    let flags = words.flags(of: token.lexeme)
    return !flags.isDisjoint(with: [
      .functionWord, .stopWord, .questionWord, .abbreviation, .complimentaryClose,
    ])
  }

  /// `E`, `U.S`, `a.m`: single letters with points between.
  private func isInitials(_ token: Token) -> Bool {
    let count = token.range.count
    guard token.kind == .word, count % 2 == 1, count <= 7 else { return false }
    for i in 0..<count {
      let byte = bytes[Int(token.start) + i]
      guard i % 2 == 0 ? KindRecogniser.isAlphanumeric(byte) : byte == UInt8(ascii: ".") else { return false }
    }
    // "and I." ends a sentence more often than "Albert I." is a name; what follows decides both.
    return true
  }

  /// `. . .` with just three points; with four the first ends the sentence.
  private func isSpacedEllipsis(endingAt last: Int, start: Int) -> Bool {
    var first = last
    while first > start, isMark(tokens[first - 1], "."), tokens[first].flags.contains(.followsSpace) {
      first -= 1
    }
    // The first of the run may be the one before, which stands after a space as well.
    if tokens[first].flags.contains(.followsSpace) == false { first += 1 }
    return last - first == 2
  }

  // MARK: - Splitting

  /// Whether a sentence ends before the token `next`, where ICU sees no boundary.
  @inline(__always)
  func splits(start: Int, next: Int, _ list: ListMarker?) -> Bool {
    // Most marks follow their word.
    tokens[next].flags.contains(.followsSpace) && splitsAtSpace(start: start, next: next, list)
  }

  private func splitsAtSpace(start: Int, next: Int, _ list: ListMarker?) -> Bool {
    let last = tokens[next - 1]
    let following = tokens[next]
    if let list, next > start + list.length, continues(list, at: next) { return true }
    switch last.kind {
    case .punctuation:
      if isMark(last, ".") {
        if isMark(following, ".") { return beginsFourPoints(last, next) }
        return splitsBeforeSmall(start: start, next: next, following)
      }
      if isMark(last, ","), next == start + 2 || next == start + 3 {
        // "Regards, Ann": what stands below a letter.
        return words.flags(of: tokens[next - 2].lexeme).contains(.complimentaryClose)
          && (following.flags.contains(.capitalised) || following.kind != .word)
      }
      return isRule(endingAt: next - 1, start: start)
    case .time: return following.flags.contains(.capitalised) && isDate(next - 2, start)
    case .word:
      // "Ann Lee 03/01/2025 10:30": the head of a forwarded message, with no line break left.
      if following.kind == .date, next + 1 < tokens.count, tokens[next + 1].kind == .time {
        return last.flags.contains(.capitalised)
      }
      return following.kind != .word && isRule(startingAt: next)
    case .email: return following.kind == .date
    case .date: return false
    default: return following.kind == .punctuation && isRule(startingAt: next)
    }
  }

  private func isDate(_ index: Int, _ start: Int) -> Bool { index >= start && tokens[index].kind == .date }

  /// "… that night. plus we …": a point after an ordinary word, and a small word that opens sentences.
  private func splitsBeforeSmall(start: Int, next: Int, _ following: Token) -> Bool {
    guard next >= start + 3, following.kind == .word, startsSmall(following) else { return false }
    let word = tokens[next - 2]
    guard word.end == tokens[next - 1].start, word.range.count >= 3 || word.kind == .number else {
      return false
    }
    let before = words.flags(of: word.lexeme)
    guard before.isDisjoint(with: [.abbreviation, .numberAbbreviation, .closingAbbreviation]) else {
      return false
    }
    let flags = words.flags(of: following.lexeme)
    return !flags.isDisjoint(with: [
      .subjectPronoun, .determiner, .questionWord, .complimentaryClose, .modal, .formOfHave,
    ])
      || flags.contains(.functionWord)
  }

  /// The second of four points `compounds. . . .`: the first ended the sentence.
  private func beginsFourPoints(_ last: Token, _ next: Int) -> Bool {
    guard !last.flags.contains(.followsSpace), next + 2 < tokens.count else { return false }
    let isEllipsis = (next...(next + 2)).allSatisfy {
      isMark(tokens[$0], ".") && tokens[$0].flags.contains(.followsSpace)
    }
    return isEllipsis && next + 3 < tokens.count && tokens[next + 3].kind == .word
  }

  /// A line drawn with marks, `-----` or `* * *`, ends what stands before it and is ended by what follows.
  private func isRule(startingAt first: Int) -> Bool {
    guard first + Self.ruleLength <= tokens.count else { return isLongMark(tokens[first]) }
    return isLongMark(tokens[first])
      || (first..<(first + Self.ruleLength)).allSatisfy {
        tokens[$0].lexeme == tokens[first].lexeme && tokens[$0].kind == .punctuation
      }
  }

  private func isRule(endingAt last: Int, start: Int) -> Bool {
    if isLongMark(tokens[last]) { return true }
    let first = last - Self.ruleLength + 1
    guard first >= start else { return false }
    return (first...last).allSatisfy { tokens[$0].lexeme == tokens[last].lexeme }
  }

  private func isLongMark(_ token: Token) -> Bool {
    token.kind == .punctuation && token.range.count >= Self.ruleLength
  }

  private static let ruleLength = 5

  // MARK: - Lists

  /// The marker that stands at a token.
  @inline(__always)
  func listMarker(at index: Int) -> ListMarker? {
    // Nearly all sentences begin with a word of more letters than one.
    let token = tokens[index]
    return token.kind == .word && token.end &- token.start > 1 ? nil : parseListMarker(at: index)
  }

  private func parseListMarker(at index: Int) -> ListMarker? {
    var i = index
    var style: UInt8 = 0
    if isBullet(tokens[i]) {
      style = 1
      i += 1
    }
    let bullet = style == 1 ? ListMarker(value: 0, style: 1, length: 1) : nil
    guard i + 1 < tokens.count else { return bullet }
    let token = tokens[i]
    let first = bytes[Int(token.start)]
    let value: Int
    if token.kind == .number, token.range.count <= 2, KindRecogniser.isDigit(first) {
      value = token.range.reduce(0) { $0 * 10 + Int(bytes[$1] &- 0x30) }
      style += 2
    } else if token.kind == .word, token.range.count == 1, KindRecogniser.isAlphanumeric(first) {
      value = Int(KindRecogniser.lower(first) &- 0x60)
      style += 4
    } else {
      return bullet
    }
    var end = i + 1
    while end < tokens.count, end < i + 3, isMark(tokens[end], ".") || isMark(tokens[end], ")"),
      tokens[end].start == tokens[end - 1].end
    {
      style += isMark(tokens[end], ".") ? 8 : 16
      end += 1
    }
    return end > i + 1 ? ListMarker(value: value, style: style, length: end - index) : bullet
  }

  /// Whether the next item of the same list begins at a token.
  private func continues(_ list: ListMarker, at index: Int) -> Bool {
    guard let marker = listMarker(at: index), marker.style == list.style else { return false }
    return marker.value == list.value + 1 || (list.value == 0 && marker.value == 0)
  }

  private func isBullet(_ token: Token) -> Bool {
    guard token.kind == .punctuation || token.kind == .symbol, token.range.count == 3 else { return false }
    let start = Int(token.start)
    // • ‣ ⁃ ▪ ● ◦
    switch (bytes[start], bytes[start + 1], bytes[start + 2]) {
    case (0xE2, 0x80, 0xA2), (0xE2, 0x80, 0xA3), (0xE2, 0x81, 0x83), (0xE2, 0x96, 0xAA), (0xE2, 0x97, 0x8F),
      (0xE2, 0x97, 0xA6):
      return true
    default: return false
    }
  }

  // MARK: - Reading

  @inline(__always)
  private func isMark(_ token: Token, _ mark: Unicode.Scalar) -> Bool {
    token.lexeme == words.ascii[Int(mark.value)]
  }

  private func startsSmall(_ token: Token) -> Bool { bytes[Int(token.start)] &- 0x61 < 26 }
}
