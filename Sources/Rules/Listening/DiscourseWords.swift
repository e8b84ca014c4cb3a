import TextAnalysis

/// Small closed lists of words that steer a conversation and that no pack can hold: they are looked up by their
/// place in a sentence, not searched for. One list a language; without one nothing is known of them.
struct DiscourseWords: Sendable {
  /// What a word does.
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt32
    /// Opens a turn and says nothing by itself: "okay", "well", "and".
    static let opener = Roles(rawValue: 1)
    /// Draws a conclusion from what the other one said: "so".
    static let conclusion = Roles(rawValue: 2)
    /// Fills a pause of speech: "um", "mm".
    static let filler = Roles(rawValue: 4)
    /// Speaks of what will happen.
    static let future = Roles(rawValue: 8)
    /// Begins a condition.
    static let condition = Roles(rawValue: 16)
    /// Joins two clauses, each of which can be a point of its own.
    static let joint = Roles(rawValue: 32)
    /// A thing or person spoken of: "it", "they", "that".
    static let third = Roles(rawValue: 64)
    /// Opens a polite wish when a form of "you" follows: "can you", "would you".
    static let wish = Roles(rawValue: 128)
    /// Says how to get hold of somebody: "call", "phone", "reach".
    static let reach = Roles(rawValue: 256)
    /// Opens a question that has lost its verb: "any news?".
    static let anything = Roles(rawValue: 512)
    /// Tells the reader what to do when it opens a sentence: "please", "don't".
    static let command = Roles(rawValue: 1 << 10)
    /// Says yes or no.
    static let yesOrNo = Roles(rawValue: 1 << 11)
    /// Names a time or a stretch of time.
    static let time = Roles(rawValue: 1 << 12)
    /// Names a place where something can be found.
    static let place = Roles(rawValue: 1 << 13)
    /// Names a person or a group by what they do.
    static let person = Roles(rawValue: 1 << 14)
    /// Gives a reason.
    static let reason = Roles(rawValue: 1 << 15)
    /// Asks for a time, a place, a person, a way, a reason.
    static let when = Roles(rawValue: 1 << 16)
    static let wherever = Roles(rawValue: 1 << 17)
    static let who = Roles(rawValue: 1 << 18)
    static let how = Roles(rawValue: 1 << 19)
    static let why = Roles(rawValue: 1 << 20)
    /// Asks for a thing or a choice.
    static let what = Roles(rawValue: 1 << 21)
    /// Makes an amount of "how": "how many".
    static let muchOrMany = Roles(rawValue: 1 << 22)
    /// Makes a condition when it stands before "you": "should you need it".
    static let wishfulCondition = Roles(rawValue: 1 << 23)
    /// Tells what somebody did or felt.
    static let past = Roles(rawValue: 1 << 24)
  }

  private static let english: [(Roles, String)] = [
    (
      .opener,
      """
      so and but or well okay ok k yeah yes yep yea no nope right alright oh ah ahh ooh uh um er erm hm hmm mm
      mmm mhm mh huh aw ouch gosh wow now then great good nice fine perfect excellent wonderful fantastic awesome cool
      sure absolutely exactly definitely certainly indeed interesting actually basically really just also
      because anyway hello hi hey thanks gotcha - -- — – , . … ' "
      """
    ),
    (.conclusion, "so"),
    (.filler, "um uh er erm hm hmm mm mmm mhm huh"),
    (.future, "will won't you'll it'll we'll i'll they'll he'll she'll that'll gonna"),
    (.condition, "if unless whether"),
    (.wishfulCondition, "should had were may"),
    (.joint, "and but so because while whereas although though"),
    (
      .third,
      """
      it it's it'd it'll its that that's that'd this there there's these those they they're they've they'd he he's
      he'd she she's she'd
      """
    ),
    (.wish, "can could would will"),
    (
      .yesOrNo,
      """
      yes no yep yeah nope sure correct right indeed absolutely certainly definitely unfortunately sadly exactly
      """
    ),
    (
      .time,
      """
      monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
      september october november december today tomorrow tonight yesterday morning afternoon evening noon midday
      midnight now minute minutes hour hours day days week weeks month months year years soon immediately
      """
    ),
    (
      .place,
      """
      room floor building desk portal menu folder drive settings page tab link site shelf reception office hall
      intranet store shop cabinet drawer locker corridor lobby basement
      """
    ),
    (
      .person,
      """
      team colleague manager department group desk owner supplier vendor technician engineer administrator
      supervisor lead
      """
    ),
    (.reason, "because since due reason caused cause so as"),
    (.when, "when when's"),
    (.wherever, "where where's wheres"),
    (.who, "who whom whose who's"),
    (.how, "how how's hows"),
    (.why, "why why's"),
    (.what, "what which what's whats"),
    (.muchOrMany, "much many long often far soon big large old"),
    (.anything, "any anything anyone anybody"),
    (.command, "please kindly don't never let let's try make keep ensure consider remember simply"),
    (
      .past,
      """
      were weren't had hadn't did didn't felt went thought said got knew found made took lost tried wanted needed
      asked told decided worked started stopped used mentioned wrote left came gave noticed expected called saw kept
      put
      """
    ),
    (.reach, "call phone reach contact ring text mobile cell extension ext tel number"),
  ]

  /// Ways to write small numbers: a reply that says "10 minutes" takes up "ten minutes".
  private static let englishNumbers = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  /// All the words, for the lexicon to know them.
  static var words: [String] {
    english.flatMap { $0.1.split(whereSeparator: \.isWhitespace).map(String.init) } + englishNumbers
      + englishNumbers.indices.map(String.init)
  }

  private var roles: [Roles]
  private var numerals: [LexemeID]

  /// The lists of English, as ids of a lexicon that knows ``words``.
  init(lexicon: Lexicon) {
    roles = [Roles](repeating: [], count: lexicon.count)
    numerals = Array(0..<LexemeID(lexicon.count))
    for (role, words) in Self.english {
      for word in words.split(whereSeparator: \.isWhitespace) {
        if let id = lexicon.id(of: String(word)) { roles[Int(id)].formUnion(role) }
      }
    }
    for (value, word) in Self.englishNumbers.enumerated() {
      if let id = lexicon.id(of: word), let numeral = lexicon.id(of: String(value)) {
        numerals[Int(id)] = numeral
      }
    }
  }

  /// What a word does; nothing for most. - Complexity: O(1).
  func roles(of id: LexemeID) -> Roles { Int(id) < roles.count ? roles[Int(id)] : [] }

  /// The numeral for a number word; the word itself for any other. - Complexity: O(1).
  func numeral(of id: LexemeID) -> LexemeID { Int(id) < numerals.count ? numerals[Int(id)] : id }
}
