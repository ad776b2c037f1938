package import SourceText

/// A folder or file that settings name: of a practice's own rules, or one that is shown on every page.
package struct SettingsPath: Hashable, Sendable {
    /// Relative to the folder of the settings, or absolute.
    package let path: String
    /// Where the settings name it.
    package let position: Position

    package init(path: String, position: Position) {
        self.path = path
        self.position = position
    }
}
