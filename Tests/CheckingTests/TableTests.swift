import BuiltInRules
import Checking
import Documents
import FieldTables
import MarkedYAML
import Matching
import RuleFormat
import Settings
import SourceText
import TestKit
import Testing

/// The document rules and the rules on wording about danger and AI, on sentences and short pages that were written before the
/// rules were tuned: `fixtures/tables`. An entry that the rules get wrong is marked as a gap, and the mark goes when they learn.
struct TableTests {
    private struct Entry {
        let text: String
        let format: DocumentFormat
        let region: String?
        let kind: String?
        let holds: Bool
        let marked: [String]
        let isGap: Bool
    }

    private static let table = FieldTable("a table", [.required("entries", .list(.map(entry), atLeast: 120), "The entries.")])

    private static let entry = FieldTable("an entry", [
        .required("text", .text, "A sentence or a page."),
        .optional("format", .text, "html, text; Markdown unless told."),
        .optional("region", .text, "Whose crisis lines count."),
        .optional("kind", .text, "What kind of wording it is."),
        .optional("holds", .flag, "Whether what the table asks holds."),
        .optional("marked", .list(.text), "What is flagged."),
        .optional("at", .text, "The words that call for a caveat."),
        .optional("gap", .flag, "true: the rules do not see this yet."),
        .required("why", .text, "Why."),
    ])

    private static func entries(of table: String) throws -> [Entry] {
        let path = "fixtures/tables/\(table).yaml"
        let file = SourceFile(path: path, bytes: try Repository.bytes(path))
        let root = try #require(try MarkedYAML.parse(file))
        var reading = Reading(file)
        let entries = reading.fields(root, of: Self.table).list("entries").compactMap(\.map).map { fields in
            let format: DocumentFormat = switch fields.text("format") {
            case "html": .html
            case "text": .plainText
            default: .markdown
            }
            return Entry(
                text: fields.text("text") ?? "", format: format, region: fields.text("region"), kind: fields.text("kind"),
                holds: fields.flag("holds") ?? false, marked: fields.texts("marked"), isGap: fields.flag("gap") ?? false)
        }
        #expect(reading.isClean, "\(reading.diagnostics)")
        return entries
    }

    private func findings(_ entry: Entry, _ checker: inout Checker, settings: String = "") throws -> [(finding: Finding, text: String)] {
        let file = SourceFile(entry.text)
        let document = entry.format.read(file)
        var resolved = Settings()
        let written = settings + (entry.region.map { "region: \($0)\n" } ?? "")
        resolved.apply(try SettingsReader(SourceFile(written)).finish(rules: Self.rules.library.rules))
        let found = checker.check(file, as: document, settings: resolved).findings
        return found.map { ($0, file.text($0.range)) }
    }

    private static let rules = BuiltInRules.load()

    private struct MissingBreakRules: Error {}

    /// `mostGaps` in a hundred.
    private func check(_ table: String, mostGaps: Int = 5, isRight: (Entry, inout Checker) throws -> Bool) throws {
        guard var checker = Checker(rules: Self.rules) else { throw MissingBreakRules() }
        let entries = try Self.entries(of: table)
        for entry in entries {
            let isRight = try isRight(entry, &checker)
            #expect(isRight != entry.isGap, "\(entry.isGap ? "no gap any more" : "wrong"): \(entry.text)")
        }
        #expect(entries.count(where: \.isGap) * 100 <= entries.count * mostGaps)
    }

    @Test func sayWhenHelpIsNeeded() throws {
        try check("crisis-needed") { entry, checker in
            let found = try findings(entry, &checker, settings: "region: US\n").contains { $0.finding.rule == "crisis/missing-resource" }
            return found == entry.holds
        }
    }

    @Test func sayWhetherHelpIsGiven() throws {
        try check("crisis-present") { entry, checker in
            let isMissing = try findings(entry, &checker).contains { $0.finding.rule == "crisis/missing-resource" }
            return isMissing != entry.holds
        }
    }

    @Test(arguments: [("ai-disclosure", 5), ("ai-disclosure-hard", 20)])
    func sayWhetherAIIsDisclosed(_ table: String, mostGaps: Int) throws {
        try check(table, mostGaps: mostGaps) { entry, checker in
            let settings = "rules: { ai/missing-disclosure: { require: always } }\n"
            let isMissing = try findings(entry, &checker, settings: settings).contains { $0.finding.rule == "ai/missing-disclosure" }
            return isMissing != entry.holds
        }
    }

    private static let rulesOfKind = [
        "unsafe-wording": ["crisis/unsafe-wording", "crisis/suicide-judged", "crisis/unsafe-framing", "crisis/single-cause"],
        "method-detail": ["crisis/method-detail"], "residue": ["ai/residue"], "placeholder": ["ai/placeholder", "ai/filler"],
        "markdown-left": ["ai/markdown-left"], "assistant-phrase": ["ai/assistant-phrase", "ai/assistant-opening"],
        "contradiction": ["ai/contradiction", "ai/human-claim"], "stale-number": ["crisis/stale-number"],
        "wrong-country-number": ["crisis/foreign-number"],
    ]

    @Test func flagWhatIsMarked() throws {
        try check("wording") { entry, checker in
            let rules = Self.rulesOfKind[entry.kind ?? ""] ?? []
            let found = try findings(entry, &checker, settings: entry.region == nil ? "region: US\n" : "").filter { rules.contains($0.finding.rule) }
            if entry.marked.isEmpty { return found.isEmpty }
            return found.contains { found in entry.marked.contains { $0.contains(found.text) || found.text.contains($0) } }
        }
    }
}
