package import Diagnostics
package import MarkedYAML
package import SourceText

/// Reads the nodes of one file as their tables tell, and gathers everything that is wrong, each error at its place, so that
/// one run tells all.
package struct Reading {
    package let file: SourceFile
    private var reports: [(offset: Int, message: String)] = []

    package init(_ file: SourceFile) {
        self.file = file
    }

    package mutating func report(_ message: String, at range: SourceRange) {
        report(message, atOffset: range.lower)
    }

    /// `offset` counts bytes of the file.
    package mutating func report(_ message: String, atOffset offset: Int) {
        reports.append((min(offset, file.bytes.count), message))
    }

    /// Everything reported so far, in the order of the file.
    package var diagnostics: [Diagnostic] {
        reports.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }.map { _, report in
            Diagnostic(path: file.path, position: file.position(of: report.offset), message: report.message)
        }
    }

    package var isClean: Bool { reports.isEmpty }

    /// The fields of a mapping. Unknown and repeated keys, missing ones, and values of another kind are errors.
    package mutating func fields(_ node: MarkedNode, of table: FieldTable) -> FieldMap {
        var accepted: [FieldMap.Entry] = []
        let entries = entries(node, of: table.place)
        for entry in entries {
            guard let field = table.fields.first(where: { $0.key == entry.key }) else {
                let hint = Spelling.hint(for: entry.key, in: table.keys)
                report("unknown key “\(entry.key)” in \(table.place)\(hint)", at: entry.keyRange)
                continue
            }
            if let value = value(entry.value, field.kind, of: "“\(field.key)”") {
                accepted.append(FieldMap.Entry(key: field.key, keyRange: entry.keyRange, value: value))
            }
        }
        if case .map = node.value { checkPresence(Set(entries.map(\.key)), of: table, entries, at: node.range) }
        return FieldMap(range: node.range, entries: accepted)
    }

    private mutating func checkPresence(
        _ keys: Set<String>, of table: FieldTable, _ entries: [MarkedNode.Entry], at range: SourceRange
    ) {
        for field in table.fields where field.isRequired && !keys.contains(field.key) {
            report("“\(field.key)” is missing", at: range)
        }
        if !table.oneOf.isEmpty, keys.isDisjoint(with: table.oneOf) {
            let names = table.oneOf.map { "“\($0)”" }
            report("\(names.dropLast().joined(separator: ", ")) or \(names[names.count - 1]) is missing", at: range)
        }
        for field in table.fields where keys.contains(field.key) {
            for entry in entries where field.excludes.contains(entry.key) {
                report("\(table.place) with “\(field.key)” takes no “\(entry.key)”", at: entry.keyRange)
            }
        }
    }

    private mutating func value(_ node: MarkedNode, _ kind: FieldKind, of place: String) -> FieldValue? {
        let content: FieldValue.Content? = switch kind {
        case .text: text(node, of: place).map { .text($0) }
        case .flag: flag(node, of: place).map { .flag($0) }
        case .choice(let known): choice(node, of: place, known).map { .text($0) }
        case .list(let kind, let least): list(node, kind, atLeast: least, of: place).map { .list($0) }
        case .map(let table): .map(fields(node, of: table))
        case .entries(let kind): .map(freeEntries(node, kind, of: place))
        case .oneOrMore(let kind):
            if case .list = node.value {
                list(node, kind, atLeast: 0, of: place).map { .list($0) }
            } else {
                value(node, kind, of: place)?.content
            }
        case .short(let kind, let table):
            if case .map = node.value { .map(fields(node, of: table)) } else { value(node, kind, of: place)?.content }
        }
        return content.map { FieldValue(content: $0, range: node.range) }
    }

    /// The entries of a map, each key once.
    private mutating func entries(_ node: MarkedNode, of place: String) -> [MarkedNode.Entry] {
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

    private mutating func freeEntries(_ node: MarkedNode, _ kind: FieldKind, of place: String) -> FieldMap {
        let entries = entries(node, of: place).compactMap { entry in
            value(entry.value, kind, of: "“\(entry.key)”").map {
                FieldMap.Entry(key: entry.key, keyRange: entry.keyRange, value: $0)
            }
        }
        return FieldMap(range: node.range, entries: entries)
    }

    private mutating func list(_ node: MarkedNode, _ kind: FieldKind, atLeast least: Int, of place: String) -> [FieldValue]? {
        guard case .list(let items) = node.value else {
            report("\(place) must be a list", at: node.range)
            return nil
        }
        if items.count < least {
            report("\(place) needs at least \(least) \(least == 1 ? "entry" : "entries")", at: node.range)
        }
        return items.compactMap { value($0, kind, of: "an entry of \(place)") }
    }

    private mutating func text(_ node: MarkedNode, of place: String) -> String? {
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

    private mutating func choice(_ node: MarkedNode, of place: String, _ known: [String]) -> String? {
        guard let text = text(node, of: place) else { return nil }
        if known.contains(text) { return text }
        let hint = known.count > 1 ? Spelling.hint(for: text, in: known) : ""
        report("\(place) is “\(text)”, but must be \(known.joined(separator: ", "))\(hint)", at: node.range)
        return nil
    }

    private mutating func flag(_ node: MarkedNode, of place: String) -> Bool? {
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
