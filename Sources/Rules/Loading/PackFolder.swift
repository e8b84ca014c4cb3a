import Foundation

/// Reads the packs of a folder, each `*.yml` a pack, in byte order of their paths.
public enum PackFolder {
  /// All packs under `path`, which may be a single pack too.
  ///
  /// - Throws: ``YAMLError`` for the first pack that does not fit or can't be read.
  public static func read(_ path: String) throws(YAMLError) -> [Pack] {
    var packs: [Pack] = []
    for file in try files(path) { packs.append(try PackSource.parse(try text(of: file), file: file)) }
    return packs
  }

  /// The YAML files under `path`, itself if it is one, in byte order.
  ///
  /// - Throws: ``YAMLError`` if there is none.
  public static func files(_ path: String) throws(YAMLError) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw YAMLError(file: path, message: "no such file or folder")
    }
    if !isFolder.boolValue { return [path] }
    let names = (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }
    guard !names.isEmpty else {
      throw YAMLError(file: path, message: "there are no packs (*.yml) in this folder")
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map {
      path + (path.hasSuffix("/") ? "" : "/") + $0
    }
  }

  /// The text of a file.
  ///
  /// - Throws: ``YAMLError`` if it can't be read or is not UTF-8.
  public static func text(of file: String) throws(YAMLError) -> String {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw YAMLError(file: file, message: "can't be read")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw YAMLError(file: file, message: "is not UTF-8")
    }
    return text
  }
}
