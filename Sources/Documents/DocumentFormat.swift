package import SourceText

/// The formats of drafts, told apart by the ending of the file's name.
package enum DocumentFormat: CaseIterable, Sendable {
    case markdown
    case plainText

    private var endings: [String] {
        switch self {
        case .markdown: [".md", ".markdown"]
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

    /// Reads a draft. Every draft makes a document; nothing in one can fail.
    package func read(_ file: SourceFile) -> Document {
        switch self {
        case .markdown: MarkdownReader.read(file)
        case .plainText: PlainTextReader.read(file)
        }
    }
}
