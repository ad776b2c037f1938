import Foundation
import TestKit
import Testing

/// The region and the profession of a practice decide which sources and severities apply.
struct JurisdictionCommandTests: ProgramTests {
    private static let draft = "“She changed our lives,” says Ann.\n\nI highly recommend it.\n"

    private func lint(_ files: [String: String], _ arguments: [String] = []) throws -> Outcome {
        var outcome: Outcome?
        try withFolder(["a.md": Self.draft].merging(files) { $1 }) { (folder: URL) throws in outcome = try run(["a.md"] + arguments, in: folder) }
        return try #require(outcome)
    }

    @Test func aWarningIsAnErrorWhereItIsUnlawful() throws {
        let usual = try lint([:])
        #expect(usual.status == 0 && usual.output.contains(" warning: “I highly recommend” "))
        let australian = try lint([".lintrc": "region: AU\nprofession: psychologist\n"])
        #expect(australian.status == 1 && australian.output.contains(" error: “I highly recommend” "))
        let counsellor = try lint([".lintrc": "region: AU\nprofession: counselor\n"])
        #expect(counsellor.status == 0 && counsellor.output.contains(" warning: “I highly recommend” "))
        let own = try lint([".lintrc": "region: AU\nrules: { 'overclaim/*': suggestion }\n"])
        #expect(own.status == 0 && own.output.contains(" suggestion: “I highly recommend” "))
    }

    @Test func aDraftMaySayWhereItIsRead() throws {
        let draft = "---\nattune: { region: CA-ON, profession: psychotherapist }\n---\n\n" + Self.draft
        let outcome = try lint([".lintrc": "region: GB\n", "a.md": draft])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("  source CRPO Standards, 6.2.2\n"))
    }

    @Test func theReportNamesWhatApplies() throws {
        #expect(try lint([".lintrc": "region: GB\n"]).output.contains("  source CAP Advice on Health Therapies, testimonials\n"))
        let american = try lint([".lintrc": "region: US-CO\nprofession: social-worker\n"]).output
        #expect(american.contains("  source FTC Endorsement Guides, 16 CFR 255.2; NASW Code of Ethics, 4.07(b)\n"))
        // Where nobody is known to speak of it, all are named, as far as they are read at a glance.
        for settings in ["region: JP\n", ""] {
            let lines = try lint([".lintrc": settings]).output.replacing(/\n {9}/, with: " ")
            #expect(lines.contains("FTC Endorsement Guides, 16 CFR 255.2; 5 more: attune explain overclaim/testimonial\n"))
        }
    }

    @Test func sarifNamesWhatAppliesToSomeDraft() throws {
        let british = "---\nattune: { region: GB }\n---\n\n" + Self.draft
        let outcome = try lint([".lintrc": "region: AU\n", "b.md": british], ["b.md", "--format", "sarif"])
        let testimonial = try #require(outcome.output.split(separator: "\"id\": \"overclaim/testimonial\"").last)
        let help = try #require(testimonial.firstMatch(of: /Sources: ([^"]+)"/)).1
        #expect(help.contains("National Law") && help.contains("CAP Advice") && !help.contains("APA"))
    }

    @Test(arguments: [
        (["--region", "UK"], "“UK” is no ISO 3166 code of a country; did you mean GB?"),
        (["--profession", "counsellr"], "did you mean “counsellor”?"), (["--config", "none.yaml"], "none.yaml: error: no such file"),
    ])
    func wrongPlacesAreStatusTwo(_ arguments: [String], _ message: String) throws {
        let outcome = try run(["explain", "overclaim/cure"] + arguments, in: Repository.root)
        #expect(outcome.status == 2 && outcome.output.isEmpty && outcome.error.contains(message))
    }

    @Test func explainTakesTheSettingsOfTheFolder() throws {
        let files = [".lintrc": "region: AU\n", "on.yaml": "region: CA-ON\nprofession: psychotherapist\n"]
        try withFolder(files) { (folder: URL) throws in
            #expect(try run(["explain", "overclaim/rank"], in: folder).output.hasPrefix("overclaim/rank (warning)\n"))
            let ontario = try run(["rules", "show", "overclaim/rank", "--config", "on.yaml"], in: folder).output
            #expect(ontario.hasPrefix("overclaim/rank (error here, warning by itself)\n"))
            #expect(ontario.contains("\nsources that apply (CA-ON; psychotherapist)\n  CRPO Standards, 6.2.4 (CA-ON; psychotherapist)\n"))
            #expect(try run(["explain", "overclaim/rank", "--region", "CA-ON"], in: folder).output.contains("\n  error here (CA-ON; psychotherapist): CRPO Standards, 6.2.4\n"))
        }
    }

    @Test func whatIsOffIsShownWithHowToTurnItOn() throws {
        try withFolder([".lintrc": "extends: gentle\n"]) { (folder: URL) throws in
            let sheet = try run(["explain", "overclaim/hype"], in: folder).output
            #expect(sheet.hasPrefix("overclaim/hype (off here, suggestion by itself)\n"))
            #expect(sheet.contains("\nto turn it on, in .lintrc\n  rules:\n    overclaim/hype: suggestion\n"))
            #expect(try run(["explain", "overclaim/specialist", "--region", "AU"], in: folder).output.hasPrefix("overclaim/specialist (warning here, "))
        }
    }

    @Test func aPracticeMayKeepSourcesAndSeveritiesOfItsOwn() throws {
        let rule = """
            message: "“{match}” keeps the price from the reader"
            severity: suggestion
            severity-where: [{ region: IE, severity: error, because: { name: Our regulator, section: "3" } }]
            why: people compare prices
            sources: [{ name: Our regulator, section: "3" }, { name: CAP Code, section: "3.1" }, { name: Our style, section: fees }]
            match: [hidden fee~]
            suggest: [{ say: state every fee }]
            examples:
              flagged: ["There is a [[hidden fee]].", "Some [[hidden fees]] apply."]
              accepted: ["Our fees are on this page.", "We charge fees.", "Hi."]

            """
        let source = "name: Our regulator\nkind: regulator\npublisher: Us\nregions: [IE]\nchecked: 2026-11-24\n"
        let files = [".lintrc": "region: IE\nrule-paths: [own]\n", "own/fees/hidden.yaml": rule, "own/sources/regulator.yaml": source, "a.md": "A hidden fee.\n"]
        try withFolder(files) { (folder: URL) throws in
            let outcome = try run(["a.md"], in: folder)
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("  source Our regulator, 3; Our style, fees\n"))
            #expect(try run(["rules", "test", "own"], in: folder).output == "1 rule, 3 examples: all hold\n".replacing("3", with: "5"))
        }
    }

    /// What `attune explain` says of the severities and sources of some rules.
    @Test(arguments: ["AU", "CA-ON", "GB", "US-CO"])
    func explainTellsWhatAppliesWhere(_ region: String) throws {
        let rules = ["guarantee", "testimonial", "superiority", "specialist", "unearned-title", "paid-offer", "diagnosis-of-reader"].map { "overclaim/\($0)" }
        let sheets = try rules.map { id in
            let sheet = try run(["explain", id, "--region", region], in: Repository.root).output
            let sections = sheet.split(separator: "\n\n")
            let told = sections.filter { $0.hasPrefix("severity\n") || $0.hasPrefix("sources") }
            return ([sections[0].prefix { $0 != "\n" }] + told).joined(separator: "\n") + "\n"
        }
        #expect(try goldenMismatch(sheets.joined(separator: "\n"), "fixtures/explain/\(region).txt") == nil)
    }
}
