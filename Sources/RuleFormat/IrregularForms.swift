/// English words whose forms follow no rule, each with its forms beside those that do: plural, past and participle.
enum IrregularForms {
    /// The irregular forms of a word; nil when it has none.
    static func of(_ word: String) -> [String]? {
        ofVerb(word) ?? forms(of: word, in: formsOfNouns)
    }

    /// The irregular forms of a verb; nil when it is none that has any.
    static func ofVerb(_ word: String) -> [String]? {
        forms(of: word, in: formsOfVerbs)
    }

    /// "rewrite" has the forms of "write", "grandchild" those of "child".
    private static func forms(of word: String, in table: [String: [String]]) -> [String]? {
        if let known = table[word] { return known }
        for prefix in prefixes where word.hasPrefix(prefix) {
            if let known = table[String(word.dropFirst(prefix.count))] { return known.map { prefix + $0 } }
        }
        return nil
    }

    private static let prefixes = [
        "over", "under", "mis", "re", "un", "out", "fore", "inter", "with", "up", "police", "business", "sales", "grand", "step", "god",
    ]

    private static let formsOfVerbs = table(verbs)
    private static let formsOfNouns = table(nouns)

    private static func table(_ entries: String) -> [String: [String]] {
        Dictionary(uniqueKeysWithValues: entries.split { $0 == "," || $0 == "\n" }.map { entry in
            let words = entry.split(separator: " ").map(String.init)
            return (words[0], Array(words.dropFirst()))
        })
    }

    /// Each verb with its forms behind it.
    private static let verbs = """
        abide abode abided, age aged ageing, arise arose arisen, awake awoke awoken awaked, be am is are was were been being, bear bore borne, beat beaten
        become became, befall befell befallen, beget begot begotten, begin began begun, behold beheld, bend bent, bereave bereft bereaved
        beseech besought beseeched, beset, bet betted, bid bade bidden, bind bound, bite bit bitten, bleed bled, blow blew blown, break broke broken
        breed bred, bring brought, broadcast broadcasted, build built, burn burnt burned, burst, bust busted, buy bought, cast, catch caught
        choose chose chosen, cling clung, come came, cost costed, creep crept, cut, deal dealt, dig dug, dive dove dived, do does did done
        draw drew drawn, dream dreamt dreamed, drink drank drunk, drive drove driven, dwell dwelt dwelled, eat ate eaten, fall fell fallen
        feed fed, feel felt, fight fought, find found, fit fitted, flee fled, fling flung, fly flew flown, forbear forbore forborne
        forbid forbade forbidden, forecast forecasted, forget forgot forgotten, forgive forgave forgiven, forgo forgoes forwent forgone
        forsake forsook forsaken, freeze froze frozen, get got gotten, give gave given, go goes went gone, grind ground, grow grew grown
        hang hung hanged, have has had, hear heard, heave hove heaved, hide hid hidden, hit, hold held, hurt, keep kept, kneel knelt kneeled
        knit knitted, know knew known, lay laid, lead led, lean leant leaned, leap leapt leaped, learn learnt learned, leave left, lend lent
        let, lie lay lain lied, light lit lighted, lose lost, make made, mean meant, meet met, mow mown mowed, overcome overcame, partake partook partaken
        pay paid, plead pled pleaded, prove proven proved, put, quit quitted, read, relay relayed relaid, rend rent, rid ridded, ride rode ridden, ring rang rung
        rise rose risen, run ran, saw sawn sawed, say said, see saw seen, seek sought, sell sold, send sent, set, sew sewn sewed
        shake shook shaken, shed, shine shone shined, shoot shot, show shown showed, shrink shrank shrunk shrunken, shut, sing sang sung
        sink sank sunk sunken, sit sat, slay slew slain, sleep slept, slide slid, sling slung, slit, smell smelt smelled, sow sown sowed
        speak spoke spoken, speed sped speeded, spell spelt spelled, spend spent, spill spilt spilled, spin spun, spit spat, split
        spoil spoilt spoiled, spread, spring sprang sprung, stand stood, steal stole stolen, stick stuck, sting stung, stink stank stunk
        strew strewn strewed, stride strode stridden, strike struck stricken, string strung, strive strove striven strived, swear swore sworn
        sweat sweated, sweep swept, swell swollen swelled, swim swam swum, swing swung, take took taken, teach taught, tear tore torn
        tell told, think thought, thrive throve thriven thrived, throw threw thrown, thrust, tread trod trodden, undergo undergoes underwent undergone
        understand understood, undo undoes undid undone, upset, wake woke woken waked, wear wore worn, weave wove woven weaved, wed wedded
        weep wept, wet wetted, win won, wind wound, withdraw withdrew withdrawn, withhold withheld, withstand withstood, wring wrung
        write wrote written
        """

    /// Each noun with its forms behind it, those of a verb of the same spelling among them.
    private static let nouns = """
        analysis analyses, appendix appendices, axis axes, basis bases, calf calves, child children, crisis crises, criterion criteria
        curriculum curricula, datum data, diagnosis diagnoses, echo echoes echoed, elf elves, emphasis emphases, foot feet footed, fungus fungi, goose geese
        half halves, hero heroes, hypnosis hypnoses, hypothesis hypotheses, index indices indexed, knife knives knifed, leaf leaves leafed, life lives, loaf loaves
        louse lice, man men manned, matrix matrices, medium media, memorandum memoranda, mouse mice, neurosis neuroses, oasis oases, ox oxen
        person people, phenomenon phenomena, potato potatoes, prognosis prognoses, psychosis psychoses, quiz quizzes quizzed quizzing, scarf scarves
        self selves, sheaf sheaves, shelf shelves, stimulus stimuli, synopsis synopses, synthesis syntheses, thesis theses, thief thieves
        tomato tomatoes, tooth teeth, torpedo torpedoes torpedoed, trauma traumata, veto vetoes vetoed, wife wives, wolf wolves, woman women
        """
}
