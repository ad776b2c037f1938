/// Something the writer should know about how a draft was read: a part that was left out, a value that was not understood.
package struct ReadingNotice: Hashable, Sendable {
    /// In bytes of the file.
    package let offset: Int
    package let message: String

    package init(offset: Int, message: String) {
        self.offset = offset
        self.message = message
    }
}
