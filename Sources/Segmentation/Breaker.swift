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

    /// Calls `body` with each piece of UTF-8 text between word boundaries: its bytes, and whether it is a word.
    package mutating func forEachWord(in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, Bool) -> Void) {
        forEachPiece(words, text, body)
    }

    /// Calls `body` with the bytes of each sentence, the space after it included.
    package mutating func forEachSentence(in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
        forEachPiece(sentences, text) { range, _ in body(range) }
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
