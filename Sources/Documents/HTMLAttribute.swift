/// What the attributes of HTML mean to somebody who reads the page.
enum HTMLAttribute {
    /// Whether an attribute keeps its element from showing.
    static func hides(_ name: String, _ value: @autoclosure () -> String) -> Bool {
        switch name {
        case "hidden": true
        case "aria-hidden": value().lowercased() == "true"
        case "style": hides(style: value(), partedBy: [";"])
        default: false
        }
    }

    /// The same of an attribute of MDX whose value is an expression, as in `hidden={true}` and `style={{display: "none"}}`. What
    /// only a program knows hides nothing.
    static func hides(_ name: String, expression: String) -> Bool {
        switch name {
        case "hidden", "aria-hidden": expression.filter { !$0.isWhitespace } == "true"
        case "style": hides(style: expression.filter { !"{}\"'`".contains($0) }, partedBy: [","])
        default: false
        }
    }

    private static func hides(style: String, partedBy separators: Set<Character>) -> Bool {
        style.lowercased().filter { !$0.isWhitespace }.split(whereSeparator: separators.contains).contains { declaration in
            declaration.hasPrefix("display:none") || declaration.hasPrefix("visibility:hidden")
        }
    }

    /// The kind of block that the value of an attribute makes; nil when it is no text.
    ///
    /// `purpose` is the type of a field, or the property or name of a piece of metadata.
    static func kind(of name: String, on element: String, purpose: String?) -> Block.Kind? {
        switch name {
        case "alt": .alternative
        case "title": .tooltip
        case "aria-label", "aria-description", "aria-roledescription": .label
        case "label" where ["option", "optgroup", "track"].contains(element): .label
        case "placeholder", "aria-placeholder": .placeholder
        case "value" where element == "input" && ["submit", "button", "reset"].contains(purpose): .button
        case "content" where element == "meta": purpose.flatMap(metadata)
        default: nil
        }
    }

    private static func metadata(_ property: String) -> Block.Kind? {
        switch property {
        case "og:title", "og:site_name", "twitter:title", "title": .title
        case "description", "og:description", "twitter:description": .description
        case "og:image:alt", "twitter:image:alt": .alternative
        default: nil
        }
    }
}
