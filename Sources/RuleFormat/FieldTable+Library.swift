package import FieldTables

extension FieldTable {
    /// A list, `lists/<name>.yaml`.
    package static let list = FieldTable("a list", [
        .required("about", .text, "What the words have in common."),
        .required("words", .list(.text, atLeast: 1), "Patterns; a list may name others."),
    ])

    /// A context, `contexts/<context>.yaml`.
    package static let context = FieldTable("a context", [
        .required("about", .text, "What the words do to a match."),
        .optional("addresses", .list(.text), "Parts of the addresses of links that make the context for their sentence."),
    ] + ContextCues.Place.allCases.map { .optional($0.rawValue, .list(.text), $0.summary) })

    /// A country's crisis lines, `crisis/lines/<country>.yaml`.
    package static let crisisLines = FieldTable("a country's crisis lines", [
        .required("emergency", .list(.text, atLeast: 1), "The emergency numbers, as printed."),
        .required("caveat", .text, "A caveat for this country, ready to paste, in plain words."),
        .required("lines", .list(.map(crisisLine)), "The crisis lines."),
    ])

    /// A source, `sources/<name>.yaml`.
    package static let source = FieldTable("a source", [
        .required("name", .text, "What rules call it."),
        .required("kind", .choice(of: Source.Kind.self), "What it is."),
        .required("publisher", .text, "Who issued it, or answers for it."),
        .optional("url", .text, "Where it can be read."),
        .optional("regions", .list(.text, atLeast: 1), "Where it holds, as ISO 3166 codes: US, US-CO; anywhere unless told."),
        .optional("professions", .list(.profession, atLeast: 1), "Whom it binds; everyone unless told."),
        .required("checked", .text, "The day of the last check, as YYYY-MM-DD."),
    ])

    static let crisisLine = FieldTable("a crisis line", [
        .required("name", .text, "What the line calls itself."),
        .optional("call", .list(.text), "Numbers to call, as printed."),
        .optional("text", .list(.text), "Numbers to text, as printed."),
        .optional("written", .list(.text), "Patterns of other ways to give it: TALK to 38255."),
        .optional("use", .text, "What to print in place of a line that is closed or superseded."),
        .required("hours", .text, "When somebody answers."),
        .required("serves", .text, "Whom the line is for."),
        .optional("topics", .list(.choice(of: CrisisLine.Topic.self), atLeast: 1), "What the line is for, where it is not for everything."),
        .optional("parts", .list(.text, atLeast: 1), "The parts of the country that it serves, as ISO 3166-2 has them behind the hyphen; all unless told."),
        .optional("referral", .flag, "true: it informs or refers, and is no help in a crisis by itself."),
        .required("status", .choice(of: CrisisLine.Status.self), "redirects: superseded, and calls still connect. A closed line is no help."),
        .required("checked", .text, "The day of the last check, as YYYY-MM-DD."),
        .required("source", .text, "Where it was checked."),
        .optional("recheck", .text, "The day on which it must be checked again, as YYYY-MM-DD, where a change is expected."),
    ])
}

extension ContextCues.Place {
    fileprivate var summary: String {
        switch self {
        case .before: "Patterns that stand before the match, in its clause."
        case .after: "Patterns that stand after the match, in its clause."
        case .inside: "Patterns in the match itself."
        case .beside: "Patterns directly after the match."
        case .sentence: "Patterns anywhere in the sentence of the match."
        case .next: "Patterns at the start of the next sentence, or of the paragraph under a heading."
        case .paragraph: "Patterns anywhere in the paragraph of the match."
        case .heading: "Patterns in a heading above the match, or at the head of its table column."
        case .leadIn: "Patterns in a heading or paragraph without a colon that introduces the list of the match."
        case .clause: "Patterns that start a new clause, where the reach of a cue ends."
        case .except: "Patterns that look like a cue and are none."
        }
    }
}
