package import Diagnostics
package import RuleFormat

extension RuleReader {
    /// As `finish()`, patterns that do nothing being errors too. Patterns are looked at even where something else is wrong.
    package consuming func finishChecked() throws(Diagnostics) -> RuleLibrary {
        let found = sorted(problems + PatternCheck(copy self).diagnostics)
        if !found.isEmpty { throw Diagnostics(found) }
        return try finish()
    }
}
