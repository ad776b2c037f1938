/// Who says what rules say: a code of ethics, a regulator, a law, guidance. `rules/sources/<name>.yaml`.
package struct Source: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case law, regulator, guidance, research, service
        case ethicsCode = "ethics-code"
        case advertisingCode = "advertising-code"
    }

    /// What rules call it.
    package let name: String
    package let kind: Kind
    package let publisher: String
    package let url: String?
    /// Where it holds, and whom it binds.
    package let jurisdiction: Jurisdiction
    /// When the entry was last checked, as YYYY-MM-DD.
    package let checked: String
}
