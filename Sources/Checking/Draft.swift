import Diagnostics
import Documents
import RuleFormat
import Segmentation
import Settings
import SourceText

/// A draft with everything that is known about it once, for all rules. A class, since every check of a rule holds it.
final class Draft {
    let file: SourceFile
    let document: Document
    let tokens: TokenTable
    let contexts: ContextFinder
    let settings: Settings
    /// The tokens of the page end here, and those of texts beside it begin.
    private let endOfPage: Int

    init(file: SourceFile, document: Document, tokens: TokenTable, contexts: ContextFinder, settings: Settings) {
        self.file = file
        self.document = document
        self.tokens = tokens
        self.contexts = contexts
        self.settings = settings
        let firstAside = document.blocks.firstIndex(where: \.isAside)
        endOfPage = firstAside.flatMap { tokens.sentencesOfBlock[$0].first }.map { tokens.sentences[$0].tokens.lower } ?? tokens.count
    }

    /// Whether a rule reports on it.
    func isOn(_ rule: Rule) -> Bool {
        if settings.level(of: rule) == .off { return false }
        return rule.audience != .general || (settings.audience != .professional && !settings.isLegalNotice)
    }

    /// The bytes of the file that a range of tokens came from.
    func source(of range: TokenRange) -> SourceRange {
        document.map.source(of: tokens.text(of: range))
    }

    /// The first token of the page, texts beside it left aside, that ends behind a byte of the file; nil when none does.
    func token(at offset: Int) -> Int? {
        var low = 0
        var high = endOfPage
        while low < high {
            let middle = (low + high) / 2
            if source(of: TokenRange(middle, middle + 1)).upper <= offset { low = middle + 1 } else { high = middle }
        }
        return low < endOfPage ? low : nil
    }

    /// Whether a telephone number goes on before or behind a range of tokens: "988" in "(303) 988-0000" is no number to call.
    /// "24" in "988, 24 hours" or in "988 24/7" belongs to no number, and the leading 1 of North America makes none longer.
    func isWithinLongerNumber(_ range: TokenRange) -> Bool {
        let sentence = tokens.sentence(of: range).tokens
        return continuesNumber(from: range.lower, to: range.lower - 1, in: sentence)
            || continuesNumber(from: range.upper - 1, to: range.upper, in: sentence)
    }

    /// In digits. A group of a telephone number that stands behind a space has at least as many.
    private static let fewestDigitsOfGroup = 3

    private func continuesNumber(from edge: Int, to neighbour: Int, in sentence: TokenRange) -> Bool {
        let isBefore = neighbour < edge
        var neighbour = neighbour
        // The area code stands in brackets.
        if isBefore, neighbour >= sentence.lower, tokens.shapes[neighbour].contains(.closing) { neighbour -= 1 }
        guard sentence.indices.contains(neighbour), isDigits(edge), isDigits(neighbour) else { return false }
        if isBefore, document.text[Int(tokens.starts[neighbour])..<Int(tokens.ends[neighbour])].elementsEqual("1".utf8) { return false }
        let between = TextRange(Int(tokens.ends[min(edge, neighbour)]), Int(tokens.starts[max(edge, neighbour)]))
        let gap = document.text[between.indices]
        if gap.allSatisfy({ $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }) { return true }
        guard SeenText.string(gap).allSatisfy({ Self.joinsGroups.contains($0) }) else { return false }
        return Int(tokens.ends[neighbour] - tokens.starts[neighbour]) >= Self.fewestDigitsOfGroup
    }

    private static let joinsGroups = Set<Character>([" ", "-", ".", ")", "\u{A0}", "\u{2011}"])

    private func isDigits(_ token: Int) -> Bool {
        SeenText.string(document.text[Int(tokens.starts[token])..<Int(tokens.ends[token])]).utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Whether the file has one of some strings anywhere, ASCII letters in any case.
    func holds(anyOf strings: [String]) -> Bool {
        !LiteralSearch([(rule: 0, strings: strings)]).occurrences(in: file.bytes).isEmpty
    }

    /// In bytes. No farther back on its line is the start of a span of code looked for.
    private static let longestCode = 300

    /// Whether bytes of a draft in Markdown stand in a span of code on one line: they are shown, and not used.
    func isInCode(_ range: SourceRange) -> Bool {
        guard document.format == .markdown || document.format == .mdx else { return false }
        let tick = UInt8(ascii: "`")
        let before = file.bytes[max(0, range.lower - Self.longestCode)..<range.lower]
        let after = file.bytes[range.upper..<min(file.bytes.count, range.upper + Self.longestCode)]
        let line = before.suffix(from: before.lastIndex(of: 0x0A).map { $0 + 1 } ?? before.startIndex)
        return line.count { $0 == tick } % 2 == 1 && after.prefix { $0 != 0x0A }.contains(tick)
    }

    /// The first byte of a token's text.
    func byte(at token: Int) -> UInt8 {
        document.text[Int(tokens.starts[token])]
    }

    /// The words of a range of tokens, as a reader sees them, with an ellipsis for code and for other things that are no prose.
    func words(of range: TokenRange) -> String {
        let words = SeenText.string(document.text[tokens.text(of: range).indices])
        return String(String.UnicodeScalarView(words.unicodeScalars.map { $0 == "\u{FFFC}" ? "…" : $0 }))
    }
}
