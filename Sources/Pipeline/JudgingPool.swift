import Dispatch
import Synchronization
import Tickets

/// Workers that judge batches side by side, and hand back what they made of them in the order of the input.
///
///     reader ─ batch 0, 1, 2, … ─┬─ worker ─┐
///     (this thread)              ├─ worker ─┤
///                                └─ …      ─┴─ judged 0, 1, 2, … ─ this thread again
///
/// The thread that reads also puts together what was judged, so that only batches cross from thread to thread. So many
/// batches are under way at a time that no worker waits while one is read; that bounds the memory.
struct JudgingPool: ~Copyable {
  private let queue: BatchQueue?
  private var own: BatchJudge?
  private let work: JudgingWork
  private let threads: Int
  /// Number of workers that were sent for.
  private var started = 0
  /// Number of batches handed out, and of those taken back.
  private var given = 0
  private var taken = 0
  /// Batches to be filled again.
  private var spares: [TicketBatch] = []

  /// Runs `body` with a pool.
  ///
  /// - Parameter threads: number of workers; with one, this thread does the work.
  /// - Throws: what `body` throws, and ICU's errors if a worker can't be set up.
  static func run(
    _ work: JudgingWork, threads: Int, _ body: (inout JudgingPool) throws -> Void
  ) throws {
    var pool = try JudgingPool(work, threads: max(1, threads))
    defer { pool.queue?.close(workers: pool.started) }
    try body(&pool)
  }

  private init(_ work: JudgingWork, threads: Int) throws {
    self.threads = threads
    self.work = work
    own = threads > 1 ? nil : try BatchJudge(work)
    queue = threads > 1 ? BatchQueue() : nil
  }

  /// Judges a batch, now or soon, and leaves an empty one; gives what is done of those before to `merge`.
  mutating func judge(_ batch: inout TicketBatch, _ merge: (inout JudgedBatch) throws -> Void) throws {
    var next = spares.popLast() ?? TicketBatch()
    swap(&next, &batch)
    guard let queue else {
      if var judged = own?.judge(next) { try takeBack(&judged, merge) }
      return
    }
    if given < threads {
      // As they are needed: a small export has work for one.
      DispatchQueue.global().async { [work] in queue.serve(work) }
      started += 1
    }
    queue.give(next, number: given)
    given += 1
    while given - taken > 2 * threads { try takeOne(queue, merge) }
  }

  /// Waits for all batches that were handed out.
  mutating func finish(_ merge: (inout JudgedBatch) throws -> Void) throws {
    guard let queue else { return }
    while taken < given { try takeOne(queue, merge) }
  }

  private mutating func takeOne(_ queue: BatchQueue, _ merge: (inout JudgedBatch) throws -> Void) throws {
    var judged = try queue.take(number: taken)
    taken += 1
    try takeBack(&judged, merge)
  }

  private mutating func takeBack(_ judged: inout JudgedBatch, _ merge: (inout JudgedBatch) throws -> Void)
    throws
  {
    try merge(&judged)
    var batch = TicketBatch()
    swap(&batch, &judged.batch)
    batch.clear()
    spares.append(batch)
  }

  /// What the workers counted. - Precondition: the pool is finished.
  mutating func counts() throws -> [RunTally] {
    if let queue { return try queue.counts(of: started) }
    guard let tally = own?.tally else { return [] }
    return [tally]
  }
}

/// What passes between the thread that reads and the workers.
private final class BatchQueue: Sendable {
  private struct State {
    var waiting: [(number: Int, batch: TicketBatch)] = []
    var judged: [Int: JudgedBatch] = [:]
    var tallies: [RunTally] = []
    var failure: (any Error)?
  }

  private let state = Mutex(State())
  /// Counts the batches that wait, and the workers to be sent home.
  private let work = DispatchSemaphore(value: 0)
  /// Counts what the workers have said.
  private let news = DispatchSemaphore(value: 0)

  /// Hands a batch out.
  func give(_ batch: TicketBatch, number: Int) {
    state.withLock { $0.waiting.append((number, batch)) }
    work.signal()
  }

  /// What a batch became, once it is there.
  func take(number: Int) throws -> JudgedBatch {
    while true {
      let (judged, failure) = state.withLock { ($0.judged.removeValue(forKey: number), $0.failure) }
      if let failure { throw failure }
      if let judged { return judged }
      news.wait()
    }
  }

  /// Sends the workers home.
  func close(workers: Int) {
    for _ in 0..<workers { work.signal() }
  }

  /// What they counted.
  func counts(of workers: Int) throws -> [RunTally] {
    close(workers: workers)
    while true {
      let (tallies, failure) = state.withLock { ($0.tallies, $0.failure) }
      if let failure { throw failure }
      if tallies.count == workers { return tallies }
      news.wait()
    }
  }

  /// What a worker does.
  func serve(_ job: JudgingWork) {
    do {
      var judge = try BatchJudge(job)
      while let (number, batch) = next() {
        let judged = judge.judge(batch)
        state.withLock { $0.judged[number] = judged }
        news.signal()
      }
      let tally = judge.tally
      state.withLock { $0.tallies.append(tally) }
    } catch {
      state.withLock { $0.failure = error }
    }
    news.signal()
  }

  private func next() -> (number: Int, batch: TicketBatch)? {
    work.wait()
    return state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
  }
}
