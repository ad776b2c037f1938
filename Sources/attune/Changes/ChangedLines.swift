import Checking
import Diagnostics
import SourceText

/// Which lines of which drafts have changed, by a patch in the unified format (POSIX.1-2017, XCU, diff).
struct ChangedLines {
    enum Lines: Equatable {
        case all
        /// Counted from 1, in order.
        case ranges([ClosedRange<Int>])
    }

    /// By absolute paths.
    private var files: [String: Lines] = [:]

    /// `path` is what the patch is called, `folder` what the names in it are relative to.
    init(patch: String, path name: String, in folder: String) throws(Diagnostics) {
        var path: String?
        var old: Substring = ""
        /// How many lines of the hunk are left, old and new ones.
        var left = (old: 0, new: 0)
        for (number, line) in patch.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if left.old > 0 || left.new > 0 {
                if line.hasPrefix("-") || line.hasPrefix(" ") { left.old -= 1 }
                if line.hasPrefix("+") || line.hasPrefix(" ") { left.new -= 1 }
            } else if line.hasPrefix("--- ") {
                old = line.dropFirst(4)
            } else if line.hasPrefix("+++ ") {
                path = Self.name(line.dropFirst(4), isOfGit: old.hasPrefix("a/") || old.hasPrefix("\"a/") || old.hasPrefix("/dev/null"))
                    .map { Path.absolute($0, in: folder) }
                if let path, files[path] == nil { files[path] = .ranges([]) }
            } else if line.hasPrefix("@@ ") {
                guard let hunk = Hunk(line) else {
                    let position = Position(line: number + 1, column: 1, offset: 0)
                    throw Diagnostics([Diagnostic(path: name, position: position, message: "“\(line)” is no hunk of a patch")])
                }
                left = (hunk.oldCount, hunk.newCount)
                if let path, case .ranges(let ranges)? = files[path] { files[path] = .ranges(ranges + [hunk.lines]) }
            }
        }
    }

    /// Adds files all of which is new, or of which it is not known what is.
    mutating func addWhole(_ names: [String], in folder: String) {
        for name in names { files[Path.absolute(name, in: folder)] = .all }
    }

    /// The name behind `+++`: without the `b/` of git, and without what stands behind a tab. Nil for a file that is gone.
    private static func name(_ text: Substring, isOfGit: Bool) -> String? {
        var name = text.prefix { $0 != "\t" }
        if name.hasPrefix("\""), name.hasSuffix("\""), name.count > 1 { name = name.dropFirst().dropLast() }
        if name == "/dev/null" { return nil }
        return String(isOfGit && name.hasPrefix("b/") ? name.dropFirst(2) : name)
    }

    /// `@@ -1,2 +3,4 @@`
    private struct Hunk {
        let oldCount: Int
        let newCount: Int
        /// The new lines; where lines were taken out, the ones around the place.
        let lines: ClosedRange<Int>

        init?(_ line: Substring) {
            let parts = line.split(separator: " ")
            guard parts.count > 2, let old = Self.numbers(parts[1], "-"), let new = Self.numbers(parts[2], "+") else { return nil }
            oldCount = old.count
            newCount = new.count
            lines = new.count == 0 ? max(1, new.start)...(new.start + 1) : new.start...(new.start + new.count - 1)
        }

        private static func numbers(_ text: Substring, _ sign: Character) -> (start: Int, count: Int)? {
            guard text.first == sign else { return nil }
            let numbers = text.dropFirst().split(separator: ",", omittingEmptySubsequences: false).map { Int32($0) }
            guard (1...2).contains(numbers.count), let start = numbers[0], let count = numbers.count > 1 ? numbers[1] : 1, start >= 0, count >= 0
            else { return nil }
            return (Int(start), Int(count))
        }
    }

    /// Whether a draft has changed at all.
    func holds(_ path: String) -> Bool {
        files[path] != nil
    }

    /// A draft with the findings on lines that have changed, and those on the page as a whole.
    func keep(_ draft: CheckedFile, at path: String) -> CheckedFile {
        guard case .ranges(let ranges)? = files[path] else { return draft }
        let findings = draft.findings.filter { finding in
            let first = draft.file.position(of: finding.range.lower).line
            let last = draft.file.position(of: max(finding.range.lower, finding.range.upper - 1)).line
            return finding.scope == .document || ranges.contains { $0.overlaps(first...last) }
        }
        return draft.with(findings: findings)
    }
}
