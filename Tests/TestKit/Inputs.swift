package import SourceText

extension SourceFile {
    /// A draft made in a test.
    package init(_ text: String, path: String = "draft.md") {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
