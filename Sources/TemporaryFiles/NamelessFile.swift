internal import Glibc

/// Temporary files without a name: nothing is left behind however the process ends.
public enum NamelessFile {
  /// Creates one in `folder`, readable by the user alone and closed in processes that are started.
  ///
  /// - Returns: its descriptor, which the caller closes; a negative number if it can't be created, and `errno` says why.
  public static func open(in folder: String) -> Int32 {
    var template = (folder + "/readback-XXXXXX").utf8CString
    return template.withUnsafeMutableBufferPointer { template -> Int32 in
      guard let path = template.baseAddress else { return -1 }
      let descriptor = mkstemp(path)
      if descriptor >= 0 {
        unlink(path)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      }
      return descriptor
    }
  }
}
