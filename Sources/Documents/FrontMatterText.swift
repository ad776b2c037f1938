import SourceText

/// Adds the values of front matter that are texts of the page, each at its exact place, as YAML, JSON and TOML write them.
struct FrontMatterText {
    private let bytes: [UInt8]
    private let damage: Masks
    private var stream: TextStream

    /// `keys` name the values, in any case, with dots between the keys of nested maps.
    static func add(_ frontMatter: FrontMatter, of file: SourceFile, keys: [String], to builder: inout DocumentBuilder) {
        let wanted = Set(keys.map { $0.lowercased() })
        let fields = frontMatter.fields.filter { wanted.contains($0.keys.joined(separator: ".").lowercased()) }
        if fields.isEmpty { return }
        let unreadable = file.damage.map { Mask(range: $0..<($0 + 1), reading: .replacement) }
        var text = FrontMatterText(bytes: file.bytes, damage: Masks(unreadable), stream: builder.asides)
        for field in fields {
            let isTitle = field.keys.last?.lowercased().contains("title") ?? false
            text.add(field, isTitle ? .title : .description)
        }
        builder.asides = text.stream
    }

    private mutating func add(_ field: FrontMatterField, _ kind: Block.Kind) {
        let range = field.range
        guard !range.isEmpty else { return }
        let first = bytes[range.lower]
        let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
        if isQuoted {
            let marks = bytes[range.indices].starts(with: [first, first, first]) && field.isTOML ? 3 : 1
            let inside = (range.lower + marks)..<max(range.lower + marks, range.upper - marks)
            read(inside, first == UInt8(ascii: "'") && field.isTOML ? .plain : first == UInt8(ascii: "'") ? .single : .double, kind)
        } else if first == UInt8(ascii: "|") || first == UInt8(ascii: ">") {
            let header = bytes[range.indices].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? range.upper
            read(header..<range.upper, .plain, kind)
        } else {
            read(range.indices, .plain, kind)
        }
    }

    private enum Style {
        case plain, single, double
    }

    private mutating func read(_ range: Range<Int>, _ style: Style, _ kind: Block.Kind) {
        var at = range.lowerBound
        var plain = at
        while at < range.upperBound {
            let end = endOfUnit(at: at, upTo: range.upperBound, style)
            if end == at {
                at += 1
                continue
            }
            append(plain..<at)
            let unit = at..<end
            if HTMLTag.isSpace(bytes[at]) {
                if bytes[unit].count(where: { $0 == 0x0A }) > 1 { stream.endBlock(kind) } else { stream.addSpace(for: SourceRange(unit)) }
            } else {
                stream.substitute(EscapedCharacter(at: at, upTo: range.upperBound, in: bytes)?.text ?? "'", for: SourceRange(unit))
            }
            at = end
            plain = end
        }
        append(plain..<range.upperBound)
        stream.endBlock(kind)
    }

    /// The end of an escape or of a run of space with a line break in it; the place itself where neither starts.
    private func endOfUnit(at start: Int, upTo end: Int, _ style: Style) -> Int {
        switch bytes[start] {
        case UInt8(ascii: "'") where style == .single: return min(end, start + 2)
        case UInt8(ascii: "\\") where style == .double: return start + (EscapedCharacter(at: start, upTo: end, in: bytes)?.length ?? 0)
        case let byte where HTMLTag.isSpace(byte):
            var at = start
            while at < end, HTMLTag.isSpace(bytes[at]) { at += 1 }
            return at == start + 1 && byte == 0x20 && start > 0 && bytes[start - 1] > 0x20 && at < end ? start : at
        default: return start
        }
    }

    private mutating func append(_ range: Range<Int>) {
        bytes.withUnsafeBufferPointer { bytes in
            damage.forEachPiece(of: range) { piece in
                switch piece {
                case .text(let range): stream.append(UnsafeBufferPointer(rebasing: bytes[range]), at: range.lowerBound)
                case .mask(let mask): stream.substitute("\u{FFFD}", for: SourceRange(mask.range))
                }
            }
        }
    }
}
