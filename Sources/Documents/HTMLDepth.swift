/// Measures how deep the elements of a page are nested, without building its tree: gumbo's time grows faster than the square of
/// the depth.
///
/// The count follows the HTML Standard as far as depth goes: elements that may be left unclosed close each other, and
/// formatting elements live on where what holds them ends, up to three alike.
struct HTMLDepth {
    static let deepest = 1_000
    /// On one element. gumbo compares each with all others.
    static let mostAttributes = 1_000

    /// Where a page is nested too deep or a tag has too many attributes.
    private(set) var excess: (offset: Int, message: String)?

    private struct Open {
        let name: UInt64
        /// Of the whole tag.
        let tag: Int
        let isFormatting: Bool
    }

    private var open: [Open] = []
    private var countOfName: [UInt64: Int] = [:]

    init(of bytes: UnsafeBufferPointer<UInt8>) {
        var at = 0
        while let start = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
            at = start + 1
            guard at < bytes.count else { return }
            if bytes[at] == UInt8(ascii: "!") {
                at = Self.endOfDeclaration(at: at, in: bytes)
                continue
            }
            let isEnd = bytes[at] == UInt8(ascii: "/")
            if isEnd { at += 1 }
            guard at < bytes.count, HTMLTag.isLetter(bytes[at]) else { continue }
            let name = Self.name(at: &at, in: bytes)
            let tag = Self.endOfTag(from: at, in: bytes)
            at = tag.end
            if tag.attributes > Self.mostAttributes {
                excess = (start, "an HTML tag with more than 1,000 attributes is not read")
                return
            }
            if isEnd {
                close(name)
            } else if !Self.void.contains(name) {
                enter(name, bytes[start..<at], isSelfClosing: tag.isSelfClosing)
                if Self.raw.contains(name) { at = Self.endOfRaw(name, from: at, in: bytes) }
            }
            if open.count > Self.deepest {
                excess = (start, "HTML nested deeper than 1,000 levels is not read")
                return
            }
        }
    }

    private mutating func enter(_ name: UInt64, _ tag: Slice<UnsafeBufferPointer<UInt8>>, isSelfClosing: Bool) {
        if name == Self.table, let last = open.last, Self.insideTable.contains(last.name) {
            close(name)
        } else if let closed = Self.closes[name] {
            for other in closed where isOpen(other, within: Self.boundary(of: name)) { close(other) }
        } else if Self.closesParagraph.contains(name), isOpen(Self.paragraph, within: Self.cells) {
            close(Self.paragraph)
        }
        let isFormatting = Self.formatting.contains(name)
        var hash = 0
        if isFormatting {
            var hasher = Hasher()
            hasher.combine(bytes: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: tag)))
            hash = hasher.finalize()
            let alike = open.indices.filter { open[$0].isFormatting && open[$0].tag == hash }
            if alike.count >= 3, let first = alike.first { remove(first) }
        }
        open.append(Open(name: name, tag: hash, isFormatting: isFormatting))
        countOfName[name, default: 0] += 1
    }

    private mutating func close(_ name: UInt64) {
        guard countOfName[name, default: 0] > 0, let index = open.lastIndex(where: { $0.name == name }) else { return }
        let isMarker = Self.markers.contains(name)
        let above = open[(index + 1)...]
        let kept = isMarker ? [] : above.filter(\.isFormatting)
        for element in above where isMarker || !element.isFormatting { countOfName[element.name, default: 1] -= 1 }
        countOfName[name, default: 1] -= 1
        open.replaceSubrange(index..., with: kept)
    }

    private mutating func remove(_ index: Int) {
        countOfName[open[index].name, default: 1] -= 1
        open.remove(at: index)
    }

    /// Whether an element is open, with none of the boundary inside of it.
    private func isOpen(_ name: UInt64, within boundary: Set<UInt64>) -> Bool {
        guard countOfName[name, default: 0] > 0 else { return false }
        for element in open.reversed() {
            if element.name == name { return true }
            if boundary.contains(element.name) { return false }
        }
        return false
    }

    // MARK: Tags

    /// The first eight letters of a name, in lower case.
    private static func name(at: inout Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var name: UInt64 = 0
        var count = 0
        while at < bytes.count, !HTMLTag.isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "/") {
            if count < 8 { name = name << 8 | UInt64(HTMLTag.isLetter(bytes[at]) ? bytes[at] | 0x20 : bytes[at]) }
            count += 1
            at += 1
        }
        return name
    }

    private static func endOfTag(
        from start: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (end: Int, attributes: Int, isSelfClosing: Bool) {
        var attributes = 0
        var at = start
        var before: UInt8 = 0x20
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: ">") { return (at + 1, attributes, before == UInt8(ascii: "/")) }
            let isQuote = (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")) && (before == UInt8(ascii: "=") || HTMLTag.isSpace(before))
            if isQuote, let close = bytes[(at + 1)...].firstIndex(of: byte) { at = close }
            if HTMLTag.isSpace(before) || before == UInt8(ascii: "/"), !HTMLTag.isSpace(byte) { attributes += 1 }
            before = isQuote ? 0x20 : byte
            at += 1
        }
        return (bytes.count, attributes, false)
    }

    /// The end of a comment or of another declaration.
    private static func endOfDeclaration(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var at = start
        let isComment = bytes[start...].starts(with: "!--".utf8)
        if isComment { at = min(bytes.count, start + 3) }
        while let close = bytes[at...].firstIndex(of: UInt8(ascii: ">")) {
            let ends = !isComment || (close >= start + 5 && bytes[close - 1] == 0x2D && bytes[close - 2] == 0x2D) || close == start + 3
            if ends { return close + 1 }
            at = close + 1
        }
        return bytes.count
    }

    /// Where the end tag of an element stands whose content is no markup.
    private static func endOfRaw(_ name: UInt64, from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var at = start
        while let next = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
            at = next + 1
            guard at < bytes.count, bytes[at] == UInt8(ascii: "/") else { continue }
            var end = at + 1
            if Self.name(at: &end, in: bytes) == name { return next }
        }
        return bytes.count
    }

    // MARK: Elements

    private static func code(_ name: String) -> UInt64 {
        name.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func codes(_ names: String) -> Set<UInt64> {
        Set(names.split(separator: " ").map { code(String($0)) })
    }

    private static let paragraph = code("p")
    private static let table = code("table")
    /// Where a table within a table ends the one it would stand in.
    private static let insideTable = codes("table tbody thead tfoot tr")
    private static let void = codes(
        "area base basefont bgsound br col embed frame hr img image input keygen link meta param source track wbr")
    private static let raw = codes("script style textarea title xmp iframe noembed noframes")
    private static let formatting = codes("a b big code em font i nobr s small strike strong tt u")
    private static let markers = codes("td th caption applet object marquee template button")
    private static let cells = codes("td th caption button object marquee template table applet")
    private static let lists = codes("ul ol dl td th table button object")
    private static let tables = codes("table template")
    private static let closesParagraph = codes(
        "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 "
            + "h5 h6 header hgroup hr li main menu nav ol p pre listing section summary table ul xmp plaintext")
    /// What the start of an element closes.
    private static let closes: [UInt64: [UInt64]] = [
        code("li"): ["li", "p"], code("dt"): ["dt", "dd", "p"], code("dd"): ["dt", "dd", "p"], code("option"): ["option"],
        code("optgroup"): ["option", "optgroup"], code("td"): ["td", "th"], code("th"): ["td", "th"], code("tr"): ["td", "th", "tr"],
        code("tbody"): ["tbody", "thead", "tfoot", "td", "th", "tr"], code("thead"): ["tbody", "thead", "tfoot", "td", "th", "tr"],
        code("tfoot"): ["tbody", "thead", "tfoot", "td", "th", "tr"], code("rt"): ["rt", "rp"], code("rp"): ["rt", "rp"], code("a"): ["a"],
        code("nobr"): ["nobr"], code("button"): ["button"],
    ].mapValues { $0.map { code($0) } }

    private static func boundary(of name: UInt64) -> Set<UInt64> {
        if name == code("li") || name == code("dt") || name == code("dd") { return lists }
        if name == code("a") || name == code("nobr") { return cells }
        return tables
    }
}
