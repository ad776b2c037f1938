import CGumbo
import Documents
import SourceText
import TestKit
import Testing

/// The depth that is measured against that of the tree which gumbo makes.
struct HTMLDepthTests {
    private static let names = [
        "a", "b", "i", "font", "nobr", "code", "p", "div", "span", "ul", "li", "dl", "dd", "dt", "table", "caption", "colgroup", "col", "tbody",
        "thead", "tr", "td", "th", "form", "h1", "h2", "button", "select", "option", "optgroup", "svg", "path", "title", "desc", "foreignObject",
        "math", "mi", "mtext", "annotation-xml", "mglyph", "object", "marquee", "template", "script", "style", "textarea", "pre", "ruby", "rt", "rtc",
        "rb", "br", "img", "input", "hr", "head", "body", "html", "frameset", "frame", "noscript", "noframes", "section", "blockquote", "unknown",
        "other", "nav", "address", "image", "isindex", "iframe", "em", "strong", "video", "source", "label", "xmp", "main", "details", "figure",
    ]
    private static let attributes = [
        "", "", "", "", " a=1", " a=2", "/", " /", " type=hidden", " encoding='text/html'", " color=red", " a='>'", " a=\"</div>\"", " b c", " a=1/",
    ]
    private static let texts = [
        "x", " ", "\n", "&amp;", "&#32;", "<!-- <b> -->", "<!-->", "<!--->", "<!---->", "<!--x--!>", "<![CDATA[<b>]]>", "<!x>", "</>", "</ x>", "<?x?>", "<", "< b",
        "<!doctype html>", "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 3.2//EN\">", "<script><!--<script></script><div>--></script>", "</p>", "</br>", "</svg >", "<b", "\u{0C}",
    ]

    private static func soup(_ random: inout SeededGenerator) -> String {
        // Few names at a time, so that they meet.
        let some = (0..<Int.random(in: 2...8, using: &random)).map { _ in names.randomElement(using: &random) ?? "" }
        return (0..<Int.random(in: 1...60, using: &random)).map { _ in
            let name = some.randomElement(using: &random) ?? ""
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<5: return "<\(name)\(attributes.randomElement(using: &random) ?? "")>"
            case 5..<8: return "</\(name)>"
            default: return texts.randomElement(using: &random) ?? ""
            }
        }.joined()
    }

    /// How deep the elements stand in the body of the tree that gumbo makes.
    private static func levels(of page: String, inside element: String?) -> Int {
        var page = page
        return page.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                var options = kGumboDefaultOptions
                // The mode of a fragment is whatever stood in memory.
                options.allocator = { _, size in
                    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, size), alignment: 16)
                    memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
                    return memory
                }
                options.deallocator = { _, memory in memory?.deallocate() }
                if let element { options.fragment_context = gumbo_tag_enum(element) }
                guard let output = gumbo_parse_with_options(&options, characters.baseAddress, characters.count) else { return 0 }
                defer { gumbo_destroy_output(&options, output) }
                var deepest = 0
                var open: [(node: UnsafeMutablePointer<GumboNode>, depth: Int)] = output.pointee.root.map { [($0, 1)] } ?? []
                while let (node, depth) = open.popLast() {
                    guard node.pointee.type == GUMBO_NODE_ELEMENT || node.pointee.type == GUMBO_NODE_TEMPLATE else { continue }
                    deepest = max(deepest, depth)
                    let children = node.pointee.v.element.children
                    for index in 0..<Int(children.length) {
                        if let child = children.data[index] { open.append((child.assumingMemoryBound(to: GumboNode.self), depth + 1)) }
                    }
                }
                return max(0, deepest - (element == nil ? 2 : 1))
            }
        }
    }

    private static func measured(_ page: String, inside element: String?) -> Int {
        var page = page
        return page.withUTF8 { HTMLDepth(of: $0, inside: element).levels }
    }

    /// What is refused may well end the program when gumbo gets it.
    private static func isRefused(_ page: String, inside element: String?) -> Bool {
        var page = page
        return page.withUTF8 { HTMLDepth(of: $0, inside: element).excess != nil }
    }

    @Test(arguments: [nil, "body", "table", "tbody", "tr", "td"])
    func isNeverLessThanThatOfTheTree(_ element: String?) {
        var random = SeededGenerator(seed: 11)
        var failures = 0
        for _ in 0..<6_000 where failures < 5 {
            let page = Self.soup(&random)
            if Self.isRefused(page, inside: element) { continue }
            let (real, measured) = (Self.levels(of: page, inside: element), Self.measured(page, inside: element))
            if measured < real {
                Issue.record("\(measured), not \(real), in \(page.debugDescription)")
                failures += 1
            }
        }
    }

    /// On what people write it is exact.
    @Test(arguments: [
        "<p>One<p>Two <b>bold <i>both</b> italic</i>", "<ul><li>a<li>b<ul><li>c</ul></ul>", "<table><tr><td>a<td>b<tr><td><table><tr><td>c</table></table>",
        "<!doctype html><title>x</title><body><div><p>x<div>y</div></div></body>", "<svg><g><path d='M0 0'/><path/></g></svg><p>x",
        "<select><optgroup label=a><option>b<option>c</select>", "<dl><dt>a<dd>b<dt>c</dl><form><p>x</form><form>y</form>", "<h1>a<h2>b</h2><figure><img><figcaption>c</figure>",
        "<p><font color=red>a<p>b<p>c</font>", "<button><b>x</button>y<button>z",
    ])
    func isThatOfTheTree(_ page: String) {
        for element in [nil, "body"] {
            #expect(Self.measured(page, inside: element) == Self.levels(of: page, inside: element))
        }
    }

    @Test func isThatOfTheTreeForMostSoup() {
        var random = SeededGenerator(seed: 12)
        let count = 5_000
        let same = (0..<count).count { _ in
            let page = Self.soup(&random)
            return Self.isRefused(page, inside: nil) || Self.measured(page, inside: nil) == Self.levels(of: page, inside: nil)
        }
        #expect(same * 100 >= count * 85)
    }

    private func refusal(of page: String, _ format: DocumentFormat = .html) -> String? {
        format.read(SourceFile(page, path: "draft.html")).refusal?.message
    }

    /// Each would take gumbo minutes, or more stack or memory than there is.
    @Test(arguments: [
        ("", "<b>"), ("", "<div>"), ("<table>", "x<b>"), ("", "<a href=x><div>"), ("", "<b><div></b>"), ("", "<p><b><i><u></p>x</b>"), 
        ("<svg>", "<g>"), ("<math>", "<mrow>"), ("<svg>", "<foreignObject><svg>"), ("", "<table><tr><td>"), ("", "<table><td><b>"), ("", "<object>"),
        ("", "<template>"), ("", "<blockquote>"), ("", "<form><div></form>"), ("", "<select><style></select><b>"), ("", "<ruby><rb>"),
        ("<svg><style>", "<g>"), ("", "<em><nav></em>"),
    ])
    func refusesWhatIsTooDeep(_ start: String, _ part: String) {
        let page = start + String(repeating: part, count: 20_000)
        #expect(refusal(of: page) == "HTML nested deeper than 1,000 levels is not read")
        #expect(refusal(of: "<div>" + page, .markdown) == "HTML nested deeper than 1,000 levels is not read")
    }

    /// gumbo would abort the program.
    @Test(arguments: ["<table><svg><foreignObject><![CDATA[x]]>y", "<table><math><mi><![CDATA[x]]>y", "<table><tr><svg><desc><![CDATA[]]> y"])
    func refusesWhatGumboCannotRead(_ page: String) {
        #expect(refusal(of: page) == "a CDATA section in SVG or MathML in a table is not read")
        #expect(refusal(of: "<div>" + page, .markdown) == "a CDATA section in SVG or MathML in a table is not read")
        let inCell = page.replacing("<svg>", with: "<td><svg>").replacing("<math>", with: "<td><math>")
        #expect(refusal(of: inCell) == nil)
    }

    @Test func refusesWhatWouldMakeTooMuch() {
        let formatting = (0..<900).map { "<b id=\($0)>" }.joined()
        #expect(refusal(of: "<p>" + formatting + String(repeating: "<p>x", count: 10_000)) == "HTML of more than 4,000,000 elements is not read")
    }

    @Test(arguments: [
        ("<svg>", "<path d=\"M0 0\"/>"), ("<math>", "<mspace/>"), ("<svg>", "<g><path/></g>"), ("", "<form>x</form>"), ("", "<form>x"), ("", "<h2>x"), ("", "<h2>x</h3>"),
        ("<table>", "<caption>x"), ("<table>", "<colgroup>"), ("<table>", "<colgroup><col>"), ("", "<p><font color=red>x"), ("", "<li>x"), ("<select>", "<option>x"),
        ("", "<a href=x>y"), ("", "<p><a href=x>y</p>"), ("", "</div>"), ("<table>", "<tr><td>x"), ("", "<div><p>x</div>"), ("", "<b><p>x</b></p>"),
        ("", "<img src=x>"), ("", "<br/>"), ("", "<tr><td>x"), ("", "<details><summary>x</details>"), ("", "<button>x"), ("", "<strong>x</strong>"), ("", "<!-- <div> -->"),
        ("<script>", "<div>"), ("<textarea>", "<div>"), ("", "<nobr>x"), ("", "<noscript>x</noscript>"),
    ])
    func readsWhatStandsSideBySide(_ start: String, _ part: String) {
        let page = start + String(repeating: part, count: 1_200)
        #expect(refusal(of: page) == nil)
        #expect(refusal(of: "<div>" + page, .markdown) == nil)
    }
}
