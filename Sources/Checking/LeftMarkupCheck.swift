import Documents
import SourceText

/// Checks HTML and plain text for Markdown that shows: `**bold**`, `__bold__`, `## heading`, `[text](address)`.
struct LeftMarkupCheck {
    let check: RuleCheck

    private var draft: Draft { check.draft }

    func findings() -> [Finding] {
        guard draft.document.format == .html || draft.document.format == .plainText else { return [] }
        return draft.document.blocks.flatMap { block -> [Finding] in
            if block.isAside { return [] }
            return headingMark(of: block).map { [check.finding(at: $0)] } ?? spans(in: block).map { check.finding(at: draft.document.map.source(of: $0)) }
        }
    }

    /// A block that `#` opens, as far as its first line shows it. The reader of plain text takes the signs for a heading's.
    private func headingMark(of block: Block) -> SourceRange? {
        let bytes = draft.document.text[block.range.indices]
        let source = draft.document.map.source(of: block.range)
        if let mark = Self.signs(of: bytes), draft.document.format == .html {
            let end = bytes[mark...].firstIndex(of: 0x0A) ?? bytes.endIndex
            return draft.document.map.source(of: TextRange(block.range.lower, end))
        }
        guard block.isHeading, draft.document.format == .plainText else { return nil }
        var start = source.lower
        while start > 0, draft.file.bytes[start - 1] == 0x20 || draft.file.bytes[start - 1] == Self.sign { start -= 1 }
        let isSigned = draft.file.bytes[start..<source.lower].contains(Self.sign)
        return isSigned ? SourceRange(start, source.upper) : nil
    }

    private static let sign = UInt8(ascii: "#")
    private static let mostSigns = 6

    /// Where the text behind the signs of a heading starts; nil when the bytes are none.
    private static func signs(of bytes: ArraySlice<UInt8>) -> Int? {
        let signs = bytes.prefix { $0 == sign }
        guard (1...mostSigns).contains(signs.count), signs.endIndex < bytes.endIndex, bytes[signs.endIndex] == 0x20 else { return nil }
        return signs.endIndex
    }

    // MARK: Spans

    private func spans(in block: Block) -> [TextRange] {
        var found: [TextRange] = []
        var at = block.range.lower
        while at < block.range.upper {
            if let end = endOfBold(at: at, in: block) ?? endOfLink(at: at, in: block) {
                found.append(TextRange(at, end))
                at = end
            } else {
                at += 1
            }
        }
        return found
    }

    /// In bytes. No more is looked through for the end of a span, so that the work follows the length of the text.
    private static let longestSpan = 300

    private func endOfBold(at start: Int, in block: Block) -> Int? {
        let text = draft.document.text
        let mark = text[start]
        guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_"), start + 4 < block.range.upper, text[start + 1] == mark,
            text[start + 2] > 0x20, text[start + 2] != mark else { return nil }
        let limit = min(block.range.upper, start + Self.longestSpan)
        let end = (start + 3..<limit).dropLast().first { text[$0] == mark && text[$0 + 1] == mark && text[$0 - 1] > 0x20 }
        return end.map { $0 + 2 }
    }

    private func endOfLink(at start: Int, in block: Block) -> Int? {
        let text = draft.document.text
        guard text[start] == UInt8(ascii: "[") else { return nil }
        let limit = min(block.range.upper, start + Self.longestSpan)
        guard let close = text[start..<limit].firstIndex(of: UInt8(ascii: "]")), close > start + 1, close + 1 < limit,
            text[close + 1] == UInt8(ascii: "("),
            ["http", "/", "#", "mailto:"].contains(where: { text[(close + 2)..<limit].starts(with: $0.utf8) })
        else { return nil }
        return text[close..<limit].firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 }
    }
}
