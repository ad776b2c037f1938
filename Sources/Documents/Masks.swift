/// The masks of a file, in order, without overlaps.
struct Masks {
    enum Piece {
        case text(Range<Int>)
        case mask(Mask)
    }

    let list: [Mask]

    init(_ masks: [Mask] = []) {
        list = masks
    }

    /// Masks in order, and those for bytes from `start` on that are no text, so far as none of the others holds them.
    init(_ masks: [Mask], unreadable: [Int], from start: Int) {
        if unreadable.isEmpty {
            list = masks
            return
        }
        let all = (masks + unreadable.map { Mask(range: $0..<($0 + 1), reading: .replacement) }).sorted { $0.range.lowerBound < $1.range.lowerBound }
        var end = start
        list = all.filter { mask in
            defer { end = max(end, mask.range.upperBound) }
            return mask.range.lowerBound >= end
        }
    }

    var isEmpty: Bool { list.isEmpty }

    /// The bytes of a stretch of the file with those that are masked replaced, line ends left as they are.
    func fill(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, for syntax: MaskFiller) -> [UInt8] {
        var copy = Array(bytes)
        for mask in list[firstIndex(endingAfter: offset)...] {
            guard mask.range.lowerBound < offset + copy.count else { break }
            let range = mask.range.clamped(to: offset..<(offset + copy.count))
            let byte = syntax.byte(for: mask, fillsLines: fillsLines(range.lowerBound - offset..<range.upperBound - offset, in: bytes))
            for at in range where !Self.endsLine(copy[at - offset]) { copy[at - offset] = byte }
        }
        return copy
    }

    /// Whether the lines of a range hold nothing else.
    private func fillsLines(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        let before = bytes[..<range.lowerBound].last { !isBlank($0) }
        let after = bytes[range.upperBound...].first { !isBlank($0) }
        return before.map(Self.endsLine) ?? true && after.map(Self.endsLine) ?? true
    }

    private static func endsLine(_ byte: UInt8) -> Bool {
        byte == 0x0A || byte == 0x0D
    }

    /// The mask that a byte belongs to.
    func mask(at offset: Int) -> Mask? {
        let index = firstIndex(endingAfter: offset)
        return index < list.count && list[index].range.lowerBound <= offset ? list[index] : nil
    }

    /// Cuts a stretch of the file into text and masks. A mask comes up where it starts, and only there.
    func forEachPiece(of range: Range<Int>, _ body: (Piece) -> Void) {
        var start = range.lowerBound
        var index = list.isEmpty ? 0 : firstIndex(endingAfter: start)
        while index < list.count, list[index].range.lowerBound < range.upperBound {
            let mask = list[index]
            if mask.range.lowerBound > start { body(.text(start..<mask.range.lowerBound)) }
            if mask.range.lowerBound >= start { body(.mask(mask)) }
            start = max(start, mask.range.upperBound)
            index += 1
        }
        if start < range.upperBound { body(.text(start..<range.upperBound)) }
    }

    private func firstIndex(endingAfter offset: Int) -> Int {
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if list[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
