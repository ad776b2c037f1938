import Diagnostics
import RuleFormat
import Settings

/// A rule as people read it, what applies under some settings first.
struct RuleSheet {
    /// In characters.
    private static let width = 100
    private static let indent = "  "

    let rule: Rule
    let sources: SourceTable
    let settings: Settings

    var text: String {
        let sections: [(title: String, lines: [String])] = [
            ("why", wrapped(rule.why)),
            ("severity", severities),
        ] + citations + [
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
        return "\(rule.id) (\(level))\n\(Template.blank(rule.message))\n" + shown.joined()
    }

    // MARK: What applies

    private var practice: Jurisdiction { settings.jurisdiction }

    private var level: String {
        switch settings.level(of: rule) {
        case .severity(rule.severity): rule.severity.rawValue
        case .severity(let severity): "\(severity.rawValue) here, \(rule.severity.rawValue) by itself"
        case .off: "off here, \(rule.severity.rawValue) by itself"
        }
    }

    /// Where a law or code gives the rule another severity, what counts here first.
    private var severities: [String] {
        if rule.severityWhere.isEmpty { return [] }
        let here = rule.severityWhere.filter { $0.counts(for: practice) }
        let elsewhere = rule.severityWhere.filter { !$0.counts(for: practice) }
        func lines(_ locals: [LocalSeverity], _ place: String) -> [String] {
            locals.map { "\($0.severity.rawValue) \(place)(\($0.jurisdiction.text)): \($0.because.text)" }
        }
        return lines(here, practice.isOpen ? "" : "here ") + lines(elsewhere, "") + ["\(rule.severity.rawValue) otherwise"]
    }

    /// Who says so: what holds here with its addresses, then what holds elsewhere.
    private var citations: [(title: String, lines: [String])] {
        let (here, elsewhere) = sources.split(rule.sources, for: practice)
        let place = practice.isOpen ? "sources" : "sources that apply (\(practice.text))"
        return [
            (elsewhere.isEmpty ? "sources" : place, here.flatMap { [line(of: $0)] + (sources.url(of: $0).map { [Self.indent + $0] } ?? []) }),
            ("sources elsewhere", elsewhere.map(line)),
        ]
    }

    private func line(of citation: Citation) -> String {
        let jurisdiction = sources.jurisdiction(of: citation)
        return jurisdiction.isOpen ? citation.text : "\(citation.text) (\(jurisdiction.text))"
    }

    // MARK: Everything else

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
        if settings.level(of: rule) != .off {
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
