import Reporting
public import Rules
import TextAnalysis
import TicketImport
import Tickets

/// `readback score`: one JSON object in, one out, in the same order, nothing held back.
///
/// One worker's own. A line that can't be read gives an error line, and the filter goes on.
public struct LineScorer: ~Copyable {
  private let rules: RuleSet
  private let words: FindingText
  private var thread: Thread
  private var judge: Judge
  private var reader = TicketLineReader()
  private var batch = TicketBatch()
  private let technicalSpans: TechnicalSpans
  private let hardWords = HardWords()
  private let acronyms = AcronymFinder()
  private let politeness: Politeness
  /// Lines that could not be read.
  public private(set) var failures = 0
  private var lineNumber = 0

  /// A scorer.
  ///
  /// - Parameters:
  ///   - rules: what is looked for; `nil` for the built-in rules at default strictness.
  ///   - isMasked: whether quoted text is masked.
  /// - Throws: `PackImage.Fault` or `ICUError` if the binary or the machine is broken.
  public init(_ rules: RuleSet? = nil, isMasked: Bool) throws {
    let rules = try rules ?? RuleSet.builtIn()
    // What can fail comes first: a value that can't be copied must be set on every way or on none.
    let opened = try Thread(rules.packs)
    thread = opened
    judge = Judge(rules)
    self.rules = rules
    words = FindingText(masking: Masking(isOn: isMasked), abouts: rules.summaries, ticketURL: nil)
    technicalSpans = TechnicalSpans(rules.packs)
    politeness = Politeness(rules.packs)
  }

  /// Scores a line (without its end) and appends the answer, a line end included. Blank lines give nothing.
  ///
  /// - Complexity: O(bytes).
  public mutating func score(_ line: UnsafeRawBufferPointer, into output: inout [UInt8]) {
    lineNumber += 1
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
    do throws(JSONError) {
      let head = try reader.read(line, line: lineNumber, into: &batch)
      thread.begin(&batch)
      thread.open(0, language: head.language)
      judge.judge(&thread)
      var scored = ScoredLine(id: head.id, rules: rules.hash)
      scored.meta = head.meta
      fill(&scored)
      ScoreWriter().append(scored, to: &output)
      thread.end(&batch)
    } catch {
      failures += 1
      ScoreWriter().append(error: error.message, line: error.line, column: error.column, to: &output)
    }
  }

  private func fill(_ line: inout ScoredLine) {
    let names = words.names(of: thread)
    for (position, view) in thread.messages.enumerated() {
      let id = view.message.id.isEmpty ? String(position + 1) : thread.batch.string(view.message.id)
      var message = ScoredLine.Message(id: id, role: view.message.role)
      let start = Int(view.message.text.start)
      message.scoredZones = thread.batch.body(of: view.message).map {
        Int($0.start) - start..<Int($0.end) - start
      }
      let measures = view.measures
      message.words = measures.words
      message.sentences = measures.sentences
      message.characters = measures.characters
      if let reading = measures.reading {
        message.reading.fleschKincaidGrade = reading.fleschKincaidGrade
        message.reading.fleschReadingEase = reading.fleschReadingEase
        message.reading.gunningFog = reading.gunningFog
        message.reading.smog = reading.smog
        message.reading.colemanLiau = reading.colemanLiau
        message.reading.automatedReadabilityIndex = reading.automatedReadabilityIndex
      }
      message.reading.difficulty = measures.difficulty
      message.passiveSentences = measures.passiveSentences
      message.questions = measures.questions
      message.openQuestions = measures.openQuestions
      message.technicalTerms = technicalSpans.spans(of: view, in: thread)
      message.hardWords = hardWords.spans(of: view, in: thread)
      message.acronyms = acronyms.acronyms(in: view, of: thread).map {
        ScoredLine.Acronym(span: $0.span, long: $0.expansion, isExpanded: $0.isExpanded)
      }
      message.politeness = politeness.score(of: view, in: thread)
      if let restatement = measures.restatement {
        message.paraphrase = ScoredLine.Paraphrase(
          similarity: restatement.similarity, coverage: restatement.coverage, verbatim: restatement.verbatim,
          hasCue: restatement.hasCue, probability: restatement.probability)
      }
      message.reflectsFeeling = measures.reflectsFeeling
      message.blames = measures.blames
      message.listeningLevel = measures.listeningLevel > 0 ? measures.listeningLevel : nil
      for mark in judge.judgement.marks where Int(mark.message) == view.index {
        message.findings.append(
          words.finding(
            mark, judge.wording(of: mark, in: thread), in: thread, isAfterCut: false, names: names))
        line.findings.append("\(rules.summaries[Int(mark.rule)].id)@\(id)")
      }
      line.messages.append(message)
    }
    line.listeningLevel = thread.messages.map(\.measures.listeningLevel).filter { $0 > 0 }.min()
  }
}
