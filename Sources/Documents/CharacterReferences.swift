import CGumbo

/// Decodes the character references of HTML, as `&eacute;` and `&#233;`, the way gumbo decodes them in a page.
struct CharacterReferences {
    enum Context {
        case text, attribute
    }

    struct Decoded {
        let text: String
        /// In bytes of the source.
        let length: Int
    }

    /// In bytes. No name is longer.
    private static let longestName = 40
    /// More digits than this, without zeros before them, name no character.
    private static let mostDigits = 8

    private var known: [String: Decoded?] = [:]

    /// The reference that starts at an ampersand; nil when the ampersand stands for itself.
    mutating func decode(at start: Int, in bytes: UnsafeBufferPointer<UInt8>, _ context: Context) -> Decoded? {
        let limit = min(bytes.count, start + Self.longestName)
        var end = start + 1
        guard end < limit else { return nil }
        if bytes[end] == UInt8(ascii: "#") { return numeric(at: start, in: bytes) }
        while end < limit, Self.isAlphanumeric(bytes[end]) { end += 1 }
        guard end > start + 1 else { return nil }
        if end < limit, bytes[end] == UInt8(ascii: ";") || bytes[end] == UInt8(ascii: "=") { end += 1 }
        return decode(String(decoding: bytes[start..<end], as: UTF8.self), context)
    }

    private mutating func numeric(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Decoded? {
        var at = start + 2
        let isHexadecimal = at < bytes.count && bytes[at] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { at += 1 }
        let first = at
        var digits = ""
        while at < bytes.count, Self.isDigit(bytes[at], isHexadecimal) {
            if !digits.isEmpty || bytes[at] != UInt8(ascii: "0") { if digits.utf8.count <= Self.mostDigits { digits.unicodeScalars.append(Unicode.Scalar(bytes[at])) } }
            at += 1
        }
        guard at > first else { return nil }
        if at < bytes.count, bytes[at] == UInt8(ascii: ";") { at += 1 }
        let text = digits.utf8.count > Self.mostDigits ? "\u{FFFD}" : decode("&#\(isHexadecimal ? "x" : "")0\(digits);", .text)?.text
        return text.map { Decoded(text: $0, length: at - start) }
    }

    private mutating func decode(_ reference: String, _ context: Context) -> Decoded? {
        let key = context == .text ? reference : "\"" + reference
        if let known = known[key] { return known }
        let decoded = Self.parse(reference, context).flatMap { Self.split($0, of: reference) }
        known[key] = .some(decoded)
        return decoded
    }

    /// What gumbo makes of a reference that is all the text of a page, or all the value of an attribute.
    private static func parse(_ reference: String, _ context: Context) -> String? {
        var page = context == .text ? "<p>" + reference : "<p title=\"" + reference + "\">"
        return page.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                var options = kGumboDefaultOptions
                options.fragment_context = GUMBO_TAG_BODY
                guard let output = gumbo_parse_with_options(&options, characters.baseAddress, characters.count) else { return nil }
                defer { gumbo_destroy_output(&options, output) }
                guard let paragraph = output.pointee.root.flatMap({ HTMLNode($0).children.first }) else { return nil }
                switch context {
                case .text: return paragraph.children.first?.text.map { String(cString: $0) }
                case .attribute: return paragraph.attributes.first.map { String(cString: $0.value) }
                }
            }
        }
    }

    /// Parts what stands for the reference from the bytes behind it, which stand for themselves.
    private static func split(_ decoded: String, of reference: String) -> Decoded? {
        guard decoded != reference, let first = decoded.unicodeScalars.first else { return nil }
        let rest = decoded.utf8.dropFirst(first.utf8.count)
        let same = zip(rest.reversed(), reference.utf8.reversed()).prefix { $0 == $1 }.count
        let text = String(decoding: decoded.utf8.dropLast(same), as: UTF8.self)
        return Decoded(text: text, length: reference.utf8.count - same)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }

    private static func isDigit(_ byte: UInt8, _ isHexadecimal: Bool) -> Bool {
        (0x30...0x39).contains(byte) || (isHexadecimal && (0x61...0x66).contains(byte | 0x20))
    }
}
