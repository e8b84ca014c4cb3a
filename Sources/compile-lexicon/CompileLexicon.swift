import Foundation
import TextAnalysis

/// Compiles the word lists into the lexicon that the binary carries.
///
///     swift run compile-lexicon Sources/CLexicons/data
///
/// Run it after every change to `words.txt`, `zipf10.u8`, `syllable-exceptions.txt` or `syllables.i8` there, or to the
/// word classes, irregular forms or the stemmer in `TextAnalysis`; a test fails until all agree.
@main
enum CompileLexicon {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: compile-lexicon DATA-FOLDER\n".utf8))
      exit(2)
    }
    let folder = URL(filePath: arguments[1])
    func read(_ name: String) throws -> [UInt8] {
      try [UInt8](Data(contentsOf: folder.appending(path: name)))
    }
    let bytes = Lexicon.compile(
      words: try read("words.txt"), zipf: try read("zipf10.u8"),
      syllableExceptions: try read("syllable-exceptions.txt"))
    try Data(bytes).write(to: folder.appending(path: "lexicon.bin"))
    print("\(bytes.count) bytes")
  }
}
