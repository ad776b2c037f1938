import SourceText

/// Reads a stretch of Markdown in which only escapes and character references count, as in the title of a link.
struct EscapedText {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Where the first byte stands in the file.
    private let offset: Int
    private let masks: Masks

    init(bytes: UnsafeBufferPointer<UInt8>, offset: Int, masks: Masks) {
        self.bytes = bytes
        self.offset = offset
        self.masks = masks
    }

    func append(_ range: Range<Int>, _ references: inout CharacterReferences, to stream: inout TextStream) {
        var at = range.lowerBound
        var plain = at
        while at < range.upperBound {
            switch bytes[at] {
            case UInt8(ascii: "\\") where at + 1 < range.upperBound && Self.isPunctuation(bytes[at + 1]):
                append(plain..<at, to: &stream)
                plain = at + 1
                at += 2
            case UInt8(ascii: "&"):
                guard let reference = reference(at: at, upTo: range.upperBound, &references) else {
                    at += 1
                    continue
                }
                append(plain..<at, to: &stream)
                stream.substitute(reference.text, for: source(at..<(at + reference.length)))
                at += reference.length
                plain = at
            case 0x0A, 0x0D:
                append(plain..<at, to: &stream)
                let start = at
                while at < range.upperBound, HTMLTag.isSpace(bytes[at]) || bytes[at] == UInt8(ascii: ">") { at += 1 }
                stream.addSpace(for: source(start..<at))
                plain = at
            default: at += 1
            }
        }
        append(plain..<at, to: &stream)
    }

    /// Markdown knows no references without a semicolon.
    private func reference(at start: Int, upTo end: Int, _ references: inout CharacterReferences) -> CharacterReferences.Decoded? {
        guard let reference = references.decode(at: start, in: bytes, .text), start + reference.length <= end,
            bytes[start + reference.length - 1] == UInt8(ascii: ";") else { return nil }
        return reference
    }

    private func append(_ range: Range<Int>, to stream: inout TextStream) {
        masks.forEachPiece(of: source(range).indices) { piece in
            switch piece {
            case .text(let range):
                stream.append(UnsafeBufferPointer(rebasing: bytes[(range.lowerBound - offset)..<(range.upperBound - offset)]), at: range.lowerBound)
            case .mask(let mask): stream.substitute(mask.reading == .replacement ? "\u{FFFD}" : TextStream.mark, for: SourceRange(mask.range))
            }
        }
    }

    private func source(_ range: Range<Int>) -> SourceRange {
        SourceRange(offset + range.lowerBound, offset + range.upperBound)
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte) || (0x7B...0x7E).contains(byte)
    }
}
