package import Checking
package import SourceText

/// The findings that a site had when it took Attune in. They are left out of reports until their words change.
package struct Baseline: Sendable {
    package private(set) var entries: [BaselineEntry]
    /// Those of a rule and some words, by their places.
    private var places: [Key: [Int]] = [:]
    private var found: Set<Int> = []

    private struct Key: Hashable {
        let rule: String
        let words: String

        init(_ entry: BaselineEntry) {
            rule = entry.rule
            words = entry.words
        }
    }

    package init(_ entries: [BaselineEntry] = []) {
        self.entries = entries.sorted { ($0.path, $0.rule, $0.words, $0.before) < ($1.path, $1.rule, $1.words, $1.before) }
        for (index, entry) in self.entries.enumerated() { places[Key(entry), default: []].append(index) }
    }

    /// The findings of a file that are not in the baseline. Each entry stands for one finding; those that are sure are settled first.
    package mutating func new(_ findings: [Finding], in file: SourceFile, at path: String) -> [Finding] {
        let entries = findings.map { BaselineEntry($0, in: file, at: path) }
        var known: Set<Int> = []
        for least in [BaselineEntry.exact, 1] {
            for index in findings.indices where !known.contains(index) {
                if take(entries[index], least) { known.insert(index) }
            }
        }
        return findings.indices.filter { !known.contains($0) }.map { findings[$0] }
    }

    private mutating func take(_ entry: BaselineEntry, _ least: Int) -> Bool {
        let free = (places[Key(entry)] ?? []).filter { !found.contains($0) }
        let likeliest = free.max { entries[$0].likeness(to: entry) < entries[$1].likeness(to: entry) }
        guard let likeliest, entries[likeliest].likeness(to: entry) >= least else { return false }
        found.insert(likeliest)
        return true
    }

    /// The entries that were not found again, of the files for which something holds.
    package func stale(where isChecked: (String) -> Bool) -> [BaselineEntry] {
        entries.indices.filter { !found.contains($0) && isChecked(entries[$0].path) }.map { entries[$0] }
    }
}
