import Foundation
import Glibc

/// A headless Chromium, spoken to over its DevTools pipe, to see a page as a browser makes it.
///
/// Messages are JSON texts ended by a zero byte, on descriptors 3 (to the browser) and 4 (from it). Only what the
/// tests need: one page at a time, commands one after the other.
final class Chromium {
  /// Where Debian and others put it; `nil` where there is none, and tests that need it are skipped.
  static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let process = Process()
  private let profile: URL
  private let toBrowser = Pipe()
  private let fromBrowser = Pipe()
  private var received: [UInt8] = []
  private var lastID = 0
  private var session = ""
  /// What the page wrote to its console, and every other problem it had (a blocked style, a failed script).
  private(set) var problems: [String] = []

  init() throws {
    guard let path = Self.path else { throw Failure(description: "no Chromium") }
    profile = FileManager.default.temporaryDirectory.appending(path: "readback-chromium-\(UUID().uuidString)")
    // The shell moves the pipes to the descriptors that the browser expects.
    process.executableURL = URL(filePath: "/bin/sh")
    let options = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run",
      "--user-data-dir=\(profile.path)", "--force-color-profile=srgb",
    ]
    process.arguments = ["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null", path] + options
    process.standardInput = toBrowser
    process.standardOutput = fromBrowser
    process.standardError = FileHandle.nullDevice
    try process.run()
    let target = try send("Target.createTarget", ["url": "about:blank"])["targetId"] as? String ?? ""
    session =
      try send("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"] as? String ?? ""
    for domain in ["Page", "Runtime", "Log"] { try send("\(domain).enable", [:]) }
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: profile)
  }

  /// Opens a page and waits until it has loaded.
  func open(_ file: URL) throws {
    problems = []
    try send("Page.navigate", ["url": file.absoluteString])
    while try evaluate("document.readyState") as? String != "complete" { usleep(20_000) }
  }

  /// Shows the page on a screen of that width, in the given colours.
  func show(width: Int, isDark: Bool) throws {
    try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": width < 600])
    let scheme = ["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]
    try send("Emulation.setEmulatedMedia", ["features": [scheme]])
  }

  /// Presses a key in the page.
  func press(_ key: String, code: Int) throws {
    for type in ["keyDown", "keyUp"] {
      try send("Input.dispatchKeyEvent", ["type": type, "key": key, "windowsVirtualKeyCode": code])
    }
  }

  /// The value of an expression in the page, as JSON gives it.
  func evaluate(_ expression: String) throws -> Any {
    let answer = try send(
      "Runtime.evaluate", ["expression": expression, "returnByValue": true, "awaitPromise": true])
    if let exception = answer["exceptionDetails"] { throw Failure(description: "\(exception)") }
    return (answer["result"] as? [String: Any])?["value"] ?? NSNull()
  }

  /// The browser's own tree of what it tells a screen reader: role and name of each node that it does not ignore.
  func accessibilityTree() throws -> [(role: String, name: String)] {
    let nodes = try send("Accessibility.getFullAXTree", [:])["nodes"] as? [[String: Any]] ?? []
    return nodes.filter { $0["ignored"] as? Bool != true }.map { node in
      func value(_ key: String) -> String { (node[key] as? [String: Any])?["value"] as? String ?? "" }
      return (value("role"), value("name"))
    }
  }

  @discardableResult
  private func send(_ method: String, _ parameters: [String: Any]) throws -> [String: Any] {
    lastID += 1
    var message: [String: Any] = ["id": lastID, "method": method, "params": parameters]
    if !session.isEmpty { message["sessionId"] = session }
    toBrowser.fileHandleForWriting.write(try JSONSerialization.data(withJSONObject: message) + [0])
    while true {
      let answer = try receive()
      note(answer)
      guard answer["id"] as? Int == lastID else { continue }
      if let error = answer["error"] { throw Failure(description: "\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  private func note(_ message: [String: Any]) {
    let parameters = message["params"] as? [String: Any] ?? [:]
    switch message["method"] as? String {
    case "Runtime.exceptionThrown": problems.append("exception: \(parameters["exceptionDetails"] ?? "")")
    case "Runtime.consoleAPICalled": problems.append("console: \(parameters["args"] ?? "")")
    case "Log.entryAdded":
      let entry = parameters["entry"] as? [String: Any] ?? [:]
      problems.append("log: \(entry["text"] ?? "")")
    default: break
    }
  }

  private func receive() throws -> [String: Any] {
    while true {
      if let end = received.firstIndex(of: 0) {
        let text = Data(received[..<end])
        received.removeFirst(end + 1)
        return try JSONSerialization.jsonObject(with: text) as? [String: Any] ?? [:]
      }
      let more = fromBrowser.fileHandleForReading.availableData
      if more.isEmpty { throw Failure(description: "Chromium ended") }
      received += more
    }
  }
}
