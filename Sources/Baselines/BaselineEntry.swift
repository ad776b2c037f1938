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
        String(decoding: bytes, as: UTF8.self).lowercased().split { $0.isWhitespace || $0.unicodeScalars.contains(where: isUnprintable) }
            .map(String.init)
    }

    /// Whether YAML has no place for a character (YAML 1.2.2, 5.1).
    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
