import TestSupport
import TicketImport

/// Everything that a reader gives, as lines that a test can hold against what it expects.
struct XMLReading: Equatable {
  /// `table line: column=value | column=value`, values that are empty left out.
  var lines: [String] = []
  var records: [Record] = []
  var tables: [String] = []
  var error: ImportError?
  var controlCharacters = 0

  /// Reads `bytes`, handed over in pieces of `pieceSize`.
  init(
    _ bytes: [UInt8], _ layout: XMLRecordLayout = .serviceNow, pieceSize: Int = .max, encoding: String? = nil,
    recover: Bool = false
  ) {
    var left = bytes[...]
    do {
      var reader = try XMLRecordReader(layout, file: "f.xml", encoding: encoding, recover: recover) {
        let piece = left.prefix(pieceSize)
        left = left.dropFirst(piece.count)
        return piece
      }
      var record = Record()
      do {
        while try reader.read(into: &record) {
          let columns = reader.columns(ofTable: record.table)
          let values = columns.indices.filter { !record[$0].isEmpty }.map {
            "\(columns[$0])=\(record.string($0))"
          }
          lines.append(
            "\(reader.tables[record.table]) \(record.line): \(values.joined(separator: " | "))")
          records.append(record)
        }
      } catch { self.error = error }
      tables = reader.tables
      controlCharacters = reader.controlCharacters
    } catch { self.error = error }
  }

  /// Reads a fixture.
  init(
    fixture: String, _ layout: XMLRecordLayout = .serviceNow, encoding: String? = nil, recover: Bool = false
  ) throws {
    self.init(try Fixtures.bytes("xml/" + fixture), layout, encoding: encoding, recover: recover)
  }

  static func == (a: XMLReading, b: XMLReading) -> Bool {
    a.lines == b.lines && a.tables == b.tables && a.error == b.error
  }
}
