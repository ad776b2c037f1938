package import Documents
import Diagnostics
package import Matching
import RuleFormat
import Segmentation
package import Settings
package import SourceText

/// Checks drafts against a set of rules. Each worker owns one, with the buffers it needs.
package struct Checker: ~Copyable {
    private let rules: RuleSet
    private var segmenter: Segmenter
    private var matcher: Matcher
    private let literals: LiteralSearch
    private let addresses: [Context: [String]]
    private let crisisLines: [CrisisLines]
    private let knownNumbers: [KnownNumber]
    /// Of the rules that may report without a match, those that do so on exact strings only.
    private let searching: Set<Int>
    /// The names of all rules, once a draft has named some.
    private var ids: [String]?
    /// The rules that were needed so far, by their index.
    private var decoded: [Int: Rule] = [:]

    /// Nil when ICU comes without its break rules.
    package init?(rules: RuleSet) {
        guard let segmenter = Segmenter() else { return nil }
        self.rules = rules
        self.segmenter = segmenter
        matcher = Matcher(rules.automaton)
        addresses = rules.library.addressesOfContexts
        crisisLines = rules.library.crisisLines
        knownNumbers = crisisLines.knownNumbers
        for index in rules.library.rules.unprompted { decoded[index] = rules.library.rules[index] }
        searching = Set(decoded.filter { if case .span = $0.value.body { true } else { false } }.keys)
        literals = LiteralSearch(decoded.map { index, rule in
            switch rule.body {
            case .span(let body): (index, body.literals)
            case .page(let body): (index, body.neededLiterals)
            case .density, .consistency, .staleValues, .leftMarkup, .suppression: (index, [])
            }
        })
    }

    /// Everything there is to say about a draft.
    package mutating func check(_ file: SourceFile, as document: Document, settings: Settings) -> CheckedFile {
        guard settings.isLanguageKnown else {
            let message = "there are no rules for the language “\(settings.language)”; the draft was not checked"
            return CheckedFile(file: file, findings: [], notices: [Notice(path: file.path, line: nil, message: message)], isChecked: false)
        }
        if document.isAllInOtherLanguages { return CheckedFile(file: file, findings: [], notices: [], isChecked: false) }
        let (draft, candidates) = draft(file, document, settings)
        let (findings, suppressed) = findings(candidates, in: draft)
        return CheckedFile(
            file: file, findings: findings, suppressed: suppressed, notices: notices(file, settings, candidates), jurisdiction: settings.jurisdiction)
    }

    /// Whether a file that is shown on every page says how to reach help now.
    package mutating func saysHowToReachHelp(_ file: SourceFile, as document: Document, settings: Settings) -> Bool {
        let (draft, candidates) = draft(file, document, settings)
        let numbers = KnownNumbers(candidates.numbers, known: knownNumbers, tables: crisisLines)
        return rules.library.rules.unprompted.contains { index in
            let rule = rule(at: index)
            guard case .page(let body) = rule.body, body.options.contains(.siteWide) else { return false }
            let check = RuleCheck(rule: rule, severity: rule.severity, draft: draft)
            return PageCheck(check: check, body: body, numbers: numbers).isSaid(candidates.rules[index] ?? Candidates.OfRule())
        }
    }

    private mutating func draft(_ file: SourceFile, _ document: Document, _ settings: Settings) -> (Draft, Candidates) {
        let tokens = segmenter.segment(document, vocabulary: rules.vocabulary)
        let candidates = Candidates(matcher.matches(in: tokens), of: rules)
        let contexts = ContextFinder(
            document: document, tokens: tokens, cues: candidates.cues, addresses: addresses, isLegalNotice: settings.isLegalNotice)
        return (Draft(file: file, document: document, tokens: tokens, contexts: contexts, settings: settings), candidates)
    }

    private mutating func findings(_ candidates: Candidates, in draft: Draft) -> (reported: [Finding], suppressed: [Finding]) {
        var findings: [Finding] = []
        var suppressionChecks: [SuppressionCheck] = []
        var densities: [(body: DensityBody, check: RuleCheck, candidates: Candidates.OfRule)] = []
        let literals = literals.occurrences(in: draft.file.bytes)
        let numbers = KnownNumbers(candidates.numbers, known: knownNumbers, tables: crisisLines)
        for index in rulesToAsk(candidates) {
            if searching.contains(index), literals[index] == nil, candidates.rules[index] == nil { continue }
            let rule = rule(at: index)
            guard case .severity(let severity) = draft.settings.level(of: rule), draft.isOn(rule) else { continue }
            let check = RuleCheck(rule: rule, severity: severity, draft: draft)
            let candidates = candidates.rules[index] ?? Candidates.OfRule()
            let literals = (literals[index] ?? []).filter { !draft.isInCode($0) }
            switch rule.body {
            case .span(let body): findings += SpanCheck(check: check, body: body).findings(candidates, literals: literals)
            case .page(let body):
                let page = PageCheck(check: check, body: body, numbers: numbers)
                findings += page.findings(candidates, literals: literals)
            case .density(let body): densities.append((body, check, candidates))
            case .consistency(let body):
                findings += ConsistencyCheck(check: check, body: body).findings(candidates)
            case .suppression(let body): suppressionChecks.append(SuppressionCheck(check: check, body: body))
            case .leftMarkup: findings += LeftMarkupCheck(check: check).findings()
            case .staleValues(let body):
                findings += StaleValueCheck(check: check, body: body, numbers: numbers).findings(candidates)
            }
        }
        // What is told is counted, so the overlaps of the others are settled first.
        let told = Overlaps.resolve(findings)
        let all = Overlaps.resolve(told + densities.flatMap { DensityCheck(check: $0.check, body: $0.body).findings($0.candidates, given: told) })
        return part(all, suppressionChecks, in: draft)
    }

    /// Parts the findings that the draft keeps back from the others, and adds what there is to say of what keeps them back.
    private mutating func part(_ findings: [Finding], _ checks: [SuppressionCheck], in draft: Draft) -> (reported: [Finding], suppressed: [Finding]) {
        if draft.document.directives.isEmpty { return (findings, []) }
        let known = ids ?? rules.library.rules.ids
        ids = known
        var suppressions = Suppressions(of: draft, rules: known)
        let (reported, suppressed) = suppressions.part(findings)
        let all = rules.library.rules
        let problems = checks.flatMap { check in
            check.findings(suppressions, isOn: { pattern in all.rules(named: Set(known.filter(pattern.matches))).contains(where: draft.isOn) })
        }
        return (Overlaps.resolve(reported + problems), suppressed)
    }

    /// The rules that may have something to say, in order.
    private func rulesToAsk(_ candidates: Candidates) -> [Int] {
        let matched = candidates.rules.filter { !$0.value.matches.isEmpty || !$0.value.variants.isEmpty }
        return Set(rules.library.rules.unprompted).union(matched.keys).sorted()
    }

    private mutating func rule(at index: Int) -> Rule {
        if let known = decoded[index] { return known }
        let rule = rules.library.rules[index]
        decoded[index] = rule
        return rule
    }

    private func notices(_ file: SourceFile, _ settings: Settings, _ candidates: Candidates) -> [Notice] {
        if settings.regions.isEmpty, candidates.rules.values.contains(where: \.dependsOnRegion) {
            let message = "no region is set in .lintrc, so a crisis line of any known country counts"
            return [Notice(path: file.path, line: nil, message: message)]
        }
        let known = crisisLines.map(\.country)
        return settings.regions.filter { !known.contains($0.country) }.map { region in
            let message = "no crisis lines are known for \(region.country); any number that the text introduces as one counts"
            return Notice(path: file.path, line: nil, message: message)
        }
    }
}
