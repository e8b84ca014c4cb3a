import Foundation
import Rules
import TextAnalysis

/// Compiles the YAML packs into the bytes that the binary carries.
///
///     swift run compile-packs Sources/Rules/Packs Sources/CLexicons/data/packs.bin
///
/// Run it after every change to a pack; a test fails until the two agree.
@main
enum CompilePacks {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: compile-packs PACKS-FOLDER OUTPUT\n".utf8))
      exit(2)
    }
    do {
      let packs = try PackFolder.read(arguments[1])
      let cells = PackImage.compile(packs, lexicon: Lexicon()).map(\.littleEndian)
      try cells.withUnsafeBytes { Data($0) }.write(to: URL(filePath: arguments[2]))
      let entries = packs.reduce(0) { $0 + $1.entries.count }
      print("\(packs.count) packs, \(entries) entries")
    } catch let error as YAMLError {
      FileHandle.standardError.write(Data((error.description + "\n").utf8))
      exit(2)
    }
  }
}
