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

struct CheckerTests {
    private static let rules = BuiltInRules.load()

    private func findings(_ text: String, _ settings: String = "", path: String = "draft.md") throws -> [Finding] {
        try check(text, settings, path: path).findings
    }

    private func check(_ text: String, _ settings: String, path: String = "draft.md") throws -> CheckedFile {
        guard var checker = Checker(rules: Self.rules) else { throw MissingBreakRules() }
        var resolved = Settings()
        resolved.apply(try SettingsReader(SourceFile(settings)).finish(rules: Self.rules.library.rules))
        let file = SourceFile(text, path: path)
        let format = try #require(DocumentFormat(path: path))
        return checker.check(file, as: format.read(file), settings: resolved)
    }

    private struct MissingBreakRules: Error {}

    private func rules(_ text: String, _ settings: String = "") throws -> [String] {
        try findings(text, settings).map(\.rule)
    }

    @Test func aTermIsFlaggedOnceAtItsFirstUnexplainedUse() throws {
        let text = "## EMDR\n\nWe use EMDR here. EMDR again.\n"
        let found = try findings(text).filter { $0.rule == "jargon/methods" }
        #expect(found.map(\.range.lower) == [16])
        #expect(try rules("We use EMDR here.\n\nEMDR is a way of working on bad memories.\n").contains("jargon/methods"))
        #expect(try !rules("EMDR is a way of working on bad memories.\n\nWe use EMDR here.\n").contains("jargon/methods"))
    }

    @Test func settingsChooseLevelsTermsAndAudience() throws {
        let text = "We guarantee results with EMDR."
        #expect(try rules(text) == ["overclaim/guarantee", "jargon/methods"])
        #expect(try rules(text, "rules: { overclaim/*: off }") == ["jargon/methods"])
        #expect(try rules(text, "rules: { '*': off, overclaim/guarantee: warning }") == ["overclaim/guarantee"])
        #expect(try findings(text, "rules: { overclaim/guarantee: suggestion }").first?.severity == .suggestion)
        #expect(try rules(text, "terms: { allow: [emdr] }") == ["overclaim/guarantee"])
        #expect(try rules(text, "audience: professional") == ["overclaim/guarantee"])
        #expect(try rules(text, "language: de") == [])
    }

    @Test func theRegionDecidesWhichCrisisLinesCount() throws {
        let text = "If you are suicidal, call 116 123 at any hour."
        #expect(try !rules(text).contains("crisis/missing-resource"))
        #expect(try !rules(text, "region: GB").contains("crisis/missing-resource"))
        #expect(try rules(text, "region: US").contains("crisis/missing-resource"))
        #expect(try !rules(text, "region: [US-CO, IE]").contains("crisis/missing-resource"))
        #expect(try !rules("If you are suicidal, ring the crisis line on 1199 now.", "region: KE").contains("crisis/missing-resource"))
        #expect(try rules("If you are suicidal, ring us.", "region: KE").contains("crisis/missing-resource"))
    }

    @Test(arguments: [
        ("If you are suicidal, call 988.", "", "no region is set in .lintrc, so a crisis line of any known country counts"),
        ("If you are suicidal, call 988.", "region: US", nil), ("Hello there.", "", nil),
        ("Hello.", "region: KE", "no crisis lines are known for KE; any number that the text introduces as one counts"),
        ("Hallo.", "language: de", "there are no rules for the language “de”; the draft was not checked"),
    ])
    func noticesTellWhatTheCheckCouldNotKnow(_ text: String, _ settings: String, _ notice: String?) throws {
        #expect(try check(text, settings).notices.map(\.message) == (notice.map { [$0] } ?? []))
    }

    @Test(arguments: [
        ("If you are suicidal, call 1-800-799-7233.", true), ("If you are suicidal, call (800) 799-7233.", true),
        ("If you are suicidal, call 8007997233.", true), ("If you are suicidal, text HOME to 741741.", true),
        ("If you are suicidal, call 988.", true), ("If you are suicidal, call a crisis line.", false),
        ("I was suicidal. My sister called 911.", false), ("Suicidal? We are at 988 Maple Street.", false),
        ("If you are suicidal, call 1-800-931-2237.", false), ("If you are suicidal, call 1.800.799.7233.", true),
        ("If you are suicidal, call our office on 988-555-1234.", false), ("If you are suicidal, call (303) 988-0000.", false),
        ("If you are suicidal, call 911-555-0000.", false), ("If you are suicidal, call 988 24/7.", true),
        ("If you are suicidal, please don't call 988, ring us.", false), ("If you are suicidal, don't hesitate to call 988.", true),
        ("If you are suicidal and cannot wait, call 988.", true), ("Suicidal? Calling 911 or 988 is not something we can do for you.", true),
        ("If you are suicidal, call 9-8-8 or 911.", true), ("If you can't stay safe or feel suicidal, call 988.", true),
    ])
    func crisisNumbersAreReadAsPeopleWriteThem(_ text: String, isPresent: Bool) throws {
        #expect(try rules(text, "region: US").contains("crisis/missing-resource") == !isPresent)
    }

    @Test(arguments: [
        ("---\nai-assisted: true\n---\nHello there.", "", true), ("---\nai_assisted: true\n---\nHello there.", "", true),
        ("---\nattune:\n  ai-assisted: true\n---\nHello there.", "", true), ("---\nai-assisted: false\n---\nHello there.", "", false),
        ("Hello there.", "", false), ("Hello there.", "always", true), ("---\nai-assisted: true\n---\nHello there.", "never", false),
        ("---\nai-assisted: true\n---\nI drafted this page with AI.", "", false), ("Hello there. This page was drafted with AI.", "always", false),
    ])
    func theDisclosureIsAskedForWhenSettingsSaySo(_ text: String, require: String, isMissing: Bool) throws {
        let settings = require.isEmpty ? "" : "rules: { ai/missing-disclosure: { require: \(require) } }"
        #expect(try rules(text, settings).contains("ai/missing-disclosure") == isMissing)
    }

    /// Characters that show nothing, and signs that are typed for others, hide no finding and no negation, and stay out of messages.
    @Test(arguments: [
        "We guarantee\u{202F}results.", "We guaran\u{200B}tee results.", "We guarantee\u{200B}results.", "We guarantee \u{2060}results\u{FEFF}.",
        "We guar&shy;antee&shy; results.", "We guarantee –results.", "We guaran\u{200D}tee re\u{200C}sults.",
    ])
    func whatShowsNothingHidesNoFinding(_ text: String) throws {
        let found = try #require(try findings(text).first)
        #expect(found.rule == "overclaim/guarantee")
        #expect(found.message.unicodeScalars.allSatisfy { !$0.properties.isDefaultIgnorableCodePoint && $0 != "\u{202F}" })
    }

    @Test(arguments: [
        "We do\u{202F}not guarantee results.", "We don´t guarantee results.", "We don`t guarantee results.", "We do no\u{AD}t guarantee results.",
        "We don\u{2019}\u{200B}t guarantee results.",
    ])
    func whatShowsNothingHidesNoNegation(_ text: String) throws {
        #expect(try rules(text) == [])
    }

    @Test func aCrisisNumberCountsWithWhatShowsNothing() throws {
        #expect(try !rules("If you are suicidal, call 9\u{200B}88.", "region: US").contains("crisis/missing-resource"))
        #expect(try rules("If you are suicidal, call (303)\u{A0}988-0000.", "region: US").contains("crisis/missing-resource"))
    }

    /// Code stands between words as a word that no rule knows, and its letters stay out of messages.
    @Test func codeIsAWordOfItsOwn() throws {
        let found = try findings("We guarantee `lasting` results, <img src=x> and we guarantee ![a smile](x.png) results.")
        #expect(found.map(\.rule) == ["overclaim/guarantee", "overclaim/guarantee"])
        #expect(found.allSatisfy { $0.message.contains("guarantee … results”") && !$0.message.contains("\u{FFFC}") })
        #expect(try rules("We use trauma `x` informed care. Money `x` back guarantee.") == [])
    }

    /// What the message names is what stands at the range, for every finding on every draft of the repository.
    @Test func theBytesAtEveryRangeAreItsText() throws {
        var count = 0
        for path in Repository.files(in: "fixtures", endings: [".md", ".txt"]) {
            let text = String(decoding: try Repository.bytes(path), as: UTF8.self)
            for variant in [text, text.replacing("\n", with: "\r\n"), "👩🏽‍⚕️ 心理\n\n" + text, text.replacing("'", with: "’")] {
                let file = SourceFile(variant, path: path)
                for finding in try findings(variant, path: path) where finding.scope == .span {
                    // Markup within a word is no part of it.
                    let words = file.text(finding.range).replacing(/<[^>]*>/, with: "").replacing("&#97;", with: "a")
                    let message = finding.message.split(separator: "”").first?.split(separator: "“").last.map(String.init) ?? ""
                    #expect(Self.letters(words) == Self.letters(message), "\(path): \(words) in \(finding.message)")
                    count += 1
                }
            }
        }
        #expect(count > 20)
    }

    private static func letters(_ text: String) -> String {
        String(text.filter { $0.isLetter || $0.isNumber })
    }
}
