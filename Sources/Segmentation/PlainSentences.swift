/// Sentence boundaries of plain text, by the rules of UAX #29.
enum PlainSentences {
    /// Whether a text's sentences can be told without ICU. Versions of Unicode differ on a semicolon after a stop.
    static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 0
        while at < text.count {
            if PlainText.isLower(text[at]) || text[at] == 0x20 {
                at += 1
                continue
            }
            guard let (kind, length) = PlainText.character(at: at, in: text) else { return false }
            if kind == .semicolon, at == 0 || !isLetter(text[at - 1]) { return false }
            at += length
        }
        return true
    }

    /// Calls `body` with the bytes of each sentence of plain text, the space after it included.
    @inline(__always)
    static func forEachSentence(in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
        var start = 0
        var at = 0
        while at < text.count {
            let byte = text[at]
            at += 1
            guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") else { continue }
            guard let end = end(ofSentenceStoppedAt: at - 1, in: text) else { continue }
            body(start..<end)
            start = end
            at = end
        }
        if start < text.count { body(start..<text.count) }
    }

    /// Where a sentence ends that a stop may end; nil when it goes on.
    private static func end(ofSentenceStoppedAt stop: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        let isFullStop = text[stop] == UInt8(ascii: ".")
        var at = stop + 1
        guard at < text.count else { return at }
        if isFullStop, PlainText.isDigit(text[at]) { return nil }
        if isFullStop, PlainText.isUpper(text[at]), stop > 0, isLetter(text[stop - 1]) { return nil }
        at = skip(from: at, in: text) { $0 == .bracket || $0 == .apostrophe }
        at = skip(from: at, in: text) { $0 == .space }
        guard let next = kind(at: at, in: text) else { return at }
        switch next {
        case .comma, .continuer, .stop, .strongStop: return nil
        default: break
        }
        return isFullStop && goesOnInLowerCase(from: at, in: text) ? nil : at
    }

    /// Whether the next letter is a small one, with no other stop before it.
    private static func goesOnInLowerCase(from start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        let at = skip(from: start, in: text) { $0 != .lower && $0 != .upper && $0 != .stop && $0 != .strongStop }
        return kind(at: at, in: text) == .lower
    }

    private static func isLetter(_ byte: UInt8) -> Bool { PlainText.isLower(byte) || PlainText.isUpper(byte) }

    private static func kind(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> PlainText.Kind? {
        offset < text.count ? PlainText.character(at: offset, in: text)?.kind : nil
    }

    @inline(__always)
    private static func skip(
        from start: Int, in text: UnsafeBufferPointer<UInt8>, while isSkipped: (PlainText.Kind) -> Bool
    ) -> Int {
        var at = start
        while at < text.count, let (kind, length) = PlainText.character(at: at, in: text), isSkipped(kind) { at += length }
        return at
    }
}
