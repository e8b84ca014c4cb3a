internal import Tickets

/// Writes the lines of `readback score`. The shape is a stable contract: fields are only ever added.
public struct ScoreWriter: Sendable {
  /// A writer; it keeps nothing between lines.
  public init() {}

  /// Appends a line. - Complexity: O(size of the line).
  public func append(_ line: ScoredLine, to output: inout [UInt8]) {
    var json = JSONWriter(isIndented: false)
    json.object {
      $0.field("id", line.id)
      $0.field("rules", line.rules)
      $0.field("ticket") {
        $0.object {
          $0.field("listening_level", line.listeningLevel)
          $0.field("findings", line.findings)
          $0.field("measures") { $0.object { _ in } }
        }
      }
      $0.field("messages") { $0.array(line.messages) { Self.write($1, to: &$0) } }
      if !line.meta.isEmpty {
        $0.field("meta") { writer in writer.raw([UInt8(ascii: "{")] + line.meta + [UInt8(ascii: "}")]) }
      }
    }
    json.endLine()
    output += json.output
  }

  /// Appends what stands for a line that could not be read.
  public func append(error message: String, line: Int, column: Int, to output: inout [UInt8]) {
    var json = JSONWriter(isIndented: false)
    json.object {
      $0.field("id", nil as String?)
      $0.field("error") {
        $0.object {
          $0.field("line", line)
          $0.field("column", column)
          $0.field("message", message)
        }
      }
    }
    json.endLine()
    output += json.output
  }

  private static func write(_ message: ScoredLine.Message, to json: inout JSONWriter) {
    json.object {
      $0.field("id", message.id)
      $0.field("role", message.role.name)
      $0.field("scored_zones") { $0.array(message.scoredZones) { span($1, &$0) } }
      $0.field("measures") { measures(of: message, &$0) }
      $0.field("findings") {
        $0.array(message.findings) { writer, finding in
          writer.object {
            $0.field("rule", finding.rule.description)
            $0.field("span") { span(finding.span, &$0) }
            $0.field("text", finding.quote)
            $0.field("message", finding.explanation)
            $0.field("suggestion", finding.suggestion)
            $0.field("kind", finding.kind.name)
          }
        }
      }
    }
  }

  private static func measures(of message: ScoredLine.Message, _ json: inout JSONWriter) {
    json.object {
      $0.field("words", message.words)
      $0.field("sentences", message.sentences)
      $0.field("characters", message.characters)
      $0.field("reading") {
        $0.object {
          $0.field("flesch_kincaid_grade", message.reading.fleschKincaidGrade)
          $0.field("flesch_reading_ease", message.reading.fleschReadingEase)
          $0.field("gunning_fog", message.reading.gunningFog)
          $0.field("smog", message.reading.smog)
          $0.field("coleman_liau", message.reading.colemanLiau)
          $0.field("automated_readability_index", message.reading.automatedReadabilityIndex)
          $0.field("difficulty", message.reading.difficulty)
        }
      }
      $0.field("passive_sentences", message.passiveSentences)
      $0.field("questions", message.questions)
      $0.field("open_questions", message.openQuestions)
      $0.field("closed_questions", message.questions - message.openQuestions)
      $0.field("hard_words") { spans(message.hardWords, &$0) }
      $0.field("technical_terms") { spans(message.technicalTerms, &$0) }
      $0.field("acronyms") { writer in
        guard let acronyms = message.acronyms else { return writer.string(nil) }
        writer.array(acronyms) { writer, acronym in
          writer.object {
            $0.field("span") { span(acronym.span, &$0) }
            $0.field("expanded", acronym.isExpanded)
            if let long = acronym.long { $0.field("long") { span(long, &$0) } }
          }
        }
      }
      $0.field("paraphrase") { writer in
        guard let paraphrase = message.paraphrase else { return writer.string(nil) }
        writer.object {
          $0.field("similarity", paraphrase.similarity)
          $0.field("coverage", paraphrase.coverage)
          $0.field("verbatim", paraphrase.verbatim)
          $0.field("cue", paraphrase.hasCue)
          $0.field("probability", paraphrase.probability)
        }
      }
      $0.field("reflects_feeling", message.reflectsFeeling)
      $0.field("blame", message.blames)
      $0.field("politeness", message.politeness)
      $0.field("listening_level", message.listeningLevel)
    }
  }

  private static func spans(_ spans: [Range<Int>]?, _ json: inout JSONWriter) {
    guard let spans else { return json.string(nil) }
    json.array(spans) { span($1, &$0) }
  }

  private static func span(_ span: Range<Int>, _ json: inout JSONWriter) {
    json.array([span.lowerBound, span.upperBound]) { $0.number($1) }
  }
}
