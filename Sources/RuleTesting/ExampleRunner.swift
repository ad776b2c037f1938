package import Checking
import Documents
package import RuleFormat
import Settings
import SourceText

/// Runs the examples of a rule, as written and with harmless changes.
package enum ExampleRunner {
    /// The examples of a rule that do not hold.
    package static func failures(of rule: Rule, using checker: inout Checker) -> [ExampleFailure] {
        rule.examples.flatMap { example in
            Variation.allCases.compactMap { variation in
                failure(of: example, variation, rule, using: &checker)
            }
        }
    }

    private static func failure(
        of example: Example, _ variation: Variation, _ rule: Rule, using checker: inout Checker
    ) -> ExampleFailure? {
        let (written, writtenMarks) = example.unmarked
        if variation != .asWritten, format(of: written) == .html { return nil }
        if [.afterOtherScripts, .suppressed].contains(variation), written.hasPrefix("---\n") { return nil }
        if variation == .suppressed || variation.needsOneLine, case .suppression = rule.body { return nil }
        if variation.needsOneLine, written.contains("\n") || !startsWithWord(written) { return nil }
        if variation == .code, searchesBytes(rule) { return nil }
        if variation == .code, !example.isFlagged { return nil }
        let (text, expected) = variation.apply(to: written, writtenMarks)
        let file = SourceFile(path: rule.id, bytes: Array(text.utf8))
        let document = format(of: written).read(file)
        let found = checker.check(file, as: document, settings: settings(for: document, of: file, rule)).findings
            .filter { $0.rule == rule.id }
            .map(\.range.indices)
        if found == expected { return nil }
        func quoted(_ ranges: [Range<Int>]) -> String {
            ranges.isEmpty ? "nothing" : ranges.map { "“\(String(decoding: file.bytes[$0], as: UTF8.self))”" }.joined(separator: ", ")
        }
        return ExampleFailure(
            rule: rule.id, position: example.position, variation: variation.rawValue,
            message: "expected \(quoted(expected)), found \(quoted(found)) in “\(text)”")
    }

    /// An example that begins as a page of HTML does is read as one.
    private static func format(of example: String) -> DocumentFormat {
        example.lowercased().hasPrefix("<!doctype html>") ? .html : .markdown
    }

    /// The rule alone reports, with what the front matter of the example sets.
    private static func settings(for document: Document, of file: SourceFile, _ rule: Rule) -> Settings {
        var settings = Settings(only: rule)
        guard let own = document.frontMatter?.settings,
            let layer = try? SettingsReader(frontMatter: own, of: file).finish(rules: [rule]) else { return settings }
        settings.apply(layer)
        return settings
    }

    /// Literal strings are found wherever they stand, in code too.
    private static func searchesBytes(_ rule: Rule) -> Bool {
        switch rule.body {
        case .span(let body): !body.literals.isEmpty
        case .page(let body): !body.neededLiterals.isEmpty
        case .density, .consistency, .staleValues, .leftMarkup, .suppression: false
        }
    }

    private static func startsWithWord(_ text: String) -> Bool {
        text.first.map { $0.isLetter || $0 == "“" || $0 == "\"" } ?? false
    }
}
