package import Checking

/// Writes the report of a run in one format, draft by draft, so that no more of a run is held than its format calls for.
package protocol Reporter: Sendable {
    /// What is to be written next, now that a draft has been checked. Drafts come in their order.
    mutating func add(_ checked: CheckedFile) -> String

    /// What is to be written at the end.
    mutating func end(_ report: Report) -> String
}
