/// The mark that says at the start of a file what it is encoded in (Unicode Standard, 23.8).
enum ByteOrderMark: CaseIterable {
    // The longer ones first: UTF-32LE starts as UTF-16LE does.
    case utf32LittleEndian, utf32BigEndian, utf8, utf16LittleEndian, utf16BigEndian

    init?(_ bytes: [UInt8]) {
        guard let mark = Self.allCases.first(where: { bytes.starts(with: $0.bytes) && bytes.count % $0.unit == 0 }) else { return nil }
        self = mark
    }

    private var bytes: [UInt8] {
        switch self {
        case .utf32LittleEndian: [0xFF, 0xFE, 0, 0]
        case .utf32BigEndian: [0, 0, 0xFE, 0xFF]
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        }
    }

    /// How many bytes make up a file with the mark, or a multiple of it; a file cut short in UTF-16 is UTF-16 all the same.
    private var unit: Int {
        switch self {
        case .utf32LittleEndian, .utf32BigEndian: 4
        case .utf8, .utf16LittleEndian, .utf16BigEndian: 1
        }
    }

    /// In bytes.
    var length: Int { bytes.count }

    var name: String {
        switch self {
        case .utf8: "utf-8"
        case .utf16LittleEndian: "utf-16le"
        case .utf16BigEndian: "utf-16be"
        case .utf32LittleEndian: "utf-32le"
        case .utf32BigEndian: "utf-32be"
        }
    }
}
