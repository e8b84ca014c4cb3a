/// How far a run has come, in one line.
public enum ProgressLine {
  /// The line after some seconds. How long it will take still is said once a tenth is done and it took two seconds.
  ///
  /// - Parameters:
  ///   - done: tickets judged.
  ///   - total: tickets in all.
  ///   - bytes: size of the input; 0 where it is not known. How much of it is done is told from the tickets.
  ///   - seconds: time since the start.
  public static func text(_ done: Int, of total: Int, bytes: Int, seconds: Double) -> String {
    let share = max(0, min(1, Double(done) / Double(max(1, total))))
    let filled = Int(share * 20)
    var line = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
    line += " \(Int(share * 100)) %  \(done) of \(total) tickets"
    if bytes >= 1_000_000 { line += " · \(Int(share * Double(bytes) / 1e6)) of \(bytes / 1_000_000) MB" }
    if share >= 0.1, share < 1, seconds >= 2 {
      let left = Int((seconds / share * (1 - share)).rounded(.up))
      line += left < 60 ? " · \(left) s left" : " · \((left + 59) / 60) min left"
    }
    return line
  }
}
