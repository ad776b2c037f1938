/// Text as a reader sees it, with the way back to its bytes: without the characters that show nothing, with a plain space for
/// those that are as wide as one and join words for ICU, and with an apostrophe for what is typed for one.
package struct SeenText {
    package private(set) var bytes: [UInt8] = []
    /// Where bytes are missing: from an offset of the seen text on, how many all in all.
    private var cuts: [(offset: Int, missing: Int)] = []
    /// Offsets of the seen text at which a zero-width space stood.
    private var zeroWidthSpaces: [Int] = []

    /// Nil when text in UTF-8 is seen as it stands, as most is.
    package init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard let first = Self.firstUnseen(in: text) else { return nil }
        bytes.reserveCapacity(text.count)
        bytes.append(contentsOf: text[..<first])
        var at = first
        while at < text.count {
            guard let unseen = Self.unseen(at: at, in: text, after: bytes.last ?? 0) else {
                bytes.append(text[at])
                at += 1
                continue
            }
            if unseen.isZeroWidthSpace { zeroWidthSpaces.append(bytes.count) }
            if let shown = unseen.shown { bytes.append(shown) }
            at += unseen.length
            cuts.append((bytes.count, at - bytes.count))
        }
    }

    /// Text as a reader sees it.
    package static func string(_ text: some Collection<UInt8>) -> String {
        Array(text).withUnsafeBufferPointer { bytes in
            String(decoding: Self(bytes).map { $0.bytes } ?? Array(bytes), as: UTF8.self)
        }
    }

    // MARK: The way back

    /// The bytes that a range of the seen text came from, what shows nothing at its ends left aside.
    func source(of range: Range<Int>) -> Range<Int> {
        let lower = sourceStart(of: range.lowerBound)
        return lower..<max(lower, range.upperBound + missing { $0 < range.upperBound })
    }

    /// Where the byte at an offset of the seen text came from; behind all that shows nothing before it.
    func sourceStart(of offset: Int) -> Int {
        offset + missing { $0 <= offset }
    }

    /// How many bytes are missing up to the last of the cuts that meet a condition, which the first of them do.
    private func missing(where isMet: (Int) -> Bool) -> Int {
        var low = 0
        var high = cuts.count
        while low < high {
            let middle = (low + high) / 2
            if isMet(cuts[middle].offset) { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? cuts[low - 1].missing : 0
    }

    /// The offsets within a range of the seen text at which a zero-width space stood.
    func zeroWidthSpaces(within range: Range<Int>) -> [Int] {
        var low = 0
        var high = zeroWidthSpaces.count
        while low < high {
            let middle = (low + high) / 2
            if zeroWidthSpaces[middle] <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return Array(zeroWidthSpaces[low...].prefix { $0 < range.upperBound })
    }

    // MARK: What is seen otherwise

    /// A character that is not seen as it stands: its length in bytes, and what is seen in its place.
    private struct Unseen {
        let length: Int
        var shown: UInt8?
        var isZeroWidthSpace = false
    }

    /// Looks at eight bytes at once where they are plain, as nearly all are.
    private static func firstUnseen(in text: UnsafeBufferPointer<UInt8>) -> Int? {
        let bytes = UnsafeRawBufferPointer(text)
        var at = 0
        while at < text.count {
            if at + 8 <= text.count, isPlain(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) {
                at += 8
                continue
            }
            if unseen(at: at, in: text, after: at > 0 ? text[at - 1] : 0) != nil { return at }
            at += 1
        }
        return nil
    }

    /// Whether all of eight bytes are ASCII, and none a grave accent.
    @inline(__always)
    private static func isPlain(_ bytes: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highBits: UInt64 = 0x8080_8080_8080_8080
        let others = bytes ^ (ones &* 0x60)
        return (bytes | (others &- ones) & ~others) & highBits == 0
    }

    @inline(__always)
    private static func unseen(at offset: Int, in text: UnsafeBufferPointer<UInt8>, after before: UInt8) -> Unseen? {
        switch text[offset] {
        case 0x60: apostrophe(ofLength: 1, at: offset, in: text, after: before)
        case 0xC2, 0xE2, 0xEF: rareUnseen(at: offset, in: text, after: before)
        default: nil
        }
    }

    private static func rareUnseen(at offset: Int, in text: UnsafeBufferPointer<UInt8>, after before: UInt8) -> Unseen? {
        guard offset + 1 < text.count else { return nil }
        if text[offset] == 0xC2 {
            switch text[offset + 1] {
            // Soft hyphen.
            case 0xAD: return Unseen(length: 2)
            // Acute accent.
            case 0xB4: return apostrophe(ofLength: 2, at: offset, in: text, after: before)
            default: return nil
            }
        }
        guard offset + 2 < text.count else { return nil }
        switch (text[offset], text[offset + 1], text[offset + 2]) {
        // Zero-width space.
        case (0xE2, 0x80, 0x8B): return Unseen(length: 3, isZeroWidthSpace: true)
        // Zero-width joiners, of which emoji and other scripts are made.
        case (0xE2, 0x80, 0x8C), (0xE2, 0x80, 0x8D): return isBesideLatin(offset, in: text, after: before) ? Unseen(length: 3) : nil
        // Marks of direction, word joiner, invisible operators, byte order mark.
        case (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xA4), (0xE2, 0x81, 0xA6...0xA9),
            (0xEF, 0xBB, 0xBF): return Unseen(length: 3)
        // Narrow no-break space.
        case (0xE2, 0x80, 0xAF): return Unseen(length: 3, shown: 0x20)
        // Reversed quotation mark, prime.
        case (0xE2, 0x80, 0x9B), (0xE2, 0x80, 0xB2): return apostrophe(ofLength: 3, at: offset, in: text, after: before)
        default: return nil
        }
    }

    /// Between two letters it is one.
    private static func apostrophe(
        ofLength length: Int, at offset: Int, in text: UnsafeBufferPointer<UInt8>, after before: UInt8
    ) -> Unseen? {
        let next = offset + length
        guard isLetter(before), next < text.count, isLetter(text[next]) else { return nil }
        return Unseen(length: length, shown: 0x27)
    }

    private static func isBesideLatin(_ offset: Int, in text: UnsafeBufferPointer<UInt8>, after before: UInt8) -> Bool {
        let isAfterAccented = before >= 0x80 && offset > 1 && (0xC3...0xC9).contains(text[offset - 2])
        let next = offset + 3 < text.count ? text[offset + 3] : 0
        return isAfterAccented || isLetter(before) || PlainText.isDigit(before) || isLetter(next) || PlainText.isDigit(next)
            || (0xC3...0xC9).contains(next)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { PlainText.isLower(byte) || PlainText.isUpper(byte) }
}
