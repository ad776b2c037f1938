import FieldTables
import Foundation
import MarkedYAML
import SourceText
import TestKit
import Testing

/// Pages that a good editor would pass, and the traps in them: `fixtures/clean`.
struct CleanPagesTests: ProgramTests {
    private static let folder = "fixtures/clean"
    private static let fewestPages = 20
    private static let fewestWords = 8_000
    private static let mostSuggestions = 4
    private static let fewestPagesOfTrap = 2

    private struct Report: Decodable {
        let files: [File]

        struct File: Decodable {
            let path: String
            let findings: [Finding]
        }

        struct Finding: Decodable {
            let rule: String
            let severity: String
            let start: Place
            let end: Place

            /// In bytes of the file.
            var range: Range<Int> { start.offset..<end.offset }
        }

        struct Place: Decodable {
            let offset: Int
        }
    }

    private func report(_ path: String, in folder: URL) throws -> Report {
        let outcome = try run([path, "--format", "json"], in: folder)
        #expect(outcome.status != 2, "\(outcome.error)")
        return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    }

    /// Parts of pages, such as the footer of all of them, are checked and are no pages.
    private static func pages(of report: Report) -> [String] {
        report.files.map(\.path).filter { !$0.contains("/partials/") }
    }

    @Test func nothingButAFewSuggestions() throws {
        let report = try report(Self.folder, in: Repository.root)
        let severities = report.files.flatMap(\.findings).map(\.severity)
        #expect(severities.allSatisfy { $0 == "suggestion" })
        #expect(severities.count <= Self.mostSuggestions)
        let text = try run([Self.folder], in: Repository.root).output
        #expect(try goldenMismatch(text, "\(Self.folder)/report.human") == nil)
    }

    @Test func asManyAndAsLongAsRealSites() throws {
        let pages = try Self.pages(of: report(Self.folder, in: Repository.root))
        #expect(pages.count >= Self.fewestPages)
        let words = try pages.reduce(0) { count, page in
            let text = try Repository.text(page).replacing(/<[^>]*>/, with: " ")
            return count + text.split(whereSeparator: \.isWhitespace).count { $0.contains(where: \.isLetter) }
        }
        #expect(words >= Self.fewestWords)
    }

    // MARK: Traps

    private struct Trap {
        let name: String
        let cases: [Case]
    }

    private struct Case {
        let page: String
        let sentence: String
        let bare: String
        let words: String?
        let rules: [String]

        /// The folder of the page, named for its country.
        var country: String { String(page.prefix { $0 != "/" }) }
        var ending: String { bare.hasPrefix("<!doctype html>") ? "html" : "md" }
    }

    private static let table = FieldTable("a table of traps", [.required("traps", .list(.map(trap), atLeast: 30), "The traps.")])

    private static let trap = FieldTable("a trap", [
        .required("name", .text, "What kind of trap it is."),
        .required("cases", .list(.map(trapCase), atLeast: 2), "Where it stands."),
    ])

    private static let trapCase = FieldTable("a case", [
        .required("page", .text, "The page, from the folder of the table."),
        .required("sentence", .text, "A stretch of the page; white space of any kind is one space."),
        .required("bare", .text, "The same wording without its context, as a draft of its own."),
        .optional("words", .text, "What stands in both, and is flagged in the bare one; nothing where what is missing is flagged."),
        .required("fires", .list(.text, atLeast: 1), "The rules that flag it there."),
    ])

    private static func traps() throws -> [Trap] {
        let path = "\(folder)/traps.yaml"
        let file = SourceFile(path: path, bytes: try Repository.bytes(path))
        let root = try #require(try MarkedYAML.parse(file))
        var reading = Reading(file)
        let traps = reading.fields(root, of: table).list("traps").compactMap(\.map).map { fields in
            let cases = fields.list("cases").compactMap(\.map).map { fields in
                Case(
                    page: fields.text("page") ?? "", sentence: fields.text("sentence") ?? "", bare: fields.text("bare") ?? "",
                    words: fields.text("words"), rules: fields.texts("fires"))
            }
            return Trap(name: fields.text("name") ?? "", cases: cases)
        }
        #expect(reading.isClean, "\(reading.diagnostics)")
        return traps
    }

    @Test func eachTrapStandsInPagesAndIsPassed() throws {
        let report = try report(Self.folder, in: Repository.root)
        let findings = Dictionary(uniqueKeysWithValues: report.files.map { ($0.path, $0.findings) })
        for trap in try Self.traps() {
            #expect(Set(trap.cases.map(\.page)).count >= Self.fewestPagesOfTrap, "\(trap.name)")
            for known in trap.cases {
                let path = "\(Self.folder)/\(known.page)"
                let place = Self.places(of: known.sentence, in: try Repository.text(path)).first
                let sentence = try #require(place, "\(known.page) does not hold “\(known.sentence)”")
                let found = try #require(findings[path]).filter { $0.range.overlaps(sentence) }
                #expect(found.isEmpty, "\(trap.name): \(found.map(\.rule)) in “\(known.sentence)”")
            }
        }
    }

    @Test func eachTrapIsFlaggedWithoutItsContext() throws {
        let cases = try Self.traps().flatMap { trap in trap.cases.map { (trap: trap.name, known: $0) } }
        var drafts: [String: String] = [:]
        for (number, (_, known)) in cases.enumerated() {
            drafts["\(known.country)/.lintrc"] = "version: 1\nroot: true\nregion: \(known.country.uppercased())\n"
            drafts["\(known.country)/\(number).\(known.ending)"] = known.bare
        }
        var reported: Report?
        try withFolder(drafts) { (folder: URL) throws in reported = try report(".", in: folder) }
        let findings = Dictionary(uniqueKeysWithValues: try #require(reported).files.map { ($0.path, $0.findings) })
        for (number, (trap, known)) in cases.enumerated() {
            let found = try #require(findings["\(known.country)/\(number).\(known.ending)"])
            let ofRules = found.filter { known.rules.contains($0.rule) }
            #expect(Set(ofRules.map(\.rule)) == Set(known.rules), "\(trap): “\(known.bare)” gives \(found.map(\.rule))")
            guard let words = known.words else { continue }
            #expect(!Self.places(of: words, in: known.sentence).isEmpty, "\(trap): “\(words)” is not in the sentence")
            let places = Self.places(of: words, in: known.bare)
            #expect(ofRules.contains { finding in places.contains(where: finding.range.overlaps) }, "\(trap): “\(words)” is not flagged in “\(known.bare)”")
        }
    }

    /// Where words stand in a text, in bytes, in any case and with any white space between them.
    private static func places(of words: String, in text: String) -> [Range<Int>] {
        let pattern = words.split(whereSeparator: \.isWhitespace).map { NSRegularExpression.escapedPattern(for: String($0)) }.joined(separator: #"\s+"#)
        var places: [Range<Int>] = []
        var rest = text.startIndex..<text.endIndex
        while let found = text.range(of: pattern, options: [.regularExpression, .caseInsensitive], range: rest) {
            let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
            places.append(start..<start + text[found].utf8.count)
            rest = found.upperBound..<text.endIndex
        }
        return places
    }
}
