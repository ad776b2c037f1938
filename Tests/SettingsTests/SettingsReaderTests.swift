import BuiltInRules
import Matching
import Diagnostics
import FieldTables
import RuleFormat
import Settings
import SourceText
import TestKit
import Testing

struct SettingsReaderTests {
    private static let rules = BuiltInRules.load().library.rules

    private func errors(_ text: String) -> [String] {
        do {
            _ = try SettingsReader(SourceFile(text, path: ".lintrc")).finish(rules: Self.rules)
            return []
        } catch {
            return error.list.map(\.line)
        }
    }

    @Test(arguments: [
        ("regoin: US", ".lintrc:1:1: error: unknown key “regoin” in .lintrc; did you mean “region”?"),
        ("region: UK", ".lintrc:1:9: error: “UK” is no ISO 3166 code of a country; did you mean GB?"),
        ("region: [US, us-co]", ".lintrc:1:14: error: “us-co” is no ISO 3166 code of a country; did you mean US-CO?"),
        ("profession: [coach, psycholgist]", ".lintrc:1:21: error: an entry of “profession” is “psycholgist”, but must be \(Profession.spellings.joined(separator: ", ")); did you mean “psychologist”?"),
        ("rules:\n  overclaim/garantee: off", ".lintrc:2:3: error: no rule is called “overclaim/garantee”; did you mean “overclaim/guarantee”?"),
        ("rules:\n  overclaims/*: off", ".lintrc:2:3: error: no rule is called “overclaims/*”; did you mean “overclaim/*”?"),
        ("rules:\n  overclaim/cure: loud", ".lintrc:2:19: error: “overclaim/cure” is “loud”, but must be error, warning, suggestion, off"),
        ("rules:\n  overclaim/cure: { require: always }", ".lintrc:2:21: error: overclaim/cure takes no “require”"),
        ("rules:\n  ai/missing-disclosure: { require: sometimes }", ".lintrc:2:37: error: “require” is “sometimes”, but must be always, when-declared, never"),
        ("fail-on: errors", ".lintrc:1:10: error: “fail-on” is “errors”, but must be error, warning, suggestion, never; did you mean “error”?"),
        ("version: 2", ".lintrc:1:10: error: “version” is “2”, but must be 1"),
        ("language: english", ".lintrc:1:11: error: “english” is no language tag of BCP 47, such as en or en-GB; did you mean en?"),
        ("language: en_GB", ".lintrc:1:11: error: “en_GB” is no language tag of BCP 47, such as en or en-GB; did you mean en-GB?"),
        ("language: eng", ".lintrc:1:11: error: “eng” is no language tag of BCP 47, such as en or en-GB; did you mean en?"),
        ("language: us", ".lintrc:1:11: error: “us” is no language tag of BCP 47, such as en or en-GB; did you mean en-US?"),
        ("language: em", ".lintrc:1:11: error: “em” is no language tag of BCP 47, such as en or en-GB"),
        ("language: en-", ".lintrc:1:11: error: “en-” is no language tag of BCP 47, such as en or en-GB; did you mean en?"),
        ("language: klingon", ".lintrc:1:11: error: “klingon” is no language tag of BCP 47, such as en or en-GB"),
        ("terms:\n  allow: EMDR", ".lintrc:2:10: error: “allow” must be a list"),
        ("region: US\nregion: GB", ".lintrc:2:1: error: “region” stands twice in .lintrc"),
        ("- a", ".lintrc:1:1: error: .lintrc must be a map of keys and values"),
        ("region: [US", ".lintrc:1:12: error: not valid YAML: did not find expected ',' or ']'"),
    ])
    func mistakesAreToldAtTheirPlace(_ text: String, _ expected: String) {
        #expect(errors(text) == [expected])
    }

    @Test(arguments: [("en", true), ("EN-gb", true), ("en-Latn-US", true), ("fr", false), ("es-419", false), ("fil", false)])
    func languageTagsAreAccepted(_ tag: String, hasRules: Bool) throws {
        var settings = Settings()
        settings.apply(try SettingsReader(SourceFile("language: \(tag)")).finish(rules: Self.rules))
        #expect(settings.isLanguageKnown == hasRules)
    }

    @Test func theExampleIsAccepted() throws {
        #expect(errors(try Repository.text(".lintrc.example")) == [])
    }

    /// The example documents every key that the reader knows.
    @Test func theExampleShowsEveryKey() throws {
        let example = try Repository.text(".lintrc.example")
        for key in FieldTable.settings.fields.map(\.key) + ["allow", "require", "severity"] {
            #expect(example.contains("\(key):"), "\(key)")
        }
    }

    @Test func theMoreExactNameWinsWithinAFileAndTheNearerFileWins() throws {
        let rule = try #require(Self.rules.first { $0.id == "overclaim/cure" })
        var settings = Settings()
        settings.apply(try SettingsReader(SourceFile("rules: { overclaim/cure: warning, overclaim/*: off, '*': error }")).finish(rules: Self.rules))
        #expect(settings.level(of: rule) == .severity(.warning))
        settings.apply(try SettingsReader(SourceFile("rules: { overclaim/*: suggestion }")).finish(rules: Self.rules))
        #expect(settings.level(of: rule) == .severity(.suggestion))
    }
}
