import SourceText

/// A line of plain text, parted from what only gives it its shape.
struct PlainTextLine {
    /// In words.
    private static let longestHeading = 12

    /// What is to be read: without space at both ends, marks of quotation, bullets and the signs of a heading.
    private(set) var text: SourceRange
    private(set) var quoteDepth = 0
    private(set) var isListItem = false
    /// 1 to 6 when signs before or under the line make a heading of it.
    var headingLevel: Int?
    /// 1 or 2 when the line is nothing but `=` or `-`, as under a heading.
    private(set) var underlineLevel: Int?
    /// Whether it is nothing but signs that part what is above it from what is below.
    private(set) var isRule = false
    /// How many code points it has up to its end.
    private(set) var width = 0

    var isBlank: Bool { text.isEmpty }

    /// Whether a line has nothing to read in it but marks of quotation.
    static func isBlank(_ line: SourceRange, in bytes: [UInt8]) -> Bool {
        guard let first = bytes[line.indices].first(where: { !isSpace($0) && $0 != UInt8(ascii: ">") }) else { return true }
        return first == noBreakSpace[0] && PlainTextLine(line, in: bytes).isBlank
    }

    /// In code points.
    static func width(_ line: SourceRange, in bytes: [UInt8]) -> Int {
        bytes[line.indices].count { $0 & 0xC0 != 0x80 }
    }

    init(_ line: SourceRange, in bytes: [UInt8]) {
        text = line
        width = Self.width(line, in: bytes)
        bytes.withUnsafeBufferPointer { bytes in
            skipSpaceAtEnd(bytes)
            skipSpace(bytes)
            while let first = bytes[text.indices].first, first == UInt8(ascii: ">") {
                text.lower += 1
                quoteDepth += 1
                skipSpace(bytes)
            }
            shape(bytes)
        }
    }

    private mutating func shape(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes[text.indices].first else { return }
        // The line above a signature in e-mail.
        if bytes[text.indices].elementsEqual("--".utf8) {
            isRule = true
            return
        }
        if text.count >= 3, "=-*_~#".utf8.contains(first), bytes[text.indices].allSatisfy({ $0 == first }) {
            underlineLevel = first == UInt8(ascii: "=") ? 1 : first == UInt8(ascii: "-") ? 2 : nil
            isRule = true
            return
        }
        let signs = bytes[text.indices].prefix { $0 == UInt8(ascii: "#") }.count
        if (1...6).contains(signs), signs < text.count, Self.isSpace(bytes[text.lower + signs]) {
            headingLevel = signs
            text.lower += signs
            while text.upper > text.lower, bytes[text.upper - 1] == UInt8(ascii: "#") || Self.isSpace(bytes[text.upper - 1]) { text.upper -= 1 }
        } else {
            let bullet = Self.bulletLength(bytes, text)
            isListItem = bullet > 0
            text.lower += bullet
        }
        skipSpace(bytes)
    }

    private mutating func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>) {
        while text.lower < text.upper {
            if Self.isSpace(bytes[text.lower]) { text.lower += 1 } else if bytes[text.indices].starts(with: Self.noBreakSpace) { text.lower += 2 } else { return }
        }
    }

    private mutating func skipSpaceAtEnd(_ bytes: UnsafeBufferPointer<UInt8>) {
        while text.upper > text.lower {
            if Self.isSpace(bytes[text.upper - 1]) { text.upper -= 1 } else if bytes[text.indices].suffix(2).elementsEqual(Self.noBreakSpace) { text.upper -= 2 } else { return }
        }
    }

    /// What word processors leave in empty lines.
    private static let noBreakSpace: [UInt8] = [0xC2, 0xA0]

    private static let bullets = ["•", "◦", "▪", "‣", "·", "–", "-", "*", "+"].map { Array($0.utf8) }

    /// How many bytes of bullet or number start a line, with space behind them; 0 when none do.
    private static func bulletLength(_ bytes: UnsafeBufferPointer<UInt8>, _ line: SourceRange) -> Int {
        let start = bytes[line.indices]
        var length = bullets.first { start.starts(with: $0) }?.count ?? 0
        if length == 0 {
            let digits = start.prefix(3).prefix { (0x30...0x39).contains($0) }.count
            let isLettered = digits == 0 && start.first.map { (0x61...0x7A).contains($0) } ?? false
            let mark = line.lower + (isLettered ? 1 : digits)
            guard digits > 0 || isLettered, mark < line.upper else { return 0 }
            guard bytes[mark] == UInt8(ascii: ")") || (bytes[mark] == UInt8(ascii: ".") && !isLettered) else { return 0 }
            length = mark + 1 - line.lower
        }
        guard line.lower + length < line.upper, isSpace(bytes[line.lower + length]) else { return 0 }
        return length
    }

    /// Whether a line that stands alone reads as a heading.
    func looksLikeHeading(in file: SourceFile) -> Bool {
        let bytes = file.bytes[text.indices]
        guard quoteDepth == 0, let last = bytes.last, !".,:;!".utf8.contains(last) else { return false }
        return bytes.split(whereSeparator: Self.isSpace).count <= Self.longestHeading
    }

    /// In code points, up to the first space.
    func firstWordWidth(in bytes: [UInt8]) -> Int {
        bytes[text.indices].prefix { !Self.isSpace($0) }.count { $0 & 0xC0 != 0x80 }
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09
    }
}
