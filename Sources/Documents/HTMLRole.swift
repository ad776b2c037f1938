/// What an element of HTML is to somebody who reads the page.
enum HTMLRole {
    case inline
    /// Its text stands by itself.
    case block
    /// Its content does not show.
    case unseen
    /// Its content is no prose, but takes a place in the sentence.
    case code
    case lineBreak
    case heading(level: Int)
    case list, listItem
    case table, row, cell, headCell
    case quotation, inlineQuotation
    case emphasis, link, superscript
    /// The word that the text around it defines.
    case definition
    case caption, footer
    case title, meta, image, field

    init(_ name: String) {
        self = Self.named[name] ?? .inline
    }

    /// Whether it parts the text before it from its own.
    var isBlock: Bool {
        switch self {
        case .inline, .unseen, .code, .lineBreak, .inlineQuotation, .emphasis, .link, .superscript, .definition, .title, .meta, .image, .field: false
        case .block, .heading, .list, .listItem, .table, .row, .cell, .headCell, .quotation, .caption, .footer: true
        }
    }

    private static let named: [String: HTMLRole] = {
        var named: [String: HTMLRole] = [
            "br": .lineBreak, "li": .listItem, "table": .table, "tr": .row, "td": .cell, "th": .headCell, "blockquote": .quotation,
            "q": .inlineQuotation, "a": .link, "dfn": .definition, "sup": .superscript, "footer": .footer, "title": .title, "meta": .meta,
            "img": .image, "input": .field,
        ]
        for level in 1...6 { named["h\(level)"] = .heading(level: level) }
        for name in ["ul", "ol", "menu", "dir"] { named[name] = .list }
        for name in ["em", "i", "cite"] { named[name] = .emphasis }
        for name in ["figcaption", "caption"] { named[name] = .caption }
        for name in ["code", "kbd", "samp", "math", "svg"] { named[name] = .code }
        for name in [
            "script", "style", "template", "noscript", "noembed", "noframes", "iframe", "object", "video", "audio", "canvas",
            "datalist", "rp", "rt", "progress", "meter",
        ] { named[name] = .unseen }
        for name in [
            "address", "article", "aside", "body", "button", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
            "figure", "form", "frameset", "head", "header", "hgroup", "hr", "html", "legend", "label", "listing", "main", "nav", "optgroup",
            "option", "p", "plaintext", "pre", "search", "section", "select", "summary", "tbody", "textarea", "tfoot", "thead", "xmp",
        ] { named[name] = .block }
        return named
    }()
}
