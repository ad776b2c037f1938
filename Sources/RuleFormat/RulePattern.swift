import Diagnostics

/// The name of a rule in settings: `category/name`, or `category/*`, or `*`.
package struct RulePattern: Hashable, Sendable {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package func matches(_ id: String) -> Bool {
        text.hasSuffix("*") ? id.hasPrefix(text.dropLast()) : id == text
    }

    /// Whether it can name a rule at all: a star stands only for all rules or after a slash.
    package var isWellFormed: Bool {
        let stars = text.filter { $0 == "*" }.count
        return stars == 0 || text == "*" || (stars == 1 && text.hasSuffix("/*"))
    }

    /// Why it names no rule, when it names none of some.
    package func problem(among ids: [String]) -> String? {
        if isWellFormed, ids.contains(where: matches) { return nil }
        let categories = Set(ids.map { String($0.prefix { $0 != "/" }) + "/*" }).sorted()
        return "no rule is called “\(text)”\(Spelling.hint(for: text, in: ids + categories))"
    }

    /// An exact name is more precise than a category, and a category more than a star.
    package var precision: Int {
        if text == "*" { return 0 }
        return text.hasSuffix("*") ? 1 : 2
    }
}
