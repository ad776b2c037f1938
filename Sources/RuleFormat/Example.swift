package import SourceText

/// A sentence or draft that shows what a rule flags, its findings between `[[` and `]]`, or what it accepts.
package struct Example: Sendable {
    package let text: String
    package let isFlagged: Bool
    /// Where it stands in the rule file, for a failing test.
    package let position: Position

    /// The text without marks, and the byte ranges that were marked.
    package var unmarked: (text: String, marks: [Range<Int>]) {
        let parts = parts
        return (String(decoding: parts.text, as: UTF8.self), parts.marks)
    }

    /// What is wrong with the marks, if anything.
    var imbalance: String? {
        let parts = parts
        if let open = parts.open {
            let start = String(decoding: parts.text[open...], as: UTF8.self).prefix(Self.longestQuotation)
            return "the mark “[[\(start)” is opened and not closed"
        }
        return isFlagged && parts.closesNone ? "a mark is closed with ]] and not opened" : nil
    }

    /// In characters, of a mark in an error.
    private static let longestQuotation = 20

    /// The text without marks, the ranges of it that were marked, where a mark begins that does not end, and whether one ends
    /// that does not begin.
    private var parts: (text: [UInt8], marks: [Range<Int>], open: Int?, closesNone: Bool) {
        var text: [UInt8] = []
        var marks: [Range<Int>] = []
        var start: Int?
        var closesNone = false
        let bytes = Array(self.text.utf8)
        var at = 0
        while at < bytes.count {
            let isEnd = bytes[at...].starts(with: "]]".utf8) && !bytes[at...].starts(with: "]]]".utf8)
            if bytes[at...].starts(with: "[[".utf8), start == nil {
                start = text.count
                at += 2
            } else if isEnd, let from = start {
                marks.append(from..<text.count)
                start = nil
                at += 2
            } else {
                closesNone = closesNone || isEnd
                text.append(bytes[at])
                at += 1
            }
        }
        return (text, marks, start, closesNone)
    }
}
