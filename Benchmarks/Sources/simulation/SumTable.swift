import Glibc

/// Counts, sums and sums of squares of named quantities for each kind of desk and rule, which add up over pieces.
struct SumTable {
  /// A kind of desk, and of rule on it.
  struct Key: Hashable, Comparable {
    var thread: String
    var tickets: Int
    /// Reopened, in thousandths.
    var rate: Int
    /// How often the rule finds something, and its planted odds ratio, in hundredths; 0 for the desk itself.
    var prevalence = 0, oddsRatio = 0

    init(_ desk: Desk, _ rule: Desk.Rule? = nil, isTruth: Bool = false) {
      thread = desk.thread.rawValue
      tickets = isTruth ? 0 : desk.tickets
      rate = Int((desk.baseRate * 1000).rounded())
      prevalence = Int(((rule?.prevalence ?? 0) * 100).rounded())
      oddsRatio = Int(((rule?.oddsRatio ?? 0) * 100).rounded())
    }

    fileprivate init?(_ words: ArraySlice<Substring>) {
      let words = Array(words)
      let numbers = words.dropFirst().compactMap { Int($0) }
      guard words.count == 5, numbers.count == 4 else { return nil }
      (thread, tickets, rate) = (String(words[0]), numbers[0], numbers[1])
      (prevalence, oddsRatio) = (numbers[2], numbers[3])
    }

    private var order: (String, Int, Int, Int, Int) { (thread, tickets, rate, oddsRatio, prevalence) }
    static func < (a: Key, b: Key) -> Bool { a.order < b.order }
    fileprivate var words: String { "\(thread)\t\(tickets)\t\(rate)\t\(prevalence)\t\(oddsRatio)" }
    fileprivate var desk: Key {
      var key = self
      (key.prevalence, key.oddsRatio) = (0, 0)
      return key
    }
    fileprivate var truth: Key {
      var key = self
      key.tickets = 0
      return key
    }
  }

  struct Moments {
    var count = 0
    var sum = 0.0, squares = 0.0
    var mean: Double { count > 0 ? sum / Double(count) : .nan }
    var spread: Double {
      guard count > 1 else { return .nan }
      return max(0, (squares - sum * sum / Double(count)) / Double(count - 1)).squareRoot()
    }
    /// Monte Carlo standard error of the mean.
    var error: Double { spread / Double(count).squareRoot() }
  }

  private var moments: [Key: [String: Moments]] = [:]

  init() {}

  init(_ lines: some Sequence<Substring>) {
    for line in lines {
      let words = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard words.count == 9, let key = Key(words[0..<5]), let count = Int(words[6]),
        let sum = Double(words[7]),
        let squares = Double(words[8])
      else { continue }
      var all = moments[key, default: [:]][String(words[5]), default: Moments()]
      all.count += count
      all.sum += sum
      all.squares += squares
      moments[key, default: [:]][String(words[5])] = all
    }
  }

  mutating func add(_ value: Double, to name: String, of key: Key) {
    var all = moments[key, default: [:]][name, default: Moments()]
    all.count += 1
    all.sum += value
    all.squares += value * value
    moments[key, default: [:]][name] = all
  }

  func mean(_ name: String, of key: Key) -> Double? { moments[key]?[name]?.mean }

  /// The lines of a file; none if it can't be read.
  static func lines(of path: String) -> [Substring] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }

  /// One line a quantity: the key, its name, how many, their sum and the sum of their squares.
  func printLines() {
    for (key, all) in moments.sorted(by: { $0.key < $1.key }) {
      for (name, one) in all.sorted(by: { $0.key < $1.key }) {
        print("\(key.words)\t\(name)\t\(one.count)\t\(one.sum)\t\(one.squares)")
      }
    }
  }
}

extension SumTable {
  /// The tables of a report, and what is outside the limits.
  func printTables() {
    let desks = moments.keys.filter { $0.prevalence == 0 && $0.tickets > 0 }.sorted()
    for desk in desks {
      let share = moments[desk]?["false share"] ?? Moments()
      let whole = moments[desk]?["whole false share"] ?? Moments()
      print(
        "\n### Thread length a \(desk.thread), \(desk.tickets) tickets, \(decimal(Double(desk.rate) / 10, 0)) % reopened\n"
      )
      print(
        "| found in | odds ratio | truth | mean estimate | bias | its error | SD | covered | its error | p ≤ .05 | called | exposed reopens | λ | replicates | no estimate | whole thread: mean | called |"
      )
      print("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|")
      for key in moments.keys.filter({ $0.desk == desk && $0.prevalence > 0 }).sorted() { print(row(key)) }
      print(
        "\nFalse-discovery proportion over \(share.count) desks: \(decimal(share.mean, 3)) ± \(decimal(share.error, 3)), "
          + "limit \(decimal(0.1 + 2 * share.error, 3)); of whole threads \(decimal(whole.mean, 3)) (\(whole.count) desks)."
      )
    }
    printMisses(desks)
  }

  private func row(_ key: Key) -> String {
    func moments(_ name: String) -> Moments { self.moments[key]?[name] ?? Moments() }
    let (estimate, covered) = (moments("estimate"), moments("covered"))
    let truth = mean("coefficient", of: key.truth) ?? .nan
    let cells = [
      decimal(Double(key.prevalence) / 100, 2), decimal(Double(key.oddsRatio) / 100, 1),
      decimal(exp(truth), 3), decimal(exp(estimate.mean), 3), decimal(estimate.mean - truth, 3),
      decimal(estimate.error, 3), decimal(estimate.spread, 3), decimal(covered.mean, 3),
      decimal(covered.error, 3), decimal(moments("small p").mean, 3), decimal(moments("called").mean, 3),
      decimal(moments("exposed reopens").mean, 1), decimal(moments("inflation").mean, 2),
      "\(estimate.count)", "\(moments("without estimate").count)",
      decimal(exp(moments("whole estimate").mean), 3), decimal(moments("whole called").mean, 3),
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }

  /// What is outside the limits: coverage .93 to .97 where ten exposed reopens and more are expected and at least
  /// .93 elsewhere, bias below the greatest of .02, three of its errors and a tenth of the spread, and a
  /// false-discovery proportion up to .10 and two of its errors.
  private func printMisses(_ desks: [Key]) {
    print("\n### Outside the limits\n")
    var (cells, misses) = (0, 0)
    for (key, all) in moments.sorted(by: { $0.key < $1.key }) where key.prevalence > 0 && key.tickets > 0 {
      guard let estimate = all["estimate"], let covered = all["covered"],
        let truth = mean("coefficient", of: key.truth)
      else { continue }
      cells += 1
      let name =
        "\(key.thread), \(key.tickets) tickets, \(decimal(Double(key.rate) / 10, 0)) %, found in "
        + "\(decimal(Double(key.prevalence) / 100, 2)), odds ratio \(decimal(Double(key.oddsRatio) / 100, 1))"
      let greatest = (all["exposed reopens"]?.mean ?? 0) >= 10 ? 0.97 : 1
      if covered.mean < 0.93 || covered.mean > greatest {
        misses += 1
        print("- \(name): covered \(decimal(covered.mean, 3)) ± \(decimal(covered.error, 3))")
      }
      let bias = estimate.mean - truth
      if abs(bias) >= max(0.02, 3 * estimate.error, 0.1 * estimate.spread) {
        misses += 1
        print("- \(name): bias \(decimal(bias, 3)) ± \(decimal(estimate.error, 3))")
      }
    }
    for desk in desks {
      guard let share = moments[desk]?["false share"], share.mean > 0.1 + 2 * share.error else { continue }
      misses += 1
      print("- \(desk.thread), \(desk.tickets) tickets: false-discovery proportion \(decimal(share.mean, 3))")
    }
    print("\n\(misses) figures outside, of \(cells) kinds of rule and \(desks.count) kinds of desk.")
  }

  /// A number with so many digits after the point.
  private func decimal(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite else { return "–" }
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    let whole = Int((abs(value) * scale).rounded())
    let text = String(whole)
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    let sign = value < 0 && whole > 0 ? "−" : ""
    return sign + (digits == 0 ? padded : "\(padded.dropLast(digits)).\(padded.suffix(digits))")
  }
}
