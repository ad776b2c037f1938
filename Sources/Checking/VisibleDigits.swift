import Documents
import SourceText

/// The runs of digits that a reader of a page sees, whatever parts them.
struct VisibleDigits {
    private var runs: [String] = []

    init(of document: Document) {
        for block in document.blocks where !block.isAside {
            var run = ""
            for byte in document.text[block.range.indices] {
                if (0x30...0x39).contains(byte) {
                    run.append(Character(Unicode.Scalar(byte)))
                } else if !Self.joinsGroups.contains(byte), !run.isEmpty {
                    runs.append(run)
                    run = ""
                }
            }
            if !run.isEmpty { runs.append(run) }
        }
    }

    /// Whether a telephone number is among them.
    func holds(_ number: String) -> Bool {
        let digits = number.filter(\.isNumber)
        return !digits.isEmpty && runs.contains { $0.hasSuffix(digits) }
    }

    private static let joinsGroups = Set(" -.()+/".utf8)
}
