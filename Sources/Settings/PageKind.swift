/// What kind of page a draft says it is.
package enum PageKind: String, CaseIterable, Sendable {
    /// For people looking for help.
    case general
    /// For colleagues.
    case professional
    /// A legal notice: terms, a privacy policy, an imprint.
    case legal
}
