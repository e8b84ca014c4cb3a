public import Foundation

/// What a run of the command left behind.
public struct CommandResult: Sendable {
  /// Its exit code.
  public var status: Int32
  /// What it wrote to standard output.
  public var output: String
  /// What it wrote to standard error.
  public var errors: String
}

/// The `readback` that this package builds, beside the tests.
public let commandURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
  .deletingLastPathComponent().appending(path: "readback")

/// Runs the `readback` that this package builds, as a user would, in a clean environment of 100 columns.
///
/// - Parameters:
///   - arguments: the command line.
///   - input: what standard input holds.
///   - folder: the working folder; the repository's root unless told.
///   - fileLimit: the largest file that it may write, in kilobytes; any unless told.
public func readback(
  _ arguments: [String], input: String = "", in folder: URL? = nil, fileLimit: Int? = nil
) throws -> CommandResult {
  let process = Process()
  process.executableURL = commandURL
  process.arguments = arguments
  if let fileLimit {
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "ulimit -f \(fileLimit) && exec \"$0\" \"$@\"", commandURL.path] + arguments
  }
  process.currentDirectoryURL = folder ?? Fixtures.root.deletingLastPathComponent()
  process.environment = ["COLUMNS": "100", "PATH": "/usr/bin:/bin"]
  let pipes = (input: Pipe(), output: Pipe(), errors: Pipe())
  process.standardInput = pipes.input
  process.standardOutput = pipes.output
  process.standardError = pipes.errors
  try process.run()
  // Small inputs fit the pipe; errors are few. Output is drained before waiting, so nothing blocks.
  try pipes.input.fileHandleForWriting.write(contentsOf: Data(input.utf8))
  try pipes.input.fileHandleForWriting.close()
  let output = try pipes.output.fileHandleForReading.readToEnd() ?? Data()
  let errors = try pipes.errors.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return CommandResult(
    status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
    errors: String(decoding: errors, as: UTF8.self))
}

/// A fresh folder that is gone when the closure ends.
public func withTemporaryFolder<T>(_ body: (URL) throws -> T) throws -> T {
  let folder = FileManager.default.temporaryDirectory.appending(path: "readback-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}
