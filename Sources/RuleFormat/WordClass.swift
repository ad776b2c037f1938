/// A class of words that a pattern can ask for by name: words of one shape, and phrases of several words.
package enum WordClass: String, CaseIterable, Sendable {
    /// A word that starts with a digit.
    case number
    /// A number from 1900 to 2099.
    case year
    /// `95%`, "95 percent"; the sign is part of it.
    case percentage
    /// `$90`, `90 €`, "USD 90", "90 dollars"; the sign is part of it.
    case currency
    /// "three weeks", "2-3 weeks", "50 minutes", "twenty-five days", "a few months".
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
        case .currency: [
            .sequence([.wordClass(.number), .optional(.words("us american canadian australian")), Self.nameOfCurrency]),
            .sequence([Self.codeOfCurrency, .wordClass(.number)]), .sequence([.wordClass(.number), Self.codeOfCurrency]),
        ]
        case .duration: [
            .sequence([Self.count, Self.unitOfTime]), .sequence([Self.count, .words("to or"), Self.count, Self.unitOfTime]),
            .sequence([.wordClass(.number), .wordClass(.number), Self.unitOfTime]),
        ]
        case .number, .year, .capitalised, .capitals, .initials, .possessive: []
        }
    }

    private static let nameOfCurrency = Pattern.words("dollar dollars pound pounds euro euros cent cents pence rand rupee rupees yen")
    private static let codeOfCurrency = Pattern.words("usd cad aud nzd gbp eur zar inr chf jpy")

    private static let count = Pattern.alternatives([.wordClass(.number), smallNumber])

    private static let smallNumber = Pattern.alternatives([
        .words("a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
        .sequence([
            .words("twenty thirty forty fifty sixty seventy eighty ninety"),
            .optional(.words("one two three four five six seven eight nine")),
        ]),
        .words("several few"), .sequence([.words("a just"), .words("few couple single")]), .sequence([.word("a"), .word("couple"), .word("of")]),
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
