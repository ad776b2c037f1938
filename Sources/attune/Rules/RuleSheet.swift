import Diagnostics
import RuleFormat

/// A rule as people read it.
struct RuleSheet {
    /// In characters.
    private static let width = 100
    private static let indent = "  "

    let rule: Rule

    var text: String {
        let sections: [(title: String, lines: [String])] = [
            ("why", wrapped(rule.why)),
            ("sources", rule.sources.flatMap { [$0.text] + ($0.url.map { [Self.indent + $0] } ?? []) }),
            ("write instead", advice.flatMap { wrapped($0) }),
            ("flagged", examples(isFlagged: true)),
            ("accepted", examples(isFlagged: false)),
            ("silent when the words are", names(of: rule.silentWhen)),
            ("softer when they are", softening),
            ("stricter, by one level, when they are", names(of: rule.raisedWhen)),
            ("to turn it off, in .lintrc", ["rules:", Self.indent + "\(rule.id): off"]),
        ]
        let shown = sections.filter { !$0.lines.isEmpty }.map { title, lines in
            "\n\(title)\n" + lines.map { Self.indent + $0 + "\n" }.joined()
        }
        return "\(rule.id) (\(rule.severity.rawValue))\n\(Template.blank(rule.message))\n" + shown.joined()
    }

    /// The advice of the rule, then that of single entries with the words it belongs to.
    private var advice: [String] {
        let own = rule.suggestions.map(text)
        guard case .span(let body) = rule.body else { return own }
        return own + body.entries.compactMap { entry in entry.advice.map { "\(entry.pattern.text): \(text(of: $0))" } }
    }

    private func text(of advice: Advice) -> String {
        switch advice {
        case .say(let text): Template.blank(text)
        case .replace(let text, _): "“\(Template.blank(text))”"
        }
    }

    private func examples(isFlagged: Bool) -> [String] {
        rule.examples.filter { $0.isFlagged == isFlagged }
            .flatMap { $0.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    }

    private var softening: [String] {
        let names = rule.softerWhen.map { $0.levels == 1 ? $0.context.rawValue : "\($0.context.rawValue) (by \($0.levels) levels)" }
        return names.isEmpty ? [] : [names.joined(separator: ", ")]
    }

    private func names(of contexts: ContextSet) -> [String] {
        contexts.contexts.isEmpty ? [] : [contexts.contexts.map(\.rawValue).joined(separator: ", ")]
    }

    private func wrapped(_ text: String) -> [String] {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, last.count + word.count < Self.width - Self.indent.count {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
