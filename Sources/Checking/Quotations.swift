import Documents
import SourceText

/// The stretches of a document between quotation marks (curly, straight or angled double ones), none across blocks, and the
/// titles of books and articles in it.
struct Quotations {
    /// In order, without overlaps.
    private var ranges: [TextRange] = []
    /// In order, without overlaps.
    private let titles: [TextRange]

    init(in document: Document) {
        titles = Self.titles(in: document)
        document.text.withUnsafeBufferPointer { text in
            for block in document.blocks {
                var open: (at: Int, closing: StaticString)?
                var at = block.range.lower
                while at < block.range.upper {
                    guard let mark = Self.mark(at: at, in: text) else {
                        at += 1
                        continue
                    }
                    if let quotation = open, Self.stands(quotation.closing, at: at, in: text) {
                        ranges.append(TextRange(quotation.at, at))
                        open = nil
                        at += quotation.closing.utf8CodeUnitCount
                    } else {
                        at += mark.utf8CodeUnitCount
                        if open == nil { open = Self.closing(of: mark).map { (at, $0) } }
                    }
                }
            }
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

    private static let marks: [StaticString] = ["“", "”", "\"", "«", "»"]

    private static func mark(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> StaticString? {
        switch text[offset] {
        case 0x22, 0xE2, 0xC2: marks.first { stands($0, at: offset, in: text) }
        default: nil
        }
    }

    private static func closing(of mark: StaticString) -> StaticString? {
        switch mark.utf8Start[mark.utf8CodeUnitCount - 1] {
        case 0x22: "\""
        case 0x9C: "”"
        case 0xAB: "»"
        default: nil
        }
    }

    private static func stands(_ mark: StaticString, at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        offset + mark.utf8CodeUnitCount <= text.count
            && (0..<mark.utf8CodeUnitCount).allSatisfy { text[offset + $0] == mark.utf8Start[$0] }
    }
}
