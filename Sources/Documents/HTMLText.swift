import SourceText

/// Reads stretches of HTML as a browser shows them: references decoded, space collapsed, ignored tags passed over.
struct HTMLText {
    enum Context {
        /// Between tags.
        case markup
        /// Where `<` is a character like any other, as in a title.
        case raw
        case attribute
    }

    /// What parsers are given for a NUL, of which they would not say where it stands, and for what is no UTF-8.
    static let standIn: UInt8 = 0x1A

    /// As gumbo sees it.
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Where its first byte stands in the file.
    private let offset: Int
    private let masks: Masks
    private var references = CharacterReferences()

    init(bytes: UnsafeBufferPointer<UInt8>, offset: Int, masks: Masks) {
        self.bytes = bytes
        self.offset = offset
        self.masks = masks
    }

    /// Adds the text that stands in a range, or at its start when it is known how many bytes of decoded text are to be read.
    /// Where that ends.
    @discardableResult
    mutating func append(_ range: Range<Int>, decodedCount: Int = .max, _ context: Context, to stream: inout TextStream) -> Int {
        var at = range.lowerBound
        var left = decodedCount
        while at < range.upperBound, left > 0 {
            let plain = plainEnd(from: at, to: at + min(range.upperBound - at, left))
            if plain > at {
                append(at..<plain, to: &stream)
                left -= plain - at
                at = plain
                continue
            }
            switch bytes[at] {
            case UInt8(ascii: "&"):
                let reference = references.decode(at: at, in: bytes, context == .attribute ? .attribute : .text)
                guard let reference, at + reference.length <= range.upperBound else {
                    append(at..<(at + 1), to: &stream)
                    left -= 1
                    at += 1
                    continue
                }
                substitute(reference.text, for: at..<(at + reference.length), in: &stream)
                left -= reference.text.utf8.count
                at += reference.length
            case UInt8(ascii: "<"):
                if context == .markup, let end = endOfTag(at: at) {
                    at = end
                } else {
                    append(at..<(at + 1), to: &stream)
                    left -= 1
                    at += 1
                }
            case let byte where HTMLTag.isSpace(byte):
                let end = endOfSpace(from: at, upTo: range.upperBound, &left)
                appendSpace(at..<end, to: &stream)
                at = end
            default:
                let length = codePointLength(at)
                left -= isReplaced(at, length) ? 3 : length
                appendOdd(at..<min(range.upperBound, at + length), to: &stream)
                at += length
            }
        }
        return min(at, range.upperBound)
    }

    /// The end of what stands for itself: letters, and single spaces between them.
    private func plainEnd(from start: Int, to limit: Int) -> Int {
        var at = start
        while at < limit {
            let byte = bytes[at]
            if byte > 0x20, byte != UInt8(ascii: "&"), byte != UInt8(ascii: "<"), byte != 0x7F, byte != 0xC2, byte != 0xEF, byte < 0xF0 {
                at += 1
            } else if byte == 0x20, at > start, at + 1 < limit, bytes[at + 1] > 0x20, masks.isEmpty {
                at += 1
            } else {
                break
            }
        }
        return at
    }

    private func append(_ range: Range<Int>, to stream: inout TextStream) {
        stream.append(UnsafeBufferPointer(rebasing: bytes[range]), at: offset + range.lowerBound)
    }

    private func substitute(_ text: String, for range: Range<Int>, in stream: inout TextStream) {
        if text == " " || text == "\n" || text == "\t" {
            stream.addSpace(for: source(range))
        } else {
            stream.substitute(text, for: source(range))
        }
    }

    /// Adds space, and a mark for each mask that it stands for.
    private func appendSpace(_ range: Range<Int>, to stream: inout TextStream) {
        if masks.isEmpty {
            stream.addSpace(for: source(range))
            return
        }
        masks.forEachPiece(of: source(range).indices) { piece in
            switch piece {
            case .text(let range): stream.addSpace(for: SourceRange(range))
            case .mask(let mask):
                if mask.reading == .mark { stream.substitute(TextStream.mark, for: SourceRange(mask.range)) }
            }
        }
    }

    /// Adds a character that gumbo may have read as another: nothing for a NUL, U+FFFD for what is no UTF-8.
    private func appendOdd(_ range: Range<Int>, to stream: inout TextStream) {
        guard bytes[range.lowerBound] == Self.standIn, let mask = masks.mask(at: offset + range.lowerBound) else {
            append(range, to: &stream)
            return
        }
        if mask.isCharacter { stream.substitute(mask.text, for: SourceRange(mask.range)) }
    }

    private func endOfSpace(from start: Int, upTo limit: Int, _ left: inout Int) -> Int {
        var at = start
        while at < limit, left > 0, HTMLTag.isSpace(bytes[at]) {
            // A CRLF is one line feed.
            if bytes[at] == 0x0A, at > start, bytes[at - 1] == 0x0D { left += 1 }
            at += 1
            left -= 1
        }
        if at < limit, at > start, left == 0, bytes[at] == 0x0A, bytes[at - 1] == 0x0D { at += 1 }
        return at
    }

    /// The end of a tag that the tree left out, or of a comment.
    private func endOfTag(at start: Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        let next = bytes[start + 1]
        if next == UInt8(ascii: "/") || HTMLTag.isLetter(next) {
            if let tag = HTMLTag(at: start, in: bytes) { return tag.range.upperBound }
        } else if next != UInt8(ascii: "!"), next != UInt8(ascii: "?") {
            return nil
        }
        return bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }

    private func codePointLength(_ at: Int) -> Int {
        switch bytes[at] {
        case ..<0xC0: 1
        case ..<0xE0: 2
        case ..<0xF0: 3
        default: 4
        }
    }

    /// Whether gumbo gives U+FFFD for a character: controls and those that Unicode sets aside.
    private func isReplaced(_ at: Int, _ length: Int) -> Bool {
        switch length {
        case 1: bytes[at] < 0x20 || bytes[at] == 0x7F
        case 2: bytes[at] == 0xC2 && bytes[at + 1] < 0xA0
        case 4: bytes[at + 2] == 0xBF && bytes[at + 3] >= 0xBE && bytes[at + 1] & 0x0F == 0x0F
        default: false
        }
    }

    private func source(_ range: Range<Int>) -> SourceRange {
        SourceRange(offset + range.lowerBound, offset + range.upperBound)
    }
}
