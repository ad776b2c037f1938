/// Word boundaries of plain text, by the rules of UAX #29.
enum PlainWords {
    /// Where the run of plain characters without a space that starts at an offset ends; nil when a character that is not
    /// plain belongs to it.
    @inline(__always)
    static func end(ofRunAt start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        var at = start
        while at < text.count, text[at] != 0x20 {
            if PlainText.isLower(text[at]) {
                at += 1
                continue
            }
            guard let character = PlainText.character(at: at, in: text) else { return nil }
            at += character.length
        }
        return at
    }

    /// Calls `body` with each piece of a run of plain characters: its bytes, and whether it is a word.
    @inline(__always)
    static func forEachPiece(in range: Range<Int>, of text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, Bool) -> Void) {
        var at = range.lowerBound
        while at < range.upperBound {
            let start = at
            if isWordCharacter(text[at]) {
                at = end(ofWordAt: at, in: text, upTo: range.upperBound)
                body(start..<at, true)
            } else {
                at += PlainText.character(at: at, in: text)?.length ?? 1
                body(start..<at, false)
            }
        }
    }

    @inline(__always)
    private static func end(ofWordAt start: Int, in text: UnsafeBufferPointer<UInt8>, upTo limit: Int) -> Int {
        var at = start + 1
        while at < limit {
            if isWordCharacter(text[at]) {
                at += 1
                continue
            }
            guard let (kind, length) = PlainText.character(at: at, in: text), at + length < limit,
                joins(kind, text[at - 1], text[at + length]) else { return at }
            at += length + 1
        }
        return at
    }

    /// Whether punctuation stands within a word, between two letters or two digits.
    @inline(__always)
    private static func joins(_ kind: PlainText.Kind, _ before: UInt8, _ after: UInt8) -> Bool {
        switch kind {
        case .stop, .apostrophe: isLetter(before) && isLetter(after) || PlainText.isDigit(before) && PlainText.isDigit(after)
        case .comma, .semicolon: PlainText.isDigit(before) && PlainText.isDigit(after)
        default: false
        }
    }

    @inline(__always) private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    @inline(__always) private static func isWordCharacter(_ byte: UInt8) -> Bool { isLetter(byte) || PlainText.isDigit(byte) }
}
