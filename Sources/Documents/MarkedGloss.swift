package import SourceText

/// Words whose markup says that they are explained: defined where they stand, by `<dfn>` (HTML Standard, 4.5.8), or by a text
/// that shows when the pointer rests on them, as the title of `<abbr>` does.
package struct MarkedGloss: Hashable, Sendable {
    package let range: TextRange
    /// The block that explains them; nil where the text around them does.
    package let block: Int?

    package init(range: TextRange, block: Int?) {
        self.range = range
        self.block = block
    }
}
