import Segmentation

/// A harmless change to an example, after which the rule must find the same, or, in code, nothing.
enum Variation: String, CaseIterable {
    case asWritten = "as written"
    case afterOtherScripts = "after a paragraph of emoji and CJK"
    case carriageReturns = "with CRLF line ends"
    case decomposed = "in NFD"
    case straightQuotes = "with straight quotes"
    case curlyQuotes = "with curly quotes"
    case emphasis = "with the finding in emphasis"
    case listItem = "in a list item"
    case code = "in code"
    case suppressed = "in a draft that keeps findings back"

    /// Whether the change can be made to an example of one line only, as blocks of Markdown change with their lines.
    var needsOneLine: Bool {
        switch self {
        case .emphasis, .listItem, .code: true
        default: false
        }
    }

    /// The changed text and where its marks are, in bytes.
    func apply(to text: String, _ marks: [Range<Int>]) -> (text: String, marks: [Range<Int>]) {
        switch self {
        case .asWritten: return (text, marks)
        case .afterOtherScripts: return prefixed(by: "👩🏽‍⚕️ 心理治療は対話です。 e\u{301}\n\n", text, marks)
        case .listItem: return prefixed(by: "- ", text, marks)
        case .carriageReturns: return mapped(text, marks) { $0 == "\n" ? "\r\n" : String($0) }
        case .decomposed: return mapped(text, marks) { Folding.decomposed(String($0)) }
        case .straightQuotes:
            return mapped(text, marks) { ["’": "'", "‘": "'", "“": "\"", "”": "\""][$0] ?? String($0) }
        case .curlyQuotes: return mapped(text, marks) { $0 == "'" ? "’" : String($0) }
        case .code: return ("    " + text, [])
        case .suppressed: return ("<!-- attune-disable-file -->\n\n" + text, [])
        case .emphasis:
            var bytes = Array(text.utf8)
            var shifted: [Range<Int>] = []
            for (index, mark) in marks.enumerated() {
                bytes.insert(contentsOf: "**".utf8, at: mark.lowerBound + index * 4)
                bytes.insert(contentsOf: "**".utf8, at: mark.upperBound + index * 4 + 2)
                shifted.append((mark.lowerBound + index * 4 + 2)..<(mark.upperBound + index * 4 + 2))
            }
            return (String(decoding: bytes, as: UTF8.self), shifted)
        }
    }

    private func prefixed(by prefix: String, _ text: String, _ marks: [Range<Int>]) -> (text: String, marks: [Range<Int>]) {
        let shift = prefix.utf8.count
        return (prefix + text, marks.map { ($0.lowerBound + shift)..<($0.upperBound + shift) })
    }

    /// Replaces each code point and carries the marks along.
    private func mapped(
        _ text: String, _ marks: [Range<Int>], _ change: (Unicode.Scalar) -> String
    ) -> (text: String, marks: [Range<Int>]) {
        var result: [UInt8] = []
        var moved: [Int: Int] = [:]
        var at = 0
        for scalar in text.unicodeScalars {
            moved[at] = result.count
            result += change(scalar).utf8
            at += String(scalar).utf8.count
        }
        moved[at] = result.count
        let marks = marks.compactMap { mark in
            moved[mark.lowerBound].flatMap { lower in moved[mark.upperBound].map { lower..<$0 } }
        }
        return (String(decoding: result, as: UTF8.self), marks)
    }
}
