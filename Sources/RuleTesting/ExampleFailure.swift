package import SourceText

/// An example that does not hold: the rule finds something else than its author marked.
package struct ExampleFailure: Hashable, Sendable {
    package let rule: String
    /// Where the example stands in the rule file.
    package let position: Position
    /// How the example was changed before it was tried.
    package let variation: String
    package let message: String
}
