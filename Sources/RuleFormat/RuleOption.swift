/// An option that a page rule takes in `.lintrc`.
package enum RuleOption: String, CaseIterable, Sendable {
    /// When a page must say it: always, when declared, or never.
    case require
    /// true: `needed-when-strict` calls for it too.
    case strict
    /// A file under `crisis.site-wide` may say it for all pages, and a line under `crisis.lines` counts.
    case siteWide = "site-wide"
}
