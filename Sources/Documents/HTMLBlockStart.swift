/// How a block of raw HTML in Markdown starts, as md4c tells it (CommonMark 0.31, 4.6), and so where it ends.
enum HTMLBlockStart {
    case code, comment, instruction, declaration, characterData
    /// An element that is known as a block, or a complete tag on a line of its own: both end at a blank line.
    case element, tag

    /// `line` is the rest of a line from its `<` on.
    init?(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
        let rest = line.dropFirst()
        guard let first = rest.first else { return nil }
        if Self.namesOfCode.contains(where: { Self.starts(rest, with: $0) }) {
            self = .code
        } else if rest.starts(with: "!--".utf8) {
            self = .comment
        } else if first == UInt8(ascii: "?") {
            self = .instruction
        } else if rest.starts(with: "![CDATA[".utf8) {
            self = .characterData
        } else if first == UInt8(ascii: "!"), let letter = rest.dropFirst().first, (0x41...0x5A).contains(letter) {
            self = .declaration
        } else if Self.isElement(first == UInt8(ascii: "/") ? rest.dropFirst() : rest) {
            self = .element
        } else if Self.isTag(line) {
            self = .tag
        } else {
            return nil
        }
    }

    /// Whether it may start where a paragraph has not ended.
    var interruptsParagraph: Bool { self != .tag }

    var endsAtBlankLine: Bool { self == .element || self == .tag }

    /// Whether a line of the block is its last.
    func ends(in line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        switch self {
        case .code: Self.namesOfCode.contains { Self.holds(line, "</\($0)>") }
        case .comment: Self.holds(line, "-->")
        case .instruction: Self.holds(line, "?>")
        case .declaration: Self.holds(line, ">")
        case .characterData: Self.holds(line, "]]>")
        case .element, .tag: false
        }
    }

    private static func isElement(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let name = rest.prefix { HTMLTag.isLetter($0) || (0x30...0x39).contains($0) }
        guard !name.isEmpty, name.count <= 10, elements.contains(String(decoding: name, as: UTF8.self).lowercased()) else { return false }
        let after = rest[name.endIndex...]
        guard let byte = after.first else { return true }
        return byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">") || after.starts(with: "/>".utf8)
    }

    private static func isTag(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let bytes = UnsafeBufferPointer(rebasing: line)
        let name = line.dropFirst().drop { $0 == UInt8(ascii: "/") }.drop { HTMLTag.isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
        guard name.first.map({ HTMLTag.isSpace($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") }) ?? false, let tag = HTMLTag(at: 0, in: bytes) else { return false }
        return bytes[tag.range.upperBound...].allSatisfy(HTMLTag.isSpace)
    }

    private static func starts(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, with word: String) -> Bool {
        var at = bytes.startIndex
        for letter in word.utf8 {
            guard at < bytes.endIndex, bytes[at] == letter || (HTMLTag.isLetter(letter) && bytes[at] | 0x20 == letter) else { return false }
            at += 1
        }
        return true
    }

    private static func holds(_ line: Slice<UnsafeBufferPointer<UInt8>>, _ word: String) -> Bool {
        guard let first = word.utf8.first else { return false }
        var rest = line
        while let at = rest.firstIndex(of: first) {
            if starts(line[at...], with: word) { return true }
            rest = line[(at + 1)...]
        }
        return false
    }

    private static let namesOfCode = ["script", "style", "pre"]

    private static let elements = Set(
        """
        address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset \
        figcaption figure footer form frame frameset h1 head header hr html iframe legend li link main menu menuitem nav noframes ol \
        optgroup option p param section source summary table tbody td tfoot th thead title tr track ul
        """.split(separator: " ").map(String.init))
}
