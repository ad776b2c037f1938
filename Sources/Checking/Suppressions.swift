import Diagnostics
import Documents
import RuleFormat
import Settings
import SourceText

/// The suppressions of a draft: which findings they keep back, and which of them do so.
struct Suppressions {
    /// What keeps a finding back: a suppression, for one of the rules that it names or for all.
    private struct Grant: Hashable {
        let suppression: Int
        let name: Int?
    }

    private let draft: Draft
    private let list: [Suppression]
    /// The names of the rules that there are.
    private let rules: [String]
    private var ofLine: [Int: [Int]] = [:]
    private var ofFile: [Int] = []
    /// Those that hold until another one, in the order of the file.
    private var switches: [Int] = []
    /// For each rule, the switches that are about it: from which byte on findings are kept back, and by what.
    private var switchesOfRule: [String: [(offset: Int, grant: Grant?)]] = [:]
    private var used: Set<Grant> = []

    /// `rules` are the names of those that there are.
    init(of draft: Draft, rules: [String]) {
        self.draft = draft
        self.rules = rules
        list = draft.document.directives.map { Suppression($0, in: draft.file) }
        for (index, suppression) in list.enumerated() {
            switch suppression.verb {
            case .disable, .enable: switches.append(index)
            case .disableLine: ofLine[line(at: suppression.directive.range.lower), default: []].append(index)
            case .disableNextLine: if let line = lineBehind(suppression) { ofLine[line, default: []].append(index) }
            case .disableFile: ofFile.append(index)
            case nil: break
            }
        }
    }

    private func isKnown(_ pattern: RulePattern) -> Bool {
        pattern.isWellFormed && rules.contains(where: pattern.matches)
    }

    private func line(at offset: Int) -> Int {
        draft.file.lines.line(containing: offset)
    }

    private func lineBehind(_ suppression: Suppression) -> Int? {
        let lines = draft.file.lines
        return ((line(at: suppression.directive.range.upper - 1) + 1)..<lines.count).first { line in
            draft.file.bytes[lines.range(ofLine: line, in: draft.file.bytes).indices].contains { $0 > 0x20 }
        }
    }

    // MARK: Keeping back

    /// The findings that are reported and those that are kept back.
    mutating func part(_ findings: [Finding]) -> (reported: [Finding], suppressed: [Finding]) {
        if list.isEmpty { return (findings, []) }
        var reported: [Finding] = []
        var suppressed: [Finding] = []
        for finding in findings {
            if let grant = grant(for: finding) {
                used.insert(grant)
                suppressed.append(finding)
            } else {
                reported.append(finding)
            }
        }
        return (reported, suppressed)
    }

    private mutating func grant(for finding: Finding) -> Grant? {
        for line in line(at: finding.range.lower)...line(at: max(finding.range.lower, finding.range.upper - 1)) {
            if let grant = grant(of: ofLine[line] ?? [], for: finding.rule) { return grant }
        }
        return grantOfSwitch(for: finding) ?? grant(of: ofFile, for: finding.rule)
    }

    private func grant(of suppressions: [Int], for rule: String) -> Grant? {
        for index in suppressions {
            if let grant = name(of: index, for: rule), isReasoned(grant, for: rule) { return grant }
        }
        return nil
    }

    private mutating func grantOfSwitch(for finding: Finding) -> Grant? {
        if switches.isEmpty { return nil }
        let known = switchesOfRule[finding.rule] ?? switches.compactMap { index in
            name(of: index, for: finding.rule).map { (list[index].directive.range.upper, list[index].verb == .disable ? $0 : nil) }
        }
        switchesOfRule[finding.rule] = known
        guard let grant = known.last(where: { $0.offset <= finding.range.lower })?.grant else { return nil }
        return isReasoned(grant, for: finding.rule) ? grant : nil
    }

    /// The name by which a suppression is about a rule.
    private func name(of index: Int, for rule: String) -> Grant? {
        if list[index].names.isEmpty { return Grant(suppression: index, name: nil) }
        return list[index].names.firstIndex { $0.pattern.matches(rule) }.map { Grant(suppression: index, name: $0) }
    }

    /// Whether a suppression says why, where the settings want to know.
    private func isReasoned(_ grant: Grant, for rule: String) -> Bool {
        list[grant.suppression].hasReason || !draft.settings.requiresReason(for: rule)
    }

    // MARK: Problems

    /// Something that is wrong with a suppression, and what would mend it.
    struct Problem {
        let range: SourceRange
        var hint = ""
        let replacement: String
        let replaced: SourceRange
        /// Whether the change can alter nothing but comments.
        var isSafe = true
    }

    /// Suppressions that give no reason and are about a rule that wants one.
    var unreasoned: [SourceRange] {
        let strict = rules.filter(draft.settings.requiresReason)
        return list.indices
            .filter { index in
                guard let verb = list[index].verb, verb != .enable, !list[index].hasReason else { return false }
                return strict.contains { name(of: index, for: $0) != nil }
            }
            .map { list[$0].directive.text }
    }

    /// Commands and names that are not known.
    var unknown: [Problem] {
        let names = rules + Set(rules.map { String($0.prefix { $0 != "/" }) + "/*" }).sorted()
        return list.flatMap { suppression -> [Problem] in
            guard suppression.verb != nil else {
                return [problem(suppression.command, in: suppression, known: Suppression.Verb.allCases.map { Directive.prefix + $0.rawValue })]
            }
            return suppression.names.filter { !isKnown($0.pattern) }.map { problem($0.range, in: suppression, known: names) }
        }
    }

    private func problem(_ range: SourceRange, in suppression: Suppression, known: [String]) -> Problem {
        let word = draft.file.text(range)
        guard let nearest = Spelling.nearest(to: word, in: known) else {
            return Problem(range: range, replacement: "", replaced: removal(of: range, from: suppression), isSafe: false)
        }
        return Problem(range: range, hint: "; did you mean “\(nearest)”?", replacement: nearest, replaced: range)
    }

    /// Suppressions, or names in them, that keep nothing back. Nothing is asked of rules that are off.
    func unused(isOn: (RulePattern) -> Bool) -> [Problem] {
        list.indices.flatMap { index -> [Problem] in
            let suppression = list[index]
            guard let verb = suppression.verb else { return [] }
            if verb == .enable { return closes(index) ? [] : [whole(suppression)] }
            if suppression.names.isEmpty { return used.contains(Grant(suppression: index, name: nil)) ? [] : [whole(suppression)] }
            let idle = suppression.names.indices.filter { name in
                let pattern = suppression.names[name].pattern
                return isKnown(pattern) && isOn(pattern) && !used.contains(Grant(suppression: index, name: name))
            }
            if idle.count == suppression.names.count { return [whole(suppression)] }
            return idle.map { name in
                let range = suppression.names[name].range
                return Problem(range: range, replacement: "", replaced: removal(of: range, from: suppression))
            }
        }
    }

    private func whole(_ suppression: Suppression) -> Problem {
        let removal = removal(of: suppression)
        return Problem(range: suppression.directive.text, replacement: "", replaced: removal, isSafe: !joinsLines(removal))
    }

    /// Whether something is switched off that a suppression switches on again.
    private func closes(_ enabling: Int) -> Bool {
        list[..<enabling].contains { earlier in
            guard earlier.verb == .disable else { return false }
            let names = list[enabling].names
            return names.isEmpty || earlier.names.isEmpty || names.contains { name in
                earlier.names.contains { $0.pattern.matches(name.pattern.text) || name.pattern.matches($0.pattern.text) }
            }
        }
    }

    // MARK: Taking out

    /// The comment, with its line when nothing else stands there.
    private func removal(of suppression: Suppression) -> SourceRange {
        let range = suppression.directive.range
        let bytes = draft.file.bytes
        let first = draft.file.lines.start(ofLine: line(at: range.lower))
        let last = line(at: range.upper - 1)
        let next = last + 1 < draft.file.lines.count ? draft.file.lines.start(ofLine: last + 1) : bytes.count
        let isAlone = (bytes[first..<range.lower] + bytes[range.upper..<next]).allSatisfy { $0 <= 0x20 }
        if isAlone { return SourceRange(first, next) }
        let hasSpaceBefore = range.lower > first && bytes[range.lower - 1] == 0x20
        return SourceRange(range.lower - (hasSpaceBefore ? 1 : 0), range.upper)
    }

    /// Whether two lines of text meet when what is between them is taken out: they may be read otherwise then.
    private func joinsLines(_ range: SourceRange) -> Bool {
        let (lines, bytes) = (draft.file.lines, draft.file.bytes)
        let first = line(at: range.lower)
        guard lines.start(ofLine: first) == range.lower, first > 0, range.upper < bytes.count else { return false }
        let next = line(at: range.upper)
        guard lines.start(ofLine: next) == range.upper else { return false }
        return [first - 1, next].allSatisfy { line in bytes[lines.range(ofLine: line, in: bytes).indices].contains { $0 > 0x20 } }
    }

    /// A name with what parts it from the one before it or, the first, from the one behind it; all of a comment that names no other.
    private func removal(of range: SourceRange, from suppression: Suppression) -> SourceRange {
        guard let index = suppression.names.firstIndex(where: { $0.range == range }), suppression.names.count > 1 else {
            return removal(of: suppression)
        }
        if index > 0 { return SourceRange(suppression.names[index - 1].range.upper, range.upper) }
        return SourceRange(range.lower, suppression.names[1].range.lower)
    }
}
