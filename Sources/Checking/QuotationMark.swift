/// A mark that may open or close a quotation. By its neighbours alone can be told which; an apostrophe looks like a single one,
/// and inches like a straight one.
struct QuotationMark {
    private enum Kind {
        case straight, low, left, right, leftAngle, rightAngle
    }

    let isSingle: Bool
    /// In bytes.
    let length: Int
    private let kind: Kind

    /// The mark that stands at an offset of a block's text.
    init?(at offset: Int, in text: UnsafeBufferPointer<UInt8>) {
        func byte(_ distance: Int) -> UInt8 { offset + distance < text.count ? text[offset + distance] : 0 }
        switch (byte(0), byte(1), byte(2)) {
        case (0x22, _, _): self.init(.straight, 1)
        case (0x27, _, _): self.init(.straight, 1, isSingle: true)
        case (0xE2, 0x80, 0x98): self.init(.left, 3, isSingle: true)
        case (0xE2, 0x80, 0x99): self.init(.right, 3, isSingle: true)
        case (0xE2, 0x80, 0x9C): self.init(.left, 3)
        case (0xE2, 0x80, 0x9D): self.init(.right, 3)
        case (0xE2, 0x80, 0x9E): self.init(.low, 3)
        case (0xC2, 0xAB, _): self.init(.leftAngle, 2)
        case (0xC2, 0xBB, _): self.init(.rightAngle, 2)
        default: return nil
        }
    }

    private init(_ kind: Kind, _ length: Int, isSingle: Bool = false) {
        self.kind = kind
        self.length = length
        self.isSingle = isSingle
    }

    /// Whether it opens a quotation where it stands.
    func opens(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch kind {
        case .low, .leftAngle: true
        case .left: !isSingle || !Self.isLetter(before: offset, in: text)
        case .straight: !Self.isLetter(before: offset, in: text) && !Self.isSpace(offset + length, in: text)
        case .right, .rightAngle: false
        }
    }

    /// Whether it closes a quotation that another mark has opened.
    func closes(_ opening: QuotationMark, at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard isSingle == opening.isSingle else { return false }
        let isPair = switch (opening.kind, kind) {
        case (.straight, .straight), (.left, .right), (.low, .left), (.low, .right), (.leftAngle, .rightAngle): true
        default: false
        }
        return isPair && (!isSingle || !Self.isLetter(after: offset + length, in: text))
    }

    private static func isLetter(before offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        offset > 0 && isLetter(text[offset - 1])
    }

    private static func isLetter(after offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        offset < text.count && isLetter(text[offset])
    }

    private static func isSpace(_ offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        offset >= text.count || text[offset] <= 0x20
    }

    /// A letter or a digit; of other scripts any byte, since a word goes on there too.
    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte | 0x20) || (0x61...0x7A).contains(byte)
    }
}
