/// Lists the inflected forms of an English verb or noun: plural, third person, past, participle, "-ing".
///
/// It lists too many rather than too few: a form that no writer uses costs nothing in matching.
package enum Inflector {
    private static let irregular: [String: [String]] = [
        "be": ["am", "is", "are", "was", "were", "been", "being"], "bear": ["bore", "borne"], "beat": ["beaten"],
        "become": ["became"], "begin": ["began", "begun"], "break": ["broke", "broken"], "bring": ["brought"], "build": ["built"],
        "buy": ["bought"], "catch": ["caught"], "child": ["children"], "choose": ["chose", "chosen"], "come": ["came"],
        "crisis": ["crises"], "cut": [], "deal": ["dealt"], "diagnosis": ["diagnoses"], "do": ["does", "did", "done"],
        "draw": ["drew", "drawn"], "dream": ["dreamt"], "drive": ["drove", "driven"], "fall": ["fell", "fallen"], "feel": ["felt"],
        "fight": ["fought"], "find": ["found"], "forget": ["forgot", "forgotten"], "forgive": ["forgave", "forgiven"],
        "get": ["got", "gotten"], "give": ["gave", "given"], "go": ["goes", "went", "gone"], "grow": ["grew", "grown"],
        "have": ["has", "had"], "hear": ["heard"], "hold": ["held"], "hurt": [], "keep": ["kept"], "know": ["knew", "known"],
        "lead": ["led"], "learn": ["learnt"], "leave": ["left"], "let": [], "life": ["lives"], "lose": ["lost"], "make": ["made"],
        "man": ["men"], "mean": ["meant"], "meet": ["met"], "overcome": ["overcame"], "pay": ["paid"], "person": ["people"],
        "put": [], "quit": [], "rebuild": ["rebuilt"], "rid": [], "rise": ["rose", "risen"], "run": ["ran"], "say": ["said"],
        "see": ["saw", "seen"], "seek": ["sought"], "self": ["selves"], "send": ["sent"], "set": [], "shake": ["shook", "shaken"],
        "show": ["shown"], "sit": ["sat"], "sleep": ["slept"], "speak": ["spoke", "spoken"], "spend": ["spent"], "stand": ["stood"],
        "swear": ["swore", "sworn"], "take": ["took", "taken"], "teach": ["taught"], "tell": ["told"], "think": ["thought"],
        "understand": ["understood"], "undergo": ["undergoes", "underwent", "undergone"], "wake": ["woke", "woken"],
        "wife": ["wives"], "win": ["won"], "woman": ["women"], "write": ["wrote", "written"],
    ]
    /// Verbs of several syllables that double their last letter, being stressed at the end.
    private static let doubling: Set<String> = [
        "admit", "begin", "commit", "compel", "control", "equip", "expel", "forget", "occur", "omit", "permit", "prefer", "propel",
        "refer", "regret", "submit", "transfer", "transmit",
    ]
    private static let vowels = Set("aeiou")

    /// The forms of a word, itself first, each once.
    package static func forms(of word: String) -> [String] {
        var forms = [word]
        for form in (irregular[word] ?? regularPast(word)) + [plural(word)] + participles(word) where !forms.contains(form) {
            forms.append(form)
        }
        return forms
    }

    private static func plural(_ word: String) -> String {
        if ["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix) { return word + "es" }
        if endsInConsonantY(word) { return word.dropLast() + "ies" }
        return word + "s"
    }

    private static func regularPast(_ word: String) -> [String] {
        if word.hasSuffix("e") { return [word + "d"] }
        if endsInConsonantY(word) { return [word.dropLast() + "ied"] }
        return stems(word).map { $0 + "ed" }
    }

    private static func participles(_ word: String) -> [String] {
        if word.hasSuffix("ie") { return [word.dropLast(2) + "ying"] }
        let keepsE = ["ee", "oe", "ye"].contains(where: word.hasSuffix) || word == "be"
        if word.hasSuffix("e"), !keepsE { return [word.dropLast() + "ing"] }
        return stems(word).map { $0 + "ing" }
    }

    /// What "-ed" and "-ing" are added to: with the last letter doubled where English does, or both ways where American
    /// and British spelling differ.
    private static func stems(_ word: String) -> [String] {
        let letters = Array(word)
        guard letters.count >= 3, let last = letters.last else { return [word] }
        let endsInOneConsonant = !vowels.contains(last) && !"wxy".contains(last)
            && vowels.contains(letters[letters.count - 2]) && !vowels.contains(letters[letters.count - 3])
        guard endsInOneConsonant else { return [word] }
        let doubled = word + String(last)
        let syllables = letters.filter(vowels.contains).count
        if syllables == 1 || doubling.contains(word) { return [doubled] }
        return last == "l" ? [word, doubled] : [word]
    }

    private static func endsInConsonantY(_ word: String) -> Bool {
        guard word.hasSuffix("y"), let before = word.dropLast().last else { return false }
        return !vowels.contains(before)
    }
}
