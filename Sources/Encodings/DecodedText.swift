/// The text of a file in UTF-8, and what was done to get it.
package struct DecodedText: Hashable, Sendable {
    package let bytes: [UInt8]
    /// The offsets of bytes that belong to no character, in order.
    package let damage: [Int]
    /// What the file is encoded in, when its text had to be converted.
    package let encoding: String?
    /// What the writer should know about it.
    package let notice: String?

    init(bytes: [UInt8], damage: [Int] = [], encoding: String? = nil, notice: String? = nil) {
        self.bytes = bytes
        self.damage = damage
        self.encoding = encoding
        self.notice = notice
    }
}
