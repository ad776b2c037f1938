/// What a line of Markdown begins that CommonMark does not know, with the end of the mark that says so.
enum MarkdownNote {
    /// `[^name]:`. Its text goes on in lines that are indented by four columns.
    case footnote(end: Int)
    /// `!!! note` and `??? note`, to the word that says what it is. Its text is indented by four columns.
    case admonition(end: Int)
    /// `::: note` and `:::`.
    case fence(end: Int)
    /// `:   text` below a term. Its further paragraphs are indented by four columns.
    case definition

    init?(at start: Int, upTo end: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        let line = bytes[start..<end]
        switch bytes[start] {
        case UInt8(ascii: "["):
            guard line.starts(with: "[^".utf8) else { return nil }
            let name = line.dropFirst(2).prefix { $0 > 0x20 && $0 != UInt8(ascii: "]") }
            guard !name.isEmpty, bytes[name.endIndex..<end].starts(with: "]:".utf8) else { return nil }
            self = .footnote(end: name.endIndex + 2)
        case UInt8(ascii: ":"):
            let colons = line.prefix { $0 == UInt8(ascii: ":") }
            if colons.count >= 3 {
                self = .fence(end: Self.endOfKind(bytes[colons.endIndex..<end]))
            } else if colons.count == 1, colons.endIndex < end, bytes[colons.endIndex] == 0x20 || bytes[colons.endIndex] == 0x09 {
                self = .definition
            } else {
                return nil
            }
        case UInt8(ascii: "!"), UInt8(ascii: "?"):
            let marks = line.prefix { $0 == bytes[start] }
            let rest = bytes[marks.endIndex..<end].drop { $0 == UInt8(ascii: "+") }
            let kind = Self.endOfKind(rest)
            guard marks.count == 3, rest.first == 0x20, bytes[kind - 1] > 0x20 else { return nil }
            self = .admonition(end: kind)
        default: return nil
        }
    }

    private static func endOfKind(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        let word = rest.drop { $0 == 0x20 }
        let behind = word.drop { HTMLTag.isLetter($0) || $0 == UInt8(ascii: "-") }
        return behind.first == UInt8(ascii: "[") ? behind.startIndex + 1 : behind.startIndex
    }
}
