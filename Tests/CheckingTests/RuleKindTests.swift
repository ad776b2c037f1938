import BuiltInRules
import Checking
import Diagnostics
import Documents
import Matching
import RuleFormat
import Settings
import SourceText
import TestKit
import Testing

/// The kinds of rule and what they share, each on a rule of its own.
struct RuleKindTests {
    private struct Found: Equatable, CustomStringConvertible {
        let text: String
        let message: String
        let severity: Severity

        var description: String { "\(text) | \(message) | \(severity)" }
    }

    /// What a rule finds in a draft. `kind` is what stands between `sources` and `suggest` in its file.
    private func findings(
        _ kind: String, message: String = "{match}", say: String = "x", in draft: String, _ settings: Settings = Settings()
    ) throws -> [(found: Found, suggestions: [Finding.Suggestion.Kind])] {
        var reader = RuleReader()
        let rule = """
            message: "\(message)"
            severity: warning
            why: x
            sources: [{ name: x }]
            \(kind)
            suggest: [{ say: "\(say)" }]
            examples: { flagged: ["[[a]]", "[[b]]"], accepted: [c, d, e] }
            """
        reader.read(SourceFile(rule, path: "rule.yaml"), id: "test/rule")
        reader.read(SourceFile("about: x\nwords: [massage, long walks]", path: "list.yaml"), id: "lists/remedy")
        var library = try reader.finish()
        library.contexts = BuiltInRules.load().library.contexts
        library.crisisLines = BuiltInRules.load().library.crisisLines
        library.lists.merge(BuiltInRules.load().library.lists) { own, _ in own }
        guard var checker = Checker(rules: try RuleSet(compiling: library)) else { return [] }
        let file = SourceFile(draft)
        return checker.check(file, as: DocumentFormat.markdown.read(file), settings: settings).findings.map {
            (Found(text: file.text($0.range), message: $0.message, severity: $0.severity), $0.suggestions.map(\.kind))
        }
    }

    private func texts(_ kind: String, in draft: String) throws -> [String] {
        try findings(kind, in: draft).map(\.found.text)
    }

    @Test func capturesFillTheMessageAndTheAdvice() throws {
        let found = try findings(
            "match: [<remedy> cures what:(colds|the flu)]", message: "{remedy} will not cure {what}", say: "say what {remedy} is",
            in: "Here Long Walks cures the flu. And massage cures colds.")
        #expect(found.map(\.found.message) == ["Long Walks will not cure the flu", "massage will not cure colds"])
        #expect(found.map(\.suggestions) == [[.say("say what Long Walks is")], [.say("say what massage is")]])
    }

    /// What a class matches, with the signs that belong to it.
    @Test(arguments: [
        ("currency", "We ask for $90 now.", "$90"), ("currency", "We ask for 90€ now.", "90€"), ("currency", "We ask for 90 € now.", "90 €"),
        ("currency", "We ask for € 90 now.", "€ 90"), ("currency", "We ask for €\u{A0}90 now.", "€\u{A0}90"), ("currency", "We ask for ¥90 now.", "¥90"),
        ("currency", "We ask for £1,200.50 now.", "£1,200.50"), ("currency", "We ask for USD 90 now.", "USD 90"),
        ("currency", "We ask for 90 EUR now.", "90 EUR"), ("currency", "We ask for 90 dollars now.", "90 dollars"),
        ("currency", "We ask for 90 US dollars now.", "90 US dollars"), ("currency", "We ask for 90 euros now.", "90 euros"),
        ("currency", "We ask for 90 pounds now.", "90 pounds"), ("currency", "We ask for ninety.", nil), ("currency", "Call 90 now.", nil),
        ("currency", "We ask for 60 $90 now.", "$90"), ("currency", "We ask for 90 € 60 now.", "90 €"), ("percentage", "At 95% now.", "95%"),
        ("percentage", "At 95 % now.", "95 %"), ("capitalised", "we met Émile there", "Émile"), ("capitalised", "we met émile there", nil),
        ("capitalised", "we met E\u{301}mile there", "E\u{301}mile"), ("capitals", "we met ÉCOLE there", "ÉCOLE"),
        ("duration", "in twenty-five days now", "twenty-five days"), ("duration", "in 2-3 weeks now", "2-3 weeks"),
        ("duration", "in 2–3 weeks now", "2–3 weeks"), ("duration", "in two to three weeks now", "two to three weeks"),
        ("duration", "in a few months now", "a few months"), ("duration", "in seventy minutes now", "seventy minutes"),
    ])
    func classesCoverWhatBelongsToThem(_ name: String, _ text: String, _ expected: String?) throws {
        let found = try findings("match: [<\(name)>]", message: "{\(name)}", in: text)
        #expect(found.map(\.found.text) == (expected.map { [$0] } ?? []))
        #expect(found.map(\.found.message) == (expected.map { [$0] } ?? []))
        #expect(try texts("match: [\"in {<\(name)>}\"]", in: text) == (text.hasPrefix("in ") ? expected.map { [$0] } ?? [] : []))
    }

    @Test(arguments: [
        ("Call (800) 931-2237 now.", "(800) 931-2237"), ("Call 800-931-2237 now.", "800-931-2237"), ("Call (now 800-931-2237) or not.", "800-931-2237"),
    ])
    func aTelephoneNumberCoversItsBracket(_ text: String, _ expected: String) throws {
        #expect(try texts("stale-values: crisis-lines", in: text) == [expected])
    }

    @Test func aMarkedPartKeepsItsPlaceBesideCaptures() throws {
        let found = try findings("match: [\"we sell {<remedy> now}\"]", message: "{remedy}", in: "And we sell massage now.")
        #expect(found.map(\.found) == [Found(text: "massage now", message: "massage", severity: .warning)])
    }

    @Test(arguments: [
        ("clause", "Tea is warm; zork is not.", false), ("clause", "Zork and tea.", true),
        ("sentence", "Tea is warm; zork is not.", true), ("sentence", "Tea is warm. Zork is not.", false),
        ("paragraph", "Tea is warm. Zork is not.", true), ("paragraph", "Tea.\n\nZork.", false),
        ("section", "Tea.\n\nZork.", true), ("section", "# Tea\n\nText.\n\n# Zork\n\nText.", false),
        ("page", "# Tea\n\nText.\n\n# Zork\n\nText.", true),
    ])
    func conditionsLookAsFarAsTheySay(_ scope: String, _ draft: String, isNear: Bool) throws {
        #expect(try texts("match: [zork]\nonly-with: { \(scope): [tea] }", in: draft).isEmpty == !isNear)
        #expect(try texts("match: [zork]\nunless-with: { \(scope): [tea] }", in: draft).isEmpty == isNear)
    }

    @Test func wordsOfTheMatchAreNoCondition() throws {
        #expect(try texts("match: [zork tea]\nonly-with: { sentence: [tea] }", in: "Zork tea is here.") == [])
        #expect(try texts("match: [zork tea]\nonly-with: { sentence: [tea] }", in: "Zork tea is tea.") == ["Zork tea"])
    }

    @Test(arguments: [
        ("softer-when: [hedged]", "It may bring zork.", Severity.suggestion),
        ("softer-when: { hedged: 2 }\nraised-when: [testimonial]", "“There may be zork, which changed my life.” A client", .suggestion),
        ("raised-when: [testimonial]", "“Zork changed my life.” A client", .error),
        ("raised-when: [testimonial]", "Zork is here.", .warning),
        ("softer-when: [hedged]\nraised-when: [testimonial]", "“It can be zork, and it changed my life.” A client", .warning),
    ])
    func contextsShiftTheSeverity(_ when: String, _ draft: String, _ severity: Severity) throws {
        #expect(try findings("match: [zork]\n\(when)", in: draft).map(\.found.severity) == [severity])
    }

    @Test func aRuleCanAskForAContext() throws {
        let rule = "match: [zork]\nonly-when: [asked, negated]"
        #expect(try texts(rule, in: "Is it Zork? Tea is zork. It is no zorK.") == ["Zork", "zorK"])
        #expect(try texts(rule + "\nreport: first-use", in: "It is zork. Is it Zork?") == ["Zork"])
    }

    @Test(arguments: [
        ("match", ["Zork", "zork"]), ("sentence", ["Tea and “Zork, zork” today"]), ("paragraph", ["Tea and “Zork, zork” today. Bye"]),
        ("quotation", ["Zork, zork"]),
    ])
    func aFindingCoversWhatTheRuleSays(_ covers: String, _ expected: [String]) throws {
        #expect(try texts("match: [zork]\ncovers: \(covers)", in: "# Hi\n\nTea and “Zork, zork” today. Bye.") == expected)
    }

    @Test(arguments: [("paragraph", ["a zork"]), ("heading", ["The zork"]), ("list-item", ["my zork"]), ("table-cell", ["no zork"])])
    func aRuleCanNameKindsOfBlock(_ kind: String, _ expected: [String]) throws {
        let draft = "# The zork\n\nThis is a zork.\n\n- my zork\n\n| no zork | tea |\n|---|---|\n| x | y |"
        #expect(try texts("match: [_ zork]\nblocks: [\(kind)]", in: draft) == expected)
    }

    @Test func longFindingsAreNamedByTheirStart() throws {
        let sentence = "Zork " + Array(repeating: "word", count: 40).joined(separator: " ")
        let found = try findings("match: [zork]\ncovers: sentence", in: sentence + ".")
        #expect(found.map(\.found.text) == [sentence])
        #expect(found.first?.found.message.hasSuffix("word …") ?? false)
    }

    @Test func aPossessiveIsItsNounWhereARuleHasBoth() throws {
        #expect(try texts("match: [zork, zork's tea]", in: "The zork's hat, and zork's tea.") == ["zork's", "zork's tea"])
    }

    @Test func densityCountsBySection() throws {
        let rule = "density: { of: [zork], above: 10, at-least: 2 }"
        #expect(try texts(rule, in: "# One\n\nZork and zork again.\n\n# Two\n\nZork.") == ["Zork"])
        #expect(try texts(rule, in: "Zork and \(String(repeating: "word ", count: 30)) zork.") == [])
        #expect(try findings(rule, message: "{count} times", in: "Zork, zork, zork.").map(\.found.message) == ["3 times"])
        let page = "density: { of: [zork], above: 10, at-least: 2, per: page }"
        #expect(try texts(page, in: "# One\n\nZork.\n\n# Two\n\nZork.") == ["Zork"])
    }

    @Test func densityComparesWithOtherWords() throws {
        let rule = "density: { of: [clients], against: [you|your], above: 1, at-least: 2 }"
        #expect(try texts(rule, in: "Clients come. Clients go. You stay.") == ["Clients"])
        #expect(try texts(rule, in: "Clients come. Clients go. You stay, and you have your tea.") == [])
        #expect(try texts(rule, in: "Clients come.") == [])
    }

    @Test func densityCountsFindingsOfOtherRules() throws {
        var reader = RuleReader()
        for (id, kind, severity) in [("jargon/zork", "match: [zork|zark|zurk]", "warning"), ("jargon/pile", "density: { of-findings: [jargon/zork], above: 0 }", "error")] {
            reader.read(SourceFile("""
                message: "{match}"
                severity: \(severity)
                why: x
                sources: [{ name: x }]
                \(kind)
                suggest: [{ say: x }]
                examples: { flagged: ["[[a]]", "[[b]]"], accepted: [c, d, e] }
                """), id: id)
        }
        guard var checker = Checker(rules: try RuleSet(compiling: reader.finish())) else { return }
        for (draft, expected) in [("Some zork, zark and zurk.", 1), ("Some zork and zark.", 0)] {
            let file = SourceFile(draft)
            let found = checker.check(file, as: DocumentFormat.markdown.read(file), settings: Settings()).findings
            #expect(found.filter { $0.rule == "jargon/pile" }.count == expected)
        }
    }

    @Test func consistencyAsksForTheNameUsedMost() throws {
        let rule = "consistency: [[colour|colours, color|colors], [tea, coffee]]"
        let found = try findings(rule, message: "{match}, elsewhere {other}", in: "Colour, colors and colours; tea, coffee.")
        #expect(found.map(\.found.message) == ["colors, elsewhere Colour", "coffee, elsewhere tea"])
        #expect(try texts(rule, in: "Colour and colours, and tea.") == [])
    }

    @Test func staleValuesComeFromTheirTable() throws {
        let found = try findings("stale-values: crisis-lines", message: "{match}: {name}", say: "write {use}", in: "Ring 08457 90 90 90, not 116 123 or 0845 790 9091.")
        #expect(found.map(\.found.message) == ["08457 90 90 90: Samaritans, the old number"])
        #expect(found.map(\.suggestions) == [[.say("write 116 123")]])
    }

    @Test(arguments: [
        ("page", "# A\n\nZork.\n\n# B\n\nTea.", true), ("section", "# A\n\nZork.\n\n# B\n\nTea.", false),
        ("section", "# A\n\nZork.\n\nTea.", true), ("paragraph", "Zork.\n\nTea.", false),
    ])
    func aPageRuleLooksAsFarAsItSays(_ scope: String, _ draft: String, isThere: Bool) throws {
        let rule = "page: { needed-when: [zork], present-when: [tea], present-within: \(scope) }"
        #expect(try texts(rule, in: draft).isEmpty == isThere)
    }

    @Test(arguments: [
        ("text, footer", "Zork.\n\nTea.", true), ("text, footer", "Zork.\n\n<footer>Tea.</footer>", true),
        ("text, footer", "Zork.\n\n![Tea](tea.png)", false), ("text", "Zork.\n\n<footer>Tea.</footer>", false),
        ("footer", "Zork.\n\nTea.", false), ("aside", "Zork.\n\n![Tea](tea.png)", true), ("aside", "Zork. Tea.", false),
        ("opening", "# Zork\n\nTea.\n\n## B\n\nC.", true), ("opening", "# Zork\n\n## A\n\nTea.", true),
        ("opening", "# Zork\n\nA.\n\n## B\n\nTea.", false), ("opening", "Zork.\n\nTea.", true), ("opening, footer", "<footer>Tea.</footer>\n\nZork.", true),
        ("opening", "<footer>Tea.</footer>\n\nZork.", false),
    ])
    func aPageRuleLooksWhereItSays(_ places: String, _ draft: String, isThere: Bool) throws {
        let rule = "page: { needed-when: [zork], present-when: [tea], present-in: [\(places)] }"
        #expect(try texts(rule, in: draft).isEmpty == isThere)
    }

    @Test func aPageRuleLooksAtWhatShowsUnlessTold() throws {
        let rule = "page: { needed-when: [zork], present-when: [tea] }"
        #expect(try texts(rule, in: "Zork.\n\n<footer>Tea.</footer>") == [])
        #expect(try texts(rule, in: "Zork.\n\n![Tea](tea.png)") == ["Zork"])
    }

    @Test(arguments: [
        ("match: [zork]", "{remedy}", "x", "rule.yaml:5:9: error: the message or advice uses {remedy}, which not every match of this pattern has"),
        ("match: [zork <remedy>?]", "{match}", "{remedy}", "rule.yaml:5:9: error: the message or advice uses {remedy}, which not every match of this pattern has"),
        ("consistency: [[a, b]]", "{othr}", "x", "rule.yaml:1:10: error: there is no {othr} here; did you mean “other”?"),
        ("density: { of: [a], above: many }", "{match}", "x", "rule.yaml:5:28: error: “above” must be a number from 0 to 1000"),
        ("match: [a]\nonly-with: { chapter: [b] }", "{match}", "x", "rule.yaml:6:14: error: unknown key “chapter” in a condition"),
        ("match: [a]\nsofter-when: { hedged: 7 }", "{match}", "x", "rule.yaml:6:24: error: “hedged” is “7”, but must be 1, 2"),
    ])
    func mistakesAreNamedAtTheirPlace(_ kind: String, _ message: String, _ say: String, _ expected: String) throws {
        do {
            _ = try findings(kind, message: message, say: say, in: "a")
            Issue.record("no error")
        } catch let error as Diagnostics {
            #expect(error.list.map(\.line).contains { $0.hasPrefix(expected) }, "\(error.list.map(\.line))")
        }
    }
}
