public import Outcomes
public import Tickets

extension Report {
  /// A reply that stands under many tickets.
  public struct ReplyTemplate: Sendable {
    /// Its words, masked; what each ticket has of its own is "…". Empty where no two replies are quite alike.
    public var text: String
    /// Tickets whose first public reply it is.
    public var tickets: Int
    /// Of those, tickets in which nothing of the ticket was added.
    public var bare: Int
    /// Reopened among the eligible ones of them.
    public var reopened: Proportion

    /// A template and how often it is used.
    public init(text: String, tickets: Int, bare: Int, reopened: Proportion) {
      self.text = text
      self.tickets = tickets
      self.bare = bare
      self.reopened = reopened
    }
  }

  /// Requests of several people about the same thing within a stretch of time: an early sign of a common fault.
  public struct Recurrence: Sendable {
    /// One of the requests, masked and cut; empty where none was kept.
    public var text: String
    /// Its tickets.
    public var tickets: Int
    /// Different requesters, where the export names them.
    public var requesters: Int
    /// The teams that got them, in order of the alphabet.
    public var groups: [String]
    /// When the first was opened.
    public var since: Timestamp?
    /// When the last was opened.
    public var until: Timestamp?
    /// Reopened among the eligible ones of them.
    public var reopened: Proportion

    /// A group of requests.
    public init(
      text: String, tickets: Int, requesters: Int, groups: [String], since: Timestamp?, until: Timestamp?,
      reopened: Proportion
    ) {
      self.text = text
      self.tickets = tickets
      self.requesters = requesters
      self.groups = groups
      self.since = since
      self.until = until
      self.reopened = reopened
    }
  }
}
