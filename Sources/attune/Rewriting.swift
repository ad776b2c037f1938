import Checking
import Fixing
import SourceText

/// What the changes that findings offer make of a draft.
struct Rewriting {
    let original: SourceFile
    let file: SourceFile
    let count: Int

    var diff: String {
        UnifiedDiff(
            of: original.path, from: String(decoding: original.bytes, as: UTF8.self), to: String(decoding: file.bytes, as: UTF8.self)
        ).text
    }
}
