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
