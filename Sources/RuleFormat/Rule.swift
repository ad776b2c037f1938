package import Diagnostics

/// One rule: what it looks for, when it keeps silent, and what it tells the writer.
package struct Rule: Sendable {
    /// `category/name`; the name says what the problem is.
    package let id: String
    package let message: String
    /// By itself; see `severity(for:)`.
    package let severity: Severity
    package let severityWhere: [LocalSeverity]
    package let why: String
    package let sources: [Citation]
    package let body: Body
    package let silentWhen: ContextSet
    /// Contexts of which one must hold; none is asked for when the set is empty.
    package let onlyWhen: ContextSet
    package let softerWhen: [Softening]
    /// Contexts in which the rule reports one level higher.
    package let raisedWhen: ContextSet
    package let conditions: [Condition]
    package let audience: Audience?
    /// In which the rule is on.
    package let presets: Set<Preset>
    package let suggestions: [Advice]
    package let examples: [Example]

    package enum Body: Sendable {
        case span(SpanBody)
        case page(PageBody)
        case density(DensityBody)
        case consistency(ConsistencyBody)
        case staleValues(StaleValuesBody)
        case leftMarkup(LeftMarkupBody)
        case suppression(SuppressionBody)
    }

    package var category: Substring { id.prefix { $0 != "/" } }

    /// Every advice that the rule or one of its entries gives.
    package var allAdvice: [Advice] {
        guard case .span(let body) = body else { return suggestions }
        return suggestions + body.entries.compactMap(\.advice)
    }
}

/// A context that lowers the severity, and by how many levels.
package struct Softening: Hashable, Sendable {
    package let context: Context
    package let levels: Int

    package init(context: Context, levels: Int) {
        self.context = context
        self.levels = levels
    }
}

/// Whom a page speaks to.
package enum Audience: String, CaseIterable, Sendable {
    case general, professional
}

/// Who says so: a place in a code, a standard, a regulation.
package struct Citation: Hashable, Sendable {
    /// The name of a source, or of something that is none of those under `sources/`.
    package let name: String
    package let section: String?
    package let url: String?

    package init(name: String, section: String?, url: String?) {
        self.name = name
        self.section = section
        self.url = url
    }

    package var text: String { section.map { "\(name), \($0)" } ?? name }
}

/// What to write instead: words to think about, or words to put in place. Both may hold places to fill in, see `Template`.
package enum Advice: Hashable, Sendable {
    case say(String)
    case replace(String, isSafe: Bool)

    package var text: String {
        switch self {
        case .say(let text), .replace(let text, _): text
        }
    }
}

/// A pattern as written. The reader of rule files has seen that it parses.
package struct PatternText: Hashable, Sendable {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package func pattern() throws(PatternError) -> Pattern {
        try PatternParser.parse(text)
    }
}
