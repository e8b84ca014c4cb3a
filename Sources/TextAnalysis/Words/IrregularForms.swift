/// English verbs and nouns whose forms no rule of endings joins.
enum IrregularForms {
  /// Each irregular form with its base form: ("went", "go"), ("children", "child").
  static let baseForms: [(form: String, base: String)] = {
    table.split(separator: "\n").flatMap { line -> [(form: String, base: String)] in
      let words = line.split(separator: " ").map(String.init)
      return words.dropFirst().map { ($0, words[0]) }
    }
  }()

  /// A line a word: its base form, then the irregular ones. Forms that are words of their own ("found",
  /// "left", "saw", "lay") are listed where that sense is the rarer one.
  private static let table = """
    be am is are was were been being
    have has had
    do does did done
    go goes went gone
    get got gotten
    give gave given
    take took taken
    make made
    know knew known
    think thought
    see saw seen
    come came
    find found
    tell told
    say said
    write wrote written
    send sent
    keep kept
    leave left
    lose lost
    pay paid
    meet met
    hold held
    bring brought
    buy bought
    catch caught
    teach taught
    seek sought
    fight fought
    feel felt
    deal dealt
    mean meant
    sleep slept
    sweep swept
    build built
    spend spent
    lend lent
    bend bent
    break broke broken
    speak spoke spoken
    steal stole stolen
    choose chose chosen
    freeze froze frozen
    wake woke woken
    drive drove driven
    rise rose risen
    ride rode ridden
    begin began begun
    run ran
    drink drank drunk
    sink sank sunk
    ring rang rung
    sing sang sung
    swim swam swum
    throw threw thrown
    grow grew grown
    blow blew blown
    draw drew drawn
    show shown
    fly flew flown
    eat ate eaten
    fall fell fallen
    forget forgot forgotten
    hide hid hidden
    bite bit bitten
    understand understood
    stand stood
    win won
    hang hung
    stick stuck
    strike struck
    dig dug
    sell sold
    sit sat
    shoot shot
    feed fed
    lead led
    read reread
    hear heard
    become became
    overcome overcame
    forgive forgave forgiven
    withdraw withdrew withdrawn
    undo undid undone
    redo redid redone
    rewrite rewrote rewritten
    override overrode overridden
    overwrite overwrote overwritten
    tear tore torn
    wear wore worn
    swear swore sworn
    bear bore borne
    shake shook shaken
    mistake mistook mistaken
    arise arose arisen
    spin spun
    sling slung
    swing swung
    cling clung
    child children
    man men
    woman women
    person people
    foot feet
    tooth teeth
    mouse mice
    good better best
    bad worse worst
    index indices
    matrix matrices
    criterion criteria
    analysis analyses
    """
}
