/// Text that can be shown on a terminal: what would move its cursor, change its colours or reorder its letters becomes a
/// visible mark.
package enum VisibleText {
    /// Control characters become pictures (U+2400 to U+2421) or, like `\u{202E}`, their number; `tab` stands for a tab.
    package static func of(_ text: String, tab: String = "␉") -> String {
        guard text.unicodeScalars.contains(where: isInvisible) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09: result += tab
            case 0..<0x20: result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? " ")
            case 0x7F: result += "\u{2421}"
            case _ where isInvisible(scalar): result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether a scalar is a control character, a separator of lines, or an embedding, override or isolate of the
    /// bidirectional algorithm (Unicode Standard Annex 9).
    package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
