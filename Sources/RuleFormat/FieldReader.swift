import Diagnostics
import MarkedYAML
import SourceText

/// Reads the fields of one rule file.
struct FieldReader {
    var reading: Reading
    var listUses: [ListUse] = []

    init(_ file: SourceFile) {
        reading = Reading(file)
    }

    // MARK: Patterns

    mutating func pattern(_ node: MarkedNode, of place: String) -> PatternText? {
        guard let text = reading.text(node, of: place) else { return nil }
        do {
            let pattern = try PatternParser.parse(text)
            noteLists(of: pattern, at: node.range)
            return PatternText(text)
        } catch {
            // A plain scalar stands in the file as it is; a quoted one begins a byte later.
            let quote = node.range.count > text.utf8.count ? 1 : 0
            reading.report("in \(place): \(error.message)", atOffset: node.range.lower + quote + error.offset)
            return nil
        }
    }

    mutating func patterns(_ node: MarkedNode?, of place: String) -> [PatternText] {
        guard let node else { return [] }
        return reading.list(node, of: "“\(place)”").compactMap { pattern($0, of: "“\(place)”") }
    }

    private mutating func noteLists(of pattern: Pattern, at range: SourceRange) {
        switch pattern {
        case .list(let name):
            let position = reading.file.position(of: range.lower)
            listUses.append(ListUse(name: name, path: reading.file.path, position: position))
        case .sequence(let parts), .alternatives(let parts):
            for part in parts { noteLists(of: part, at: range) }
        case .optional(let part), .marked(let part):
            noteLists(of: part, at: range)
        default: break
        }
    }

    // MARK: Lists, contexts, crisis lines

    mutating func list(_ root: MarkedNode) -> [PatternText]? {
        let fields = reading.map(root, keys: ["about", "words"], of: "a list")
        require(["about", "words"], in: fields, of: root)
        return fields["words"].map { patterns($0, of: "words") }
    }

    mutating func contextCues(_ root: MarkedNode, name: String) -> ContextCues? {
        let places = ContextCues.Place.allCases
        let fields = reading.map(root, keys: ["about"] + places.map(\.rawValue), of: "a context")
        require(["about"], in: fields, of: root)
        guard let context = Context(rawValue: name) else {
            let known = Context.allCases.map(\.rawValue)
            reading.report("no context is called “\(name)”\(Spelling.hint(for: name, in: known))", at: root.range)
            return nil
        }
        var cues: [(place: ContextCues.Place, pattern: PatternText)] = []
        for place in places {
            cues += patterns(fields[place.rawValue], of: place.rawValue).map { (place, $0) }
        }
        return ContextCues(context: context, cues: cues)
    }

    mutating func crisisLines(_ root: MarkedNode, country: String) -> CrisisLines? {
        let fields = reading.map(root, keys: ["emergency", "lines"], of: "a country's crisis lines")
        require(["emergency", "lines"], in: fields, of: root)
        let lines = fields["lines"].map { reading.list($0, of: "“lines”") } ?? []
        return CrisisLines(
            country: country, emergencyNumbers: numbers("emergency", in: fields), lines: lines.compactMap { crisisLine($0) })
    }

    private mutating func crisisLine(_ node: MarkedNode) -> CrisisLine? {
        let keys = ["name", "call", "text", "hours", "serves", "status", "checked", "source"]
        let fields = reading.map(node, keys: keys, of: "a crisis line")
        require(["name", "hours", "serves", "status", "checked", "source"], in: fields, of: node)
        guard let status = fields["status"].flatMap({ reading.choice($0, of: "“status”", as: CrisisLine.Status.self) }) else { return nil }
        return CrisisLine(
            name: text("name", in: fields), call: numbers("call", in: fields), text: numbers("text", in: fields),
            hours: text("hours", in: fields), serves: text("serves", in: fields), status: status,
            checked: text("checked", in: fields), source: text("source", in: fields))
    }

    private mutating func text(_ key: String, in fields: [String: MarkedNode]) -> String {
        fields[key].flatMap { reading.text($0, of: "“\(key)”") } ?? ""
    }

    /// Telephone numbers as printed; each must hold a digit.
    private mutating func numbers(_ key: String, in fields: [String: MarkedNode]) -> [String] {
        guard let node = fields[key] else { return [] }
        return reading.texts(node, of: "“\(key)”").compactMap { number in
            if number.text.contains(where: \.isNumber) { return number.text }
            reading.report("“\(number.text)” is no telephone number", at: number.range)
            return nil
        }
    }

    mutating func require(_ keys: [String], in fields: [String: MarkedNode], of node: MarkedNode) {
        for key in keys where fields[key] == nil {
            reading.report("“\(key)” is missing", at: node.range)
        }
    }
}
