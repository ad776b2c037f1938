import MarkedYAML
import SourceText

/// A value of front matter with the keys that lead to it, whatever it is written in.
struct FrontMatterField {
    let keys: [String]
    let value: String
    let range: SourceRange
    /// Whether it is one of a list that stands under its keys.
    var isInList = false
    /// Whether it is written as TOML has it, where single quotation marks hold what they hold.
    var isTOML = false

    /// The scalars of a tree, in order.
    static func all(in node: MarkedNode, under keys: [String] = []) -> [Self] {
        switch node.value {
        case .scalar(let text): [Self(keys: keys, value: text, range: node.range)]
        case .list(let items):
            items.flatMap { all(in: $0, under: keys) }.map { Self(keys: $0.keys, value: $0.value, range: $0.range, isInList: true) }
        case .map(let entries): entries.flatMap { all(in: $0.value, under: keys + [$0.key]) }
        }
    }
}
