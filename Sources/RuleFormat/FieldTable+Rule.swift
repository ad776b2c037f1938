import Diagnostics
package import FieldTables

extension FieldTable {
    /// A rule file, `<category>/<name>.yaml`.
    package static let rule = FieldTable("a rule", oneOf: ["match", "literal", "page", "density", "consistency", "stale-values", "left-markup", "suppression"], [
        .required("message", .text, "One sentence about the finding, without a full stop; {match} stands for the words of the draft."),
        .required("severity", .choice(of: Severity.self), "How much a finding matters."),
        .optional(
            "severity-where", .list(.map(localSeverity), atLeast: 1),
            "Where a law or code makes a finding matter more or less than `severity` says; the strictest counts."),
        .required("why", .text, "Why it matters to the reader, and what the sources say."),
        .required("sources", .list(.map(citation), atLeast: 1), "Who says so."),
        .optional("match", .list(.short(.text, or: entry), atLeast: 1), "Patterns that are flagged, each with advice of its own or without."),
        .optional("literal", .list(.text, atLeast: 1), "Exact strings, flagged anywhere in the file; ASCII letters in any case, # for digits."),
        .optional("except", .list(.text), "Patterns; a match that shares a word with one of them is dropped."),
        .optional("report", .choice(of: SpanBody.Report.self), "Whether every use is reported, or the first one that nobody explained."),
        .optional(
            "page", .map(page), "What the page must say; in place of `match` and `literal`.",
            without: ["match", "literal", "except", "report"]),
        .optional(
            "density", .map(density), "How often something may be said; in place of `match`.",
            without: ["match", "literal", "except", "report", "page"]),
        .optional(
            "consistency", .list(.list(.text, atLeast: 2), atLeast: 1),
            "Groups of patterns; of each group a page should use one. In place of `match`.",
            without: ["match", "literal", "except", "report", "page", "density"]),
        .optional(
            "stale-values", .choice(of: StaleValuesBody.Table.self), "A data table whose outdated values are flagged; in place of `match`.",
            without: ["match", "literal", "report", "page", "density", "consistency"]),
        .optional(
            "left-markup", .choice(of: LeftMarkupBody.Syntax.self), "Markup that shows in the text of another format; in place of `match`.",
            without: ["match", "literal", "report", "page", "density", "consistency", "stale-values"]),
        .optional(
            "suppression", .choice(of: SuppressionBody.Problem.self), "What is wrong with comments that keep findings back; in place of `match`.",
            without: ["match", "literal", "report", "page", "density", "consistency", "stale-values", "left-markup"]),
        .optional("within", .list(.text, atLeast: 1), "With `stale-values`: patterns, in one of which a value of fewer than seven digits must lie."),
        .optional("only-with", .map(condition), "Patterns of which one must stand near the match, by how near."),
        .optional("unless-with", .map(condition), "Patterns of which none may stand near the match, by how near."),
        .optional("covers", .choice(of: SpanBody.Cover.self), "What a finding covers; the match unless told."),
        .optional("blocks", .list(.choice(of: SpanBody.BlockKind.self), atLeast: 1), "Kinds of block in which the rule reports; all unless told."),
        .optional("silent-when", .contexts, "Contexts in which the rule says nothing."),
        .optional("only-when", .contexts, "Contexts of which one must hold."),
        .optional("softer-when", .short(.contexts, or: softening), "Contexts that lower the severity, by one level or by as many as they say."),
        .optional("raised-when", .contexts, "Contexts that raise the severity by one level."),
        .optional("presets", .list(.choice(of: Preset.self), atLeast: 1), "The presets in which the rule is on; unless told, `recommended`, `strict` and, when it is no suggestion, `gentle`."),
        .optional("audience", .choice(of: Audience.self), "general: the rule rests when `.lintrc` says `audience: professional`."),
        .required("suggest", .list(.map(advice), atLeast: 1), "What to write instead."),
        .required("examples", .map(examples), "What the rule flags and what it accepts; the examples are tests."),
    ])

    private static let conditions = ["only-with", "unless-with"]

    static let condition = FieldTable(
        "a condition", Scope.allCases.map { .optional($0.rawValue, .list(.text, atLeast: 1), "Patterns in the same \($0.rawValue).") }
            + [.optional(Condition.keyOfFile, .list(.text, atLeast: 1), "Exact strings anywhere in the file.")])

    static let softening = FieldTable(
        "“softer-when”", Context.allCases.map { .optional($0.rawValue, .choice(["1", "2"]), "By how many levels.") })

    static let density = FieldTable("“density”", oneOf: ["of", "of-findings"], [
        .optional("of", .list(.text, atLeast: 1), "Patterns that are counted."),
        .optional("of-findings", .list(.text, atLeast: 1), "Rules, or `category/*`, whose findings are counted."),
        .optional("against", .list(.text, atLeast: 1), "Patterns that the count is compared with, in place of the number of words."),
        .optional("per", .choice(of: Scope.self), "Where it is counted: clause to page; a section unless told."),
        .required("above", .text, "Too many: above so many in a hundred words, or so many for each of `against`."),
        .optional("at-least", .text, "Fewer than this are never too many; 3 unless told."),
    ])

    static let citation = FieldTable("an entry of “sources”", citationFields)

    private static let citationFields: [Field] = [
        .required("name", .text, "A code, a standard, a law, a study, as a file of `sources/` names it; own rules may name others."),
        .optional("section", .text, "Where in it, as it numbers its sections."),
        .optional("url", .text, "Where it can be read, when that is elsewhere than the source says."),
    ]

    static let localSeverity = FieldTable("an entry of “severity-where”", oneOf: ["region", "profession"], [
        .optional("region", .oneOrMore(.text), "Where it counts, as ISO 3166 codes: US, US-CO; anywhere unless told."),
        .optional("profession", .oneOrMore(.profession), "For whom it counts; for everyone unless told."),
        .required("severity", .choice(of: Severity.self), "How much a finding matters there."),
        .required("because", .map(FieldTable("“because”", citationFields)), "Who says so."),
    ])

    static let entry = FieldTable("an entry of “match”", [
        .required("pattern", .text, "A pattern, as rules/README.md describes them.")
    ] + adviceFields)

    static let advice = FieldTable("an entry of “suggest”", oneOf: ["say", "replace"], adviceFields)

    private static let adviceFields: [Field] = [
        .optional("say", .text, "Advice in words."),
        .optional("replace", .text, "Exact words to put in place of the match."),
        .optional("safe", .flag, "Whether the replacement may be made unasked."),
    ]

    static let page = FieldTable("“page”", [
        .optional("needed-when", .list(.text), "Patterns; the first match calls for the text, and is where the finding stands."),
        .optional("needed-when-strict", .list(.text, atLeast: 1), "Patterns that call for the text too where `.lintrc` says `strict: true` of the rule."),
        .optional("needed-silent-when", .contexts, "Contexts in which such a match calls for nothing."),
        .optional("needed-except", .list(.text), "Patterns that a match of `needed-when` must not share a word with."),
        .optional("needed-literal", .list(.text), "Exact strings that call for the text anywhere in the file."),
        .optional("needed-when-declared", .choice(of: Declaration.self), "ai: the draft's front matter says that AI helped."),
        .required("present-when", .list(.text, atLeast: 1), "Patterns, any of which satisfies the rule."),
        .optional("present-silent-when", .contexts, "Contexts in which such a match does not count."),
        .optional("present-except", .list(.text), "Patterns that a match of `present-when` must not share a word with."),
        .optional(
            "present-in", .list(.choice(of: PagePlace.self), atLeast: 1),
            "Where on the page the text counts: its opening (up to the first heading behind other text), its text, its footer, or aside (alternative texts, tooltips); text and footer unless told."),
        .optional("present-within", .choice(of: Scope.self), "How near to `needed-when` the page must say it; anywhere on the page unless told."),
        .optional(
            "present-when-lines-unknown", .list(.text),
            "Patterns that satisfy the rule in a country whose crisis lines are not known."),
        .optional("options", .list(.choice(of: RuleOption.self)), "Options that the rule takes in `.lintrc`."),
    ])

    static let examples = FieldTable("“examples”", [
        .required("flagged", .list(.text, atLeast: 2), "Sentences or drafts, each finding between [[ and ]]."),
        .required("accepted", .list(.text, atLeast: 3), "Sentences or drafts in which nothing is found, a near miss among them."),
    ])
}

extension FieldKind {
    fileprivate static var contexts: Self { .list(.choice(of: Context.self)) }
}
