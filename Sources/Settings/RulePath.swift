package import SourceText

/// A folder or file of a practice's own rules, as settings name it.
package struct RulePath: Hashable, Sendable {
    /// Relative to the folder of the settings, or absolute.
    package let path: String
    /// Where the settings name it.
    package let position: Position
}
