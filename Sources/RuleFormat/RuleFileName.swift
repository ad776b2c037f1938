/// What a file under a folder of rules holds, as its path there says.
package enum RuleFileName: Hashable {
    case rule(id: String)
    case list(String)
    case context(String)
    /// An ISO 3166-1 alpha-2 code.
    case crisisLines(country: String)
    case source(String)

    /// A name that no file of rules has, and why.
    package struct Problem: Error {
        package let message: String

        package init(message: String) {
            self.message = message
        }
    }

    /// `id` is the path under the folder without the ending: `overclaim/cure`, `lists/outcome`, `contexts/negated`,
    /// `sources/cap-code`, `crisis/lines/US`.
    package init(_ id: String) throws(Problem) {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 3, parts[0] == "crisis", parts[1] == "lines" {
            self = .crisisLines(country: parts[2])
            return
        }
        guard parts.count == 2 else {
            throw Problem(message: "a rule stands in a folder named for its category: <category>/<name>.yaml")
        }
        for part in parts where !Self.isWord(part) {
            throw Problem(message: "“\(part)” is no name for a rule or category: use lower-case letters, digits and hyphens")
        }
        switch parts[0] {
        case "lists": self = .list(parts[1])
        case "contexts": self = .context(parts[1])
        case "sources": self = .source(parts[1])
        case "schemas": throw Problem(message: "“schemas” is no category of rules")
        case "crisis" where parts[1] == "lines": throw Problem(message: "“crisis/lines” is the folder of the crisis lines; give the rule another name")
        default: self = .rule(id: id)
        }
    }

    /// Lower-case letters, digits and single hyphens between them, a letter first.
    private static func isWord(_ name: String) -> Bool {
        let isSpelled = name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
        return isSpelled && name.first?.isLetter ?? false && !name.hasSuffix("-") && !name.contains("--")
    }
}
