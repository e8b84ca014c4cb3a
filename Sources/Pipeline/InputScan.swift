import Glibc
import History
import TicketImport

/// Which files there are for a run, and which of them to read now.
struct InputScan {
  /// To read, in byte order of their paths, with what they are like now.
  private(set) var due: [(path: String, state: InputState)] = []
  /// Left for the next run: changed a moment ago, or still open for writing.
  private(set) var beingWritten: [String] = []
  /// Patterns that match nothing.
  private(set) var unmatched: [String] = []
  /// Files that are there.
  private(set) var count = 0

  /// Looks at all files.
  ///
  /// - Parameters:
  ///   - known: files as they were read.
  ///   - settings: what files would be read with now: others want to be read again.
  ///   - now: seconds since 1970.
  init(
    _ patterns: [String], known: [String: InputState], settings: String, settlingSeconds: Int64,
    readsAll: Bool,
    now: Int64
  ) throws {
    var all: [(path: String, state: InputState)] = []
    var isAnyDue = false
    var seen: Set<String> = []
    for pattern in patterns {
      let paths: [String]
      do throws(ImportError) {
        paths = try Importer.files(of: [pattern])
      } catch {
        unmatched.append(pattern)
        continue
      }
      for path in paths where seen.insert(path).inserted {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
        count += 1
        let seconds = Int64(status.st_mtim.tv_sec)
        if now - seconds < settlingSeconds || Self.isOpenForWriting(path) {
          beingWritten.append(path)
          continue
        }
        let state = InputState(
          size: Int64(status.st_size), modified: seconds &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec),
          settings: settings)
        if known[path] != state { isAnyDue = true }
        all.append((path, state))
      }
    }
    due = isAnyDue ? all.filter { readsAll || known[$0.path] != $0.state } : []
    due.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// `F_SETLEASE` of Linux, which Swift's Glibc does not show.
  private static let setLease: Int32 = 1024

  /// Whether somebody holds the file open for writing: then the system refuses a read lease on it (fcntl(2)). Where it
  /// grants none anyway (files of others, network drives), only the time of the last change speaks.
  private static func isOpenForWriting(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    if fcntl(descriptor, Self.setLease, F_RDLCK) == 0 {
      _ = fcntl(descriptor, Self.setLease, F_UNLCK)
      return false
    }
    return errno == EAGAIN
  }
}
