package import SourceText

/// A line of a draft with the words of a finding underlined, cut to fit where the line is long.
package struct Excerpt: Hashable, Sendable {
    package let lineNumber: Int
    package let text: String
    /// Columns before the underline.
    package let indent: Int
    /// Columns of the underline, at least one.
    package let width: Int

    private static let tab = "    "

    /// The excerpt of the first line that a range touches, at most `columns` wide.
    package init(of range: SourceRange, in file: SourceFile, columns: Int) {
        let line = file.lines.line(containing: range.lower)
        lineNumber = line + 1
        var bounds = file.lines.range(ofLine: line, in: file.bytes)
        if bounds.lower == 0 { bounds.lower = min(SourceFile.byteOrderMarkLength(file.bytes), bounds.upper) }
        let lower = min(max(range.lower, bounds.lower), bounds.upper)
        let upper = min(max(range.upper, lower), bounds.upper)
        let before = Self.visible(file.text(SourceRange(bounds.lower, lower)))
        let match = Self.visible(file.text(SourceRange(lower, upper)))
        let after = Self.visible(file.text(SourceRange(upper, bounds.upper)))

        let matchWidth = DisplayWidth.of(match)
        let room = max(0, columns - matchWidth)
        let beforeWidth = DisplayWidth.of(before)
        let afterWidth = DisplayWidth.of(after)
        let roomAfter = min(afterWidth, max(room / 2, room - beforeWidth))
        let head = Self.fit(before, within: room - roomAfter, fromEnd: true)
        let tail = Self.fit(after, within: roomAfter, fromEnd: false)
        text = head + match + tail
        indent = DisplayWidth.of(head)
        width = max(1, matchWidth)
    }

    /// Text as it can be printed: tabs as spaces, other control characters as pictures (U+2400 to U+2421).
    private static func visible(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09: result += tab
            case 0..<0x20: result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? " ")
            case 0x7F: result += "\u{2421}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// As much of the end, or the start, of text as fits; an ellipsis stands for the rest.
    private static func fit(_ text: String, within columns: Int, fromEnd: Bool) -> String {
        if DisplayWidth.of(text) <= columns { return text }
        var kept: [Character] = []
        var width = 1
        for character in fromEnd ? Array(text.reversed()) : Array(text) {
            width += DisplayWidth.of(character)
            if width > columns { break }
            kept.append(character)
        }
        return fromEnd ? "…" + String(kept.reversed()) : String(kept) + "…"
    }
}
