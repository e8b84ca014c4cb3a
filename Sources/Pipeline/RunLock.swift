import Glibc

/// Another run is at it.
public struct LockedOut: Error, Equatable, Sendable, CustomStringConvertible {
  /// The lock's file.
  public var path: String

  /// What to tell.
  public var description: String { "\(path): another run is at it; this one leaves the work to it" }
}

/// A lock that one process at a time can hold; the system takes it back however the process ends.
struct RunLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock, or throws ``LockedOut`` at once.
  init(_ path: String) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw OutputError(path: path, reason: String(cString: strerror(errno))) }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let reason = errno
      if reason == EWOULDBLOCK { throw LockedOut(path: path) }
      throw OutputError(path: path, reason: String(cString: strerror(reason)))
    }
  }

  deinit { close(descriptor) }
}
