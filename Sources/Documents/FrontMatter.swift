import MarkedYAML
package import SourceText

/// The settings block at the top of a draft, between `---` lines (YAML) or `+++` lines (TOML).
package struct FrontMatter: Hashable, Sendable {
    /// The whole block, both fences included.
    package let range: SourceRange
    /// Where the draft declares that AI helped to write it: `ai-assisted: true` or `ai_assisted: true`, at the top level or
    /// as `ai-assisted` under `attune:`.
    package let aiDeclaration: SourceRange?

    /// The front matter of a draft, if it has one.
    package init?(of file: SourceFile) {
        let bytes = file.bytes
        let start = SourceFile.byteOrderMarkLength(bytes)
        let first = file.lines.range(ofLine: 0, in: bytes)
        let opening = Self.fence(bytes, from: start, to: first.upper)
        guard opening == 0x2D || opening == 0x2B else { return nil }
        for line in 1..<max(1, file.lines.count) {
            let content = file.lines.range(ofLine: line, in: bytes)
            guard Self.fence(bytes, from: content.lower, to: content.upper) == opening else { continue }
            let end = line + 1 < file.lines.count ? file.lines.start(ofLine: line + 1) : bytes.count
            range = SourceRange(0, end)
            let inside = SourceRange(file.lines.start(ofLine: 1), content.lower)
            aiDeclaration = opening == 0x2D ? Self.declaration(in: file, inside) : nil
            return
        }
        return nil
    }

    /// The character a fence line is made of, three of them and nothing after but space; else 0.
    private static func fence(_ bytes: [UInt8], from: Int, to: Int) -> UInt8 {
        guard to - from >= 3, bytes[from] == bytes[from + 1], bytes[from] == bytes[from + 2] else { return 0 }
        return bytes[(from + 3)..<to].allSatisfy { $0 == 0x20 || $0 == 0x09 } ? bytes[from] : 0
    }

    private static func declaration(in file: SourceFile, _ range: SourceRange) -> SourceRange? {
        // Front matter belongs to the site generator: what it cannot read there is not ours to refuse.
        guard let root = try? MarkedYAML.parse(file, range) else { return nil }
        let places = [root["ai-assisted"], root["ai_assisted"], root["attune"]?["ai-assisted"]]
        return places.compactMap { $0 }.first { $0.scalar == "true" }?.range
    }
}
