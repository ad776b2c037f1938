#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A pattern for paths: `*`, `?` and `[…]` stand for what they do in the shell (POSIX.1-2017, XCU 2.14) and never for a slash,
/// `**` for any number of folders, `{a,b}` for either.
package struct Glob: Hashable, Sendable {
    private enum Part: Hashable, Sendable {
        case name(String)
        /// Any number of folders, none included.
        case folders
    }

    /// What braces unfold to.
    private let ways: [[Part]]

    /// Braces that would unfold to more than this are taken for signs.
    private static let mostWays = 256

    package init(_ pattern: String, expandingBraces: Bool = true) {
        let patterns = expandingBraces ? Self.unfold(pattern) : [pattern]
        ways = patterns.map { pattern in
            pattern.split(separator: "/").map { $0 == "**" ? .folders : .name(String($0)) }
        }
    }

    /// Whether a text has a sign with a meaning of its own.
    package static func isPattern(_ text: String) -> Bool {
        text.contains { "*?".contains($0) } || text.contains(/\[.+\]|\{.*,.*\}/)
    }

    /// Whether it stands for a path whose names are given.
    package func matches(_ names: [String]) -> Bool {
        ways.contains { Self.matches(names[...], $0[...]) }
    }

    private static func matches(_ names: ArraySlice<String>, _ parts: ArraySlice<Part>) -> Bool {
        guard let first = parts.first else { return names.isEmpty }
        switch first {
        case .name(let pattern):
            guard let name = names.first, fnmatch(pattern, name, 0) == 0 else { return false }
            return matches(names.dropFirst(), parts.dropFirst())
        case .folders:
            let rest = parts.drop { $0 == .folders }
            if rest.isEmpty { return !names.isEmpty }
            return names.indices.contains { matches(names[$0...], rest) }
        }
    }

    // MARK: Braces

    private static func unfold(_ pattern: String) -> [String] {
        var unfolded = [pattern]
        while unfolded.contains(where: { firstBraces(of: $0) != nil }) {
            if unfolded.count > mostWays { return [pattern] }
            unfolded = unfolded.flatMap { pattern in
                firstBraces(of: pattern).map { braces in braces.choices.map { braces.before + $0 + braces.after } } ?? [pattern]
            }
        }
        return unfolded
    }

    /// The first braces with a comma in them, and what stands around them.
    private static func firstBraces(of pattern: String) -> (before: String, choices: [String], after: String)? {
        var depth = 0
        var start: String.Index?
        var choiceStart = pattern.startIndex
        var choices: [String] = []
        for index in pattern.indices {
            switch pattern[index] {
            case "{":
                if depth == 0 {
                    start = index
                    choiceStart = pattern.index(after: index)
                    choices = []
                }
                depth += 1
            case "," where depth == 1:
                choices.append(String(pattern[choiceStart..<index]))
                choiceStart = pattern.index(after: index)
            case "}" where depth > 0:
                depth -= 1
                guard depth == 0, let start, !choices.isEmpty else { continue }
                choices.append(String(pattern[choiceStart..<index]))
                return (String(pattern[..<start]), choices, String(pattern[pattern.index(after: index)...]))
            default: break
            }
        }
        return nil
    }
}
