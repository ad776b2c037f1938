import SourceText

/// The stretches of a block between quotation marks: curly, straight or angled double ones.
struct Quotations {
    private var ranges: [Range<Int>] = []

    init(in text: [UInt8], _ block: TextRange) {
        var open: (at: Int, closing: [UInt8])?
        var at = block.lower
        while at < block.upper {
            let rest = text[at..<min(at + 3, block.upper)]
            if let quotation = open, rest.starts(with: quotation.closing) {
                ranges.append(quotation.at..<at)
                open = nil
                at += quotation.closing.count
            } else if open == nil, let mark = Self.marks.first(where: { rest.starts(with: $0.opening) }) {
                at += mark.opening.count
                open = (at, mark.closing)
            } else {
                at += 1
            }
        }
    }

    func contain(_ range: TextRange) -> Bool {
        ranges.contains { $0.lowerBound <= range.lower && range.upper <= $0.upperBound }
    }

    private static let marks: [(opening: [UInt8], closing: [UInt8])] = [
        (Array("“".utf8), Array("”".utf8)), (Array("\"".utf8), Array("\"".utf8)), (Array("«".utf8), Array("»".utf8)),
    ]
}
