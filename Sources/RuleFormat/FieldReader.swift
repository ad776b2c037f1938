import Diagnostics
import FieldTables
import MarkedYAML
import SourceText

/// Reads the fields of one rule file.
struct FieldReader {
    var reading: Reading
    private(set) var listUses: [ListUse] = []
    var ruleUses: [RuleUse] = []
    var sourceUses: [SourceUse] = []
    private(set) var patterns: [PlacedPattern] = []

    init(_ file: SourceFile) {
        reading = Reading(file)
    }

    // MARK: Patterns

    /// The pattern under a key of a mapping that begins at `offset`, in bytes of the file.
    mutating func pattern(
        _ value: FieldValue, of key: String, at offset: Int, hasOwnAdvice: Bool = false, countsAlone: Bool = false
    ) -> PatternText? {
        guard let text = value.text else { return nil }
        do {
            let pattern = try PatternParser.parse(text)
            noteLists(of: pattern, key, at: value.range)
            patterns.append(PlacedPattern(
                group: PlacedPattern.Group(path: reading.file.path, key: key, offset: offset), text: text, pattern: pattern,
                position: reading.file.position(of: value.range.lower), hasOwnAdvice: hasOwnAdvice, countsAlone: countsAlone))
            return PatternText(text)
        } catch {
            // A plain scalar stands in the file as it is; a quoted one begins a byte later.
            let quote = value.range.count > text.utf8.count ? 1 : 0
            reading.report("in “\(key)”: \(error.message)", atOffset: value.range.lower + quote + error.offset)
            return nil
        }
    }

    mutating func patterns(_ key: String, in fields: FieldMap) -> [PatternText] {
        fields.list(key).compactMap { pattern($0, of: key, at: fields.range.lower) }
    }

    private mutating func noteLists(of pattern: Pattern, _ key: String, at range: SourceRange) {
        let position = reading.file.position(of: range.lower)
        listUses += pattern.lists.map { ListUse(name: $0, path: reading.file.path, position: position) }
        if key == Self.keyOfCrisisLines { return }
        for kind in LineClass.allCases where pattern.lists.contains(kind.rawValue) {
            reading.report("<\(kind.rawValue)> matches nothing here; it counts only in “\(Self.keyOfCrisisLines)” of a rule on the page", at: range)
        }
    }

    /// Where patterns may ask for the crisis lines of the page's region.
    private static let keyOfCrisisLines = "present-when"

    // MARK: Lists, contexts, crisis lines

    mutating func list(_ root: MarkedNode) -> [PatternText] {
        let fields = reading.fields(root, of: .list)
        for value in fields.list("words") {
            guard let text = value.text, let pattern = try? PatternParser.parse(text), pattern.hasMark else { continue }
            reading.report("a list has no marked part; put the braces into the pattern that names it", at: value.range)
        }
        return patterns("words", in: fields)
    }

    mutating func contextCues(_ root: MarkedNode, name: String) -> ContextCues? {
        let fields = reading.fields(root, of: .context)
        guard let context = Context(rawValue: name) else {
            let known = Context.allCases.map(\.rawValue)
            reading.report("no context is called “\(name)”\(Spelling.hint(for: name, in: known))", at: root.range)
            return nil
        }
        var cues: [(place: ContextCues.Place, pattern: PatternText)] = []
        for place in ContextCues.Place.allCases {
            cues += patterns(place.rawValue, in: fields).map { (place, $0) }
        }
        return ContextCues(context: context, cues: cues, addresses: fields.texts("addresses"))
    }

    mutating func crisisLines(_ root: MarkedNode, country: String) -> CrisisLines {
        let fields = reading.fields(root, of: .crisisLines)
        let lines = fields.list("lines").compactMap(\.map)
        return CrisisLines(
            country: country, emergencyNumbers: numbers("emergency", in: fields), caveat: fields.text("caveat") ?? "", lines: lines.compactMap { crisisLine($0) })
    }

    private mutating func crisisLine(_ fields: FieldMap) -> CrisisLine? {
        let (call, text) = (numbers("call", in: fields), numbers("text", in: fields))
        guard let name = fields.text("name"), let hours = fields.text("hours"), let serves = fields.text("serves"),
            let status = fields.choice("status", as: CrisisLine.Status.self), let checked = fields.text("checked"),
            let source = fields.text("source")
        else { return nil }
        return CrisisLine(
            name: name, call: call, text: text, written: patterns("written", in: fields), hours: hours, serves: serves,
            topics: fields.texts("topics").compactMap(CrisisLine.Topic.init), parts: fields.texts("parts"),
            isReferral: fields.flag("referral") ?? false, status: status, use: fields.text("use"), checked: checked, source: source,
            recheck: fields.text("recheck"))
    }

    /// Telephone numbers as printed; each must hold a digit.
    private mutating func numbers(_ key: String, in fields: FieldMap) -> [String] {
        fields.list(key).compactMap { value in
            guard let number = value.text else { return nil }
            if number.contains(where: \.isNumber) { return number }
            reading.report("“\(number)” is no telephone number", at: value.range)
            return nil
        }
    }
}
