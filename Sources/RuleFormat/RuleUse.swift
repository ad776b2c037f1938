import Diagnostics
import SourceText

/// A place in a rule file that names other rules, whose findings it counts.
struct RuleUse {
    /// A rule, or `category/*`.
    let name: String
    /// The rule that names them.
    let rule: String
    let path: String
    let position: Position

    func diagnostic(_ message: String) -> Diagnostic {
        Diagnostic(path: path, position: position, message: message)
    }
}
