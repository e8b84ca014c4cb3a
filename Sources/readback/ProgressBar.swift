import Foundation
import Glibc
import Reporting

/// How far a run has come, on standard error: a line that is written over and over, and taken away at the end.
struct ProgressBar {
  private let isOn: Bool
  private let bytes: Int
  private let start = ContinuousClock.now
  private var shown = -1

  /// A bar.
  ///
  /// - Parameter bytes: size of the input, as far as it is known; 0 for not at all.
  init(isOn: Bool, bytes: Int = 0) {
    self.isOn = isOn
    self.bytes = bytes
  }

  /// The size of some files; 0 if one is a folder, a pattern or a stream.
  static func size(of paths: [String]) -> Int {
    var sum = 0
    for path in paths {
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return 0 }
      sum += Int(status.st_size)
    }
    return sum
  }

  mutating func show(_ done: Int, of total: Int) {
    guard isOn, total > 0 else { return }
    let percent = min(100, done * 100 / total)
    guard percent != shown else { return }
    shown = percent
    let seconds = Double((ContinuousClock.now - start).components.seconds)
    Console.progress("\r" + ProgressLine.text(done, of: total, bytes: bytes, seconds: seconds) + "\u{1B}[K")
  }

  mutating func end() {
    guard isOn, shown >= 0 else { return }
    Console.progress("\r\u{1B}[K")
  }
}
