import Checking
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

    /// `folder` is what the names in the patch are relative to.
    init(patch: String, in folder: String, new: [String] = []) {
        var path: String?
        for line in patch.split(whereSeparator: \.isNewline) {
            if line.hasPrefix("+++ ") {
                path = Self.name(line.dropFirst(4)).map { Path.absolute($0, in: folder) }
                if let path, files[path] == nil { files[path] = .ranges([]) }
            } else if line.hasPrefix("@@ "), let path, let range = Self.range(of: line), case .ranges(let ranges)? = files[path] {
                files[path] = .ranges(ranges + [range])
            }
        }
        for name in new { files[Path.absolute(name, in: folder)] = .all }
    }

    /// The name behind `+++`: without the `b/` of git, and without what stands behind a tab. Nil for a file that is gone.
    private static func name(_ text: Substring) -> String? {
        var name = text.prefix { $0 != "\t" }
        if name.hasPrefix("\""), name.hasSuffix("\""), name.count > 1 { name = name.dropFirst().dropLast() }
        if name == "/dev/null" { return nil }
        return String(name.hasPrefix("b/") ? name.dropFirst(2) : name)
    }

    /// The new lines of `@@ -1,2 +3,4 @@`; where lines were taken out, the ones around the place.
    private static func range(of line: Substring) -> ClosedRange<Int>? {
        guard let new = line.split(separator: " ").first(where: { $0.hasPrefix("+") }) else { return nil }
        let numbers = new.dropFirst().split(separator: ",").compactMap { Int($0) }
        guard let start = numbers.first else { return nil }
        let count = numbers.count > 1 ? numbers[1] : 1
        return count == 0 ? max(1, start)...(start + 1) : start...(start + count - 1)
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
