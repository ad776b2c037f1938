/// Which files of a folder are left out, by rules as `.gitignore` has them (gitignore(5)): the last one that fits decides, `!`
/// takes back, a slash at the end means folders only, and one before that ties a rule to the folder.
package struct IgnoreRules: Hashable, Sendable {
    private struct Rule: Hashable {
        let glob: Glob
        /// What it fits is taken back.
        let isTakenBack: Bool
        let isForFoldersOnly: Bool
    }

    private let rules: [Rule]

    package var isEmpty: Bool { rules.isEmpty }

    /// The rules of a file, one to a line.
    package init(file text: String) {
        self.init(lines: text.split(whereSeparator: \.isNewline).map { String($0) }, expandingBraces: false)
    }

    /// Patterns of settings or of the command line, in which braces count.
    package init(patterns: [String]) {
        self.init(lines: patterns, expandingBraces: true)
    }

    private init(lines: [String], expandingBraces: Bool) {
        rules = lines.compactMap { line in
            var pattern = Self.trimmed(line)
            if pattern.isEmpty || pattern.hasPrefix("#") { return nil }
            let isTakenBack = pattern.hasPrefix("!")
            if isTakenBack { pattern.removeFirst() }
            let isForFoldersOnly = pattern.hasSuffix("/")
            if isForFoldersOnly { pattern.removeLast() }
            if pattern.isEmpty { return nil }
            if !pattern.contains("/") { pattern = "**/" + pattern }
            return Rule(glob: Glob(pattern, expandingBraces: expandingBraces), isTakenBack: isTakenBack, isForFoldersOnly: isForFoldersOnly)
        }
    }

    /// A line without the spaces at its end; one behind a backslash stays.
    private static func trimmed(_ line: String) -> String {
        var line = Substring(line)
        while line.last == " ", !line.dropLast().hasSuffix("\\") { line = line.dropLast() }
        return String(line)
    }

    /// Whether the rules leave a file out, or a folder that it stands in.
    package func leavesOut(fileAt names: [String]) -> Bool {
        for depth in names.indices.dropFirst() where leavesOut(Array(names[..<depth]), isFolder: true) ?? false { return true }
        return leavesOut(names, isFolder: false) ?? false
    }

    /// Whether the rules leave a path out (true) or take it back (false); nil when none of them speaks of it. The names are those
    /// below the folder of the rules. Of the folders above it they are asked first: nothing in one that is left out is taken back.
    package func leavesOut(_ names: [String], isFolder: Bool) -> Bool? {
        rules.last { rule in (isFolder || !rule.isForFoldersOnly) && rule.glob.matches(names) }.map { !$0.isTakenBack }
    }
}
