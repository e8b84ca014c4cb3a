extension KindRecogniser {
  /// `2025-03-01`, `1/3/25`, `01.03.2025`, `01-Mar-2025`, each perhaps with a time; `10:30`, `9:05am`.
  func dateOrTime(_ at: Int) -> Match? {
    guard isStart(at), Self.isDigit(bytes[at]) else { return nil }
    let first = skip(.digits, from: at)
    guard first - at <= 4, first + 1 < end else { return nil }
    switch bytes[first] {
    case UInt8(ascii: ":"): return time(at)
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."): return date(at, first)
    default: return clockHour(at, first)
    }
  }

  /// `h:mm`, `h:mm:ss`, `h:mm:ss.sss`, with `am`, `pm`, `Z` or an offset.
  private func time(_ at: Int) -> Match? {
    let hour = skip(.digits, from: at)
    guard hour - at <= 2, number(at..<hour) < 25, hour < end, bytes[hour] == UInt8(ascii: ":") else {
      return nil
    }
    let minute = skip(.digits, from: hour + 1)
    guard minute - hour == 3, number((hour + 1)..<minute) < 60 else { return nil }
    var last = minute
    if minute < end, bytes[minute] == UInt8(ascii: ":") {
      let second = skip(.digits, from: minute + 1)
      guard second - minute == 3 else { return nil }
      last = second
      if second + 1 < end, bytes[second] == UInt8(ascii: ".") || bytes[second] == UInt8(ascii: ",") {
        last = max(second, skip(.digits, from: second + 1))
        if last == second + 1 { last = second }
      }
    }
    if has("am", at: last) || has("pm", at: last) {
      last += 2
    } else if has("z", at: last) {
      last += 1
    } else if last + 5 < end, bytes[last] == UInt8(ascii: "+") || bytes[last] == UInt8(ascii: "-") {
      let offset = skip(.digits, from: last + 1)
      if offset - last == 3, offset < end, bytes[offset] == UInt8(ascii: ":") {
        last = skip(.digits, from: offset + 1)
      } else if offset - last == 5 {
        last = offset
      }
    }
    return isEnd(last) ? Match(end: last, kind: .time) : nil
  }

  /// `9am`, `10PM`.
  private func clockHour(_ at: Int, _ hour: Int) -> Match? {
    guard number(at..<hour) <= 12, has("am", at: hour) || has("pm", at: hour), isEnd(hour + 2) else {
      return nil
    }
    return Match(end: hour + 2, kind: .time)
  }

  private func date(_ at: Int, _ first: Int) -> Match? {
    let separator = bytes[first]
    var second = skip(.digits, from: first + 1)
    let isNamed = second == first + 1
    if isNamed { second = skip(.letters, from: first + 1) }
    guard second > first + 1, second + 1 < end, bytes[second] == separator else { return nil }
    let third = skip(.digits, from: second + 1)
    let lengths = (first - at, third - second - 1)
    guard lengths == (4, 2) || lengths == (4, 1) || (lengths.0 <= 2 && (lengths.1 == 4 || lengths.1 == 2))
    else {
      return nil
    }
    if isNamed {
      guard second - first == 4, isOne(of: Self.months, (first + 1)..<second) else { return nil }
    } else {
      let month = number((first + 1)..<second)
      let day = lengths.0 == 4 ? number((second + 1)..<third) : number(at..<first)
      // Either order of day and month; 1.2.34 with points is a version unless the year has four digits.
      guard (1...31).contains(month), (1...31).contains(day), min(month, day) <= 12 else { return nil }
      if separator == UInt8(ascii: "."), lengths.1 != 4 { return nil }
    }
    if third + 1 < end, bytes[third] == UInt8(ascii: "T"), let time = time(third + 1) {
      return Match(end: time.end, kind: .date)
    }
    guard isEnd(third), third >= end || bytes[third] != separator || third + 1 >= end else { return nil }
    return Match(end: third, kind: .date)
  }

  private static let months: [StaticString] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `1.2.3`, `v2`, `v2.0-beta1`, `10.0.x`.
  func version(_ at: Int) -> Match? {
    guard isStart(at) else { return nil }
    let hasPrefix = Self.lower(bytes[at]) == UInt8(ascii: "v") && Self.isDigit(bytes[at + 1])
    guard hasPrefix || Self.isDigit(bytes[at]) else { return nil }
    var i = skip(.digits, from: hasPrefix ? at + 1 : at)
    var points = 0
    while i + 1 < end, bytes[i] == UInt8(ascii: "."), Self.isDigit(bytes[i + 1]) || isPlaceholderPart(i + 1) {
      points += 1
      i = Self.isDigit(bytes[i + 1]) ? skip(.digits, from: i + 1) : i + 2
    }
    guard points >= 2 || hasPrefix else { return nil }
    if i + 1 < end, bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+"),
      Self.isAlphanumeric(bytes[i + 1])
    {
      i = trimmed(from: i, to: skip(.fileNameBytes, from: i + 1))
    } else if i < end, Self.isAlphanumeric(bytes[i]) {
      // `1.2.3rc1`, `2.0.1b`.
      i = skip(.alphanumerics, from: i)
      guard points >= 2 else { return nil }
    }
    return isEnd(i) ? Match(end: i, kind: .version) : nil
  }

  private func isPlaceholderPart(_ at: Int) -> Bool {
    (bytes[at] == UInt8(ascii: "x") || bytes[at] == UInt8(ascii: "*")) && isEnd(at + 1)
  }

  /// `16GB`, `100Mbps`, `25%`: a number with its unit and nothing between.
  func quantity(_ at: Int) -> Match? {
    guard isStart(at), Self.isDigit(bytes[at]) else { return nil }
    var number = skip(.numberBytes, from: at)
    while !Self.isDigit(bytes[number - 1]) { number -= 1 }
    guard number < end else { return nil }
    if bytes[number] == UInt8(ascii: "%") { return Match(end: number + 1, kind: .quantity) }
    // `20€`
    if has("€", at: number) { return Match(end: number + 3, kind: .quantity) }
    let unit = skip(.letters, from: number)
    guard unit > number, isEnd(unit), isWord(.unitSuffix, number..<unit) else { return nil }
    return Match(end: unit, kind: .quantity)
  }

  /// `$50`, `€1,000`, `£20m`.
  func money(_ at: Int) -> Match? {
    guard isStart(at) else { return nil }
    let sign =
      bytes[at] == UInt8(ascii: "$") ? 1 : has("€", at: at) ? 3 : has("£", at: at) || has("¥", at: at) ? 2 : 0
    guard sign > 0, at + sign < end, Self.isDigit(bytes[at + sign]) else { return nil }
    var number = skip(.numberBytes, from: at + sign)
    while !Self.isDigit(bytes[number - 1]) { number -= 1 }
    let multiple = skip(.letters, from: number)
    if multiple > number {
      guard multiple - number == 1 || has("bn", at: number) else { return nil }
      number = multiple
    }
    return isEnd(number) ? Match(end: number, kind: .quantity) : nil
  }

}
