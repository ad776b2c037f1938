/// The tags in a block of raw HTML that do not stand there in pairs: Markdown may stand between them and their counterparts in
/// other blocks.
struct HTMLPieces {
    /// In order. Of start tags only those that change how what follows is read.
    let tags: [HTMLTag]

    private struct Open {
        let tag: HTMLTag
        let counts: Bool
    }

    /// `isOpen` says whether an element of a name is open where the block starts; `counts` whether a start tag changes how
    /// what follows is read.
    init(in page: UnsafeBufferPointer<UInt8>, isOpen: (String) -> Bool, counts: (HTMLTag) -> Bool) {
        var found: [HTMLTag] = []
        var open: [Open] = []
        var countOfName: [String: Int] = [:]
        var at = 0
        while let start = page[at...].firstIndex(of: UInt8(ascii: "<")) {
            at = start + 1
            if let end = Self.endOfDeclaration(at: start, in: page) {
                at = end
                continue
            }
            guard let tag = HTMLTag(at: start, in: page) else { continue }
            at = tag.range.upperBound
            // The next block closes a paragraph.
            if tag.name == "p" { continue }
            if !tag.isEnd {
                if tag.isSelfClosing || Self.void.contains(tag.name) { continue }
                let isField = tag.name == "textarea" || tag.name == "xmp"
                open.append(Open(tag: tag, counts: !isField && counts(tag)))
                countOfName[tag.name, default: 0] += 1
                if isField || Self.raw.contains(tag.name) { at = Self.endOfRaw(tag.name, from: at, in: page) }
            } else if countOfName[tag.name, default: 0] > 0 {
                while let last = open.popLast() {
                    countOfName[last.tag.name, default: 1] -= 1
                    if last.tag.name == tag.name { break }
                }
            } else if isOpen(tag.name) {
                found.append(tag)
                open = []
                countOfName = [:]
            }
        }
        tags = found + open.filter(\.counts).map(\.tag)
    }

    /// The end of a comment or of another declaration.
    private static func endOfDeclaration(at start: Int, in page: UnsafeBufferPointer<UInt8>) -> Int? {
        guard start + 1 < page.count, page[start + 1] == UInt8(ascii: "!") || page[start + 1] == UInt8(ascii: "?") else { return nil }
        let isComment = page[start...].starts(with: "<!--".utf8)
        var at = start + (isComment ? 4 : 2)
        while at < page.count {
            if page[at] == UInt8(ascii: ">"), !isComment || page[..<at].suffix(2).elementsEqual("--".utf8) { return at + 1 }
            at += 1
        }
        return page.count
    }

    private static func endOfRaw(_ name: String, from start: Int, in page: UnsafeBufferPointer<UInt8>) -> Int {
        var at = start
        while let next = page[at...].firstIndex(of: UInt8(ascii: "<")) {
            at = next + 1
            if at < page.count, page[at] == UInt8(ascii: "/"), let tag = HTMLTag(at: next, in: page), tag.name == name { return next }
        }
        return page.count
    }

    static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]
    private static let raw: Set<String> = ["script", "style", "title", "iframe", "noembed", "noframes"]
}
