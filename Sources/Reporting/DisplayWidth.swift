import CICU

/// How many columns text takes in a terminal.
enum DisplayWidth {
    /// The columns of one character as a reader sees it. An emoji of several code points is two wide.
    static func of(_ character: Character) -> Int {
        var width = 0
        for scalar in character.unicodeScalars {
            if scalar == "\u{FE0F}" { return 2 }
            if scalar.isASCII { width = max(width, scalar.value < 0x20 || scalar.value == 0x7F ? 0 : 1) } else {
                width = max(width, Int(attune_display_width(scalar.value)))
            }
        }
        return character.unicodeScalars.allSatisfy(\.isRegionalIndicator) ? 2 : width
    }

    static func of(_ text: some StringProtocol) -> Int {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
        return text.reduce(0) { $0 + of($1) }
    }
}

extension Unicode.Scalar {
    fileprivate var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }
}
