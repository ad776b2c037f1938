package import SourceText

/// A sentence or draft that shows what a rule flags, its findings between `[[` and `]]`, or what it accepts.
package struct Example: Sendable {
    package let text: String
    package let isFlagged: Bool
    /// Where it stands in the rule file, for a failing test.
    package let position: Position

    /// The text without marks, and the byte ranges that were marked.
    package var unmarked: (text: String, marks: [Range<Int>]) {
        var text: [UInt8] = []
        var marks: [Range<Int>] = []
        var start: Int?
        let bytes = Array(self.text.utf8)
        var at = 0
        while at < bytes.count {
            if bytes[at...].starts(with: "[[".utf8), start == nil {
                start = text.count
                at += 2
            } else if bytes[at...].starts(with: "]]".utf8), !bytes[at...].starts(with: "]]]".utf8), let from = start {
                marks.append(from..<text.count)
                start = nil
                at += 2
            } else {
                text.append(bytes[at])
                at += 1
            }
        }
        return (String(decoding: text, as: UTF8.self), marks)
    }
}
