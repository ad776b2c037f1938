package import SourceText

/// The formats of drafts, told apart by the ending of the file's name.
package enum DocumentFormat: CaseIterable, Sendable {
    case markdown
    case mdx
    case html
    case plainText

    /// With their dots, in lower case.
    package var endings: [String] {
        switch self {
        case .markdown: [".md", ".markdown"]
        case .mdx: [".mdx"]
        case .html: [".html", ".htm", ".xhtml"]
        case .plainText: [".txt", ".text"]
        }
    }

    /// The format that a path's ending stands for, or nil when it is none of a draft.
    package init?(path: String) {
        let name = path.lowercased()
        guard let format = Self.allCases.first(where: { $0.endings.contains { name.hasSuffix($0) } }) else { return nil }
        self = format
    }

    /// What the name at the end of a path ends in, with its dot, when that stands for something other than a draft; nil for
    /// drafts and for names without an ending.
    package static func foreignEnding(of path: String) -> Substring? {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex, Self(path: path) == nil else { return nil }
        let ending = name[dot...]
        let isWord = ending.contains(where: \.isLetter) && !ending.contains(where: \.isWhitespace)
        return isWord ? ending : nil
    }

    /// Reads a draft. Every draft makes a document; one that is refused says why.
    package func read(_ file: SourceFile, _ options: ReadingOptions = ReadingOptions()) -> Document {
        switch self {
        case .markdown: MarkdownReader.read(file, isMDX: false, options)
        case .mdx: MarkdownReader.read(file, isMDX: true, options)
        case .html: HTMLReader.read(file, options)
        case .plainText: PlainTextReader.read(file, options)
        }
    }
}
