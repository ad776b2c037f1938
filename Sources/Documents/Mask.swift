/// A stretch of the file that the parser of a format is not to see, and what it reads as instead.
struct Mask {
    enum Reading: Equatable {
        /// Code, for which a mark stands in the text.
        case mark
        case nothing
        /// The end of one block and the start of the next.
        case blockBreak
        /// A byte that is no character, read as U+FFFD.
        case replacement
        /// A tag of MDX; the text before and behind it stands in different blocks when it parts them.
        case tag(parts: Bool)
    }

    /// In bytes of the file.
    let range: Range<Int>
    let reading: Reading
}
