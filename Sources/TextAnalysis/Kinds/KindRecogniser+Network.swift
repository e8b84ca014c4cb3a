extension KindRecogniser {
  /// `scheme://…`, `mailto:…`, `www.…`.
  func url(_ at: Int) -> Match? {
    guard isStart(at) else { return nil }
    var rest = at
    if has("www.", at: at) {
      rest = at + 4
    } else if has("mailto:", at: at) {
      rest = at + 7
    } else {
      guard ByteSet.letters.contains(bytes[at]) else { return nil }
      let scheme = skip(.schemeBytes, from: at)
      guard scheme > at + 1, has("://", at: scheme) else { return nil }
      rest = scheme + 3
    }
    let last = trimmed(from: rest, to: endOfURL(from: rest))
    return last > rest ? Match(end: last, kind: .url) : nil
  }

  /// URLs end at white space, brackets and quotation marks, curved ones too.
  private func endOfURL(from at: Int) -> Int {
    var i = at
    while i < end {
      switch bytes[i] {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "|"):
        return i
      case 0xE2 where bytes[i + 1] == 0x80: return i
      case 0xC2: return i
      default: i += 1
      }
    }
    return i
  }

  /// `local@label.label`.
  func email(_ at: Int) -> Match? {
    guard isStart(at) else { return nil }
    let local = skip(.localPartBytes, from: at)
    guard local > at, local < end, bytes[local] == UInt8(ascii: "@") else { return nil }
    guard let last = endOfHost(from: local + 1), last.end - last.topLevel >= 2 else { return nil }
    return Match(end: last.end, kind: .email)
  }

  /// Reads `label.label…`: its end and where its last label starts. At least one point is needed.
  private func endOfHost(from at: Int) -> (end: Int, topLevel: Int)? {
    var label = at
    var points = 0
    while true {
      let next = skip(.labelBytes, from: label)
      guard next > label else {
        // A point at the end belongs to the sentence.
        if points > 1 { return (label - 1, previousLabel(before: label - 1, from: at)) }
        return nil
      }
      if next + 1 < end, bytes[next] == UInt8(ascii: "."), ByteSet.labelBytes.contains(bytes[next + 1]) {
        points += 1
        label = next + 1
        continue
      }
      return points > 0 ? (next, label) : nil
    }
  }

  private func previousLabel(before end: Int, from start: Int) -> Int {
    var i = end
    while i > start, bytes[i - 1] != UInt8(ascii: ".") { i -= 1 }
    return i
  }

  /// `@name`.
  func mention(_ at: Int) -> Match? {
    guard at == start || !Self.isAlphanumeric(bytes[at - 1]), bytes[at] == UInt8(ascii: "@") else {
      return nil
    }
    let name = skip(.nameBytes, from: at + 1)
    guard name >= at + 3, ByteSet.letters.contains(bytes[at + 1]) else { return nil }
    return Match(end: name, kind: .mention)
  }

  /// An IPv4, IPv6 or MAC address.
  func address(_ at: Int) -> Match? {
    guard isStart(at) else { return nil }
    return ipv4(at) ?? mac(at) ?? ipv6(at)
  }

  private func ipv4(_ at: Int) -> Match? {
    var i = at
    for part in 0..<4 {
      let next = skip(.digits, from: i)
      guard (1...3).contains(next - i), number(i..<next) <= 255 else { return nil }
      i = next
      if part < 3 {
        guard i < end, bytes[i] == UInt8(ascii: ".") else { return nil }
        i += 1
      }
    }
    if i + 1 < end, bytes[i] == UInt8(ascii: ":") || bytes[i] == UInt8(ascii: "/") {
      let more = skip(.digits, from: i + 1)
      if more > i + 1, more - i <= 6, isEnd(more) { i = more }
    }
    guard isEnd(i) else { return nil }
    if i + 1 < end, bytes[i] == UInt8(ascii: "."), Self.isAlphanumeric(bytes[i + 1]) { return nil }
    return Match(end: i, kind: .ipAddress)
  }

  private func mac(_ at: Int) -> Match? {
    guard at + 17 <= end, bytes[at + 2] == UInt8(ascii: ":") || bytes[at + 2] == UInt8(ascii: "-") else {
      return nil
    }
    for i in 0..<17 {
      let byte = bytes[at + i]
      guard i % 3 == 2 ? byte == bytes[at + 2] : ByteSet.hexadecimals.contains(byte) else { return nil }
    }
    return isEnd(at + 17) ? Match(end: at + 17, kind: .macAddress) : nil
  }

  /// `::1` and its like.
  func shortIPv6(_ at: Int) -> Match? {
    guard at == start, has("::", at: at), at + 2 < end, ByteSet.hexadecimals.contains(bytes[at + 2]) else {
      return nil
    }
    return ipv6(at)
  }

  private func ipv6(_ at: Int) -> Match? {
    var i = at
    var groups = 0
    var colons = 0
    var isShortened = false
    while i < end {
      let next = skip(.hexadecimals, from: i)
      if next > i {
        guard next - i <= 4 else { return nil }
        groups += 1
        i = next
      }
      guard i < end, bytes[i] == UInt8(ascii: ":") else { break }
      colons += 1
      i += 1
      if i < end, bytes[i] == UInt8(ascii: ":") {
        guard !isShortened else { return nil }
        isShortened = true
        colons += 1
        i += 1
      }
    }
    guard groups > 0, colons >= 2, isShortened ? groups <= 7 : groups == 8, isEnd(i) else { return nil }
    // `std::add` is no address: a colon may not be followed by a letter beyond F.
    if i + 1 < end, bytes[i] == UInt8(ascii: "/") {
      let more = skip(.digits, from: i + 1)
      if more > i + 1, isEnd(more) { i = more }
    }
    return Match(end: i, kind: .ipAddress)
  }

  func number(_ range: Range<Int>) -> Int {
    range.reduce(0) { min($0 * 10 + Int(bytes[$1] &- 0x30), 1_000_000_000) }
  }

  /// `report.docx`, `mail.example.org`, `example.org/page`.
  func fileOrHostName(_ at: Int) -> Match? {
    guard isStart(at), let host = endOfName(from: at) else { return nil }
    let last = host.topLevel..<host.end
    let labels = 1 + (at..<host.end).count { bytes[$0] == UInt8(ascii: ".") }
    if labels > 1, isWord(.topLevelDomain, last), isLowerCase(last), isHostLabels(at..<host.end) {
      let isOrdinaryWord = isOne(of: Self.domainsThatAreWords, last)
      if !isOrdinaryWord || labels > 2 {
        if host.end + 1 < end, bytes[host.end] == UInt8(ascii: "/") {
          let url = trimmed(from: host.end, to: endOfURL(from: host.end))
          return Match(end: max(url, host.end), kind: .url)
        }
        return Match(end: host.end, kind: .hostName)
      }
    }
    if isWord(.fileExtension, last), isEnd(host.end) { return Match(end: host.end, kind: .fileName) }
    return nil
  }

  /// Reads `name.name…` with the bytes that file names have.
  private func endOfName(from at: Int) -> (end: Int, topLevel: Int)? {
    var last = skip(.fileNameBytes, from: at)
    while last > at, !Self.isAlphanumeric(bytes[last - 1]) { last -= 1 }
    let topLevel = previousLabel(before: last, from: at)
    return topLevel > at + 1 ? (last, topLevel) : nil
  }

  private func isLowerCase(_ range: Range<Int>) -> Bool { !range.contains { Self.isCapital(bytes[$0]) } }

  private func isHostLabels(_ range: Range<Int>) -> Bool {
    range.allSatisfy { ByteSet.labelBytes.contains(bytes[$0]) || bytes[$0] == UInt8(ascii: ".") }
      && !range.contains { bytes[$0] == UInt8(ascii: ".") && bytes[$0 + 1] == UInt8(ascii: ".") }
  }

  /// Of these, those that are also words: they need two points before we believe them.
  private static let domainsThatAreWords: [StaticString] = [
    "be", "at", "it", "no", "in", "me", "us", "home", "test",
  ]
}
