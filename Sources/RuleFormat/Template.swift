/// A text with places to fill in, each written `{name}`: `{match}` for the words of the draft, and the name of a list, a class
/// or a named group for the words that it matched.
package enum Template {
    /// The names of the places, in order.
    package static func names(in text: String) -> [String] {
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
            part.firstIndex(of: "}").map { String(part[..<$0]) }
        }
    }

    /// Whether a place is opened and not closed.
    static func hasOpenPlace(_ text: String) -> Bool {
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().contains { !$0.contains("}") }
    }

    /// Whether nothing stands in a text but places and an ellipsis, as in a rule file that is to be filled in.
    static func isBlank(_ text: String) -> Bool {
        let words = fill(text, with: Dictionary(names(in: text).map { ($0, "") }, uniquingKeysWith: { first, _ in first }))
        return words.contains("…") && !words.contains { $0.isLetter || $0.isNumber }
    }

    /// The text with an ellipsis in each place.
    package static func blank(_ text: String) -> String {
        fill(text, with: Dictionary(names(in: text).map { ($0, "…") }, uniquingKeysWith: { first, _ in first }))
    }

    /// The text with values in its places. A place without a value stays as it is written.
    package static func fill(_ text: String, with values: [String: String]) -> String {
        let parts = text.split(separator: "{", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: parts.first.map(String.init) ?? "") { filled, part in
            guard let end = part.firstIndex(of: "}"), let value = values[String(part[..<end])] else {
                filled += "{" + part
                return
            }
            filled += value + part[part.index(after: end)...]
        }
    }
}
