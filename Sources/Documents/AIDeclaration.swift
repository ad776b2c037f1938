import MarkedYAML
import SourceText

/// What front matter says on the help of AI.
///
/// | key, with `-`, `_` or nothing between its words, in any case | says |
/// | --- | --- |
/// | `ai-assisted`, `ai-generated` | AI helped when the value says yes |
/// | `ai` with `assisted` or `generated` under it | the same |
///
/// They stand at the top level, or under `attune` or `params`. Yes is `true`, `yes`, `on`, `y`; no is `false`, `no`, `off`,
/// `n`, `null`, `~` or nothing.
struct AIDeclaration {
    private static let keys: Set<[String]> = [["aiassisted"], ["aigenerated"], ["ai", "assisted"], ["ai", "generated"]]
    private static let holders: Set<String> = ["attune", "params"]
    private static let yes: Set<String> = ["true", "yes", "on", "y"]
    private static let no: Set<String> = ["false", "no", "off", "n", "null", "~", ""]

    /// The first value that says yes.
    private(set) var range: SourceRange?
    /// Values that say neither yes nor no.
    private(set) var notices: [ReadingNotice] = []

    init(in fields: [FrontMatterField]) {
        for field in fields where !field.isInList && Self.isDeclaration(field.keys) {
            let value = field.value.lowercased()
            if Self.yes.contains(value) {
                range = range ?? field.range
            } else if !Self.no.contains(value) {
                let name = field.keys.joined(separator: ".")
                let message = "“\(name)” is “\(field.value)”, which says neither yes nor no; not counted"
                notices.append(ReadingNotice(offset: field.range.lower, message: message))
            }
        }
    }

    /// A map without the keys that declare something.
    static func removed(from map: MarkedNode) -> MarkedNode {
        guard case .map(let entries) = map.value else { return map }
        let declared = Set(keys.compactMap(\.first))
        return MarkedNode(value: .map(entries.filter { !declared.contains(plain($0.key)) }), range: map.range)
    }

    private static func plain(_ key: String) -> String {
        key.lowercased().filter { $0 != "-" && $0 != "_" }
    }

    private static func isDeclaration(_ keys: [String]) -> Bool {
        let plain = keys.map(plain)
        if let first = plain.first, holders.contains(first) { return Self.keys.contains(Array(plain.dropFirst())) }
        return Self.keys.contains(plain)
    }
}
