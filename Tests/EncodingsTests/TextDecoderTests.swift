import Encodings
import SourceText
import TestKit
import Testing

struct TextDecoderTests {
    private static let text = "Café – “naïve” 👩🏽‍⚕️ ends"

    @Test(arguments: [
        ([0xFF, 0xFE], "utf-16le"), ([0xFE, 0xFF], "utf-16be"), ([0xFF, 0xFE, 0, 0], "utf-32le"), ([0, 0, 0xFE, 0xFF], "utf-32be"),
    ] as [([UInt8], String)])
    func readsWhatAByteOrderMarkSays(_ mark: [UInt8], _ name: String) throws {
        let isLittle = name.hasSuffix("le")
        let units: [[UInt8]] = name.hasPrefix("utf-16")
            ? Self.text.utf16.map { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            : Self.text.unicodeScalars.map { scalar in (0..<4).map { UInt8(scalar.value >> (8 * $0) & 0xFF) } }
        let decoded = try TextDecoder.decode(mark + units.flatMap { isLittle ? $0 : $0.reversed() })
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == Self.text)
        #expect(decoded.encoding == name && decoded.notice != nil)
    }

    @Test func leavesUTF8Alone() throws {
        for text in [Self.text, "", "\u{FEFF}" + Self.text, "a\u{0}b", "\u{0}"] {
            let decoded = try TextDecoder.decode(Array(text.utf8))
            #expect(decoded.bytes == Array(text.utf8))
            #expect(decoded.encoding == nil && decoded.notice == nil && decoded.damage == [])
        }
    }

    @Test func keepsDamagedUTF8() throws {
        let bytes = Array("Café ".utf8) + [0xFF] + Array("naïve".utf8) + [0xC3]
        let decoded = try TextDecoder.decode(bytes)
        #expect(decoded.bytes == bytes && decoded.damage == [6, 13] && decoded.encoding == nil)
        #expect(decoded.notice == "2 bytes that are no UTF-8 read as “\u{FFFD}”")
    }

    private static let words = String(repeating: "words. ", count: 500)

    /// A sequence that was cut short is one mistake, and few mistakes in a long text are few.
    @Test(arguments: [
        ("It’s a page. " + words + "cut ", [0xE2, 0x80, 0x20, 0x57]), ("It’s a page. " + words, [0xE2, 0x80, 0x20, 0x57, 0xFF, 0x20, 0xF0, 0x9F, 0x99]),
        ("’ ", [0xF0, 0x9F, 0x99, 0x20]),
    ] as [(String, [UInt8])])
    func keepsUTF8WithFewMistakes(_ text: String, _ mistakes: [UInt8]) throws {
        let bytes = Array(text.utf8) + mistakes
        let decoded = try TextDecoder.decode(bytes)
        #expect(decoded.bytes == bytes && decoded.encoding == nil && decoded.damage.count > 1)
    }

    /// Many mistakes are those of another encoding, and so are few where the page names that.
    @Test(arguments: [
        ("’", [0x93, 0x48, 0x69, 0x94], "windows-1252"), ("", [0xC9, 0x94, 0x20, 0x93, 0x20, 0xE9, 0x20], "windows-1252"),
        ("<meta charset=iso-8859-2>" + words, [0xC9, 0x94, 0x20, 0xE9, 0x20, 0xB3], "iso-8859-2"),
        ("<?xml version='1.0' encoding='ISO-8859-2'?><p>", [0xB3, 0x20, 0xE9], "iso-8859-2"),
        ("<?xml version=\"1.0\" encoding = \"koi8-r\" ?><p>", [0xC1], "koi8-r"), ("<?xml version=\"1.0\"?><p encoding='koi8-r'>", [0xC1], "windows-1252"),
    ] as [(String, [UInt8], String)])
    func tellsOldEncodingsFromMistakes(_ text: String, _ bytes: [UInt8], _ name: String) throws {
        #expect(try TextDecoder.decode(Array(text.utf8) + bytes).encoding == name)
    }

    @Test func aByteOrderMarkOutranksAName() throws {
        let bytes = Array("\u{FEFF}It’s".utf8)
        #expect(try TextDecoder.decode(bytes, as: "windows-1252") == TextDecoder.decode(bytes))
        #expect(try TextDecoder.decode(bytes, as: "windows-1252").bytes == bytes)
        #expect(try TextDecoder.decode(bytes + [0xFF], as: "windows-1252").damage == [bytes.count])
        #expect(try TextDecoder.decode([0xFF, 0xFE, 0x48, 0], as: "windows-1252").encoding == "utf-16le")
    }

    @Test(arguments: [
        ([0x93, 0x48, 0x69, 0x94, 0x20, 0x80], "“Hi” €", "windows-1252"), ([0x48, 0x69, 0x81, 0xE9], "Hi\u{81}é", "iso-8859-1"),
        (Array("<meta charset=\"koi8-r\"> ".utf8) + [0xC1], "<meta charset=\"koi8-r\"> а", "koi8-r"),
    ] as [([UInt8], String, String)])
    func tellsOldEncodings(_ bytes: [UInt8], _ text: String, _ name: String) throws {
        let decoded = try TextDecoder.decode(bytes)
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
        #expect(decoded.encoding == name)
    }

    @Test func readsWhatIsNamed() throws {
        #expect(try TextDecoder.decode([0x8E, 0x20, 0xD2], as: "macintosh").bytes == Array("é “".utf8))
        #expect(try TextDecoder.decode([0x61, 0xFF], as: "utf-8").damage == [1])
        #expect(throws: DecodingFailure.self) { try TextDecoder.decode([0x61], as: "no-such") }
        #expect(TextDecoder.isKnown("Shift_JIS") && !TextDecoder.isKnown("latin-9x"))
        #expect(TextDecoder.usualNames.allSatisfy(TextDecoder.isKnown))
    }

    @Test(arguments: [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], [0x48, 0, 0x69, 0, 0x21, 0]] as [[UInt8]])
    func refusesWhatIsNoText(_ bytes: [UInt8]) {
        #expect(throws: DecodingFailure.self) { try TextDecoder.decode(bytes) }
    }
}
