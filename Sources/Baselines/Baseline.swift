package import Checking
package import SourceText

/// The findings that a site had when it took Attune in. They are left out of reports until their words change.
package struct Baseline: Sendable {
    /// What two entries must share to be one finding, the surest first.
    private enum Likeness: CaseIterable {
        /// In its place, the words around it too.
        case same
        /// In its place, where words on one side have changed.
        case before, after
        /// In its place, where words on both sides have.
        case edited
        /// The same words with the same around them, in a file that was moved.
        case moved
    }

    private struct Key: Hashable {
        let likeness: Likeness
        let parts: [String]

        init(_ entry: BaselineEntry, _ likeness: Likeness) {
            self.likeness = likeness
            parts = switch likeness {
            case .same: [entry.rule, entry.words, entry.path, entry.before, entry.after]
            case .before: [entry.rule, entry.words, entry.path, entry.before]
            case .after: [entry.rule, entry.words, entry.path, entry.after]
            case .edited: [entry.rule, entry.words, entry.path]
            case .moved: [entry.rule, entry.words, entry.before, entry.after]
            }
        }
    }

    package let entries: [BaselineEntry]
    /// Where the entries stand that share something, the first last.
    private var places: [Key: [Int]] = [:]
    private var found: Set<Int> = []

    package init(_ entries: [BaselineEntry] = []) {
        self.entries = entries.sorted { ($0.path, $0.rule, $0.words, $0.before) < ($1.path, $1.rule, $1.words, $1.before) }
        for index in self.entries.indices.reversed() {
            for likeness in Likeness.allCases { places[Key(self.entries[index], likeness), default: []].append(index) }
        }
    }

    /// The findings of a file that are not in the baseline. Each entry stands for one finding, and those that are surest are settled
    /// first. `isGone` says of a path whether its file is there no more: what was found there may have moved.
    package mutating func new(_ findings: [Finding], in file: SourceFile, at path: String, isGone: (String) -> Bool) -> [Finding] {
        let current = findings.map { BaselineEntry($0, in: file, at: path) }
        var known: Set<Int> = []
        for likeness in Likeness.allCases {
            for index in findings.indices where !known.contains(index) {
                if take(Key(current[index], likeness), where: { likeness != .moved || isGone($0) }) { known.insert(index) }
            }
        }
        return findings.indices.filter { !known.contains($0) }.map { findings[$0] }
    }

    private mutating func take(_ key: Key, where isFree: (String) -> Bool) -> Bool {
        while let last = places[key]?.last {
            places[key]?.removeLast()
            if !found.contains(last), isFree(entries[last].path) {
                found.insert(last)
                return true
            }
        }
        return false
    }

    /// The entries that were not found again, of the files for which something holds.
    package func stale(where isChecked: (String) -> Bool) -> [BaselineEntry] {
        entries.indices.filter { !found.contains($0) && isChecked(entries[$0].path) }.map { entries[$0] }
    }
}
