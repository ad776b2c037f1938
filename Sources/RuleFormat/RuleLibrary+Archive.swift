package import Archiving
import Diagnostics
import SourceText

extension RuleLibrary {
    /// Lays out the library in columns that `ArchivedLibrary` finds again, a record for each of its parts.
    package func write(to archive: inout ArchiveBuilder) {
        archive.append(numbers: rules.indices.filter { rules[$0].isUnprompted }.map(UInt32.init))
        archive.append(strings: Self.records(of: rules) { $0.write($1) })
        archive.append(strings: Self.records(of: lists.sorted { $0.key < $1.key }) { record, list in
            record.write(list.key)
            record.write(patterns: list.value)
        })
        archive.append(strings: Self.records(of: contexts) { $0.write($1) })
        archive.append(strings: Self.records(of: contexts) { $0.write(addressesOf: $1) })
        archive.append(strings: Self.records(of: crisisLines) { $0.write($1) })
        archive.append(strings: Self.records(of: sources) { $0.write($1) })
    }

    private static func records<Part>(of parts: [Part], _ write: (inout ArchiveWriter, Part) -> Void) -> [[UInt8]] {
        parts.map { part in
            var record = ArchiveWriter()
            write(&record, part)
            return record.bytes
        }
    }
}

extension ArchiveWriter {
    fileprivate mutating func write(patterns: [PatternText]) {
        write(patterns) { $0.write($1.text) }
    }

    private mutating func write(_ contexts: ContextSet) {
        write(Int(contexts.rawValue))
    }

    private mutating func write(_ advice: Advice) {
        switch advice {
        case .say(let text):
            write(0)
            write(text)
        case .replace(let text, let isSafe):
            write(isSafe ? 2 : 1)
            write(text)
        }
    }

    private mutating func write(_ citation: Citation) {
        write(citation.name)
        write(optional: citation.section)
        write(optional: citation.url)
    }

    private mutating func write(_ jurisdiction: Jurisdiction) {
        write(jurisdiction.regions) { $0.write($1.code) }
        write(jurisdiction.professions) { $0.write($1.rawValue) }
    }

    fileprivate mutating func write(_ source: Source) {
        write(source.name)
        write(source.kind.rawValue)
        write(source.publisher)
        write(optional: source.url)
        write(source.jurisdiction)
        write(source.checked)
    }

    fileprivate mutating func write(_ rule: Rule) {
        write(rule.id)
        write(rule.message)
        write(rule.severity.rawValue)
        write(rule.severityWhere) { archive, local in
            archive.write(local.jurisdiction)
            archive.write(local.severity.rawValue)
            archive.write(local.because)
        }
        write(rule.why)
        write(rule.sources) { $0.write($1) }
        write(rule.silentWhen)
        write(rule.onlyWhen)
        write(rule.softerWhen) { archive, softening in
            archive.write(ContextSet(softening.context))
            archive.write(softening.levels)
        }
        write(rule.raisedWhen)
        write(rule.conditions) { archive, condition in
            switch condition.place {
            case .near(let scope):
                archive.write(scope.rawValue)
                archive.write([String]()) { $0.write($1) }
            case .file(let strings):
                archive.write(Condition.keyOfFile)
                archive.write(strings) { $0.write($1) }
            }
            archive.write(condition.isRequired)
            archive.write(patterns: condition.patterns)
        }
        write(optional: rule.audience?.rawValue)
        write(rule.presets.map(\.rawValue).sorted()) { $0.write($1) }
        write(rule.suggestions) { $0.write($1) }
        write(rule.examples) { archive, example in
            archive.write(example.text)
            archive.write(example.isFlagged)
            archive.write(example.position.line)
            archive.write(example.position.column)
            archive.write(example.position.offset)
        }
        switch rule.body {
        case .span(let body):
            write(0)
            write(body.entries) { archive, entry in
                archive.write(entry.pattern.text)
                archive.write(entry.advice.map { [$0] } ?? []) { $0.write($1) }
            }
            write(patterns: body.except)
            write(body.literals) { $0.write($1) }
            write(body.report.rawValue)
            write(body.covers.rawValue)
            write(body.blocks.map(\.rawValue).sorted()) { $0.write($1) }
        case .page(let body):
            write(1)
            write(patterns: body.neededWhen)
            write(patterns: body.neededWhenStrict)
            write(body.neededSilentWhen)
            write(patterns: body.neededExcept)
            write(body.neededLiterals) { $0.write($1) }
            write(body.neededWhenDeclared)
            write(patterns: body.presentWhen)
            write(body.presentSilentWhen)
            write(patterns: body.presentExcept)
            write(patterns: body.presentWhenLinesUnknown)
            write(body.presentIn.map(\.rawValue).sorted()) { $0.write($1) }
            write(body.presentWithin.rawValue)
            write(body.options.map(\.rawValue).sorted()) { $0.write($1) }
        case .density(let body):
            write(2)
            write(patterns: body.patterns)
            write(body.rules) { $0.write($1.text) }
            write(patterns: body.against)
            write(body.per.rawValue)
            write(String(body.above))
            write(body.atLeast)
        case .consistency(let body):
            write(3)
            write(body.groups) { $0.write(patterns: $1) }
        case .suppression(let body):
            write(6)
            write(body.problem.rawValue)
        case .leftMarkup(let body):
            write(5)
            write(body.syntax.rawValue)
        case .staleValues(let body):
            write(4)
            write(body.table.rawValue)
            write(patterns: body.within)
            write(patterns: body.except)
        }
    }

    fileprivate mutating func write(_ cues: ContextCues) {
        write(cues.context.rawValue)
        write(cues.cues) { archive, cue in
            archive.write(cue.place.rawValue)
            archive.write(cue.pattern.text)
        }
        write(cues.addresses) { $0.write($1) }
    }

    fileprivate mutating func write(addressesOf cues: ContextCues) {
        write(cues.context.rawValue)
        write(cues.addresses) { $0.write($1) }
    }

    fileprivate mutating func write(_ lines: CrisisLines) {
        write(lines.country)
        write(lines.emergencyNumbers) { $0.write($1) }
        write(lines.caveat)
        write(lines.lines) { archive, line in
            archive.write(line.name)
            archive.write(line.call) { $0.write($1) }
            archive.write(line.text) { $0.write($1) }
            archive.write(patterns: line.written)
            archive.write(line.hours)
            archive.write(line.serves)
            archive.write(line.topics.map(\.rawValue)) { $0.write($1) }
            archive.write(line.parts) { $0.write($1) }
            archive.write(line.isReferral)
            archive.write(line.status.rawValue)
            archive.write(optional: line.use)
            archive.write(line.checked)
            archive.write(line.source)
            archive.write(optional: line.recheck)
        }
    }
}

extension ArchiveReader {
    mutating func namedPatterns() -> (name: String, patterns: [PatternText]) {
        (text(), patterns())
    }

    private mutating func patterns() -> [PatternText] {
        list { PatternText($0.text()) }
    }

    private mutating func contexts() -> ContextSet {
        ContextSet(rawValue: UInt32(number()))
    }

    private mutating func choice<Choice: RawRepresentable<String>>(_ fallback: Choice) -> Choice {
        Choice(rawValue: text()) ?? fallback
    }

    private mutating func advice() -> Advice {
        let kind = number()
        return kind == 0 ? .say(text()) : .replace(text(), isSafe: kind == 2)
    }

    private mutating func citation() -> Citation {
        Citation(name: text(), section: optionalText(), url: optionalText())
    }

    private mutating func jurisdiction() -> Jurisdiction {
        Jurisdiction(regions: list { Region(archived: $0.text()) }, professions: list { $0.choice(Profession.psychologist) })
    }

    mutating func source() -> Source {
        Source(
            name: text(), kind: choice(.guidance), publisher: text(), url: optionalText(), jurisdiction: jurisdiction(), checked: text())
    }

    mutating func rule() -> Rule {
        let id = text()
        let message = text()
        let severity = choice(Severity.warning)
        let severityWhere = list {
            LocalSeverity(jurisdiction: $0.jurisdiction(), severity: $0.choice(Severity.warning), because: $0.citation())
        }
        let why = text()
        let sources = list { $0.citation() }
        let silent = contexts()
        let only = contexts()
        let softer = list { archive in
            Softening(context: archive.contexts().contexts.first ?? .hedged, levels: archive.number())
        }
        let raised = contexts()
        let conditions = list { archive in
            let key = archive.text()
            let strings = archive.list { $0.text() }
            let place = Scope(rawValue: key).map(Condition.Place.near) ?? .file(strings)
            return Condition(place: place, isRequired: archive.flag(), patterns: archive.patterns())
        }
        let audience = optionalText().flatMap(Audience.init)
        let presets = Set(list { $0.choice(Preset.recommended) })
        let suggestions = list { $0.advice() }
        let examples = list {
            Example(
                text: $0.text(), isFlagged: $0.flag(),
                position: Position(line: $0.number(), column: $0.number(), offset: $0.number()))
        }
        return Rule(
            id: id, message: message, severity: severity, severityWhere: severityWhere, why: why, sources: sources, body: body(), silentWhen: silent,
            onlyWhen: only, softerWhen: softer, raisedWhen: raised, conditions: conditions, audience: audience,
            presets: presets, suggestions: suggestions, examples: examples)
    }

    private mutating func body() -> Rule.Body {
        switch number() {
        case 0:
            let entries = list { archive in
                Entry(pattern: PatternText(archive.text()), advice: archive.list { $0.advice() }.first)
            }
            return .span(SpanBody(
                entries: entries, except: patterns(), literals: list { $0.text() }, report: choice(.everyUse),
                covers: choice(.match), blocks: Set(list { $0.choice(.paragraph) })))
        case 2:
            return .density(DensityBody(
                patterns: patterns(), rules: list { RulePattern($0.text()) }, against: patterns(), per: choice(.section),
                above: Double(text()) ?? 0, atLeast: number()))
        case 3:
            return .consistency(ConsistencyBody(groups: list { $0.patterns() }))
        case 6:
            return .suppression(SuppressionBody(problem: choice(.unused)))
        case 5:
            return .leftMarkup(LeftMarkupBody(syntax: choice(.markdown)))
        case 4:
            return .staleValues(StaleValuesBody(table: choice(.crisisLines), within: patterns(), except: patterns()))
        default:
            return .page(pageBody())
        }
    }

    private mutating func pageBody() -> PageBody {
        PageBody(
            neededWhen: patterns(), neededWhenStrict: patterns(), neededSilentWhen: contexts(), neededExcept: patterns(), neededLiterals: list { $0.text() },
            neededWhenDeclared: flag(), presentWhen: patterns(), presentSilentWhen: contexts(), presentExcept: patterns(),
            presentWhenLinesUnknown: patterns(), presentIn: Set(list { $0.choice(.text) }), presentWithin: choice(.page),
            options: Set(list { $0.choice(.require) }))
    }

    mutating func contextCues() -> ContextCues {
        ContextCues(
            context: choice(.negated),
            cues: list { (place: $0.choice(.sentence), pattern: PatternText($0.text())) }, addresses: list { $0.text() })
    }

    mutating func addresses() -> (context: Context, addresses: [String]) {
        (choice(.negated), list { $0.text() })
    }

    mutating func crisisLines() -> CrisisLines {
        CrisisLines(country: text(), emergencyNumbers: list { $0.text() }, caveat: text(), lines: list { archive in
            CrisisLine(
                name: archive.text(), call: archive.list { $0.text() }, text: archive.list { $0.text() },
                written: archive.patterns(), hours: archive.text(), serves: archive.text(),
                topics: archive.list { $0.choice(.youth) }, parts: archive.list { $0.text() }, isReferral: archive.flag(),
                status: archive.choice(.current), use: archive.optionalText(), checked: archive.text(), source: archive.text(),
                recheck: archive.optionalText())
        })
    }
}
