import MarkedYAML
import SourceText

/// A value of front matter with the keys that lead to it, whatever it is written in.
struct FrontMatterField {
    let keys: [String]
    let value: String
    let range: SourceRange

    /// The scalars of a tree, in order; what stands in lists is left out.
    static func all(in node: MarkedNode, under keys: [String] = []) -> [Self] {
        switch node.value {
        case .scalar(let text): [Self(keys: keys, value: text, range: node.range)]
        case .list: []
        case .map(let entries): entries.flatMap { all(in: $0.value, under: keys + [$0.key]) }
        }
    }
}
