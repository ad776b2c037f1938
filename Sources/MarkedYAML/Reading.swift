package import Diagnostics
package import SourceText

/// Reads nodes as typed values and gathers everything that is wrong, each error at its place, so that one run tells all.
package struct Reading {
    package let file: SourceFile
    package private(set) var diagnostics: [Diagnostic] = []

    package init(_ file: SourceFile) {
        self.file = file
    }

    package mutating func report(_ message: String, at range: SourceRange) {
        report(message, atOffset: range.lower)
    }

    package mutating func report(_ message: String, atOffset offset: Int) {
        let position = file.position(of: min(offset, file.bytes.count))
        diagnostics.append(Diagnostic(path: file.path, position: position, message: message))
    }

    package mutating func add(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// The entries of a map by key. Unknown and repeated keys are errors; `place` says what the keys belong to.
    package mutating func map(_ node: MarkedNode, keys: [String], of place: String) -> [String: MarkedNode] {
        var values: [String: MarkedNode] = [:]
        for entry in entries(node, of: place) {
            guard keys.contains(entry.key) else {
                report("unknown key “\(entry.key)” in \(place)\(Spelling.hint(for: entry.key, in: keys))", at: entry.keyRange)
                continue
            }
            values[entry.key] = entry.value
        }
        return values
    }

    /// The entries of a map whose keys are free. Repeated keys are errors.
    package mutating func entries(_ node: MarkedNode, of place: String) -> [MarkedNode.Entry] {
        guard case .map(let entries) = node.value else {
            report("\(place) must be a map of keys and values", at: node.range)
            return []
        }
        var seen: Set<String> = []
        return entries.filter { entry in
            if seen.insert(entry.key).inserted { return true }
            report("“\(entry.key)” stands twice in \(place)", at: entry.keyRange)
            return false
        }
    }

    package mutating func text(_ node: MarkedNode, of place: String) -> String? {
        guard let scalar = node.scalar else {
            report("\(place) must be text", at: node.range)
            return nil
        }
        let trimmed = scalar.trimmed
        if trimmed.isEmpty {
            report("\(place) is empty", at: node.range)
            return nil
        }
        return trimmed
    }

    /// A list of nodes; anything else is an error.
    package mutating func list(_ node: MarkedNode, of place: String) -> [MarkedNode] {
        guard case .list(let items) = node.value else {
            report("\(place) must be a list", at: node.range)
            return []
        }
        return items
    }

    package mutating func texts(_ node: MarkedNode, of place: String) -> [(text: String, range: SourceRange)] {
        list(node, of: place).compactMap { item in
            text(item, of: "an entry of \(place)").map { ($0, item.range) }
        }
    }

    /// One of the named values of an enumeration.
    package mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ node: MarkedNode, of place: String, as type: Choice.Type = Choice.self
    ) -> Choice? {
        guard let text = text(node, of: place) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        let hint = Spelling.nearest(to: text, in: known).map { "; did you mean “\($0)”?" } ?? ""
        report("\(place) is “\(text)”, but must be \(known.joined(separator: ", "))\(hint)", at: node.range)
        return nil
    }

    package mutating func flag(_ node: MarkedNode, of place: String) -> Bool? {
        switch text(node, of: place) {
        case "true": return true
        case "false": return false
        case nil: return nil
        case let other?:
            report("\(place) is “\(other)”, but must be true or false", at: node.range)
            return nil
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
