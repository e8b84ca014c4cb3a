public import TicketImport
import Tickets

/// `readback convert`: any export as JSON lines, one ticket a line and what the import says of itself at the end.
///
/// What can only be told from a whole export (columns, dates, sides, quotes) is told here, once; after that each
/// line stands for itself, and a distributed engine may cut the file between any two.
public struct ConversionRun {
  private let options: AnalysisOptions

  /// What a run leaves behind.
  public struct Result {
    /// What became of every row.
    public var ledger: ImportLedger
    /// Where a file was cut short, if one was.
    public var fault: ImportError?
  }

  /// Prepares a run.
  public init(_ options: AnalysisOptions) { self.options = options }

  /// Reads everything and hands on lines, some at a time.
  ///
  /// - Returns: what the import says of itself: its ledger, and a file that was cut short.
  /// - Throws: `ImportError` for input that can't be used.
  public func run(
    _ write: ([UInt8]) throws -> Void
  ) throws -> Result {
    var importer = try Importer(paths: options.paths, options: options.importing)
    let survey = importer.survey
    let writer = TicketLineWriter()
    var number = 0
    var output: [UInt8] = []
    try importer.read(ticketsPerBatch: options.ticketsPerBatch) { batch in
      for index in batch.tickets.indices {
        writer.append(ticket: index, of: batch, number: number, to: &output)
        number += 1
      }
      try write(output)
      output.removeAll(keepingCapacity: true)
      return true
    }
    ImportLine(survey, importer.ledger).append(to: &output)
    try write(output)
    return Result(ledger: importer.ledger, fault: survey.faults.first { $0.kind == .cutShort })
  }
}
