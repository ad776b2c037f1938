import Diagnostics
import SourceText

/// A place in a rule file that names a source.
struct SourceUse {
    let name: String
    let path: String
    let position: Position

    func diagnostic(_ message: String) -> Diagnostic {
        Diagnostic(path: path, position: position, message: message)
    }
}
