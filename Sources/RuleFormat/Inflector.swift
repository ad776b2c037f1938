/// Lists the inflected forms of an English verb or noun: plural, third person, past, participle, "-ing".
///
/// It lists too many rather than too few: a form that no writer uses costs nothing in matching.
package enum Inflector {
    /// Verbs of several syllables that double their last letter, being stressed at the end, or having it from a word that does.
    private static let doubling: Set<String> = [
        "abet", "abhor", "acquit", "admit", "allot", "annul", "beset", "commit", "compel", "concur", "confer", "control", "debar", "defer",
        "demur", "deter", "dispel", "equip", "excel", "expel", "extol", "handicap", "impel", "incur", "infer", "kidnap", "occur", "omit", "outwit",
        "patrol", "permit", "prefer", "program", "propel", "rebel", "rebut", "recur", "refer", "regret", "remit", "repel", "submit", "transfer",
        "transmit", "unplug", "unwrap", "worship",
    ]
    /// Words of which both spellings are in use, beside those in "l".
    private static let doublingEither: Set<String> = ["benefit", "bias", "budget", "combat", "focus", "kidnap", "program", "target", "worship"]
    private static let vowels = Set("aeiou")

    /// The forms of a word, itself first, each once.
    package static func forms(of word: String) -> [String] {
        var forms = [word]
        for form in (IrregularForms.of(word) ?? regularPast(word)) + [plural(word)] + participles(word) where !forms.contains(form) {
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

    /// What "-ed" and "-ing" are added to: with the last letter doubled where English does, or both ways where American and
    /// British spelling differ; with a k behind "ic".
    private static func stems(_ word: String) -> [String] {
        let letters = Array(word)
        guard letters.count >= 3, let last = letters.last else { return [word] }
        if word.hasSuffix("ic") { return [word + "k"] }
        // The u of "quit" and "equip" belongs to its q.
        let vowelStands = !vowels.contains(letters[letters.count - 3])
            || letters.count > 3 && letters[letters.count - 4] == "q" && letters[letters.count - 3] == "u"
        let endsInOneConsonant = !vowels.contains(last) && !"wxy".contains(last) && vowels.contains(letters[letters.count - 2]) && vowelStands
        guard endsInOneConsonant else { return [word] }
        let doubled = word + String(last)
        if doublingEither.contains(word) || last == "l" && !doubling.contains(word) && syllables(letters) > 1 { return [word, doubled] }
        return syllables(letters) == 1 || isStressedAtEnd(word) ? [doubled] : [word]
    }

    /// "reset" and "undercut" are stressed as "set" and "cut" are.
    private static func isStressedAtEnd(_ word: String) -> Bool {
        doubling.contains(word) || IrregularForms.ofVerb(word) != nil
    }

    private static func syllables(_ letters: [Character]) -> Int {
        letters.indices.count { index in
            vowels.contains(letters[index]) && !(letters[index] == "u" && index > 0 && letters[index - 1] == "q")
        }
    }

    private static func endsInConsonantY(_ word: String) -> Bool {
        guard word.hasSuffix("y"), let before = word.dropLast().last else { return false }
        return !vowels.contains(before)
    }
}
