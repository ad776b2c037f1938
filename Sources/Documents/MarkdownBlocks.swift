import SourceText

/// Follows the blocks of Markdown line by line (CommonMark 0.31, appendix, phase 1): which quotations and list items a line
/// stands in, and whether it is text, code or raw HTML.
///
/// Beside CommonMark it knows tables, and notes: footnotes, admonitions and definitions, whose text is indented by four
/// columns. md4c knows none of these, so each line comes with the edits that give md4c the text of a note without its
/// indentation, and part it from what stands around it.
struct MarkdownBlocks {
    struct Line {
        enum Kind {
            case blank, text, code, html
        }

        let kind: Kind
        let start: Int
        /// Where what its containers leave of it starts.
        let content: Int
        /// Where it ends, its line ending left out.
        let end: Int
        /// Where the next one starts.
        let next: Int
        /// Whether it goes on with the paragraph of the line before.
        var isContinuation = false
        /// Whether a paragraph may go on behind it.
        var isParagraph = false
        var edits: [MarkdownEdit] = []
    }

    private enum Container {
        case quotation
        /// `width` in columns, the marker included.
        case item(width: Int)
        /// What its lines have before them, for md4c.
        case note(prefix: [UInt8])

        var isNote: Bool {
            if case .note = self { true } else { false }
        }
    }

    private enum Leaf {
        case none, paragraph, table, indentedCode
        case fence(Fence)
        case html(HTMLBlockStart)
    }

    private struct Fence {
        let mark: UInt8
        let length: Int
    }

    /// Blocks nested deeper than this are read as text.
    private static let deepest = 100
    private static let noteIndent = 4

    private let bytes: UnsafeBufferPointer<UInt8>
    private let lines: LineTable
    private let isMDX: Bool
    /// The line that was read last, counted from 0.
    private var number = 0
    /// In columns. What is indented by so much is code; nothing is in MDX.
    private let codeIndent: Int
    private var containers: [Container] = []
    /// How many of them are notes.
    private var notes = 0
    /// How many of them are list items.
    private var items = 0
    private var leaf = Leaf.none
    /// The list item, by its place among the containers, that has nothing in it yet.
    private var emptyItem: Int?
    /// Whether the line before the next one is blank, or a heading, the end of code or the like: no paragraph can go on.
    private(set) var isBehindBlank = false
    /// How many lines the paragraph has.
    private var paragraphLines = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: LineTable, isMDX: Bool) {
        self.bytes = bytes
        self.lines = lines
        self.isMDX = isMDX
        codeIndent = isMDX ? .max : 4
    }

    /// Says that the last line counts as a blank one, or that one follows it.
    mutating func endParagraph() {
        leaf = .none
        isBehindBlank = true
    }

    // MARK: Lines

    mutating func read(lineAt start: Int) -> Line {
        number = number + 1 < lines.count && lines.start(ofLine: number + 1) == start ? number + 1 : lines.line(containing: start)
        var end = number + 1 < lines.count ? lines.start(ofLine: number + 1) : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        var reading = Reading(start: start, cursor: LineCursor(bytes, at: start, upTo: end))
        match(&reading)
        let isBehindBlank = isBehindBlank
        var line = goesOn(&reading) ?? open(&reading)
        switch leaf {
        case _ where line.kind == .blank && !reading.hasMarker:
            // md4c may take it for the second blank line at the start of a list item, which ends the list.
            if isBehindBlank, items > 0 { line.edits = line.edits.filter { $0.range == start..<start } + [MarkdownEdit(start..<line.next)] }
            self.isBehindBlank = true
        case .none: self.isBehindBlank = line.kind != .blank
        default: self.isBehindBlank = reading.isFollowedByBlank
        }
        return line
    }

    /// A line while it is read.
    private struct Reading {
        let start: Int
        var cursor: LineCursor
        /// How many of the containers it stands in.
        var matched = 0
        /// Whether it has opened one.
        var hasOpened = false
        /// Whether the mark of a quotation or a list item stands in it that begins there.
        var hasMarker = false
        /// Whether md4c is given a blank line behind it.
        var isFollowedByBlank = false
        var edits: [MarkdownEdit] = []
    }

    private func line(_ kind: Line.Kind, _ reading: Reading, isContinuation: Bool = false) -> Line {
        let end = reading.cursor.end
        let next = number + 1 < lines.count ? lines.start(ofLine: number + 1) : bytes.count
        var isParagraph = false
        if case .paragraph = leaf { isParagraph = true }
        return Line(
            kind: kind, start: reading.start, content: reading.cursor.next, end: end, next: next, isContinuation: isContinuation, isParagraph: isParagraph,
            edits: reading.edits)
    }

    private mutating func match(_ reading: inout Reading) {
        while reading.matched < containers.count {
            switch containers[reading.matched] {
            case .quotation:
                guard reading.cursor.indent < codeIndent, reading.cursor.byte == UInt8(ascii: ">") else { return }
                reading.cursor.pass(1)
                reading.cursor.pass(columns: 1)
            case .item(let width):
                if reading.cursor.isBlank {
                    if emptyItem == reading.matched { return }
                } else {
                    guard reading.cursor.indent >= width else { return }
                    reading.cursor.pass(columns: width)
                }
            case .note:
                if !reading.cursor.isBlank {
                    guard reading.cursor.indent >= Self.noteIndent else { return }
                    unindent(&reading)
                }
            }
            reading.matched += 1
        }
    }

    /// Passes the indentation of a note.
    private func unindent(_ reading: inout Reading) {
        let start = reading.cursor.at
        reading.cursor.pass(columns: Self.noteIndent)
        let rest = reading.cursor.restOfTab
        let end = reading.cursor.at + (rest > 0 ? 1 : 0)
        reading.edits.append(MarkdownEdit(start..<end, [UInt8](repeating: 0x20, count: rest)))
    }

    // MARK: What goes on

    /// The line, when it belongs to code or to raw HTML that has not ended.
    private mutating func goesOn(_ reading: inout Reading) -> Line? {
        guard reading.matched == containers.count else { return nil }
        switch leaf {
        case .none, .paragraph, .table: return nil
        case .fence(let fence):
            if closes(fence, reading.cursor) { leaf = .none }
            return line(.code, reading)
        case .indentedCode:
            if reading.cursor.isBlank { return line(.blank, reading) }
            if reading.cursor.indent >= codeIndent { return line(.code, reading) }
            leaf = .none
            return nil
        case .html(let start):
            if reading.cursor.isBlank, start.endsAtBlankLine {
                leaf = .none
                return nil
            }
            if start.ends(in: bytes[reading.cursor.at..<reading.cursor.end]) { leaf = .none }
            return line(.html, reading)
        }
    }

    private func closes(_ fence: Fence, _ cursor: LineCursor) -> Bool {
        guard cursor.indent < codeIndent, cursor.byte == fence.mark else { return false }
        let run = bytes[cursor.next..<cursor.end].prefix { $0 == fence.mark }
        return run.count >= fence.length && bytes[run.endIndex..<cursor.end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    // MARK: What begins

    /// Reads a line for the blocks that it opens, each within the one before.
    private mutating func open(_ reading: inout Reading) -> Line {
        while let byte = reading.cursor.byte {
            if reading.cursor.indent >= codeIndent {
                if mayGoOn(reading) { return continuation(&reading) }
                begin(.indentedCode, &reading)
                return line(.code, reading)
            }
            switch byte {
            case UInt8(ascii: ">") where containers.count < Self.deepest:
                enter(.quotation, &reading)
                reading.cursor.pass(1)
                reading.cursor.pass(columns: 1)
                continue
            case UInt8(ascii: "#") where isHeading(reading.cursor):
                begin(.none, &reading)
                return line(.text, reading)
            case UInt8(ascii: "`"), UInt8(ascii: "~"):
                if let fence = fence(reading.cursor) {
                    begin(.fence(fence), &reading)
                    return line(.code, reading)
                }
            case UInt8(ascii: "<"):
                if let start = html(reading) {
                    begin(start.ends(in: bytes[reading.cursor.next..<reading.cursor.end]) ? .none : .html(start), &reading)
                    return line(.html, reading)
                }
            case UInt8(ascii: "=") where isUnderline(reading):
                leaf = .none
                return line(.text, reading)
            case UInt8(ascii: "-") where isUnderline(reading):
                leaf = .none
                return line(.text, reading)
            case UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"):
                if containers.count < Self.deepest, let note = MarkdownNote(at: reading.cursor.next, upTo: reading.cursor.end, in: bytes) {
                    if let line = begin(note, &reading) { return line }
                    continue
                }
            default: break
            }
            if isBreak(reading.cursor) {
                begin(.none, &reading)
                return line(.text, reading)
            }
            guard let item = item(reading) else { return text(&reading) }
            enter(.item(width: item.indent + item.width), &reading)
            reading.cursor.pass(item.marker)
            reading.cursor.pass(columns: item.width - item.marker)
            if reading.cursor.isBlank { emptyItem = containers.count - 1 }
        }
        if reading.hasOpened { return line(.blank, reading) }
        leave(&reading)
        leaf = .none
        return line(.blank, reading)
    }

    /// Whether text can go on with a paragraph, be it one that the line stands outside of.
    private func mayGoOn(_ reading: Reading) -> Bool {
        if case .paragraph = leaf { !reading.hasOpened } else { false }
    }

    /// Whether the line stands in the containers of the paragraph that has not ended.
    private func isInParagraph(_ reading: Reading) -> Bool {
        mayGoOn(reading) && reading.matched == containers.count
    }

    private mutating func text(_ reading: inout Reading) -> Line {
        if isInParagraph(reading), paragraphLines == 1, isDelimiterRow(bytes[reading.cursor.next..<reading.cursor.end]) {
            leaf = .table
            return line(.text, reading)
        }
        if mayGoOn(reading) { return continuation(&reading) }
        if case .table = leaf, !reading.hasOpened, reading.matched == containers.count { return line(.text, reading) }
        begin(.paragraph, &reading)
        paragraphLines = 1
        return line(.text, reading)
    }

    private mutating func continuation(_ reading: inout Reading) -> Line {
        paragraphLines += 1
        // md4c takes a fence or a tag for one however far it is indented.
        if reading.cursor.indent >= codeIndent, fence(reading.cursor) != nil || html(reading) != nil {
            let lineEnd = reading.start - (reading.start > 1 && bytes[reading.start - 1] == 0x0A && bytes[reading.start - 2] == 0x0D ? 2 : 1)
            reading.edits = [MarkdownEdit(max(0, lineEnd)..<reading.cursor.next, [0x20])]
        }
        return line(.text, reading, isContinuation: true)
    }

    /// Ends what the line does not stand in, and begins a leaf.
    private mutating func begin(_ new: Leaf, _ reading: inout Reading) {
        leave(&reading)
        switch (leaf, new) {
        // md4c takes it for another row.
        case (.table, _): part(&reading)
        default: break
        }
        leaf = new
        emptyItem = nil
    }

    private mutating func enter(_ container: Container, _ reading: inout Reading) {
        leave(&reading)
        leaf = .none
        emptyItem = nil
        add(container)
        reading.matched += 1
        reading.hasOpened = true
        if !container.isNote { reading.hasMarker = true }
    }

    /// Leaves the containers that the line does not stand in.
    private mutating func leave(_ reading: inout Reading) {
        guard reading.matched < containers.count else { return }
        if notes > 0, let note = containers[reading.matched...].first(where: \.isNote), case .note(let prefix) = note {
            var lines: [UInt8] = []
            if case .fence(let fence) = leaf, containers[containers.count - 1].isNote {
                lines = prefix + [UInt8](repeating: fence.mark, count: fence.length) + [0x0A]
            } else if !isBehindBlank {
                lines = prefix + [0x0A]
            }
            reading.edits.insert(MarkdownEdit(reading.start..<reading.start, lines), at: 0)
        } else if case .fence = leaf {
            // md4c takes a fence behind the end of a quotation for the one that closes code in it.
            part(&reading)
        }
        if let emptyItem, emptyItem >= reading.matched { self.emptyItem = nil }
        leaveContainers(from: reading.matched)
        leaf = .none
    }

    private mutating func add(_ container: Container) {
        containers.append(container)
        switch container {
        case .quotation: break
        case .item: items += 1
        case .note: notes += 1
        }
    }

    private mutating func leaveContainers(from first: Int) {
        while containers.count > first, let container = containers.popLast() {
            switch container {
            case .quotation: break
            case .item: items -= 1
            case .note: notes -= 1
            }
        }
    }

    /// Gives md4c a blank line before this one.
    private func part(_ reading: inout Reading) {
        if isBehindBlank { return }
        reading.edits.insert(MarkdownEdit(reading.start..<reading.start, prefix(of: reading) + [0x0A]), at: 0)
    }

    /// What a line has before its content, as it would stand before the next line of the same containers.
    func prefix(of line: Line) -> [UInt8] {
        prefix(from: line.start, to: line.content, line.edits)
    }

    private func prefix(of reading: Reading) -> [UInt8] {
        prefix(from: reading.start, to: reading.cursor.next, reading.edits)
    }

    private func prefix(from start: Int, to content: Int, _ edits: [MarkdownEdit]) -> [UInt8] {
        var prefix: [UInt8] = []
        var at = start
        for edit in edits where edit.range.lowerBound >= at && edit.range.upperBound <= content {
            prefix += bytes[at..<edit.range.lowerBound].map(Self.goingOn)
            if edit.range.isEmpty { continue }
            prefix += edit.replacement.map(Self.goingOn)
            at = edit.range.upperBound
        }
        return prefix + bytes[at..<max(at, content)].map(Self.goingOn)
    }

    private static func goingOn(_ byte: UInt8) -> UInt8 {
        byte == UInt8(ascii: ">") || byte == 0x09 ? byte : 0x20
    }

    // MARK: Notes

    /// Begins a note. The line, when nothing in it can begin another block.
    private mutating func begin(_ note: MarkdownNote, _ reading: inout Reading) -> Line? {
        switch note {
        case .definition:
            // Its first line belongs to the paragraph of the term.
            let isParagraphOpen = mayGoOn(reading) && containers[reading.matched...].allSatisfy(\.isNote)
            if isParagraphOpen { leaveContainers(from: reading.matched) } else { begin(.paragraph, &reading) }
            let prefix = prefix(of: reading)
            add(.note(prefix: prefix))
            reading.matched += 1
            paragraphLines += 2
            leaf = .paragraph
            return line(.text, reading, isContinuation: isParagraphOpen)
        case .footnote(let end):
            begin(.none, &reading)
            let prefix = mark(upTo: end, &reading)
            enter(.note(prefix: prefix), &reading)
            reading.cursor.pass(end - reading.cursor.next)
            trim(&reading)
            return nil
        case .admonition(let end), .fence(let end):
            begin(.none, &reading)
            let prefix = mark(upTo: end, &reading)
            if case .admonition = note { enter(.note(prefix: prefix), &reading) }
            reading.cursor.pass(end - reading.cursor.next)
            trim(&reading)
            if reading.cursor.isBlank { return line(.blank, reading) }
            let bracket = bytes[reading.cursor.end - 1] == UInt8(ascii: "]") && bytes[end - 1] == UInt8(ascii: "[") ? 1 : 0
            reading.edits.append(MarkdownEdit((reading.cursor.end - bracket)..<reading.cursor.end, [0x0A] + prefix))
            reading.isFollowedByBlank = true
            return line(.text, reading)
        }
    }

    /// Takes the mark of a note away, and gives what is behind it a line of its own. What stands before it in its line.
    private func mark(upTo end: Int, _ reading: inout Reading) -> [UInt8] {
        let prefix = prefix(of: reading)
        // Without its mark the line may be blank itself.
        if !bytes[end..<reading.cursor.end].allSatisfy(HTMLTag.isSpace) { part(&reading) }
        reading.edits.append(MarkdownEdit(reading.cursor.next..<end))
        return prefix
    }

    /// Takes the space behind a mark away, which would indent what follows.
    private func trim(_ reading: inout Reading) {
        let start = reading.cursor.at
        reading.cursor.pass(columns: reading.cursor.indent)
        if reading.cursor.at > start { reading.edits.append(MarkdownEdit(start..<reading.cursor.at)) }
    }

    // MARK: Shapes of lines

    private func isHeading(_ cursor: LineCursor) -> Bool {
        let run = bytes[cursor.next..<cursor.end].prefix { $0 == UInt8(ascii: "#") }
        return run.count <= 6 && (run.endIndex == cursor.end || bytes[run.endIndex] == 0x20 || bytes[run.endIndex] == 0x09)
    }

    private func fence(_ cursor: LineCursor) -> Fence? {
        guard let mark = cursor.byte, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
        let run = bytes[cursor.next..<cursor.end].prefix { $0 == mark }
        guard run.count >= 3, mark == UInt8(ascii: "~") || !bytes[run.endIndex..<cursor.end].contains(mark) else { return nil }
        return Fence(mark: mark, length: run.count)
    }

    private func html(_ reading: Reading) -> HTMLBlockStart? {
        guard !isMDX, reading.cursor.byte == UInt8(ascii: "<") else { return nil }
        let start = HTMLBlockStart(bytes[reading.cursor.next..<reading.cursor.end])
        return start?.interruptsParagraph ?? false || !mayGoOn(reading) ? start : nil
    }

    private func isUnderline(_ reading: Reading) -> Bool {
        guard isInParagraph(reading), let mark = reading.cursor.byte else { return false }
        let run = bytes[reading.cursor.next..<reading.cursor.end].prefix { $0 == mark }
        return bytes[run.endIndex..<reading.cursor.end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    private func isBreak(_ cursor: LineCursor) -> Bool {
        guard let mark = cursor.byte, mark == UInt8(ascii: "*") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "_") else { return false }
        var count = 0
        for byte in bytes[cursor.next..<cursor.end] {
            if byte == mark { count += 1 } else if byte != 0x20, byte != 0x09 { return false }
        }
        return count >= 3
    }

    /// The marker of a list item: how far it is indented, how many bytes it has, and how many columns with the space behind it.
    private func item(_ reading: Reading) -> (indent: Int, marker: Int, width: Int)? {
        let cursor = reading.cursor
        guard containers.count < Self.deepest, let first = cursor.byte else { return nil }
        var end = cursor.next + 1
        var interrupts = true
        if (0x30...0x39).contains(first) {
            let digits = bytes[cursor.next..<cursor.end].prefix(10).prefix { (0x30...0x39).contains($0) }
            guard digits.count <= 9, digits.endIndex < cursor.end, ".)".utf8.contains(bytes[digits.endIndex]) else { return nil }
            interrupts = Int(String(decoding: digits, as: UTF8.self)) == 1
            end = digits.endIndex + 1
        } else if first != UInt8(ascii: "*"), first != UInt8(ascii: "-"), first != UInt8(ascii: "+") {
            return nil
        }
        guard end == cursor.end || bytes[end] == 0x20 || bytes[end] == 0x09 else { return nil }
        var behind = cursor
        behind.pass(end - cursor.next)
        if isInParagraph(reading), !interrupts || behind.isBlank { return nil }
        let marker = end - cursor.next
        let isFar = behind.isBlank || behind.indent > codeIndent
        return (cursor.indent, marker, marker + (isFar ? 1 : behind.indent))
    }

    /// `| --- | :-: |`, under the head of a table.
    private func isDelimiterRow(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        line.contains(UInt8(ascii: "|")) && line.contains(UInt8(ascii: "-")) && line.allSatisfy { "|-: \t".utf8.contains($0) }
    }
}
