import Foundation

/// Reads the packs of a folder: `LANGUAGE/NAME.yml`, in byte order of their paths.
public enum PackFolder {
  /// All packs under `path`.
  ///
  /// - Throws: ``PackError`` for the first pack that does not fit; a Foundation error if a file can't be read.
  public static func read(_ path: String) throws -> [Pack] {
    let root = URL(filePath: path, directoryHint: .isDirectory)
    guard let files = FileManager.default.enumerator(atPath: path) else {
      throw PackError(file: path, line: 0, column: 0, message: "no such folder", source: "")
    }
    let names = files.compactMap { $0 as? String }.filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }
    var packs: [Pack] = []
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
      packs.append(try PackSource.parse(text, file: name))
    }
    return packs
  }
}
