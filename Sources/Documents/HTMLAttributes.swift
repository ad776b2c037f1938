import CGumbo

/// The attributes of an element of HTML.
struct HTMLAttributes {
    private let list: [(name: String, attribute: GumboAttribute)]

    init(of element: GumboElement) {
        list = HTMLNode.attributes(of: element).map { (String(cString: $0.name), $0) }
    }

    func value(_ name: String) -> GumboAttribute? {
        list.first { $0.name == name }?.attribute
    }

    /// Whether the element does not show, as far as its own attributes say.
    var isHidden: Bool {
        list.contains { name, attribute in HTMLAttribute.hides(name, String(cString: attribute.value)) }
    }

    /// The language of the element's text, and where the element says so.
    var language: (tag: String, attribute: GumboAttribute)? {
        guard let attribute = value("lang") ?? value("xml:lang") else { return nil }
        let tag = String(cString: attribute.value).filter { !$0.isWhitespace }
        return tag.isEmpty ? nil : (tag, attribute)
    }

    /// How many columns a table cell spans.
    var columns: Int {
        value("colspan").flatMap { Int(String(cString: $0.value)) }.map { min(max($0, 1), 1_000) } ?? 1
    }

    /// The attributes of an element that hold text, and what kind of text.
    func texts(of element: String) -> [(kind: Block.Kind, attribute: GumboAttribute)] {
        if list.isEmpty { return [] }
        let purpose = (value("type") ?? value("property") ?? value("name")).map { String(cString: $0.value).lowercased() }
        return list.compactMap { name, attribute in
            HTMLAttribute.kind(of: name, on: element, purpose: purpose).map { ($0, attribute) }
        }
    }
}
