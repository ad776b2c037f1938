import SourceText

/// Reads Markdown (CommonMark and GitHub's tables, strikethrough, task lists and autolinks) with md4c, whose callbacks
/// point into the input, so that every byte of text keeps its place.
///
/// Code, template tags, images and bare addresses are not prose: inside a sentence an object replacement character (U+FFFC)
/// keeps their place. Raw HTML is read as a page is. MDX is Markdown with tags, expressions, imports and exports in it.
enum MarkdownReader {
    static func read(_ file: SourceFile, isMDX: Bool, _ options: ReadingOptions) -> Document {
        let frontMatter = FrontMatter(of: file)
        let start = frontMatter?.range.upper ?? SourceFile.byteOrderMarkLength(file.bytes)
        let scanned = MarkdownScanner.scan(file, from: start, isMDX: isMDX)
        var builder = DocumentBuilder()
        builder.directives = scanned.directives
        if let frontMatter { FrontMatterText.add(frontMatter, of: file, keys: options.frontMatterKeys, to: &builder) }
        return file.bytes.withUnsafeBufferPointer { bytes in
            let body = UnsafeBufferPointer(rebasing: bytes[start...])
            var walk = MarkdownWalk(body: body, offset: start, scanned: scanned, isMDX: isMDX, builder: builder)
            walk.run()
            return walk.builder.document(isMDX ? .mdx : .markdown, frontMatter: frontMatter)
        }
    }
}
