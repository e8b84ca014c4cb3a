import Glibc

/// The folder of one run's outputs: filled under a name that nobody reads, put in its place when the run has been
/// remembered, and then named `latest`. Each step leaves the reports that are there whole.
struct RunFolder {
  /// The folder of all runs.
  let parent: String
  /// The folder's name in it.
  let name: String

  /// Where it will stand.
  var path: String { parent + "/" + name }
  /// Where it is filled.
  var stagingPath: String { parent + "/" + Self.prefix + name }

  private static let prefix = ".partial-"

  /// Makes an empty folder to fill; what a run that was ended left there goes.
  func begin() throws(OutputError) {
    try Self.make(parent)
    for left in try Self.names(in: parent) where left.hasPrefix(Self.prefix) {
      try Self.remove(parent + "/" + left)
    }
    try Self.make(stagingPath)
  }

  /// Whether it has been filled, in its place or not yet.
  var isThere: Bool { access(stagingPath, F_OK) == 0 || access(path, F_OK) == 0 }

  /// Puts it in its place and points `latest` at it. Doing it twice is as good as once.
  func publish() throws(OutputError) {
    if access(stagingPath, F_OK) == 0 {
      if access(path, F_OK) == 0 { try Self.remove(path) }
      try Self.check(rename(stagingPath, path), path)
    }
    let link = parent + "/latest"
    // One name for all runs, of which there is one at a time: what one leaves that is ended here, the next takes away.
    let temporary = parent + "/.latest"
    unlink(temporary)
    try Self.check(symlink(name, temporary), link)
    if rename(temporary, link) != 0 {
      let reason = String(cString: strerror(errno))
      unlink(temporary)
      throw OutputError(path: link, reason: reason)
    }
    try Self.flush(parent)
  }

  /// Takes away what was filled, if anything.
  func discard() { try? Self.remove(stagingPath) }

  /// Sees to it that everything in the staging folder is on the disk: files are, by ``OutputFile``; their names follow.
  func flush() throws(OutputError) {
    for name in try Self.names(in: stagingPath) {
      var status = stat()
      let path = stagingPath + "/" + name
      if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { try Self.flush(path) }
    }
    try Self.flush(stagingPath)
  }

  private static func make(_ folder: String) throws(OutputError) {
    if mkdir(folder, 0o755) != 0 && errno != EEXIST {
      throw OutputError(path: folder, reason: String(cString: strerror(errno)))
    }
  }

  /// Names are on the disk when their folder is.
  private static func flush(_ folder: String) throws(OutputError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    try check(descriptor, folder)
    defer { close(descriptor) }
    if fsync(descriptor) != 0 && errno != EINVAL && errno != EROFS { try check(-1, folder) }
  }

  private static func check(_ result: Int32, _ path: String) throws(OutputError) {
    if result < 0 { throw OutputError(path: path, reason: String(cString: strerror(errno))) }
  }

  /// The names in a folder, in byte order.
  private static func names(in folder: String) throws(OutputError) -> [String] {
    guard let stream = opendir(folder) else {
      throw OutputError(path: folder, reason: String(cString: strerror(errno)))
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Removes a folder of ours and what is in it.
  private static func remove(_ path: String) throws(OutputError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in try names(in: path) { try remove(path + "/" + name) }
      try check(rmdir(path), path)
    } else {
      try check(unlink(path), path)
    }
  }
}
