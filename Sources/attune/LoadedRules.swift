import Matching
import RuleFormat

/// The built-in rules with a practice's own, compiled.
struct LoadedRules {
    let rules: RuleSet
    /// Where each of the practice's own rules stands, as messages show it.
    let pathOfRule: [String: String]

    var library: ArchivedLibrary { rules.library }
}
