package import Checking
package import SourceText

/// A finding as a baseline knows it: by its rule, its words and the words around them, so that it is known again when lines move.
package struct BaselineEntry: Hashable, Sendable {
    private static let wordsAround = 3
    /// In bytes. Words around are looked for no farther.
    private static let reach = 120

    /// Relative to the folder of the baseline.
    package let path: String
    package let rule: String
    package let words: String
    package let before: String
    package let after: String

    package init(path: String, rule: String, words: String, before: String, after: String) {
        self.path = path
        self.rule = rule
        self.words = words
        self.before = before
        self.after = after
    }

    package init(_ finding: Finding, in file: SourceFile, at path: String) {
        let range = finding.range
        let before = file.bytes[max(0, range.lower - Self.reach)..<range.lower]
        let after = file.bytes[range.upper..<min(file.bytes.count, range.upper + Self.reach)]
        self.init(
            path: path, rule: finding.rule, words: Self.words(file.bytes[range.indices]).joined(separator: " "),
            before: Self.words(before).suffix(Self.wordsAround).joined(separator: " "),
            after: Self.words(after).prefix(Self.wordsAround).joined(separator: " "))
    }

    /// The words of a text in lower case; markup counts as part of them.
    private static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
        String(decoding: bytes, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// How surely two entries of one rule and the same words are one finding; 0 when they may be two.
    func likeness(to other: BaselineEntry) -> Int {
        (before == other.before ? 2 : 0) + (after == other.after ? 2 : 0) + (path == other.path ? 1 : 0)
    }

    /// The likeness of entries between which no word around has changed.
    static let exact = 4
}
