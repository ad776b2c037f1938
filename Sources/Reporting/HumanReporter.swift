package import Checking
import Diagnostics
package import RuleFormat
import SourceText

/// The report for people: each finding with the words underlined, why they matter and what to write instead.
///
/// The reason of a rule is told at its first finding and not again.
package struct HumanReporter: Reporter {
    private static let columns = 96
    private static let labelWidth = 7
    private static let mostCitations = 4

    private let style: Style
    private let showsSummary: Bool
    private let rule: @Sendable (String) -> Rule?
    private let loadSources: @Sendable () -> SourceTable
    /// Loaded at the first finding.
    private var sources: SourceTable?
    /// The ids of the rules whose reasons have been told.
    private var explained: Set<String> = []

    /// `rule` gives the rule of an id, `sources` what rules cite.
    package init(
        useColour: Bool, showsSummary: Bool = true, rule: @escaping @Sendable (String) -> Rule?, sources: @escaping @Sendable () -> SourceTable
    ) {
        style = Style(isOn: useColour)
        self.showsSummary = showsSummary
        self.rule = rule
        loadSources = sources
    }

    package mutating func add(_ checked: CheckedFile) -> String {
        var text = ""
        for finding in checked.findings {
            text += headline(finding, in: checked.file)
            text += excerpt(finding, in: checked.file)
            if explained.insert(finding.rule).inserted, let rule = rule(finding.rule) {
                text += paragraph("why", rule.why)
                text += paragraph("source", citations(of: rule, for: checked.jurisdiction))
            }
            for advice in finding.suggestions.compactMap(advice) { text += paragraph("write", advice) }
            text += "\n"
        }
        return text
    }

    package func end(_ report: Report) -> String {
        showsSummary ? summary(report) : ""
    }

    /// What the rule cites and holds for a practice, as many as are read at a glance.
    private mutating func citations(of rule: Rule, for practice: Jurisdiction) -> String {
        let table = sources ?? loadSources()
        sources = table
        let applying = table.applying(rule.sources, for: [practice])
        let shown = applying.prefix(Self.mostCitations).map(\.text).joined(separator: "; ")
        let rest = applying.count - Self.mostCitations
        return rest > 0 ? "\(shown); \(rest) more: attune explain \(rule.id)" : shown
    }

    private func headline(_ finding: Finding, in file: SourceFile) -> String {
        let start = file.position(of: finding.range.lower)
        let place = style.bold("\(VisibleText.of(file.path)):\(start.line):\(start.column):")
        let severity = style.paint(finding.severity.rawValue, finding.severity)
        return "\(place) \(severity): \(VisibleText.of(finding.message)) \(style.dim("[\(finding.rule)]"))\n"
    }

    private func excerpt(_ finding: Finding, in file: SourceFile) -> String {
        let number = String(file.position(of: finding.range.lower).line)
        let excerpt = Excerpt(of: finding.range, in: file, columns: Self.columns - number.count - 5)
        let margin = String(repeating: " ", count: number.count)
        let underline = String(repeating: "^", count: excerpt.width)
        return """
              \(style.dim("\(number) |")) \(excerpt.text)
              \(style.dim("\(margin) |")) \(String(repeating: " ", count: excerpt.indent))\(style.paint(underline, finding.severity))

            """
    }

    /// Nil for words to be taken out: what is said beside that tells it.
    private func advice(_ suggestion: Finding.Suggestion) -> String? {
        switch suggestion.kind {
        case .say(let text): text
        case .replace("", _, _): nil
        case .replace(let text, _, _): "“\(text)”"
        }
    }

    /// A labelled paragraph, wrapped, its lines under each other.
    private func paragraph(_ label: String, _ text: String) -> String {
        let margin = Self.labelWidth + 2
        var lines: [String] = [""]
        var width = 0
        for word in text.split(whereSeparator: \.isWhitespace) {
            let word = VisibleText.of(String(word))
            let wordWidth = DisplayWidth.of(word)
            if width > 0, width + wordWidth + 1 > Self.columns - margin {
                lines.append(word)
                width = wordWidth
            } else {
                lines[lines.count - 1] += width == 0 ? word : " " + word
                width += width == 0 ? wordWidth : wordWidth + 1
            }
        }
        let indented = lines.joined(separator: "\n" + String(repeating: " ", count: margin))
        return "  \(style.dim(label))\(String(repeating: " ", count: Self.labelWidth - label.count))\(indented)\n"
    }

    private func summary(_ report: Report) -> String {
        var parts = ["\(counted(report.fileCount, "file")) checked\(report.fileCount == 0 ? "" : ": \(found(report))")"]
        if report.changeCount > 0 { parts.append("\(counted(report.changeCount, "change")) made in \(counted(report.changedCount, "file"))") }
        if report.fixableCount > 0 { parts.append("\(report.fixableCount) can be mended with --fix") }
        if report.knownCount > 0 { parts.append("\(report.knownCount) in the baseline") }
        if report.suppressedCount > 0 { parts.append("\(report.suppressedCount) suppressed") }
        if report.uncheckedCount > 0 { parts.append("\(counted(report.uncheckedCount, "file")) not checked") }
        if report.unreadCount > 0 { parts.append("\(counted(report.unreadCount, "file")) not read") }
        return parts.joined(separator: "; ") + "\n"
    }

    private func found(_ report: Report) -> String {
        let counts = Severity.allCases.reversed()
            .map { (severity: $0, count: report.count($0)) }
            .filter { $0.count > 0 }
            .map { style.paint(counted($0.count, $0.severity.rawValue), $0.severity) }
        return counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
