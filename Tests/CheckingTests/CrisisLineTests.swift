import BuiltInRules
import Checking
import Documents
import Matching
import RuleFormat
import Settings
import SourceText
import TestKit
import Testing

/// Every number of `rules/crisis/lines` in the ways people write it.
struct CrisisLineTests {
    private static let builtIn = BuiltInRules.load()
    private static let tables = builtIn.library.crisisLines

    private struct MissingBreakRules: Error {}

    private func findings(_ text: String, _ settings: String, path: String = "draft.md") throws -> [Finding] {
        guard var checker = Checker(rules: Self.builtIn) else { throw MissingBreakRules() }
        var resolved = Settings()
        resolved.apply(try SettingsReader(SourceFile(settings)).finish(rules: Self.builtIn.library.rules))
        let file = SourceFile(text, path: path)
        return checker.check(file, as: (DocumentFormat(path: path) ?? .markdown).read(file), settings: resolved).findings
    }

    private func rules(_ text: String, _ settings: String, path: String = "draft.md") throws -> [String] {
        try findings(text, settings, path: path).map(\.rule)
    }

    /// As printed; with its groups joined, parted by dots, hyphens or no-break spaces; an area code in brackets; parted by tags.
    private static func forms(of number: String) -> [String] {
        let groups = number.split { !$0.isNumber }.map(String.init)
        guard groups.count > 1 else { return [number] }
        let bracketed = groups.count == 4 && groups[0] == "1" ? ["\(groups[0]) (\(groups[1])) \(groups[2])-\(groups[3])", "(\(groups[1])) \(groups[2])-\(groups[3])"] : []
        return [number, groups.joined(separator: " "), groups.joined(separator: "-"), groups.joined(separator: "."), groups.joined(), groups.joined(separator: "\u{A0}")]
            + bracketed + [groups[0] + " **" + groups.dropFirst().joined(separator: " ") + "**"]
    }

    @Test(arguments: tables.map(\.country))
    func everyCurrentNumberIsHelp(_ country: String) throws {
        let table = try #require(Self.tables.first { $0.country == country })
        let numbers = table.emergencyNumbers
            + table.lines.filter { $0.status != .closed && !$0.isReferral && $0.parts.isEmpty }.flatMap { $0.call + $0.text }
        for number in numbers {
            for form in Self.forms(of: number) {
                let found = try rules("If you are suicidal, call \(form) now.", "region: \(country)\n")
                #expect(!found.contains("crisis/missing-resource"), "\(form) in \(country)")
                #expect(!found.contains("crisis/foreign-number"), "\(form) in \(country)")
            }
            let digits = number.filter(\.isNumber)
            let link = "<p>Suicidal? <a href=\"tel:\(digits)\">Call the line</a>.</p>"
            #expect(try !rules(link, "region: \(country)\n", path: "page.html").contains("crisis/missing-resource"), "tel:\(digits) in \(country)")
        }
    }

    @Test(arguments: tables.map(\.country))
    func everyOldNumberIsFlaggedWithTheNewOne(_ country: String) throws {
        let table = try #require(Self.tables.first { $0.country == country })
        let current = Set(table.lines.filter { $0.status == .current }.flatMap { $0.call + $0.text })
        for line in table.lines where line.status != .current {
            for number in line.call + line.text where !current.contains(number) {
                for form in Self.forms(of: number) {
                    let found = try findings("The line answers on \(form) at night.", "region: \(country)\n").filter { $0.rule == "crisis/stale-number" }
                    #expect(found.count == 1, "\(form) in \(country)")
                    #expect(found.first?.suggestions.contains { "\($0)".contains(line.use ?? "?") } ?? false, "\(form) in \(country)")
                }
            }
            if line.status == .closed, let number = line.call.first, !current.contains(number) {
                let found = try rules("If you are suicidal, call \(number) now.", "region: \(country)\n")
                #expect(found.contains("crisis/missing-resource"), "\(number) in \(country) is closed")
            }
        }
    }

    @Test func aReferralLineIsNoHelpInACrisis() throws {
        for table in Self.tables {
            let help = Set(table.digitsOfHelp)
            for line in table.lines where line.isReferral && line.status == .current {
                guard let number = line.call.first, !help.contains(number.filter(\.isNumber)) else { continue }
                #expect(try rules("If you are suicidal, call \(number).", "region: \(table.country)\n").contains("crisis/missing-resource"), "\(line.name)")
            }
        }
    }

    @Test func aLineOfOnePartOfACountryHelpsThere() throws {
        let draft = "If you are suicidal, call 1300 642 255."
        #expect(try !rules(draft, "region: AU-QLD\n").contains("crisis/missing-resource"))
        #expect(try !rules(draft, "region: AU\n").contains("crisis/missing-resource"))
        #expect(try rules(draft, "region: AU-TAS\n").contains("crisis/missing-resource"))
    }

    @Test func everyCaveatIsOne() throws {
        for table in Self.tables {
            let found = try rules("Some of us have been suicidal. \(table.caveat)", "region: \(table.country)\n")
            #expect(!found.contains { $0.hasPrefix("crisis/") }, "\(table.country): \(table.caveat), \(found)")
        }
    }

    @Test func everyLineSaysWhenAndWhereItWasChecked() {
        for line in Self.tables.flatMap(\.lines) {
            #expect(line.checked.wholeMatch(of: /20\d\d-\d\d-\d\d/) != nil && !line.source.isEmpty, "\(line.name)")
            #expect((line.use == nil) == (line.status == .current), "\(line.name)")
        }
    }

    @Test func theCaveatIsThatOfTheRegion() throws {
        let found = try findings("Some of us have been suicidal.", "region: IE\n").filter { $0.rule == "crisis/missing-resource" }
        let caveat = try #require(Self.tables.first { $0.country == "IE" }).caveat
        #expect(found.first?.suggestions.contains { "\($0)".contains(caveat.prefix(40)) } ?? false)
    }

    @Test func aLineOfThePracticeCounts() throws {
        let lines = "crisis: { lines: [{ name: County team, number: \"303-555-0100\" }] }\n"
        let draft = "If you are suicidal, the county team comes out: (303) 555 0100."
        #expect(try rules(draft, "region: US-CO\n").contains("crisis/missing-resource"))
        #expect(try !rules(draft, "region: US-CO\n" + lines).contains("crisis/missing-resource"))
        #expect(try rules("If you are suicidal. ![303-555-0100](x.png)", "region: US-CO\n" + lines).contains("crisis/missing-resource"))
    }

    @Test func strictnessAddsTheSecondTier() throws {
        let draft = "We see people with depression and panic attacks."
        #expect(try rules(draft, "region: US\n") == [])
        #expect(try rules(draft, "region: US\nrules: { crisis/missing-resource: { strict: true } }\n") == ["crisis/missing-resource"])
        #expect(try rules(draft, "region: US\nextends: strict\n").contains("crisis/missing-resource"))
    }
}
