import SourceText
import TestKit

/// A draft as it is made at random, with what a reader should see of it and where that stands. Its words begin with q, end in j
/// and have neither within, so that each is found once in the clean text; what no reader sees says "unseen".
struct RandomDraft {
    struct Word {
        /// As a reader sees it.
        let text: String
        let source: SourceRange
    }

    var random: SeededGenerator
    let lineEnd: String
    private let isDamaged: Bool
    private(set) var bytes: [UInt8] = []
    /// In reading order.
    private(set) var words: [Word] = []
    /// Those beside the page, in any order.
    private(set) var asides: [Word] = []

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        lineEnd = ["\n", "\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
        isDamaged = seed % 4 == 0
    }

    mutating func chance(_ share: Double) -> Bool {
        Double.random(in: 0..<1, using: &random) < share
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    mutating func one<Element>(of elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &random)]
    }

    /// Writes what is no text; line feeds become the draft's own.
    mutating func markup(_ text: String) {
        for character in text { bytes += Array((character == "\n" ? lineEnd : String(character)).utf8) }
    }

    /// Writes a byte or two that are no text, with space around them, if the draft is one of those that were damaged.
    mutating func damage() {
        guard isDamaged, chance(0.1) else { return }
        bytes.append(0x20)
        bytes += one(of: [[0], [0xFF], [0xC3], [0xE2, 0x80], [0x80], [0, 0]])
        bytes.append(0x20)
    }

    /// Writes a word, each letter in one of the ways that a format has, with markup within.
    mutating func word(_ spelling: Spelling, isAside: Bool = false) {
        let number = words.count + asides.count
        var letters = ["q"] + String(number, radix: 8).map { String(UnicodeScalar(UInt8(ascii: "a") + $0.asciiValue! - 0x30)) }
        if chance(0.3), !spelling.rare.isEmpty { letters.insert(one(of: spelling.rare.keys.sorted()), at: self.number(1...letters.count)) }
        letters.append("j")
        let written = letters.map { letter in
            one(of: spelling.rare[letter] ?? (spelling.reference(letter).map { chance(0.08) ? [$0] : [letter] } ?? [letter]))
        }
        let start = bytes.count
        var end = start
        var closing: String?
        for (index, letter) in written.enumerated() {
            let mayHoldMarkup = index > 0 && (!spelling.partsLettersOnly || (written[index - 1] + letter + written[written.count - 1]).allSatisfy(\.isLetter))
            if mayHoldMarkup, let close = closing, chance(0.4) {
                markup(close)
                closing = nil
            } else if mayHoldMarkup, closing == nil, !isAside, !spelling.within.isEmpty, chance(0.15) {
                let (opening, close) = one(of: spelling.within)
                markup(opening)
                if !close.isEmpty { closing = close }
            }
            bytes += Array(letter.utf8)
            end = bytes.count
        }
        if let closing { markup(closing) }
        let word = Word(text: letters.joined(), source: SourceRange(start, end))
        if isAside { asides.append(word) } else { words.append(word) }
    }
}

/// How a format can write the letters of a word.
struct Spelling {
    /// Letters that are rare, each with the ways to write it.
    let rare: [String: [String]]
    /// Markup that may open and close within a word.
    let within: [(String, String)]
    let hasReferences: Bool
    /// Whether markup may stand only between two letters: beside signs it would be text (CommonMark, 6.2).
    var partsLettersOnly = false

    /// The same without links, which cannot hold each other.
    var withoutLinks: Spelling {
        Spelling(rare: rare, within: within.filter { $0.0 != "[" }, hasReferences: hasReferences, partsLettersOnly: partsLettersOnly)
    }

    func reference(_ letter: String) -> String? {
        guard hasReferences, let scalar = letter.unicodeScalars.first, scalar.isASCII else { return nil }
        return scalar.value % 2 == 0 ? "&#\(scalar.value);" : "&#x\(String(scalar.value, radix: 16));"
    }

    private static let plainLetters: [String: [String]] = [
        "é": ["é"], "x\u{301}": ["x\u{301}"], "心": ["心"], "𝒶": ["𝒶"], "\u{AD}": ["\u{AD}"], "👩🏽‍⚕️": ["👩🏽‍⚕️"], "’": ["’"],
    ]

    static let plainText = Spelling(rare: plainLetters, within: [], hasReferences: false)

    static let markdown = Spelling(
        rare: plainLetters.merging([
            "é": ["é", "&eacute;", "&#233;", "&#xE9;"], "\u{AD}": ["\u{AD}", "&shy;"], "’": ["’", "&rsquo;"], "'": ["'", "\\'", "&apos;"],
            "*": ["\\*", "&ast;"], "_": ["\\_"], "&": ["&amp;", "\\&"],
        ]) { _, new in new },
        within: [("*", "*"), ("**", "**"), ("~~", "~~"), ("<b>", "</b>"), ("<span class=\"unseen\">", "</span>"), ("[", "](/unseen)"), ("<!-- unseen -->", "")],
        hasReferences: true, partsLettersOnly: true)

    static let mdx = Spelling(
        rare: markdown.rare, within: [("*", "*"), ("**", "**"), ("[", "](/unseen)"), ("<B>", "</B>"), ("{/* unseen */}", "")], hasReferences: true,
        partsLettersOnly: true)

    /// In the title of a link, between quotation marks of either kind.
    static let title = Spelling(
        rare: ["é": ["é", "&eacute;"], "\"": ["\\\"", "&quot;"], "'": ["\\'"], "&": ["&amp;"], "心": ["心"]], within: [], hasReferences: true)

    static let cell = Spelling(
        rare: markdown.rare.merging(["|": ["\\|"]]) { _, new in new }, within: [("*", "*"), ("<b>", "</b>")], hasReferences: true,
        partsLettersOnly: true)

    static let html = Spelling(
        rare: plainLetters.merging([
            "é": ["é", "&eacute;", "&eacute", "&#233;", "&#xE9;", "&#233"], "\u{AD}": ["\u{AD}", "&shy;", "&shy"], "’": ["’", "&rsquo;", "&#x92;"],
            "<": ["&lt;", "&#60;"], "&": ["&amp;", "&"], "𝒶": ["𝒶", "&#x1D4B6;", "&ascr;"],
        ]) { _, new in new },
        within: [
            ("<b>", "</b>"), ("<a href='/unseen'>", "</a>"), ("<span\n class=unseen>", "</span>"), ("<!-- unseen -->", ""), ("</unseen>", ""), ("<wbr>", ""),
            ("<i hidden>unseen</i>", ""), ("<script>unseen</script>", ""),
        ],
        hasReferences: true)

    /// In the value of an attribute between double quotation marks.
    static let attribute = Spelling(
        rare: ["é": ["é", "&eacute;", "&#233;"], "\"": ["&quot;"], "<": ["&lt;"], "心": ["心"]], within: [], hasReferences: true)
}
