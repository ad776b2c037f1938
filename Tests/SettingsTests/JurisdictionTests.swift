import BuiltInRules
import Diagnostics
import Matching
import RuleFormat
import Settings
import SourceText
import TestKit
import Testing

/// What applies where, and for whom.
struct JurisdictionTests {
    private static let library = BuiltInRules.load().library

    private func settings(_ text: String) throws -> Settings {
        var settings = Settings()
        settings.apply(try SettingsReader(SourceFile(text, path: ".lintrc")).finish(rules: Self.library.rules))
        return settings
    }

    private func rule(_ id: String) throws -> Rule {
        try #require(Self.library.rule(id))
    }

    private func place(_ regions: [String], _ professions: [Profession] = []) throws -> Jurisdiction {
        Jurisdiction(regions: try regions.map { try #require(Region($0)) }, professions: professions)
    }

    @Test(arguments: [
        (["US"], ["US-CA"], true), (["US-CA"], ["US-CA"], true), (["US-CA"], ["US"], false), (["US-CA"], ["US-CO"], false),
        ([], ["GB"], true), (["US"], [], true), (["AU", "NZ"], ["GB", "NZ"], true), (["AU"], ["GB", "NZ"], false),
    ])
    func aLawHoldsInThePartsOfItsPlace(_ law: [String], _ practice: [String], covers: Bool) throws {
        #expect(try place(law).covers(place(practice)) == covers)
    }

    @Test(arguments: [
        ([Profession.psychologist], [Profession.psychologist, .coach], true), ([.psychologist], [.coach], false), ([], [.coach], true), ([.psychologist], [], true),
    ])
    func aCodeBindsItsProfession(_ code: [Profession], _ practice: [Profession], covers: Bool) throws {
        #expect(try place(["US"], code).covers(place(["US-CO"], practice)) == covers)
    }

    @Test(arguments: [
        ("{}", Severity.warning), ("region: AU", .error), ("region: AU-NSW", .error), ("region: GB", .warning), ("region: [GB, AU]", .error),
        ("region: AU\nprofession: psychologist", .error), ("region: AU\nprofession: counselor", .warning),
        ("region: AU\nprofession: [coach, psychiatrist]", .error), ("region: CA", .warning), ("region: CA-ON", .error),
        ("region: CA-ON\nprofession: psychologist", .warning), ("profession: psychologist", .warning),
        ("region: [CA-ON, AU]\nprofession: psychologist", .error),
    ])
    func testimonialsAreUnlawfulInSomePlaces(_ text: String, _ severity: Severity) throws {
        #expect(try settings(text).level(of: rule("overclaim/testimonial")) == .severity(severity))
    }

    @Test func whatSettingsSayOfARuleWins() throws {
        let settings = try settings("region: AU\nrules: { overclaim/*: suggestion }")
        #expect(try settings.level(of: rule("overclaim/testimonial")) == .severity(.suggestion))
    }

    @Test func theGentlePresetSuggestsNothing() throws {
        let gentle = try settings("extends: gentle")
        for rule in Self.library.rules where rule.severity == .suggestion { #expect(gentle.level(of: rule) == .off, "\(rule.id)") }
        #expect(try gentle.level(of: rule("overclaim/guarantee")) == .severity(.error))
        // Where a law makes more of it than a suggestion, it is on.
        let specialist = try rule("overclaim/specialist")
        #expect(try settings("extends: gentle\nregion: AU\nprofession: psychologist").level(of: specialist) == .severity(.warning))
        #expect(try settings("extends: gentle\nregion: AU\nprofession: counsellor").level(of: specialist) == .off)
        #expect(try settings("extends: gentle\nrules: { overclaim/specialist: suggestion }").level(of: specialist) == .severity(.suggestion))
    }

    @Test func professionsAreNamedInEitherSpelling() throws {
        #expect(try settings("profession: [counselor, addiction-counsellor]").professions == [.counsellor, .addictionCounsellor])
        #expect(throws: Diagnostics.self) { try settings("profession: therapist") }
    }

    // MARK: The sources that ship

    @Test func everySourceIsCited() {
        let cited = Set(Self.library.rules.flatMap { $0.sources + $0.severityWhere.map(\.because) }.map(\.name))
        #expect(Self.library.sources.map(\.name).filter { !cited.contains($0) } == [])
    }

    /// A law makes a finding weigh more only where it holds, and for those whom it binds; and the rule cites it.
    @Test func severitiesKeepToTheirSources() {
        let table = SourceTable(Self.library.sources)
        for rule in Self.library.rules {
            for local in rule.severityWhere {
                let law = table.jurisdiction(of: local.because)
                #expect(local.jurisdiction.regions.allSatisfy { region in law.regions.contains { $0.contains(region) } }, "\(rule.id)")
                #expect(local.jurisdiction.professions.allSatisfy(law.professions.contains), "\(rule.id)")
                #expect(rule.sources.contains { $0.text == local.because.text }, "\(rule.id)")
            }
        }
    }

    /// Wherever regulators are known to speak of a claim, the rule on it names one.
    @Test(arguments: ["US-CO", "CA-ON", "GB", "AU"])
    func claimsAreAnsweredForInEveryPlace(_ region: String) throws {
        let table = SourceTable(Self.library.sources)
        let elsewhere = [
            "GB": ["overclaim/conversion", "overclaim/fear-and-urgency", "overclaim/paid-offer", "overclaim/rewarded-review"],
            "AU": ["overclaim/conversion", "overclaim/diagnosis-of-reader", "overclaim/trainee-status"],
            "CA-ON": ["overclaim/conversion", "overclaim/diagnosis-of-reader", "overclaim/paid-offer"],
            "US-CO": ["overclaim/fear-and-urgency"],
        ]
        let lacking = try Self.library.rules.filter { $0.category == "overclaim" }.filter { rule in
            let place = try place([region])
            return !rule.sources.contains { !table.jurisdiction(of: $0).isOpen && table.jurisdiction(of: $0).covers(place) }
        }
        #expect(lacking.map(\.id) == elsewhere[region])
    }

    // MARK: Golden file

    /// In which presets each rule is on, and at which severity; below it the places in which that differs.
    @Test func presets() throws {
        var lines = [Self.line("", Preset.allCases.map(\.rawValue))]
        for rule in Self.library.rules {
            let usual = Self.levels(of: rule, in: Jurisdiction())
            lines.append(Self.line(rule.id, usual))
            for local in rule.severityWhere {
                let levels = Self.levels(of: rule, in: local.jurisdiction)
                if levels != usual { lines.append(Self.line("  \(local.jurisdiction.text)", levels)) }
            }
        }
        #expect(try goldenMismatch(lines.joined(separator: "\n") + "\n", "fixtures/presets.golden") == nil)
    }

    private static func levels(of rule: Rule, in jurisdiction: Jurisdiction) -> [String] {
        Preset.allCases.map { preset in
            var settings = Settings()
            settings.preset = preset
            settings.regions = jurisdiction.regions
            settings.professions = jurisdiction.professions
            return switch settings.level(of: rule) {
            case .severity(let severity): severity.rawValue
            case .off: "-"
            }
        }
    }

    private static func line(_ name: String, _ levels: [String]) -> String {
        let widths = [68, 12, 12, 12]
        let cells = zip([name] + levels, widths).map { $0 + String(repeating: " ", count: max(1, $1 - $0.count)) }
        return String(cells.joined().reversed().drop { $0 == " " }.reversed())
    }
}
