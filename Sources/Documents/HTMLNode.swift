import CGumbo

/// A node of gumbo's tree. It lives as long as the tree does.
struct HTMLNode {
    let pointer: UnsafeMutablePointer<GumboNode>

    init(_ pointer: UnsafeMutablePointer<GumboNode>) {
        self.pointer = pointer
    }

    /// The element, when it is one.
    var element: GumboElement? {
        switch pointer.pointee.type {
        case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE: pointer.pointee.v.element
        default: nil
        }
    }

    /// The name in lower case; empty for those that HTML does not know.
    static func name(of element: GumboElement) -> String {
        String(cString: gumbo_normalized_tagname(element.tag))
    }

    /// The text, references decoded, when it is text.
    var text: UnsafePointer<CChar>? {
        switch pointer.pointee.type {
        case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE: pointer.pointee.v.text.text
        default: nil
        }
    }

    /// How many bytes a text has before the NUL that ends it.
    static func length(of text: UnsafePointer<CChar>) -> Int {
        var end = text
        while end.pointee != 0 { end += 1 }
        return end - text
    }

    /// The bytes of the page that a text begins at.
    var source: UnsafePointer<CChar>? {
        pointer.pointee.v.text.original_text.data
    }

    var children: [HTMLNode] { element.map { Self.children(of: $0) } ?? [] }

    static func children(of element: GumboElement) -> [HTMLNode] {
        items(of: element.children, as: GumboNode.self).map(HTMLNode.init)
    }

    var attributes: [GumboAttribute] {
        element.map { Self.attributes(of: $0) } ?? []
    }

    static func attributes(of element: GumboElement) -> [GumboAttribute] {
        items(of: element.attributes, as: GumboAttribute.self).map(\.pointee)
    }

    private static func items<Item>(of vector: GumboVector, as type: Item.Type) -> [UnsafeMutablePointer<Item>] {
        (0..<Int(vector.length)).compactMap { vector.data[$0]?.assumingMemoryBound(to: Item.self) }
    }
}
