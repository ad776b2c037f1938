package import SourceText

/// A comment in a draft that speaks to the program: `<!-- attune-… -->`, or `{/* attune-… */}` in MDX.
package struct Directive: Hashable, Sendable {
    package static let prefix = "attune-"

    /// The comment, its marks included.
    package let range: SourceRange
    /// What it says, from `attune-` on.
    package let text: SourceRange

    /// Nil when a comment of HTML or MDX speaks to somebody else.
    init?(comment: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
        let isHTML = bytes[comment.lowerBound] == UInt8(ascii: "<")
        let opening = isHTML ? "<!--".utf8.count : Self.length(of: bytes[comment], upTo: UInt8(ascii: "*"))
        let closing = isHTML ? "-->".utf8.count : Self.length(of: bytes[comment].reversed(), upTo: UInt8(ascii: "*"))
        guard opening + closing < comment.count else { return nil }
        let inside = bytes[(comment.lowerBound + opening)..<(comment.upperBound - closing)].drop(while: HTMLTag.isSpace)
        guard inside.starts(with: Self.prefix.utf8), let last = inside.lastIndex(where: { !HTMLTag.isSpace($0) }) else { return nil }
        range = SourceRange(comment)
        text = SourceRange(inside.startIndex, last + 1)
    }

    /// How long the mark is that a comment of MDX has at one end: `{/*`, with or without space.
    private static func length(of bytes: some Sequence<UInt8>, upTo sign: UInt8) -> Int {
        var length = 1
        for byte in bytes {
            if byte == sign { return length }
            length += 1
        }
        return length
    }
}
