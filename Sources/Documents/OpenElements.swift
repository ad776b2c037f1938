/// The elements of raw HTML and MDX that are open where a reader of Markdown is.
struct OpenElements {
    struct Element {
        let name: String
        let role: HTMLRole
        /// Where its text starts in the text of the page.
        let start: Int
        /// Where its tag stands in the body.
        let tag: Range<Int>
        let address: String?
        /// How many columns of a table it spans.
        let columns: Int
        /// Whether what it holds does not show, or is no prose.
        let hides: Bool
        /// Whether it stands in nothing that hides it, and counts for the structure of the page.
        let isShown: Bool
        /// The language of its text, when that is not read.
        let otherLanguage: String?
        /// Whether it goes on where a paragraph ends.
        let outlastsBlock: Bool
        /// The block of its tooltip, among the texts beside the page.
        let tooltip: Int?
    }

    private var list: [Element] = []
    private var countOfName: [String: Int] = [:]
    private var hidingCount = 0
    /// How many were open where each container of Markdown that is open began: it closes those that begin in it, and no others.
    private var floors: [Int] = []

    /// Whether something hides what is read.
    var isHidden: Bool { hidingCount > 0 }

    /// The language of the text, when that is not read.
    var otherLanguage: String? { list.last?.otherLanguage }

    /// Whether text is left out.
    var isMuted: Bool { !list.isEmpty && (isHidden || otherLanguage != nil) }

    /// Whether one that began in the container that the reader is in ends with the paragraph.
    var endsWithBlock: Bool { list.count > floor && !list[list.count - 1].outlastsBlock }

    /// The innermost part of a table, or the table.
    var partOfTable: String? {
        list.last { ["table", "thead", "tbody", "tfoot", "tr", "td", "th"].contains($0.name) }?.name
    }

    private var floor: Int { floors.last ?? 0 }

    mutating func push(_ element: Element) {
        list.append(element)
        countOfName[element.name, default: 0] += 1
        if element.hides { hidingCount += 1 }
    }

    mutating func pop() -> Element? {
        guard list.count > floor, let element = list.popLast() else { return nil }
        countOfName[element.name, default: 1] -= 1
        if element.hides { hidingCount -= 1 }
        return element
    }

    /// How many elements are to be closed so that the last one of a name is; nil when none began in the container.
    func depth(of name: String) -> Int? {
        guard countOfName[name, default: 0] > 0, let index = list[floor...].lastIndex(where: { $0.name == name }) else { return nil }
        return list.count - index
    }

    /// How many elements are to be closed so that the last one of some names is; nil when none is open within a boundary.
    func depth(ofAny names: Set<String>, within boundary: Set<String>) -> Int? {
        guard names.contains(where: { countOfName[$0, default: 0] > 0 }) else { return nil }
        for (depth, element) in list[floor...].reversed().enumerated() {
            if names.contains(element.name) { return depth + 1 }
            if boundary.contains(element.name) { return nil }
        }
        return nil
    }

    mutating func enterContainer() { floors.append(list.count) }

    /// All that began in the container must be closed.
    mutating func leaveContainer() { _ = floors.popLast() }
}
