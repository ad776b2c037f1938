/// Cuts a page into tags and what stands between them, as gumbo does, without decoding any of it.
struct HTMLTokens {
    struct Tag {
        /// From the `<` to behind the `>`.
        let range: Range<Int>
        let nameRange: Range<Int>
        /// What gumbo takes for the name where SVG and MathML are closed: all there is in an end tag, or behind an empty one.
        let foreignName: Range<Int>
        let name: HTMLName
        let isEnd: Bool
        let isSelfClosing: Bool
        /// How many attributes there are at most.
        let attributes: Int
    }

    enum Token {
        case tag(Tag)
        /// Text with nothing but space in it, or with more.
        case text(isBlank: Bool)
        /// A CDATA section.
        case section
        case comment
        case doctype(Range<Int>)
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var at = 0
    /// Where the token starts that was read last.
    private var start = 0
    private var references = CharacterReferences()

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The next token; nil at the end. `isForeign` is whether SVG or MathML is open, where CDATA sections are text.
    mutating func next(isForeign: Bool) -> Token? {
        start = at
        // An empty end tag is nothing, but gumbo counts it to what follows.
        while at + 2 < bytes.count, bytes[at...].starts(with: "</>".utf8) { at += 3 }
        guard at < bytes.count else { return nil }
        return opensMarkup(at) ? markup(isForeign: isForeign) : text()
    }

    private mutating func text() -> Token {
        var isBlank = true
        repeat {
            if isBlank, !HTMLTag.isSpace(bytes[at]) {
                let reference = bytes[at] == UInt8(ascii: "&") ? references.decode(at: at, in: bytes, .text) : nil
                if let reference, reference.text.utf8.allSatisfy(HTMLTag.isSpace) { at += reference.length - 1 } else { isBlank = false }
            }
            at += 1
        } while at < bytes.count && !opensMarkup(at)
        return .text(isBlank: isBlank)
    }

    /// Whether a tag, a comment or the like starts at an offset.
    private func opensMarkup(_ at: Int) -> Bool {
        guard bytes[at] == UInt8(ascii: "<"), at + 1 < bytes.count else { return false }
        let next = bytes[at + 1]
        return HTMLTag.isLetter(next) || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || (next == UInt8(ascii: "/") && at + 2 < bytes.count)
    }

    private mutating func markup(isForeign: Bool) -> Token? {
        switch bytes[at + 1] {
        case UInt8(ascii: "!"): return declaration(isForeign: isForeign)
        case UInt8(ascii: "?"):
            at = end(of: ">", from: at + 2)
            return .comment
        case UInt8(ascii: "/") where !HTMLTag.isLetter(bytes[at + 2]):
            at = end(of: ">", from: at + 2)
            return .comment
        default: return tag(at: at)
        }
    }

    private mutating func declaration(isForeign: Bool) -> Token {
        let start = at
        let inside = bytes[(at + 2)...]
        if inside.starts(with: "--".utf8) {
            at = endOfComment(from: at + 4)
            return .comment
        }
        if isForeign, inside.starts(with: "[CDATA[".utf8) {
            at = end(of: "]]>", from: at + 9)
            return .section
        }
        at = end(of: ">", from: at + 2)
        let isDoctype = inside.prefix(7).map { HTMLTag.isLetter($0) ? $0 | 0x20 : $0 } == Array("doctype".utf8)
        return isDoctype ? .doctype(start..<at) : .comment
    }

    private func endOfComment(from start: Int) -> Int {
        if bytes[start...].starts(with: ">".utf8) { return start + 1 }
        if bytes[start...].starts(with: "->".utf8) { return start + 2 }
        var at = start
        while let close = bytes[at...].firstIndex(of: UInt8(ascii: ">")) {
            let mark = close > start && bytes[close - 1] == UInt8(ascii: "!") ? close - 1 : close
            if mark >= start + 2, bytes[mark - 1] == UInt8(ascii: "-"), bytes[mark - 2] == UInt8(ascii: "-") { return close + 1 }
            at = close + 1
        }
        return bytes.count
    }

    private func end(of string: StaticString, from start: Int) -> Int {
        let wanted = UnsafeBufferPointer(start: string.utf8Start, count: string.utf8CodeUnitCount)
        var at = start
        while at < bytes.count, let next = bytes[at...].firstIndex(of: wanted[0]) {
            if bytes[next...].starts(with: wanted) { return next + wanted.count }
            at = next + 1
        }
        return bytes.count
    }

    // MARK: Tags

    private mutating func tag(at start: Int) -> Token? {
        let isEnd = bytes[start + 1] == UInt8(ascii: "/")
        let nameStart = isEnd ? start + 2 : start + 1
        var at = nameStart
        while at < bytes.count, !HTMLTag.isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "/") { at += 1 }
        let nameRange = nameStart..<at
        var attributes = 0
        var isSelfClosing = false
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: ">") {
                self.at = at + 1
                let isBehindEmptyTag = isEnd || self.start < start
                return .tag(Tag(
                    range: start..<(at + 1), nameRange: nameRange, foreignName: isBehindEmptyTag ? (self.start + 2)..<at : nameRange,
                    name: HTMLTagSet.name(bytes[nameRange]), isEnd: isEnd, isSelfClosing: isSelfClosing, attributes: attributes))
            }
            if HTMLTag.isSpace(byte) || byte == UInt8(ascii: "/") {
                isSelfClosing = byte == UInt8(ascii: "/")
                at += 1
                continue
            }
            isSelfClosing = false
            attributes += 1
            _ = attribute(&at)
        }
        // A tag that never ends is nothing.
        self.at = bytes.count
        return nil
    }

    private static let endsName = "=>/".utf8

    /// Where the name and the value of an attribute stand that starts at an offset, which moves behind it.
    private func attribute(_ at: inout Int) -> (name: Range<Int>, value: Range<Int>) {
        let start = at
        at += 1
        while at < bytes.count, !HTMLTag.isSpace(bytes[at]), !Self.endsName.contains(bytes[at]) { at += 1 }
        let name = start..<at
        while at < bytes.count, HTMLTag.isSpace(bytes[at]) { at += 1 }
        guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return (name, at..<at) }
        at += 1
        while at < bytes.count, HTMLTag.isSpace(bytes[at]) { at += 1 }
        guard at < bytes.count else { return (name, at..<at) }
        if bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
            let value = at + 1
            let close = bytes[value...].firstIndex(of: bytes[at]) ?? bytes.count
            at = min(bytes.count, close + 1)
            return (name, value..<close)
        }
        let value = at
        while at < bytes.count, !HTMLTag.isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
        return (name, value..<at)
    }

    /// The attributes of a tag as gumbo compares them: names in lower case, references decoded, the first of those with one name.
    mutating func attributes(of tag: Tag) -> [String: String] {
        var found: [String: String] = [:]
        var at = tag.nameRange.upperBound
        while at < tag.range.upperBound - 1 {
            if HTMLTag.isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "/") {
                at += 1
                continue
            }
            let (name, value) = attribute(&at)
            let key = String(decoding: bytes[name].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
            if found[key] == nil { found[key] = decoded(value) }
        }
        return found
    }

    private mutating func decoded(_ range: Range<Int>) -> String {
        var text: [UInt8] = []
        var at = range.lowerBound
        while at < range.upperBound {
            if bytes[at] == UInt8(ascii: "&"), let reference = references.decode(at: at, in: bytes, .attribute), at + reference.length <= range.upperBound {
                text += Array(reference.text.utf8)
                at += reference.length
                continue
            }
            let isReplaced = (bytes[at] < 0x20 && !HTMLTag.isSpace(bytes[at])) || bytes[at] == 0x7F
            if isReplaced { text += Array("\u{FFFD}".utf8) } else if bytes[at] != 0x0D { text.append(bytes[at]) } else if
                at + 1 == range.upperBound || bytes[at + 1] != 0x0A
            { text.append(0x0A) }
            at += 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    // MARK: Text that holds no tags

    /// Passes over the content of an element that holds nothing but text, and over its end tag.
    mutating func skipText(of tag: Tag) {
        let name = bytes[tag.nameRange]
        while let next = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
            at = next
            if isTagName(name, behind: next + 1, isEnd: true) {
                _ = self.tag(at: next)
                return
            }
            at += 1
        }
        at = bytes.count
    }

    mutating func skipRest() {
        at = bytes.count
    }

    private func isTagName(_ name: Slice<UnsafeBufferPointer<UInt8>>, behind start: Int, isEnd: Bool) -> Bool {
        var at = start
        if isEnd {
            guard at < bytes.count, bytes[at] == UInt8(ascii: "/") else { return false }
            at += 1
        }
        guard at + name.count < bytes.count else { return false }
        let found = bytes[at..<(at + name.count)]
        let follower = bytes[at + name.count]
        return zip(found, name).allSatisfy { $0 | 0x20 == $1 | 0x20 }
            && (HTMLTag.isSpace(follower) || follower == UInt8(ascii: ">") || follower == UInt8(ascii: "/"))
    }

    /// Passes over a script and its end tag; in comments of a script, scripts may stand.
    mutating func skipScript(of tag: Tag) {
        enum State { case plain, escaped, doublyEscaped }
        let name = bytes[tag.nameRange]
        var state = State.plain
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "<"):
                if state != .doublyEscaped, isTagName(name, behind: at + 1, isEnd: true) {
                    _ = self.tag(at: at)
                    return
                }
                if state == .plain, bytes[at...].starts(with: "<!--".utf8) {
                    state = .escaped
                    // `<!-->` ends where it starts.
                    at += 2
                    continue
                }
                if state == .escaped, isTagName(name, behind: at + 1, isEnd: false) { state = .doublyEscaped } else if
                    state == .doublyEscaped, isTagName(name, behind: at + 1, isEnd: true)
                { state = .escaped }
            case UInt8(ascii: "-") where state != .plain && bytes[at...].starts(with: "-->".utf8): state = .plain
            default: break
            }
            at += 1
        }
    }
}
