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
            ("options, in .lintrc", options),
            toggle,
        ]
        let shown = sections.filter { !$0.lines.isEmpty }.map { title, lines in
            "\n\(title)\n" + lines.map { Self.indent + $0 + "\n" }.joined()
        }
        return "\(rule.id) (\(rule.severity.rawValue))\n\(Template.blank(rule.message))\n" + shown.joined()
    }

    /// What `.lintrc` may say of the rule beside its severity.
    private var options: [String] {
        guard case .page(let body) = rule.body else { return [] }
        return RuleOption.allCases.filter(body.options.contains).map { option in
            switch option {
            case .require: "rules: { \(rule.id): { require: always | when-declared | never } }"
            case .strict: "rules: { \(rule.id): { strict: true } }, which \(body.neededWhenStrict.count) more patterns call for"
            case .siteWide: "crisis: { site-wide: [FILES], lines: [{ name: NAME, number: NUMBER }] }, which count for every page"
            }
        }
    }

    /// How to turn the rule off or, where the usual preset leaves it out, on.
    private var toggle: (title: String, lines: [String]) {
        if rule.presets.contains(.recommended) {
            return ("to turn it off, in .lintrc", ["rules:", Self.indent + "\(rule.id): off"])
        }
        let presets = Preset.allCases.filter(rule.presets.contains).map { "extends: \($0.rawValue)" }
        return ("to turn it on, in .lintrc", ["rules:", Self.indent + "\(rule.id): \(rule.severity.rawValue)"] + presets.map { "or \($0)" })
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
