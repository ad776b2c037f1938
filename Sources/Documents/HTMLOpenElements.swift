/// The elements of a page that are open, and the formatting that lives on where what holds it ends, kept as gumbo keeps them but
/// without a tree: for each element there is only how deep it stands, at most.
struct HTMLOpenElements {
    enum Namespace {
        case html, svg, math
    }

    struct Element {
        let number: Int
        let name: HTMLName
        let namespace: Namespace
        /// Where the name stands in the page, for those of SVG and MathML.
        let nameRange: Range<Int>
        /// Whether HTML may stand in it, for those of SVG and MathML.
        let holdsHTML: Bool
        var depth: Int

        func isHTML(_ name: HTMLName) -> Bool { namespace == .html && self.name == name }
        func isHTML(in set: HTMLTagSet) -> Bool { namespace == .html && set.contains(name) }

        /// Whether it is one of the set or, in SVG and MathML, of those that bound a scope.
        func bounds(_ scope: HTMLTagSet) -> Bool {
            switch namespace {
            case .html: scope.contains(name)
            case .svg: HTMLTagSet.svgScope.contains(name)
            case .math: HTMLTagSet.foreignScope.contains(name)
            }
        }

        var isSpecial: Bool {
            switch namespace {
            case .html: HTMLTagSet.special.contains(name)
            case .svg: HTMLTagSet.svgSpecial.contains(name)
            case .math: HTMLTagSet.foreignScope.contains(name)
            }
        }

        /// Whether start tags and text in it are those of MathML's tokens.
        var isTextOfMath: Bool { namespace == .math && HTMLTagSet.foreignScope.contains(name) && name != .annotation }
    }

    /// An element in the list of active formatting elements.
    struct Formatting {
        var number: Int
        let name: HTMLName
        let attributes: [String: String]
    }

    private(set) var list: [Element] = []
    /// Nil for a marker.
    private(set) var formatting: [Formatting?] = []
    private(set) var deepest = 0
    /// How many elements there have been, clones of formatting with their attributes.
    private(set) var made = 0
    /// How many comparisons of attributes the list of formatting has called for, at most.
    private(set) var compared = 0
    private var countOfName = [Int](repeating: 0, count: 256)

    var current: Element? { list.last }

    // MARK: The stack

    @discardableResult
    mutating func push(
        _ name: HTMLName, _ namespace: Namespace = .html, nameRange: Range<Int> = 0..<0, holdsHTML: Bool = false
    ) -> Int {
        made += 1
        let depth = (list.last?.depth ?? 0) + 1
        list.append(Element(
            number: made, name: name, namespace: namespace, nameRange: nameRange, holdsHTML: holdsHTML, depth: depth))
        countOfName[Int(name)] += 1
        deepest = max(deepest, depth)
        return made
    }

    /// Counts an element that has nothing in it.
    mutating func pass() {
        made += 1
        deepest = max(deepest, (list.last?.depth ?? 0) + 1)
    }

    @discardableResult
    mutating func pop() -> Element? {
        guard let last = list.popLast() else { return nil }
        countOfName[Int(last.name)] -= 1
        return last
    }

    /// Pops all that stands on the first element, counted from the top, that satisfies a condition.
    mutating func pop(downTo isKept: (Element) -> Bool) {
        while list.count > 1, let last = list.last, !isKept(last) { pop() }
    }

    /// Pops up to and with the first element, counted from the top, that satisfies a condition.
    mutating func pop(with isLast: (Element) -> Bool) {
        while list.count > 1, let last = pop() { if isLast(last) { return } }
    }

    mutating func remove(_ number: Int) {
        guard let index = index(of: number) else { return }
        countOfName[Int(list[index].name)] -= 1
        list.remove(at: index)
    }

    func index(of number: Int) -> Int? {
        list.lastIndex { $0.number == number }
    }

    /// Whether an element of HTML with one of the names is open, and nothing that bounds the scope in it.
    func has(_ names: HTMLTagSet, within scope: HTMLTagSet) -> Bool {
        for element in list.reversed() {
            if element.isHTML(in: names) { return true }
            if element.bounds(scope) { return false }
        }
        return false
    }

    func has(_ name: HTMLName, within scope: HTMLTagSet) -> Bool {
        if countOfName[Int(name)] == 0 { return false }
        for element in list.reversed() {
            if element.isHTML(name) { return true }
            if element.bounds(scope) { return false }
        }
        return false
    }

    /// As `has`, where SVG and MathML bound nothing.
    func hasInTable(_ name: HTMLName) -> Bool {
        if countOfName[Int(name)] == 0 { return false }
        for element in list.reversed() {
            if element.isHTML(name) { return true }
            if element.isHTML(in: .tableScope) { return false }
        }
        return false
    }

    func isOpen(_ name: HTMLName) -> Bool {
        countOfName[Int(name)] > 0 && list.contains { $0.isHTML(name) }
    }

    mutating func popImpliedEnds(but exception: HTMLName? = nil) {
        while let last = list.last, last.isHTML(in: .impliedEnds), last.name != exception { pop() }
    }

    /// Pops what is open in an element of a name, and that.
    mutating func close(_ name: HTMLName) {
        pop(with: { $0.isHTML(name) })
    }

    // MARK: Formatting

    mutating func addMarker() { formatting.append(nil) }

    mutating func clearToMarker() {
        while let last = formatting.popLast() { if last == nil { return } }
    }

    /// Adds the element on top of the stack; of four alike the first is taken out (the "Noah's Ark clause").
    mutating func addFormatting(attributes: [String: String]) {
        guard let current else { return }
        var alike: [Int] = []
        for (index, entry) in formatting.enumerated().reversed() {
            guard let entry else { break }
            guard entry.name == current.name else { continue }
            compared += (attributes.count + 1) * (entry.attributes.count + 1)
            if entry.attributes == attributes { alike.append(index) }
        }
        if alike.count >= 3, let first = alike.last { formatting.remove(at: first) }
        formatting.append(Formatting(number: current.number, name: current.name, attributes: attributes))
    }

    /// Opens formatting again that was open where an element has ended.
    mutating func reconstruct() {
        var start = formatting.count
        while start > 0, let entry = formatting[start - 1], index(of: entry.number) == nil { start -= 1 }
        for index in start..<formatting.count {
            guard let entry = formatting[index] else { continue }
            made += entry.attributes.count
            let number = push(entry.name)
            formatting[index]?.number = number
        }
    }

    func lastFormatting(_ name: HTMLName) -> Int? {
        for (index, entry) in formatting.enumerated().reversed() {
            guard let entry else { return nil }
            if entry.name == name { return index }
        }
        return nil
    }

    /// Ends formatting whatever stands in it.
    mutating func forgetFormatting(_ name: HTMLName) {
        guard let index = lastFormatting(name), let entry = formatting.remove(at: index) else { return }
        remove(entry.number)
    }

    private func formattingIndex(of number: Int) -> Int? {
        formatting.lastIndex { $0?.number == number }
    }

    // MARK: The adoption agency

    /// Ends formatting that elements stand in which end later: they are moved out of it, and get formatting of their own.
    mutating func adopt(_ name: HTMLName) {
        if let current, current.isHTML(name), formattingIndex(of: current.number) == nil {
            pop()
            return
        }
        for _ in 0..<8 {
            guard let entry = lastFormatting(name), let element = formatting[entry] else { return }
            guard let start = index(of: element.number) else {
                formatting.remove(at: entry)
                return
            }
            guard has(name, within: .scope) else { return }
            guard let block = list[start...].firstIndex(where: \.isSpecial) else {
                while list.count > start { pop() }
                formatting.remove(at: entry)
                return
            }
            adopt(element, at: entry, from: start, to: block)
        }
    }

    private mutating func adopt(_ element: Formatting, at entry: Int, from start: Int, to block: Int) {
        let numberBefore = made
        var bookmark = entry + 1
        var between: [Element] = []
        var clones = 0
        for (place, index) in stride(from: block - 1, to: start, by: -1).enumerated() {
            guard let found = formattingIndex(of: list[index].number) else {
                countOfName[Int(list[index].name)] -= 1
                continue
            }
            if place >= 3 {
                formatting.remove(at: found)
                if found < bookmark { bookmark -= 1 }
                between.append(list[index])
                continue
            }
            if clones == 0 { bookmark = found + 1 }
            clones += 1
            between.append(clone(found, in: list[index]))
        }
        guard let last = formattingIndex(of: element.number) else { return }
        if last < bookmark { bookmark -= 1 }
        var clone = clone(last, in: list[start])
        let entry = formatting.remove(at: last)
        formatting.insert(entry, at: bookmark)

        // The block and all in it stand as deep as the clones put them.
        let depth = list[start - 1].depth
        for index in between.indices where between[index].number > numberBefore { between[index].depth = depth + clones }
        clone.depth = depth + clones + 2
        let shift = clone.depth - list[block].depth
        list[block].depth = clone.depth - 1
        if shift > 0 {
            for index in (block + 1)..<list.count { list[index].depth += shift }
            deepest += shift
        }
        deepest = max(deepest, clone.depth)
        list.replaceSubrange(start...block, with: between.reversed() + [list[block], clone])
    }

    /// Makes a clone of formatting, and puts it in the place of the original in the list.
    private mutating func clone(_ index: Int, in element: Element) -> Element {
        made += 1 + (formatting[index]?.attributes.count ?? 0)
        formatting[index]?.number = made
        return Element(number: made, name: element.name, namespace: .html, nameRange: 0..<0, holdsHTML: false, depth: element.depth)
    }
}
