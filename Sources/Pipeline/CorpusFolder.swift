import Glibc
import Reporting
import Tickets

/// The five files of a ConvoKit corpus, filled ticket by ticket.
struct CorpusFolder {
  private var writer = ConvoKitWriter()
  private var files: [AnalysisOutputs.File] = []
  private var buffer: [UInt8] = []
  private let isMasked: Bool
  /// The numbers of speakers, in the order in which they are met.
  private var numbers: [String: Int] = [:]

  /// Creates the files.
  ///
  /// - Parameter isMasked: whether speakers go by numbers and not by their names.
  init(_ folder: String, isMasked: Bool) throws(OutputError) {
    self.isMasked = isMasked
    if mkdir(folder, 0o755) != 0 && errno != EEXIST {
      throw OutputError(path: folder, reason: String(cString: strerror(errno)))
    }
    for name in ConvoKitWriter.files { files.append(try AnalysisOutputs.File(folder + "/" + name)) }
  }

  /// Adds a ticket.
  mutating func add(_ ticket: TicketRow, _ messages: [ConvoKitWriter.Utterance]) {
    var messages = messages
    if isMasked {
      for place in messages.indices {
        let role = messages[place].role.name
        let key = role + "\0" + messages[place].speaker
        let number = numbers[key] ?? numbers.count + 1
        numbers[key] = number
        messages[place].speaker = "\(role)-\(number)"
      }
    }
    writer.append(ticket, messages)
    if writer.utterances.count > 1 << 16 { flush() }
  }

  private mutating func flush() {
    writer.takeUtterances(into: &buffer)
    files[0].write(buffer)
    buffer.removeAll(keepingCapacity: true)
    writer.takeConversations(into: &buffer)
    files[1].write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what is left, and puts the files in their places.
  mutating func finish() throws(OutputError) {
    flush()
    let rest = writer.end()
    for (place, bytes) in [rest.conversations, rest.speakers, rest.corpus, rest.index].enumerated() {
      files[place + 1].write(bytes)
    }
    for file in files { try file.finish() }
  }
}
