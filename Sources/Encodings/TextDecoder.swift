import CICU
import SourceText

/// Tells what the bytes of a file are encoded in, and makes UTF-8 of them.
///
/// | bytes | read as |
/// | --- | --- |
/// | with a byte order mark | UTF-8, UTF-16 or UTF-32, as it says |
/// | of a file whose encoding is named | that |
/// | UTF-8 throughout | UTF-8 |
/// | with as many characters of more than one byte as mistakes | UTF-8, the bytes of the latter as U+FFFD |
/// | with `charset=` near the start, as HTML has it, or the `encoding=` of XML | that |
/// | with a character of more than one byte, and few mistakes for their length | UTF-8, the bytes of the latter as U+FFFD |
/// | that are no text | nothing: an error |
/// | all others | Windows-1252, or Latin-1 when they hold a byte that Windows-1252 does not know |
package enum TextDecoder {
    /// Names that people use, for "did you mean".
    package static let usualNames = [
        "utf-8", "utf-16", "utf-16le", "utf-16be", "utf-32", "windows-1250", "windows-1251", "windows-1252", "iso-8859-1", "iso-8859-15",
        "latin1", "macintosh", "shift_jis", "euc-jp", "gb18030", "big5", "koi8-r",
    ]

    /// In bytes. ICU counts in 32 bits, and a byte may become three.
    private static let largestConverted = 1 << 29
    /// In bytes. HTML says in these what it is encoded in.
    private static let prologue = 1_024
    /// Of so many bytes one may be a control character, in text.
    private static let bytesPerControl = 20
    /// Of so many bytes one may be a mistake, in text that has been UTF-8.
    private static let bytesPerMistake = 500

    /// Whether there is an encoding of a name.
    package static func isKnown(_ name: String) -> Bool {
        attune_encoding_is_known(name)
    }

    /// `name` is what the file is known to be encoded in; a byte order mark outranks it.
    package static func decode(_ bytes: [UInt8], as name: String? = nil) throws(DecodingFailure) -> DecodedText {
        let mark = ByteOrderMark(bytes)
        if let mark, mark != .utf8 {
            return try convert(bytes[mark.length...], from: mark.name, why: "by its byte order mark")
        }
        if mark == nil, let name, !isUTF8(name) { return try convert(bytes[...], from: name, why: nil) }
        guard let first = SourceFile.firstInvalidByte(in: bytes) else {
            if name == nil, looksLikeUTF16(bytes) { throw DecodingFailure("looks like UTF-16 without a byte order mark; save it as UTF-8, or name its encoding with --encoding") }
            return DecodedText(bytes: bytes)
        }
        let census = UTF8Census(of: bytes, from: first)
        if mark != nil || name != nil || (census.longCharacters > 0 && census.mistakes <= census.longCharacters) {
            return damaged(bytes, census)
        }
        if let charset = charset(in: bytes), !isUTF8(charset), isKnown(charset) {
            return try convert(bytes[...], from: charset, why: "as the page says")
        }
        if census.longCharacters > 0, census.mistakes * bytesPerMistake <= bytes.count { return damaged(bytes, census) }
        if !looksLikeText(bytes) { throw DecodingFailure("is no text, or in an encoding that must be named with --encoding") }
        let isLatin1 = bytes.contains { [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }
        return try convert(bytes[...], from: isLatin1 ? "iso-8859-1" : "windows-1252", why: "since it is no UTF-8")
    }

    private static func damaged(_ bytes: [UInt8], _ census: UTF8Census) -> DecodedText {
        let count = census.damage.count
        let notice = "\(count) byte\(count == 1 ? "" : "s") that \(count == 1 ? "is" : "are") no UTF-8 read as “\u{FFFD}”"
        return DecodedText(bytes: bytes, damage: census.damage, notice: notice)
    }

    private static func convert(_ bytes: ArraySlice<UInt8>, from name: String, why: String?) throws(DecodingFailure) -> DecodedText {
        guard bytes.count <= largestConverted else { throw DecodingFailure("larger than 512 MiB, and not UTF-8") }
        let length = bytes.withUnsafeBufferPointer { attune_to_utf8(name, $0.baseAddress, Int32($0.count), nil, 0) }
        guard length >= 0 else { throw DecodingFailure("cannot be read as \(name)") }
        let converted = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
            let written = bytes.withUnsafeBufferPointer { attune_to_utf8(name, $0.baseAddress, Int32($0.count), buffer.baseAddress, length) }
            count = max(0, Int(written))
        }
        let notice = "read as \(name)\(why.map { ", \($0)" } ?? ""); offsets count in the UTF-8 that was made of it"
        return DecodedText(bytes: converted, encoding: name, notice: notice)
    }

    private static func isUTF8(_ name: String) -> Bool {
        ["utf-8", "utf8"].contains(name.lowercased())
    }

    /// What stands behind `charset=` in the first lines, or behind `encoding=` in the declaration of XML.
    private static func charset(in bytes: [UInt8]) -> String? {
        let start = String(decoding: bytes.prefix(prologue), as: UTF8.self).lowercased()
        let declaration = start.hasPrefix("<?xml") ? start.prefix { $0 != ">" } : ""
        let key = declaration.firstRange(of: /encoding\s*=\s*/) ?? start.firstRange(of: "charset=")
        guard let value = key?.upperBound else { return nil }
        let name = start[value...].drop { $0 == "\"" || $0 == "'" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:".contains($0)) }
        return name.isEmpty ? nil : String(name)
    }

    /// Every other byte is a NUL, or nearly so.
    private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 4, bytes.prefix(2).contains(0) else { return false }
        let start = bytes.prefix(prologue)
        return start.count { $0 == 0 } * 5 >= start.count * 2
    }

    private static func looksLikeText(_ bytes: [UInt8]) -> Bool {
        let controls = bytes.count { $0 < 0x09 || (0x0E..<0x20).contains($0) && $0 != 0x1B }
        return controls * bytesPerControl <= bytes.count
    }
}
