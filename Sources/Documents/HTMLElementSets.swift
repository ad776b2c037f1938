/// The sets of names that the rules of the HTML Standard and of gumbo speak of.
extension HTMLTagSet {
    static let headings = HTMLTagSet("h1 h2 h3 h4 h5 h6")
    static let cells = HTMLTagSet("td th")
    static let rowGroups = HTMLTagSet("tbody thead tfoot")
    static let definitions = HTMLTagSet("dd dt")
    /// Elements that a start tag of a table's part ends, or that it makes.
    static let partsOfTables = HTMLTagSet("caption col colgroup tbody td tfoot th thead tr")
    static let formatting = HTMLTagSet("a b big code em font i nobr s small strike strong tt u")
    static let impliedEnds = HTMLTagSet("dd dt li option optgroup p rp rb rt rtc")
    static let thoroughlyImpliedEnds = HTMLTagSet(
        "caption colgroup dd dt li option optgroup p rp rt rtc tbody td tfoot th head tr")

    static let scope = HTMLTagSet("applet caption html table td th marquee object template")
    static let listScope = scope.union(HTMLTagSet("ol ul"))
    static let buttonScope = scope.union(HTMLTagSet("button"))
    static let tableScope = HTMLTagSet("html table template")
    static let selectScope = HTMLTagSet("optgroup option")
    static let foreignScope = HTMLTagSet("mi mo mn ms mtext annotation-xml")
    static let svgScope = HTMLTagSet("foreignobject desc title")
    static let svgSpecial = HTMLTagSet("foreignobject desc")

    static let special = HTMLTagSet(
        "address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup menuitem dd "
            + "details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup "
            + "hr html iframe img input isindex li link listing marquee menu meta nav noembed noframes noscript object ol p param "
            + "plaintext pre script section select style summary table tbody td template textarea tfoot th thead title tr ul wbr xmp")
    /// Start tags that end a paragraph.
    static let blocks = HTMLTagSet(
        "address article aside blockquote center details dir div dl fieldset figcaption figure footer header hgroup menu main nav ol p "
            + "section summary ul")
    /// End tags that end what is open within their element.
    static let blockEnds = HTMLTagSet(
        "address article aside blockquote button center details dir div dl fieldset figcaption figure footer header hgroup listing main "
            + "menu nav ol pre section summary ul")
    static let ofHead = HTMLTagSet("base basefont bgsound menuitem link meta noframes script style template title")
    static let emptyInHead = HTMLTagSet("base basefont bgsound menuitem link meta")
    static let emptyInBody = HTMLTagSet("area br embed img image keygen wbr input")
    static let emptyWithoutFormatting = HTMLTagSet("param source track")
    static let markers = HTMLTagSet("applet marquee object")
    static let notInBody = HTMLTagSet("caption col colgroup frame head tbody td tfoot th thead tr")
    /// Start tags that end SVG and MathML.
    static let endsForeign = HTMLTagSet(
        "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre "
            + "ruby s small span strong strike sub sup table tt u ul var")
}

extension HTMLName {
    static let a = HTMLTagSet.name("a")
    static let annotation = HTMLTagSet.name("annotation-xml")
    static let body = HTMLTagSet.name("body")
    static let br = HTMLTagSet.name("br")
    static let button = HTMLTagSet.name("button")
    static let caption = HTMLTagSet.name("caption")
    static let col = HTMLTagSet.name("col")
    static let colgroup = HTMLTagSet.name("colgroup")
    static let font = HTMLTagSet.name("font")
    static let form = HTMLTagSet.name("form")
    static let frame = HTMLTagSet.name("frame")
    static let frameset = HTMLTagSet.name("frameset")
    static let head = HTMLTagSet.name("head")
    static let html = HTMLTagSet.name("html")
    static let input = HTMLTagSet.name("input")
    static let li = HTMLTagSet.name("li")
    static let math = HTMLTagSet.name("math")
    static let nobr = HTMLTagSet.name("nobr")
    static let noframes = HTMLTagSet.name("noframes")
    static let noscript = HTMLTagSet.name("noscript")
    static let optgroup = HTMLTagSet.name("optgroup")
    static let option = HTMLTagSet.name("option")
    static let p = HTMLTagSet.name("p")
    static let plaintext = HTMLTagSet.name("plaintext")
    static let rtc = HTMLTagSet.name("rtc")
    static let ruby = HTMLTagSet.name("ruby")
    static let script = HTMLTagSet.name("script")
    static let select = HTMLTagSet.name("select")
    static let svg = HTMLTagSet.name("svg")
    static let table = HTMLTagSet.name("table")
    static let tbody = HTMLTagSet.name("tbody")
    static let td = HTMLTagSet.name("td")
    static let template = HTMLTagSet.name("template")
    static let tfoot = HTMLTagSet.name("tfoot")
    static let th = HTMLTagSet.name("th")
    static let thead = HTMLTagSet.name("thead")
    static let tr = HTMLTagSet.name("tr")
}
