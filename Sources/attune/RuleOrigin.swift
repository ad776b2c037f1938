import Diagnostics
import SourceText

/// A folder or file of rules that somebody named.
struct RuleOrigin {
    /// Absolute.
    let path: String
    let shown: String
    /// The settings that name it, and where; nil when an argument does.
    let settings: (path: String, position: Position)?

    /// An error about the path as a whole.
    func diagnostic(_ message: String) -> Diagnostic {
        guard let settings else { return Diagnostic(path: shown, position: nil, message: message) }
        return Diagnostic(path: settings.path, position: settings.position, message: "\(shown): \(message)")
    }
}
