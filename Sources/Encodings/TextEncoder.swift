import CICU

/// Puts text that was changed back into what its file is encoded in.
package enum TextEncoder {
    /// The bytes of a file whose text is to be another, in the encoding and behind the byte order mark that it has. Nil when the
    /// encoding cannot say the text, or when the file would come out changed in other places.
    package static func encode(_ text: [UInt8], inPlaceOf original: [UInt8], encoding: String?) -> [UInt8]? {
        guard let encoding else { return text }
        guard let known = try? TextDecoder.decode(original, as: encoding),
            converted(known.bytes, to: encoding, like: original) == original,
            let bytes = converted(text, to: encoding, like: original),
            let back = try? TextDecoder.decode(bytes, as: encoding), back.bytes == text else { return nil }
        return bytes
    }

    private static func converted(_ text: [UInt8], to encoding: String, like original: [UInt8]) -> [UInt8]? {
        let mark = ByteOrderMark(original).map { Array(original.prefix($0.length)) } ?? []
        let length = text.withUnsafeBufferPointer { attune_from_utf8(encoding, $0.baseAddress, Int32($0.count), nil, 0) }
        guard length >= 0 else { return nil }
        return mark + [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
            let written = text.withUnsafeBufferPointer { attune_from_utf8(encoding, $0.baseAddress, Int32($0.count), buffer.baseAddress, length) }
            count = max(0, Int(written))
        }
    }
}
