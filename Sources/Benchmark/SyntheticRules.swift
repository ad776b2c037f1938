import Foundation
import Matching
import RuleFormat
import TestKit

/// Many times the repository's rules: beside each rule, copies of it and of the lists it names that ask for other words and
/// strings of the same shape. Every second copy keeps the first word of each pattern that needs another word behind it, so that
/// it begins where the real rule begins, and matches nothing.
enum SyntheticRules {
    static func compiled(copies: Int) throws -> RuleSet {
        var reader = RuleReader()
        for path in Repository.files(in: "rules", endings: [".yaml"]) {
            let id = String(path.dropFirst("rules/".count).dropLast(".yaml".count))
            let text = try Repository.text(path)
            reader.read(Array(text.utf8), path: path, name: id + ".yaml")
            if ["contexts/", "crisis/lines/", "sources/"].contains(where: id.hasPrefix) || looksForNoWords(text) { continue }
            for copy in 0..<copies {
                reader.read(Array(copied(text, copy).utf8), path: "\(path), copy \(copy)", name: "\(id)-copy\(copy).yaml")
            }
        }
        return try RuleSet(compiling: reader.finish())
    }

    /// Whether a rule looks for what tables or the markup hold, so that a copy of it would find the same.
    private static func looksForNoWords(_ text: String) -> Bool {
        text.contains(/(?m)^(stale-values|left-markup|suppression):/)
    }

    private static let keysOfPatterns: Set<Substring> = [
        "match", "except", "words", "needed-when", "needed-when-strict", "needed-except", "present-when", "present-except",
        "present-when-lines-unknown", "of", "against", "clause", "sentence", "paragraph", "section", "page", "consistency",
    ]
    private static let keysOfStrings: Set<Substring> = ["literal", "needed-literal", "file"]

    private static func copied(_ text: String, _ copy: Int) -> String {
        var key: Substring = ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            var start = line.startIndex
            if let match = line.firstMatch(of: /^ {0,2}([a-z-]+):/) {
                key = match.1
                start = match.range.upperBound
            } else if let item = line.firstMatch(of: /^ *- (pattern: |\{ pattern: )?/) {
                start = item.range.upperBound
            }
            let end = line.firstRange(of: /, (say|replace):/)?.lowerBound ?? line.endIndex
            if keysOfStrings.contains(key) { return line[..<start] + moved(line[start...], by: copy + 3) }
            guard keysOfPatterns.contains(key), start < end else { return String(line) }
            return line[..<start] + otherWords(line[start..<end], copy) + line[end...]
        }.joined(separator: "\n")
    }

    /// A pattern with the letters of its words moved on, the names of its lists those of the copies.
    private static func otherWords(_ pattern: Substring, _ copy: Int) -> String {
        var keepsWord = copy % 2 == 1 && !pattern.contains("[") && needsSecondWord(pattern)
        var result = ""
        var rest = pattern
        while let first = rest.first {
            if first == "<" {
                let end = rest.firstIndex(of: ">") ?? rest.endIndex
                let name = rest[rest.index(after: rest.startIndex)..<end]
                if LineClass(rawValue: String(name)) != nil {
                    result += moved(name.prefix { $0 != "-" }, by: copy + 3)
                    rest = rest[end...].dropFirst()
                    continue
                }
                result += WordClass(rawValue: String(name)) == nil ? "<\(name)-copy\(copy)" : "<\(name)"
                rest = rest[end...]
            } else if first.isLetter {
                let word = rest.prefix { $0.isLetter || $0 == "'" }
                rest = rest.dropFirst(word.count)
                result += keepsWord || rest.first == ":" ? String(word) : moved(word, by: copy + 3) + endOfNoWord
                keepsWord = false
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    /// Letters in which no word ends, as many a short word with its letters moved on is another word.
    private static let endOfNoWord = "qx"

    /// Whether something that must be there, and is a word of the rule's own, follows the first element of a pattern.
    private static func needsSecondWord(_ pattern: Substring) -> Bool {
        var depth = 0
        var elements: [Substring] = []
        var start = pattern.startIndex
        for index in pattern.indices {
            switch pattern[index] {
            case "(", "{": depth += 1
            case ")", "}": depth -= 1
            case " " where depth == 0:
                elements.append(pattern[start..<index])
                start = pattern.index(after: index)
            default: break
            }
        }
        elements.append(pattern[start...])
        return elements.dropFirst().contains { $0.first?.isLetter ?? false || $0.first == "(" && $0.last != "?" }
    }

    private static func moved(_ word: Substring, by distance: Int) -> String {
        String(String.UnicodeScalarView(word.unicodeScalars.map { scalar in
            guard scalar.isASCII, scalar.properties.isAlphabetic else { return scalar }
            let base: UInt32 = scalar.value < 0x61 ? 0x41 : 0x61
            return Unicode.Scalar(base + (scalar.value - base + UInt32(distance)) % 26) ?? scalar
        }))
    }
}
