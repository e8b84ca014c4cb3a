internal import Glibc
internal import Tickets

extension ZoneRules {
  /// The rules of a zone by its name: a place of the IANA database (`Europe/Berlin`) or a distance from UTC
  /// (`+01:00`).
  ///
  /// Places are read from the system's database (TZif files, RFC 8536).
  ///
  /// - Throws: `ImportError` of kind `options` for a name that is not known.
  public init(named name: String) throws(ImportError) {
    if let fixed = ZoneRules(offset: name) {
      self = fixed
      return
    }
    let isPlain = name.utf8.allSatisfy { byte in
      byte.isASCIILetter || byte.isASCIIDigit || "/_-+".utf8.contains(byte)
    }
    if isPlain, !name.isEmpty, !name.hasPrefix("/") {
      for folder in ["/usr/share/zoneinfo/", "/usr/lib/zoneinfo/", "/etc/zoneinfo/"] {
        guard let file = try? InputFile.open(folder + name, temporaryFolder: ".") else { continue }
        if let rules = ZoneRules(tzif: [UInt8](file.bytes)) {
          self = rules
          return
        }
      }
    }
    throw ImportError(
      .options, file: "--timezone \(name)",
      "is not a known time zone; write a place such as Europe/Berlin, which needs the system's time zone database, "
        + "or a distance from UTC such as +01:00")
  }

  /// Reads a TZif file of version 2 or later; `nil` if it is none.
  init?(tzif bytes: [UInt8]) {
    func number(_ at: Int, _ length: Int) -> Int64? {
      guard at >= 0, at + length <= bytes.count else { return nil }
      var value: Int64 = bytes[at] & 0x80 != 0 ? -1 : 0
      for byte in bytes[at..<at + length] { value = value << 8 | Int64(byte) }
      return value
    }
    guard bytes.starts(with: Array("TZif".utf8)), bytes.count > 44, bytes[4] >= UInt8(ascii: "2") else {
      return nil
    }
    // The first block has times of 32 bits; the second, which counts, has the same parts with 64.
    func counts(_ at: Int) -> [Int]? {
      let counts = (0..<6).compactMap { number(at + 20 + $0 * 4, 4) }.map { Int($0) }
      return counts.count == 6 && counts.allSatisfy { $0 >= 0 && $0 < 1 << 20 } ? counts : nil
    }
    guard let old = counts(0) else { return nil }
    let second = 44 + old[3] * 5 + old[4] * 6 + old[5] + old[2] * 8 + old[1] + old[0]
    guard let sizes = counts(second) else { return nil }
    let (times, types) = (sizes[3], sizes[4])
    let start = second + 44
    func offset(ofType type: Int) -> Int? {
      type < types ? number(start + times * 9 + type * 6, 4).map { Int($0) } : nil
    }
    guard let first = offset(ofType: 0) else { return nil }
    var changes: [(at: Int64, offset: Int)] = []
    for i in 0..<times {
      guard let at = number(start + i * 8, 8), let type = number(start + times * 8 + i, 1),
        let offset = offset(ofType: Int(type & 0xFF))
      else { return nil }
      changes.append((at, offset))
    }
    let footer = start + times * 9 + types * 6 + sizes[5] + sizes[2] * 12 + sizes[1] + sizes[0]
    if let rule = Self.rule(bytes.dropFirst(footer)) {
      let last = changes.last?.at ?? Int64.min
      for change in rule.changes() where change.at > last { changes.append(change) }
    }
    self.init(first: first, changes: changes)
  }

  // MARK: - What holds after the last change of the file

  /// A POSIX rule such as `CET-1CEST,M3.5.0,M10.5.0/3` (RFC 8536, 3.3): standard time, summer time, and when the
  /// clock is changed.
  private struct YearlyRule {
    var standard = 0
    var summer = 0
    var starts = (month: 0, week: 0, day: 0, second: 7200)
    var ends = (month: 0, week: 0, day: 0, second: 7200)

    /// The changes of the years that exports may speak of.
    func changes() -> [(at: Int64, offset: Int)] {
      var changes: [(at: Int64, offset: Int)] = []
      for year in 1990...2100 {
        changes.append((moment(starts, in: year) - Int64(standard), summer))
        changes.append((moment(ends, in: year) - Int64(summer), standard))
      }
      return changes.sorted { $0.at < $1.at }
    }

    /// Local seconds of a `Mm.w.d` date: the w-th (5: last) weekday d (0: Sunday) of month m.
    private func moment(_ date: (month: Int, week: Int, day: Int, second: Int), in year: Int) -> Int64 {
      let first = Timestamp(year: year, month: date.month, day: 1).seconds / 86_400
      // 1970-01-01 was a Thursday.
      let weekday = Int(((first + 4) % 7 + 7) % 7)
      var day = (date.day - weekday + 7) % 7 + (date.week - 1) * 7
      let length = [
        31, year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31,
        30, 31,
      ]
      while day >= length[date.month - 1] { day -= 7 }
      return (first + Int64(day)) * 86_400 + Int64(date.second)
    }
  }

  /// Reads the footer of a TZif file; `nil` where there is no summer time, or a rule of another form.
  private static func rule(_ footer: ArraySlice<UInt8>) -> YearlyRule? {
    let text = String(decoding: footer.filter { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let parts = text.split(separator: ",")
    guard parts.count == 3 else { return nil }
    var rule = YearlyRule()
    var rest = parts[0]
    guard dropName(&rest), let standard = seconds(&rest), dropName(&rest) else { return nil }
    // POSIX counts west of Greenwich.
    rule.standard = -standard
    rule.summer = rest.isEmpty ? rule.standard + 3600 : -(seconds(&rest) ?? standard - 3600)
    guard let starts = date(parts[1]), let ends = date(parts[2]) else { return nil }
    rule.starts = starts
    rule.ends = ends
    return rule
  }

  /// Takes a zone's abbreviation off: letters, or anything between `<` and `>`.
  private static func dropName(_ text: inout Substring) -> Bool {
    let before = text.count
    if text.first == "<" {
      text = text.drop { $0 != ">" }.dropFirst()
    } else {
      text = text.drop { $0.isLetter }
    }
    return text.count < before
  }

  /// Takes `-1`, `5:30`, `+10:00:00` off, in seconds.
  private static func seconds(_ text: inout Substring) -> Int? {
    let sign = text.first == "-" ? -1 : 1
    if text.first == "-" || text.first == "+" { text = text.dropFirst() }
    let written = text.prefix { $0.isNumber || $0 == ":" }
    text = text.dropFirst(written.count)
    let numbers = written.split(separator: ":").compactMap { Int($0) }
    guard let hours = numbers.first, hours <= 167 else { return nil }
    return sign
      * (hours * 3600 + (numbers.count > 1 ? numbers[1] : 0) * 60 + (numbers.count > 2 ? numbers[2] : 0))
  }

  /// Reads `M3.5.0` or `M10.5.0/3`.
  private static func date(_ text: Substring) -> (month: Int, week: Int, day: Int, second: Int)? {
    let halves = text.split(separator: "/")
    guard let rule = halves.first, rule.first == "M" else { return nil }
    let numbers = rule.dropFirst().split(separator: ".").compactMap { Int($0) }
    guard numbers.count == 3, (1...12).contains(numbers[0]), (1...5).contains(numbers[1]),
      (0...6).contains(numbers[2])
    else { return nil }
    var time = halves.count > 1 ? halves[1] : "2"
    return (numbers[0], numbers[1], numbers[2], seconds(&time) ?? 7200)
  }
}
