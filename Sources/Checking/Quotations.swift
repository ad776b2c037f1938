import Documents
import SourceText

/// The stretches of a document between quotation marks (double and single, curly, straight, low and angled ones), none across
/// blocks, and the titles of books and articles in it.
struct Quotations {
    /// In order, without overlaps.
    private var ranges: [TextRange] = []
    /// In order, without overlaps.
    private let titles: [TextRange]

    init(in document: Document) {
        titles = Self.titles(in: document)
        document.text.withUnsafeBufferPointer { text in
            for block in document.blocks { addQuotations(in: UnsafeBufferPointer(rebasing: text[block.range.indices]), at: block.range.lower) }
        }
    }

    /// An apostrophe may look like a mark that opens a quotation, so the next one opens another where none closes it.
    private mutating func addQuotations(in text: UnsafeBufferPointer<UInt8>, at offset: Int) {
        var open: (mark: QuotationMark, start: Int)?
        var at = 0
        while at < text.count {
            guard let mark = QuotationMark(at: at, in: text) else {
                at += 1
                continue
            }
            let end = at + mark.length
            if let quotation = open, mark.closes(quotation.mark, at: at, in: text) {
                ranges.append(TextRange(offset + quotation.start, offset + at))
                open = nil
            } else if mark.opens(at: at, in: text), open?.mark.isSingle ?? true {
                open = (mark, end)
            }
            at = end
        }
    }

    /// The quotation that a range stands in, its marks left aside.
    func quotation(around range: TextRange) -> TextRange? {
        Self.range(around: range, in: ranges)
    }

    /// Whether a range is a part of a longer title.
    func isInTitle(_ range: TextRange) -> Bool {
        Self.range(around: range, in: titles).map { $0.count > range.count } ?? false
    }

    private static func range(around range: TextRange, in ranges: [TextRange]) -> TextRange? {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upper < range.upper { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(range) ? ranges[low] : nil
    }

    /// In words of a title, and in letters of a word that must have a capital in one.
    private static let fewestWordsOfTitle = 3
    private static let longWord = 5

    /// The stretches of italics in which every long word has a capital. Of nested ones the inner counts.
    private static func titles(in document: Document) -> [TextRange] {
        var titles: [TextRange] = []
        for emphasis in document.emphases where titles.last.map({ $0.upper <= emphasis.lower }) ?? true {
            let words = document.string(emphasis).split(separator: " ")
            let capitalised = words.count { $0.first?.isUppercase ?? false }
            let isTitle = words.count >= fewestWordsOfTitle && capitalised > 1
                && words.allSatisfy { $0.count < longWord || $0.first?.isUppercase ?? false }
            if isTitle { titles.append(emphasis) }
        }
        return titles
    }
}
