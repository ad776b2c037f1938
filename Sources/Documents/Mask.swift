/// A stretch of the file that the parser of a format is not to see, and what it reads as instead.
struct Mask {
    enum Reading: Equatable {
        /// Code, for which a mark stands in the text.
        case mark
        case nothing
        /// A byte that is no character, read as U+FFFD.
        case replacement
        /// A sign that stands for itself and starts no markup.
        case sign(String)
        /// A tag of MDX; the text before and behind it stands in different blocks when it parts them.
        case tag(parts: Bool)
    }

    /// In bytes of the file.
    let range: Range<Int>
    let reading: Reading

    /// What it reads as within a text that nothing parts.
    var text: String {
        switch reading {
        case .replacement: "\u{FFFD}"
        case .sign(let sign): sign
        case .mark, .nothing, .tag: TextStream.mark
        }
    }

    /// Whether parsers are given a character for it.
    var isCharacter: Bool {
        switch reading {
        case .replacement, .sign: true
        case .mark, .nothing, .tag: false
        }
    }
}
