import Diagnostics
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
    /// No more than so much of a line is looked at on either side of the words, for each column that there is.
    private static let bytesPerColumn = 32

    /// The excerpt of the first line that a range touches, at most `columns` wide; words that take more are cut.
    package init(of range: SourceRange, in file: SourceFile, columns: Int) {
        let line = file.lines.line(containing: range.lower)
        lineNumber = line + 1
        var bounds = file.lines.range(ofLine: line, in: file.bytes)
        if bounds.lower == 0 { bounds.lower = min(SourceFile.byteOrderMarkLength(file.bytes), bounds.upper) }
        let lower = min(max(range.lower, bounds.lower), bounds.upper)
        let upper = min(max(range.upper, lower), bounds.upper)
        let reach = columns * Self.bytesPerColumn
        if lower - bounds.lower > reach { bounds.lower = Self.characterStart(notBefore: lower - reach, in: file.bytes) }
        if bounds.upper - upper > reach { bounds.upper = Self.characterStart(notBefore: upper + reach, in: file.bytes) }
        let before = VisibleText.of(file.text(SourceRange(bounds.lower, lower)), tab: Self.tab)
        let after = VisibleText.of(file.text(SourceRange(upper, bounds.upper)), tab: Self.tab)
        let ellipses = (before.isEmpty ? 0 : 1) + (after.isEmpty ? 0 : 1)
        let words = VisibleText.of(file.text(SourceRange(lower, upper)), tab: Self.tab)
        let match = Self.fit(words, within: columns - ellipses, fromEnd: false)

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

    private static func characterStart(notBefore offset: Int, in bytes: [UInt8]) -> Int {
        bytes[offset...].firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.count
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
