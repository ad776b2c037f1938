import BuiltInRules
import Checking
import Documents
import Matching
import RuleFormat
import Settings
import SourceText
import TestKit
import Testing

/// Comments in drafts that keep findings back.
struct SuppressionTests {
    private static let rules = BuiltInRules.load()
    private static let promise = "We guarantee results."

    private struct MissingBreakRules: Error {}

    private func check(_ text: String, _ path: String, _ settings: String = "") throws -> CheckedFile {
        guard var checker = Checker(rules: Self.rules) else { throw MissingBreakRules() }
        var resolved = Settings()
        resolved.apply(try SettingsReader(SourceFile(settings)).finish(rules: Self.rules.library.rules))
        let file = SourceFile(text, path: path)
        return checker.check(file, as: try #require(DocumentFormat(path: path)).read(file), settings: resolved)
    }

    /// Each finding that is reported, as its rule and its words.
    private func told(_ text: String, _ path: String = "a.md", _ settings: String = "") throws -> [String] {
        let checked = try check(text, path, settings)
        return checked.findings.map { "\($0.rule): \(checked.file.text($0.range))" }
    }

    @Test(arguments: [
        ("a.md", "<!-- attune-disable-next-line overclaim/guarantee -->\n\(promise)\n"),
        ("a.md", "<!-- attune-disable-next-line -- our motto -->\n\n\(promise)\n"),
        ("a.md", "\(promise) <!-- attune-disable-line overclaim/* -->\n"),
        ("a.md", "<!--attune-disable-file jargon/methods,overclaim/guarantee-->\n\nWe use EMDR. \(promise)\n"),
        ("a.md", "\(promise)\n\n<!-- attune-disable-file overclaim/guarantee -->\n"),
        ("a.md", "<!-- attune-disable overclaim/guarantee -->\n\n\(promise)\n\n## More\n\n\(promise)\n\n<!-- attune-enable -->\n"),
        ("a.md", "- Hello.\n\n  <!-- attune-disable-next-line -->\n  \(promise)\n"),
        ("a.html", "<!doctype html><!-- attune-disable-line --><p>\(promise)</p>"),
        ("a.html", "<!-- attune-disable-file overclaim/guarantee --><p>\(promise)</p>"),
        ("a.xhtml", "<p><!-- attune-disable-line --> \(promise)</p>"),
        ("a.mdx", "{/* attune-disable-next-line overclaim/guarantee — our motto */}\n<Box>\(promise)</Box>\n"),
        ("a.mdx", "<!-- attune-disable-next-line -->\n\(promise)\n"),
        ("a.txt", "Hello.\n\n<!-- attune-disable-next-line overclaim/guarantee -->\n\(promise)\n"),
        ("a.txt", "\(promise) <!-- attune-disable-line -->\n"),
    ])
    func areKeptBack(_ path: String, _ text: String) throws {
        let checked = try check(text, path)
        #expect(checked.findings.map(\.rule) == [])
        #expect(Set(checked.suppressed.map(\.rule)).contains("overclaim/guarantee"))
    }

    @Test(arguments: [
        ("a.md", "<!-- attune-disable-next-line -->\nHello.\n\(promise)\n"), ("a.md", "<!-- attune-disable-file jargon/* -->\n\n\(promise)\n"),
        ("a.md", "<!-- attune-disable -->\n\n<!-- attune-enable overclaim/guarantee -->\n\n\(promise)\n"),
        ("a.md", "\(promise)\n\n<!-- attune-disable -->\n"), ("a.md", "`<!-- attune-disable-file -->` \(promise)\n"),
        ("a.md", "```\n<!-- attune-disable-file -->\n```\n\n\(promise)\n"), ("a.md", "\\<!-- attune-disable-line --> \(promise)\n"),
        ("a.md", "<!-- see attune-disable-file -->\n\n\(promise)\n"), ("a.html", "<p>&lt;!-- attune-disable-file --> \(promise)</p>"),
        ("a.mdx", "{\"attune-disable-line\"} \(promise)\n"),
    ])
    func otherFindingsAreTold(_ path: String, _ text: String) throws {
        #expect(try told(text, path).contains("overclaim/guarantee: We guarantee results"))
    }

    @Test(arguments: [
        ("<!-- attune-disable-line -->\n", ["suppression/unused: attune-disable-line"]),
        ("\(promise) <!-- attune-disable-line overclaim/guarantee, jargon/* -->\n", ["suppression/unused: jargon/*"]),
        ("<!-- attune-disable-line overclaim/guarante -->\n", ["suppression/unknown: overclaim/guarante"]),
        ("<!-- attune-disable-lines -->\n", ["suppression/unknown: attune-disable-lines"]),
        ("<!-- attune-disable-file overclaim* -->\n", ["suppression/unknown: overclaim*"]),
        ("<!-- attune-enable -->\n", ["suppression/unused: attune-enable"]),
    ])
    func whatIsWrongWithThemIsTold(_ text: String, _ expected: [String]) throws {
        #expect(try told(text) == expected)
    }

    @Test func nothingIsAskedOfRulesThatAreOff() throws {
        #expect(try told("<!-- attune-disable-line overclaim/guarantee -->\n", "a.md", "rules: { overclaim/*: off }") == [])
        #expect(try told("<!-- attune-disable-line jargon/methods -->\n", "a.md", "audience: professional") == [])
        #expect(try told("<!-- attune-disable-line -->\n", "a.md", "rules: { suppression/unused: off }") == [])
    }

    @Test func aReasonMayBeAskedFor() throws {
        let settings = "rules: { overclaim/guarantee: { reason: true } }"
        let without = try told("\(Self.promise) <!-- attune-disable-line overclaim/guarantee -->\n", "a.md", settings)
        #expect(without.contains("overclaim/guarantee: We guarantee results"))
        #expect(without.contains("suppression/unreasoned: attune-disable-line overclaim/guarantee"))
        #expect(try told("\(Self.promise) <!-- attune-disable-line overclaim/guarantee -- our motto -->\n", "a.md", settings) == [])
        #expect(try told("We use EMDR. <!-- attune-disable-line jargon/methods -->\n", "a.md", settings) == [])
    }

    /// The changes offered leave nothing to tell.
    @Test(arguments: [
        ("<!-- attune-disable-line -->\nHello.\n", "Hello.\n"), ("Hello. <!-- attune-disable-line --> Bye.\n", "Hello. Bye.\n"),
        ("  <!-- attune-disable-line -->  \r\nHello.\r\n", "Hello.\r\n"),
        ("\(promise) <!-- attune-disable-line jargon/*, overclaim/*, crisis/* -->\n", "\(promise) <!-- attune-disable-line overclaim/* -->\n"),
        ("\(promise) <!-- attune-disable-line overclaim/guarante -->\n", "\(promise) <!-- attune-disable-line overclaim/guarantee -->\n"),
        ("\(promise) <!-- attune-disable-linee -->\n", "\(promise) <!-- attune-disable-line -->\n"),
    ])
    func theChangesOfferedMendThem(_ text: String, _ mended: String) throws {
        let checked = try check(text, "a.md")
        var bytes = checked.file.bytes
        for finding in checked.findings.reversed() {
            for case .replace(let text, let range, true) in finding.suggestions.map(\.kind) { bytes.replaceSubrange(range.indices, with: text.utf8) }
        }
        #expect(String(decoding: bytes, as: UTF8.self) == mended)
        #expect(try told(mended).allSatisfy { !$0.hasPrefix("suppression/") })
    }
}
