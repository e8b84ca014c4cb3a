import Glibc

/// Standard output and standard error. Data goes to the one, everything said about it to the other.
enum Console {
  /// Writes bytes to standard output; a closed pipe is not an error.
  static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// Writes a text and a line end to standard output.
  static func print(_ text: String) { write(Array(text.utf8) + (text.hasSuffix("\n") ? [] : [0x0A])) }

  /// Writes a message to standard error, with the command's name in front.
  static func error(_ message: String) {
    let text = message.hasPrefix("Error: ") ? String(message.dropFirst(7)) : message
    write(Array("readback: \(text)\n".utf8), to: STDERR_FILENO)
  }

  /// Writes to standard error without a line end.
  static func progress(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  /// Writes a note to standard error as it is.
  static func note(_ text: String) { write(Array((text + "\n").utf8), to: STDERR_FILENO) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        guard let base = buffer.baseAddress else { return }
        let count = Glibc.write(descriptor, base + written, buffer.count - written)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return }
        written += count
      }
    }
  }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  /// Whether standard error is a terminal: only then progress is shown.
  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether colour is wanted: a terminal, and no `NO_COLOR`.
  static var wantsColour: Bool {
    isTerminal && environment("NO_COLOR").isEmpty && environment("TERM") != "dumb"
  }

  /// Columns of the terminal, `COLUMNS`, or 100.
  static var width: Int {
    var size = winsize()
    if isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 {
      return Int(size.ws_col)
    }
    if let columns = Int(environment("COLUMNS")), columns > 20 { return columns }
    return 100
  }

  /// Where temporary files go: `TMPDIR`, else the system's.
  static var temporaryFolder: String {
    let folder = environment("TMPDIR")
    return folder.isEmpty ? "/tmp" : folder
  }

  private static func environment(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }
}
