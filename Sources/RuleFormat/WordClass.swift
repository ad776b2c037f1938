/// A class of words that a pattern can ask for by name: words of one shape, and phrases of several words.
package enum WordClass: String, CaseIterable, Sendable {
    /// A word that starts with a digit.
    case number
    /// A number from 1900 to 2099.
    case year
    /// `95%`, "95 percent".
    case percentage
    /// `$90`, "90 dollars".
    case currency
    /// "three weeks", "50 minutes", "a few months".
    case duration
    /// A word that starts with a capital letter.
    case capitalised
    /// A word of two or more letters, all of them capitals.
    case capitals
    /// Two to six capital letters, digits allowed after the first.
    case initials
    /// A word that ends in an apostrophe and an s, or in s and an apostrophe.
    case possessive

    /// Patterns that belong to the class beside the words of its shape.
    package var phrases: [Pattern] {
        switch self {
        case .percentage: [.sequence([.wordClass(.number), .words("percent pc")]), .sequence([.wordClass(.number), .word("per"), .word("cent")])]
        case .currency: [.sequence([.wordClass(.number), .words("dollar dollars pound pounds euro euros cents pence usd cad aud nzd gbp eur")])]
        case .duration: [.sequence([.alternatives([.wordClass(.number), Self.smallNumber]), Self.unitOfTime])]
        case .number, .year, .capitalised, .capitals, .initials, .possessive: []
        }
    }

    private static let smallNumber = Pattern.alternatives([
        .words("a an one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety several few"),
        .sequence([.words("a just"), .words("few couple single")]), .sequence([.word("a"), .word("couple"), .word("of")]),
    ])

    private static let unitOfTime = Pattern.words(
        "second seconds minute minutes hour hours day days night nights weekend weekends week weeks fortnight month months year years decade decades "
            + "session sessions")
}

extension Pattern {
    /// Any of some words, given with spaces between them.
    fileprivate static func words(_ words: String) -> Pattern {
        .alternatives(words.split(separator: " ").map { .word(String($0)) })
    }
}
