public import Reporting

/// One page a team beside the page over all, and a page in front that lists them (`--split-by group`).
public struct SplitPages {
  let whole: Report
  /// By name.
  let teams: [(name: String, report: Report)]

  /// The page over all tickets and those of the teams, by name.
  public init(whole: Report, teams: [(name: String, report: Report)]) {
    self.whole = whole
    self.teams = teams
  }

  /// Writes `index.html` and `group-NAME.html` into a folder.
  ///
  /// - Parameter wholeName: the name of the page over all tickets, which stands in the same folder.
  public func write(into folder: String, wholeName: String = "report.html") throws(OutputError) {
    var taken: Set<String> = []
    var entries: [IndexPage.Entry] = []
    for (name, report) in teams {
      let file = Self.fileName(name, &taken)
      try OutputFile.write(HTMLReporter().bytes(report), to: folder + "/" + file)
      entries.append(IndexPage.Entry(value: name, file: file, report: report))
    }
    var page: [UInt8] = []
    IndexPage(
      column: "group", whole: IndexPage.Entry(value: "", file: wholeName, report: whole),
      entries: entries
    ).append(to: &page)
    try OutputFile.write(page, to: folder + "/index.html")
  }

  /// A file's name made of a team's: letters and digits of ASCII, the rest as hyphens, and a number where two are alike.
  static func fileName(_ team: String, _ taken: inout Set<String>) -> String {
    let kept = team.lowercased().unicodeScalars.map { scalar -> Character in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
    }
    let words = String(kept).split(separator: "-").joined(separator: "-").prefix(60)
    let stem = "group-" + (words.isEmpty ? "unnamed" : words)
    var name = stem
    var number = 1
    while !taken.insert(name).inserted {
      number += 1
      name = "\(stem)-\(number)"
    }
    return name + ".html"
  }
}
