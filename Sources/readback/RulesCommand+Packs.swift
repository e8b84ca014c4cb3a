import ArgumentParser
import Foundation
import Pipeline
import Rules

// What those who write packs need.
extension RulesCommand {
  /// `readback rules test PATH`
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test",
      abstract: "Run the examples of packs, or of a built-in rule.",
      discussion: """
        A pack must find exactly what its “finds” mark ‹so›, and nothing in its “ignores”. The exit code is 1 if one \
        does not.

        EXAMPLES
          readback rules test packs/
          readback rules test packs/en/our-words.yml
          readback rules test jargon.acronym
        """)

    @Argument(
      help: ArgumentHelp("A pack, a folder of packs, or a rule's name.", valueName: "file|folder|rule"))
    var path: String

    func run() throws {
      var failures: [ExampleRun.Failure] = []
      var count = 0
      if FileManager.default.fileExists(atPath: path) || path.contains("/") || path.hasSuffix(".yml") {
        let packs = try PackFolder.read(path)
        var run = ExampleRun(try RuleSet(PackIndex.builtIn(adding: packs), strictness: .strict))
        for pack in packs {
          if pack.finds.isEmpty && pack.ignores.isEmpty {
            Console.note("\(pack.name): no examples, so nothing says what it is to find")
          }
          try run.run(pack)
        }
        (failures, count) = (run.failures, run.count)
      } else {
        let rules = try RuleSet.builtIn(strictness: .strict)
        var run = ExampleRun(rules)
        try run.run(try Show.rule(path, in: rules))
        (failures, count) = (run.failures, run.count)
      }
      for failure in failures {
        Console.print("\(failure.name)\n  expected  \(failure.expected)\n  found     \(failure.found)")
      }
      Console.print("\(count) examples, \(failures.count) failed")
      if !failures.isEmpty { throw ExitStatus(code: ExitStatus.gate) }
    }
  }

  /// `readback rules import-vale FOLDER`
  struct ImportVale: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import-vale",
      abstract: "Turn rules written for Vale into packs, as far as they mean the same.",
      discussion: """
        Takes existence, substitution, occurrence, repetition, conditional and metric; regular expressions where they \
        are lists of wordings. What could not be taken is listed on standard error, with the reason.

        EXAMPLES
          readback rules import-vale styles/Google -o packs
          readback analyze --rules packs incidents.csv
        """)

    @Argument(help: ArgumentHelp("A style: a folder of rules (*.yml), or one rule.", valueName: "folder"))
    var folder: String
    @Option(
      name: [.short, .customLong("output")],
      help: ArgumentHelp("Where to write the packs; without it they are only counted.", valueName: "folder"))
    var output: String?

    func run() throws {
      var taken = 0
      var left = 0
      let files = try PackFolder.files(folder)
      for file in files {
        let url = URL(filePath: file)
        let result: ValeImport.Result
        do throws(YAMLError) {
          result = try ValeImport.convert(
            try PackFolder.text(of: file), file: file,
            style: url.deletingLastPathComponent().lastPathComponent,
            rule: url.deletingPathExtension().lastPathComponent)
        } catch {
          // One broken rule does not keep the others of its style.
          Console.note("\(error)")
          left += 1
          continue
        }
        for line in result.left { Console.note("\(file): \(line)") }
        left += result.left.count
        guard let pack = result.pack else { continue }
        // What was made is held to what is asked of any pack.
        _ = try PackSource.parse(pack, file: "\(result.name).yml")
        taken += 1
        guard let output else { continue }
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        try OutputFile.write(Array(pack.utf8), to: "\(output)/\(result.name).yml")
      }
      Console.print("\(taken) of \(files.count) rules taken" + (left > 0 ? ", \(left) things left out" : ""))
    }
  }
}
