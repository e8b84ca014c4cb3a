public import Reporting
import Rules
import Statistics
import TextAnalysis
import TicketImport
import Tickets

/// `vocabulary`: the words that this desk's staff use and its requesters don't.
///
/// Log-odds with an informative Dirichlet prior (Monroe et al. 2008), each message a document, so that one thread
/// that repeats a word does not make it jargon. Words that everybody knows are left out.
public struct VocabularyRun {
  /// Words at least this common (ten times the Zipf scale) are everybody's.
  private static let everydayZipf: UInt8 = 42
  /// A word in fewer messages than this is left out.
  private static let leastDocuments = 5
  /// What the prior is worth: as much as some hundred messages.
  private static let priorTokens = 5000.0
  /// Words with a smaller ratio of log-odds to its error are used by both sides alike.
  private static let leastZ = 2.0

  private let options: AnalysisOptions

  /// Prepares a run.
  public init(_ options: AnalysisOptions) { self.options = options }

  /// One word while messages go by.
  private struct Entry {
    var staff = DirichletLogOdds.Term()
    var requesters = DirichletLogOdds.Term()
    /// The ticket in which staff used it, by the least hash of its id: the same in any order of input.
    var ticket = ""
    var hash = UInt64.max
  }

  /// Reads everything.
  ///
  /// - Parameter limit: the most words to give.
  /// - Returns: the words that stand out, those that stand out most first.
  /// - Throws: `ImportError` for input that can't be used; `PackArchive.Fault` if the binary carries broken packs.
  public func run(limit: Int) throws -> VocabularyReport {
    let rules = try options.rules ?? RuleSet.builtIn()
    var importer = try Importer(paths: options.paths, options: options.importing)
    var thread = try Thread(rules.packs)
    var entries: [String: Entry] = [:]
    var (staff, requesters) = (DirichletLogOdds.Side(), DirichletLogOdds.Side())
    var counts: [String: Int] = [:]
    var names = Set<String>()
    try importer.read(ticketsPerBatch: options.ticketsPerBatch, onReject: { _ in }) { batch in
      thread.begin(&batch)
      for index in thread.batch.tickets.indices
      where options.filter.passes(thread.batch.tickets[index], in: thread.batch) {
        thread.open(index)
        let id = thread.batch.string(thread.ticket.id)
        let hash = Self.hash(id)
        for range in [thread.ticket.requester, thread.ticket.assignee] + thread.messages.map(\.message.author)
        {
          names.formUnion(Self.words(of: thread.batch.string(range)))
        }
        for view in thread.messages where view.message.visibility == .public {
          let isStaff = view.message.role == .staff
          guard isStaff || view.message.role == .requester else { continue }
          let length = Self.count(view, in: thread, into: &counts)
          guard length > 0 else { continue }
          if isStaff { staff.add(length) } else { requesters.add(length) }
          for (word, count) in counts {
            if isStaff {
              entries[word, default: Entry()].staff.add(count, of: length)
              if hash < entries[word]?.hash ?? .max {
                entries[word]?.hash = hash
                entries[word]?.ticket = id
              }
            } else {
              entries[word, default: Entry()].requesters.add(count, of: length)
            }
          }
        }
      }
      thread.end(&batch)
      return true
    }
    var report = VocabularyReport(staffMessages: staff.documents, requesterMessages: requesters.documents)
    guard
      let comparison = DirichletLogOdds(
        staff, requesters, priorTokens: Self.priorTokens, leastDocuments: Self.leastDocuments)
    else { return report }
    report.words = entries.compactMap { word, entry in
      guard entry.staff.documents >= Self.leastDocuments, !names.contains(word),
        let difference = comparison.difference(entry.staff, entry.requesters), difference.z >= Self.leastZ
      else { return nil }
      return VocabularyReport.Word(
        word: word, staffMessages: entry.staff.documents, requesterMessages: entry.requesters.documents,
        logOddsRatio: difference.logOddsRatio, z: difference.z, ticket: entry.ticket)
    }
    report.words.sort { $0.z != $1.z ? $0.z > $1.z : $0.word < $1.word }
    report.words.removeLast(max(0, report.words.count - limit))
    return report
  }

  /// Counts the words of a message that not everybody knows.
  ///
  /// - Returns: all words of the message.
  private static func count(
    _ view: MessageView, in thread: borrowing Thread, into counts: inout [String: Int]
  ) -> Int {
    counts.removeAll(keepingCapacity: true)
    var length = 0
    for token in thread.text.tokens[view.tokens] where token.kind == .word {
      length += 1
      let lexeme = token.lexeme
      let zipf = max(
        thread.vocabulary.zipf(of: lexeme), thread.vocabulary.zipf(of: thread.vocabulary.stem(of: lexeme)))
      let form = thread.vocabulary.form(of: lexeme)
      guard zipf < everydayZipf, form.count > 1,
        thread.vocabulary.flags(of: lexeme).isDisjoint(with: [.functionWord, .stopWord])
      else { continue }
      counts[String(decoding: form, as: UTF8.self), default: 0] += 1
    }
    return length
  }

  /// The parts of a name, in small letters: names are no jargon.
  private static func words(of name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }.map { String($0) }
  }

  private static func hash(_ id: String) -> UInt64 {
    id.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}

extension DirichletLogOdds.Side {
  fileprivate mutating func add(_ length: Int) {
    documents += 1
    tokens += length
    squaredLengths += length * length
  }
}

extension DirichletLogOdds.Term {
  fileprivate mutating func add(_ count: Int, of length: Int) {
    documents += 1
    tokens += count
    squares += count * count
    products += count * length
  }
}
