import Tickets

/// Puts messages together into threads.
///
/// By their references first, as Jamie Zawinski's "message threading" has it (https://www.jwz.org/doc/threading.html):
/// every id that is mentioned gets a container, containers are hung below each other as the references say, and a
/// message's own word on what it answers wins over what others say of it. Then by subject: a thread that begins with
/// an answer (`Re: VPN drops`) joins the last thread before it on that topic. Unlike there, two threads that both begin
/// with a fresh subject stay apart: two people who write "Password" have two troubles. Where the provider names the
/// thread (`X-GM-THRID`), that is believed instead.
///
/// Ids are kept as 64-bit hashes and topics too, so that a message costs some sixty bytes whatever its header holds.
///
///     var threads = MailThreads()
///     while try reader.read(into: &message) { threads.add(message) }
///     let numbers = threads.numbers()     // [0, 1, 0, 2, …]: the thread of each message
public struct MailThreads: Sendable {
  private struct Container {
    var parent: Int32 = -1
    /// The message with that id; -1 for one that is only mentioned.
    var message: Int32 = -1
    /// Whether anything was ever hung below it; if not, it can't be in a loop.
    var hasChildren = false
  }

  private struct Entry {
    var container: Int32
    var topic: UInt64
    var isReply: Bool
    /// Whether its thread is the provider's and no subject changes it.
    var isSettled: Bool
    var date: Int64?
  }

  /// More references than any thread is long; hanging up a chain takes the square of its length.
  private static let referenceLimit = 500

  /// How long after a thread's last message an answer without references still joins it.
  private let window: Int64
  private var containers: [Container] = []
  private var index: [UInt64: Int32] = [:]
  private var entries: [Entry] = []

  /// Threads of no messages yet.
  ///
  /// - Parameter days: how long after the last message of a thread an answer that has nothing but its subject still
  ///   joins it.
  public init(joiningSubjectsFor days: Int = 30) { window = Int64(days) * 86_400 }

  /// How many messages were added.
  public var count: Int { entries.count }

  /// Adds a message.
  ///
  /// - Complexity: O(references · depth of the thread).
  public mutating func add(_ message: MailMessage) {
    let own = claimContainer(for: message.id)
    let subject = MailSubject(message.subject)
    entries.append(
      Entry(
        container: own, topic: Self.hash(subject.topic), isReply: subject.isReply,
        isSettled: !message.threadID.isEmpty, date: message.date?.seconds))
    if !message.threadID.isEmpty {
      // The provider's thread is a container of its own, above all of its messages.
      hang(own, below: container(of: Self.hash("thread " + message.threadID)), replacing: true)
      return
    }
    var chain = message.references
    if chain.isEmpty { chain = Array(message.inReplyTo.prefix(1)) }
    var last: Int32 = -1
    for reference in chain.suffix(Self.referenceLimit) where reference != message.id {
      let next = container(of: Self.hash(reference))
      if last >= 0 { hang(next, below: last, replacing: false) }
      last = next
    }
    if last >= 0 { hang(own, below: last, replacing: true) }
  }

  /// The number of the thread of each message, in the order in which they were added. Threads are numbered from 0
  /// by their first message in that order.
  ///
  /// - Complexity: O(n log n).
  public func numbers() -> [Int] {
    let roots = rootOfEachMessage()
    let joined = joinBySubject(roots)
    var numberOf: [Int32: Int] = [:]
    return roots.map { root in
      let final = Self.end(of: root, in: joined)
      if let number = numberOf[final] { return number }
      numberOf[final] = numberOf.count
      return numberOf.count - 1
    }
  }

  // MARK: - References

  /// The container for a new message; one of its own if its id is missing or taken by another message.
  private mutating func claimContainer(for id: String) -> Int32 {
    let message = Int32(clamping: entries.count)
    if !id.isEmpty {
      let known = container(of: Self.hash(id))
      if containers[Int(known)].message < 0 {
        containers[Int(known)].message = message
        return known
      }
      // The same message again: with the first of its kind.
      containers.append(Container(parent: known, message: message))
      return Int32(clamping: containers.count - 1)
    }
    containers.append(Container(message: message))
    return Int32(clamping: containers.count - 1)
  }

  private mutating func container(of id: UInt64) -> Int32 {
    if let known = index[id] { return known }
    let made = Int32(clamping: containers.count)
    containers.append(Container())
    index[id] = made
    return made
  }

  /// No thread is this deep; one that is made up shall not take forever.
  private static let depthLimit = 10_000

  /// Hangs a container below another, unless that would make a loop, or it hangs somewhere and is not to be moved.
  private mutating func hang(_ child: Int32, below parent: Int32, replacing: Bool) {
    if child == parent || (!replacing && containers[Int(child)].parent >= 0) { return }
    if containers[Int(child)].hasChildren {
      var above = parent
      var depth = 0
      while above >= 0 {
        if above == child || depth == Self.depthLimit { return }
        above = containers[Int(above)].parent
        depth += 1
      }
    }
    containers[Int(child)].parent = parent
    containers[Int(parent)].hasChildren = true
  }

  private func rootOfEachMessage() -> [Int32] {
    var roots = [Int32](repeating: -1, count: containers.count)
    return entries.map { entry in
      var path: [Int32] = []
      var at = entry.container
      while roots[Int(at)] < 0, containers[Int(at)].parent >= 0 {
        path.append(at)
        at = containers[Int(at)].parent
      }
      let root = roots[Int(at)] >= 0 ? roots[Int(at)] : at
      for container in path { roots[Int(container)] = root }
      roots[Int(at)] = root
      return root
    }
  }

  // MARK: - Subjects

  /// A thread as far as subjects go: its first message by time, and the time of its last.
  private struct Thread {
    var root: Int32
    var first: Int
    var start: Int64
    var last: Int64
    var hasDate: Bool
  }

  /// For threads that join another by subject, by root: the root of that one.
  private func joinBySubject(_ roots: [Int32]) -> [Int32: Int32] {
    var threads: [Int32: Thread] = [:]
    for (message, root) in roots.enumerated() {
      let date = entries[message].date
      guard var thread = threads[root] else {
        threads[root] = Thread(
          root: root, first: message, start: date ?? 0, last: date ?? 0, hasDate: date != nil)
        continue
      }
      if let date {
        if !thread.hasDate || date < thread.start {
          thread.start = date
          thread.first = message
        }
        thread.last = thread.hasDate ? max(thread.last, date) : date
        thread.hasDate = true
      }
      threads[root] = thread
    }
    var latest: [UInt64: Thread] = [:]  // by topic
    var joined: [Int32: Int32] = [:]
    let ordered = threads.values.sorted { ($0.start, $0.first) < ($1.start, $1.first) }
    for var thread in ordered {
      let entry = entries[thread.first]
      if entry.isSettled || entry.topic == Self.hash("") { continue }
      if entry.isReply, var earlier = latest[entry.topic], thread.start - earlier.last <= window,
        thread.hasDate == earlier.hasDate
      {
        joined[thread.root] = earlier.root
        earlier.last = max(earlier.last, thread.last)
        thread = earlier
      }
      latest[entry.topic] = thread
    }
    return joined
  }

  private static func end(of root: Int32, in joined: [Int32: Int32]) -> Int32 {
    var root = root
    while let next = joined[root] { root = next }
    return root
  }

  /// FNV-1a, 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv), with a last mixing step.
  private static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ (hash >> 29)
  }
}
