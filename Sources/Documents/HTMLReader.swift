import SourceText

/// Reads HTML as a browser shows it, with gumbo, and finds each byte of it again in the file.
///
/// Template tags, as `{{ title }}`, are code. What does not show is not read; what stands beside the page is: its title and
/// description, the alternative texts of images, tooltips, labels, placeholders and the names of buttons.
enum HTMLReader {
    static func read(_ file: SourceFile, _ options: ReadingOptions) -> Document {
        let frontMatter = FrontMatter(of: file)
        let start = frontMatter?.range.upper ?? SourceFile.byteOrderMarkLength(file.bytes)
        let isXML = file.path.lowercased().hasSuffix(".xhtml")
        let (masks, directives) = MaskScanner.scan(file, from: start, in: isXML ? .xhtml : .html)
        var builder = DocumentBuilder()
        builder.directives = directives
        if let frontMatter { FrontMatterText.add(frontMatter, of: file, keys: options.frontMatterKeys, to: &builder) }
        file.bytes.withUnsafeBufferPointer { bytes in
            let source = UnsafeBufferPointer(rebasing: bytes[start...])
            func walk(_ page: UnsafeBufferPointer<UInt8>) {
                let walk = HTMLWalk(page: page, source: source, offset: start, masks: masks, builder: builder)
                walk.run()
                builder = walk.builder
            }
            if masks.isEmpty { walk(source) } else { masks.fill(source, at: start, for: .html).withUnsafeBufferPointer(walk) }
        }
        return builder.document(.html, frontMatter: frontMatter)
    }
}
