/// The titles of the link reference definitions of a draft (CommonMark 0.31, 4.7), by their labels. The first of a label counts.
struct LinkDefinitions {
    /// In bytes. No label is longer.
    static let longestLabel = 999

    /// Nil for definitions without a title. In bytes of the file.
    private var titles: [String: Range<Int>?] = [:]

    /// The title of the definition that a link refers to by a label, which stands without its brackets.
    func title(of label: Slice<UnsafeBufferPointer<UInt8>>) -> Range<Int>? {
        titles.isEmpty ? nil : titles[Self.normal(label)] ?? nil
    }

    /// Adds the definitions that a paragraph begins with.
    mutating func add(from start: Int, upTo end: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        var at = start
        while at < end, bytes[at] == UInt8(ascii: "["), let close = Self.endOfLabel(at: at, upTo: end, in: bytes),
            close + 1 < end, bytes[close + 1] == UInt8(ascii: ":"), let tail = LinkTail(at: close + 2, upTo: end, in: bytes) {
            let label = Self.normal(bytes[(at + 1)..<close])
            if label.isEmpty { return }
            let isWhole = bytes[tail.end..<end].prefix { $0 != 0x0A && $0 != 0x0D }.allSatisfy(HTMLTag.isSpace)
            if titles[label] == nil { titles.updateValue(isWhole ? tail.title : nil, forKey: label) }
            if !isWhole { return }
            at = bytes[tail.end..<end].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? end
            while at < end, HTMLTag.isSpace(bytes[at]) || bytes[at] == UInt8(ascii: ">") { at += 1 }
        }
    }

    private static func endOfLabel(at start: Int, upTo limit: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var at = start + 1
        while at < min(limit, start + longestLabel), bytes[at] != UInt8(ascii: "["), bytes[at] != UInt8(ascii: "]") {
            at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
        }
        return at < limit && bytes[at] == UInt8(ascii: "]") ? at : nil
    }

    /// A label as labels are compared: without regard to case, with single spaces.
    private static func normal(_ label: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        let words = label.split { HTMLTag.isSpace($0) }.map { String(decoding: $0, as: UTF8.self) }
        return words.joined(separator: " ").uppercased().lowercased()
    }
}
