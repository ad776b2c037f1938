import BuiltInRules
import Checking
import Diagnostics
import Documents
import Matching
import Reporting
import RuleFormat
import Settings
import SourceText
import TestKit
import Testing

/// The three reports on a small draft with two rules, byte for byte.
struct ReportGoldenTests {
    private func report(to makeReporter: ([Rule]) -> any Reporter) throws -> String {
        var reader = RuleReader()
        for name in ["promise", "short-word"] {
            let path = "fixtures/reports/rules/\(name).yaml"
            reader.read(SourceFile(path: path, bytes: try Repository.bytes(path)), id: "sample/\(name)")
        }
        var library = try reader.finish()
        library.contexts = BuiltInRules.load().library.contexts
        library.lists.merge(BuiltInRules.load().library.lists) { own, _ in own }
        guard var checker = Checker(rules: try RuleSet(compiling: library)) else { throw MissingBreakRules() }
        let files = try ["fixtures/reports/draft with emoji.md", "fixtures/reports/quiet.md"].map { path in
            let file = SourceFile(path: path, bytes: try Repository.bytes(path))
            return checker.check(file, as: DocumentFormat.markdown.read(file), settings: Settings())
        }
        let french = SourceFile("Bonjour.\n", path: "accueil.md")
        var settings = Settings()
        settings.language = "fr"
        let unchecked = checker.check(french, as: DocumentFormat.markdown.read(french), settings: settings)
        let errors = [
            Diagnostic(path: "gone.md", position: nil, message: "no such file or folder"),
            Diagnostic(path: "bytes.md", position: SourceFile("a\nb").position(of: 2), message: "not UTF-8; save the draft as UTF-8"),
        ]
        var report = Report(errors: errors)
        var reporter = makeReporter(library.rules)
        var text = ""
        for file in files {
            report.add(file)
            text += reporter.add(file)
        }
        report.add(unchecked)
        return text + reporter.end(report)
    }

    private static let tool = Report.Tool(name: "attune", version: "0.0.0")

    private static func human(_ rules: [Rule], useColour: Bool) -> HumanReporter {
        HumanReporter(useColour: useColour, rule: { id in rules.first { $0.id == id } }, sources: { SourceTable([]) })
    }

    private struct MissingBreakRules: Error {}

    @Test func human() throws {
        let text = try report { Self.human($0, useColour: false) }
        #expect(try goldenMismatch(text, "fixtures/reports/report.human") == nil)
        #expect(!text.contains("\u{1B}"))
    }

    @Test func humanInColour() throws {
        let text = try report { Self.human($0, useColour: true) }
        #expect(text.contains("\u{1B}[31merror\u{1B}[0m"))
    }

    @Test func json() throws {
        #expect(try goldenMismatch(report { _ in JSONReporter(tool: Self.tool) }, "fixtures/reports/report.json") == nil)
    }

    @Test func sarif() throws {
        #expect(try goldenMismatch(report { SARIFReporter(rules: $0, sources: SourceTable([]), tool: Self.tool) }, "fixtures/reports/report.sarif") == nil)
    }
}
