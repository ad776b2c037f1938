import CICU

/// ICU's word and sentence rules, with the iterators and buffers they need. It cannot be copied or shared: each worker
/// owns one, which is what ICU asks of its callers.
package struct Breaker: ~Copyable {
    private let words: OpaquePointer
    private let sentences: OpaquePointer
    private var ends = [UInt32](repeating: 0, count: 512)
    private var wordFlags = [UInt8](repeating: 0, count: 512)

    /// Opens ICU's break iterators; nil when the library comes without its data.
    package init?() {
        guard let words = attune_breaker_open(Int32(ATTUNE_WORD)) else { return nil }
        guard let sentences = attune_breaker_open(Int32(ATTUNE_SENTENCE)) else {
            attune_breaker_close(words)
            return nil
        }
        self.words = words
        self.sentences = sentences
    }

    deinit {
        attune_breaker_close(words)
        attune_breaker_close(sentences)
    }

    /// Calls `body` with each piece of UTF-8 text between word boundaries: its bytes, and whether it is a word. Space may be
    /// left out. ICU is asked only about the runs between spaces that are not plain.
    @inline(__always)
    mutating func forEachWord(in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, Bool) -> Void) {
        var at = 0
        while at < text.count {
            if text[at] == 0x20 {
                at += 1
            } else if let end = PlainWords.end(ofRunAt: at, in: text) {
                PlainWords.forEachPiece(in: at..<end, of: text, body)
                at = end
            } else {
                // A mark at the start of the run belongs to the space before it.
                let start = max(0, at - 1)
                let end = text[at...].firstIndex(of: 0x20) ?? text.count
                forEachWordByICU(in: UnsafeBufferPointer(rebasing: text[start..<end])) { piece, isWord in
                    body((piece.lowerBound + start)..<(piece.upperBound + start), isWord)
                }
                at = end
            }
        }
    }

    /// As `forEachWord(in:_:)`, by ICU alone, and with the space.
    package mutating func forEachWordByICU(in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, Bool) -> Void) {
        forEachPiece(words, text, body)
    }

    /// Calls `body` with the bytes of each sentence, the space after it included. ICU is asked only about text that is not plain.
    @inline(__always)
    mutating func forEachSentence(in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
        if PlainSentences.isPlain(text) {
            PlainSentences.forEachSentence(in: text, body)
        } else {
            forEachSentenceByICU(in: text, body)
        }
    }

    /// As `forEachSentence(in:_:)`, by ICU alone.
    package mutating func forEachSentenceByICU(in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
        forEachPiece(sentences, text) { range, _ in body(range) }
    }

    /// The pieces of text that are not space, and its sentences, as the segmenter sees them.
    package mutating func boundaries(of text: UnsafeBufferPointer<UInt8>) -> (words: [Range<Int>], sentences: [Range<Int>]) {
        var boundaries: (words: [Range<Int>], sentences: [Range<Int>]) = ([], [])
        forEachWord(in: text) { piece, _ in boundaries.words.append(piece) }
        forEachSentence(in: text) { boundaries.sentences.append($0) }
        return boundaries
    }

    private mutating func forEachPiece(
        _ breaker: OpaquePointer, _ text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, Bool) -> Void
    ) {
        guard text.count > 0, attune_breaker_set_text(breaker, text.baseAddress, Int64(text.count)) else { return }
        var start = 0
        while true {
            let count = attune_breaker_next(breaker, &ends, &wordFlags, Int32(ends.count))
            if count == 0 { return }
            for index in 0..<Int(count) {
                let end = Int(ends[index])
                body(start..<end, wordFlags[index] != 0)
                start = end
            }
        }
    }
}
