import Diagnostics
import Documents
import RuleFormat
import Segmentation
import Settings
import SourceText

/// A draft with everything that is known about it once, for all rules.
struct Draft {
    let file: SourceFile
    let document: Document
    let tokens: TokenTable
    let contexts: ContextFinder
    let settings: Settings

    /// The bytes of the file that a range of tokens came from.
    func source(of range: TokenRange) -> SourceRange {
        document.map.source(of: tokens.text(of: range))
    }

    /// The words of a range of tokens, as a reader sees them.
    func words(of range: TokenRange) -> String {
        document.string(tokens.text(of: range))
    }
}
