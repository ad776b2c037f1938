/// A change to what md4c is given of a draft, so that it reads what CommonMark does not know or what it takes for something
/// else itself.
struct MarkdownEdit {
    /// In bytes of the file.
    let range: Range<Int>
    let replacement: [UInt8]

    init(_ range: Range<Int>, _ replacement: [UInt8] = []) {
        self.range = range
        self.replacement = replacement
    }
}
