import SourceText

/// The footnote marks (`[^1]`) of a text, found once.
struct FootnoteMarks {
    /// Where they begin, in order.
    private var offsets: [Int] = []

    init(in text: [UInt8]) {
        text.withUnsafeBufferPointer { text in
            for at in text.indices.dropLast() where text[at] == UInt8(ascii: "[") {
                if text[at + 1] == UInt8(ascii: "^") { offsets.append(at) }
            }
        }
    }

    /// Whether one begins within a range.
    func begins(in range: TextRange) -> Bool {
        var low = 0
        var high = offsets.count
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] < range.lower { low = middle + 1 } else { high = middle }
        }
        return low < offsets.count && offsets[low] < range.upper
    }
}
