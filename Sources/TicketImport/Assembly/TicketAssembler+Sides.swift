internal import Tickets

extension TicketAssembler {
  /// Whether the author of a ticket's first message can be taken for its requester, whom nothing names: where messages
  /// are all there is, or where the message came with the ticket and its table has no column for requesters.
  func isBegunByRequester(_ ticket: Ticket, _ number: Int) -> Bool {
    if tables[number].kind == .conversation { return true }
    guard !tables[number].columns.has(.requester), let opened = ticket.openedAt,
      let at = drafts.first?.message.at
    else { return false }
    return abs(at.seconds - opened.seconds) < 60
  }

  /// Takes sides where nothing names the requester, as in mail: who began the thread is the requester, and who writes
  /// from the domain of the address that the first message was sent to is the desk, if the requester does not.
  ///
  /// The drafts are in order of time.
  mutating func takeSides(_ ticket: inout Ticket, _ batch: TicketBatch) {
    guard let first = drafts.first(where: { $0.message.role != .system && $0.message.visibility == .public }),
      first.author != 0, first.message.role == .unknown || first.message.role == .requester
    else { return }
    ticket.requester = first.message.author
    let bytes = batch.bytes.span
    let own = Self.domain(of: first.message.author, in: bytes)
    let desk = Self.domain(of: first.recipients, in: bytes)
    for i in drafts.indices where drafts[i].message.role == .unknown && drafts[i].author != 0 {
      if drafts[i].author == first.author {
        drafts[i].message.role = .requester
        drafts[i].basis = .threadStarter
      } else if let desk, desk != own, Self.domain(of: drafts[i].message.author, in: bytes) == desk {
        drafts[i].message.role = .staff
        drafts[i].basis = .mailDomain
      }
    }
  }

  private static func domain(of place: ByteRange, in bytes: Span<UInt8>) -> FoldedWord? {
    People.domain(of: bytes.extracting(place.range))
  }
}
