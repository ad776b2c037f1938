/// A part of a page in which a page rule looks for its text.
package enum PagePlace: String, CaseIterable, Sendable {
    /// From the top to the first heading that stands behind other text.
    case opening
    /// What a reader sees on the way down, the opening included, footers not.
    case text
    case footer
    /// What stands beside the page and does not show at once: alternative texts, tooltips, the description for search engines.
    case aside
}
