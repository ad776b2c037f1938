import CICU

/// The one rule for "the same word": Unicode's NFKC_Casefold (UAX #44), which also drops soft hyphens and zero-width
/// characters and undoes ligatures, and one apostrophe for all.
package enum Folding {
    /// The folded form of a word, in UTF-8.
    package static func fold(_ word: String) -> [UInt8] {
        var folded: [UInt8] = []
        Array(word.utf8).withUnsafeBufferPointer { fold($0, into: &folded) }
        return folded
    }

    /// Replaces the content of `folded` with the folded form of UTF-8 text.
    package static func fold(_ word: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
        folded.removeAll(keepingCapacity: true)
        let isPlain = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { letters in
            guard let plain = foldPlain(word, into: letters) else { return false }
            folded.append(contentsOf: UnsafeBufferPointer(rebasing: letters[..<plain.count]))
            return true
        }
        if !isPlain { foldWithICU(word, into: &folded) }
    }

    /// Writes the folded form of a word of ASCII and curly apostrophes, which never asks ICU: how many bytes it has, and
    /// their hash. Nil when the word holds something else. `letters` has room for as many bytes as the word has.
    @inline(__always)
    static func foldPlain(
        _ word: UnsafeBufferPointer<UInt8>, into letters: UnsafeMutableBufferPointer<UInt8>
    ) -> (count: Int, hash: WordHash)? {
        var hash = WordHash()
        var count = 0
        var at = 0
        while at < word.count {
            var byte = word[at]
            if byte < 0x80 {
                if PlainText.isUpper(byte) { byte |= 0x20 }
                at += 1
            } else if byte == 0xE2, at + 2 < word.count, word[at + 1] == 0x80, word[at + 2] == 0x99 {
                byte = 0x27
                at += 3
            } else {
                return nil
            }
            letters[count] = byte
            hash.add(byte)
            count += 1
        }
        return (count, hash)
    }

    private static func foldWithICU(_ word: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
        let normal = normalize(word, form: Int32(ATTUNE_NFKC_CASEFOLD)) ?? Array(word)
        folded.removeAll(keepingCapacity: true)
        var at = 0
        while at < normal.count {
            let isApostrophe = at + 2 < normal.count && normal[at] == 0xE2 && normal[at + 1] == 0x80
                && (normal[at + 2] == 0x98 || normal[at + 2] == 0x99)
            let isModifierApostrophe = at + 1 < normal.count && normal[at] == 0xCA && normal[at + 1] == 0xBC
            if isApostrophe || isModifierApostrophe {
                folded.append(0x27)
                at += isApostrophe ? 3 : 2
            } else {
                folded.append(normal[at])
                at += 1
            }
        }
    }

    /// The canonical decomposition (NFD) of text.
    package static func decomposed(_ text: String) -> String {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            normalize(bytes, form: Int32(ATTUNE_NFD)).map { String(decoding: $0, as: UTF8.self) } ?? text
        }
    }

    private static func normalize(_ text: UnsafeBufferPointer<UInt8>, form: Int32) -> [UInt8]? {
        let capacity = text.count * 18 + 16
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { out in
            let length = attune_normalize(form, text.baseAddress, Int32(text.count), out.baseAddress, Int32(capacity))
            return length < 0 ? nil : Array(out[..<Int(length)])
        }
    }
}
