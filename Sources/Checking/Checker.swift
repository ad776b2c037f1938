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
    private var matcher = Matcher()
    private let literals: [(rule: Int, search: LiteralSearch)]
    private let addresses: [Context: [String]]

    /// Nil when ICU comes without its break rules.
    package init?(rules: RuleSet) {
        guard let segmenter = Segmenter() else { return nil }
        self.rules = rules
        self.segmenter = segmenter
        addresses = Dictionary(
            rules.library.contexts.map { ($0.context, $0.addresses) }, uniquingKeysWith: +)
        literals = rules.library.rules.enumerated().compactMap { index, rule in
            let strings = switch rule.body {
            case .span(let body): body.literals
            case .page(let body): body.neededLiterals
            }
            return strings.isEmpty ? nil : (index, LiteralSearch(strings))
        }
    }

    /// Everything there is to say about a draft.
    package mutating func check(_ file: SourceFile, as document: Document, settings: Settings) -> CheckedFile {
        guard settings.isLanguageKnown else {
            let message = "there are no rules for the language “\(settings.language)”; the draft was not checked"
            return CheckedFile(file: file, findings: [], notices: [Notice(path: file.path, line: nil, message: message)])
        }
        let tokens = segmenter.segment(document, vocabulary: rules.vocabulary)
        let candidates = Candidates(matcher.matches(of: rules.automaton, in: tokens), of: rules)
        let draft = Draft(
            file: file, document: document, tokens: tokens,
            contexts: ContextFinder(document: document, tokens: tokens, cues: candidates.cues, addresses: addresses), settings: settings)
        var findings: [Finding] = []
        for (index, rule) in rules.library.rules.enumerated() {
            guard case .severity(let severity) = settings.level(of: rule) else { continue }
            if rule.audience == .general, settings.audience == .professional { continue }
            let literals = literals.first { $0.rule == index }?.search.occurrences(in: file.bytes) ?? []
            switch rule.body {
            case .span(let body):
                let check = SpanCheck(rule: rule, body: body, severity: severity, draft: draft)
                findings += check.findings(candidates.spans[index] ?? [], except: candidates.excepted[index] ?? [], literals: literals)
            case .page(let body):
                let check = PageCheck(rule: rule, body: body, severity: severity, draft: draft, lines: rules.library.crisisLines)
                findings += check.findings(candidates.pages[index] ?? Candidates.PageCandidates(), literals: literals)
            }
        }
        return CheckedFile(file: file, findings: Overlaps.resolve(findings), notices: notices(file, settings, candidates))
    }

    private func notices(_ file: SourceFile, _ settings: Settings, _ candidates: Candidates) -> [Notice] {
        if settings.regions.isEmpty, candidates.pages.values.contains(where: \.dependsOnRegion) {
            let message = "no region is set in .lintrc, so a crisis line of any known country counts"
            return [Notice(path: file.path, line: nil, message: message)]
        }
        let known = rules.library.crisisLines.map(\.country)
        return settings.regions.filter { !known.contains($0.country) }.map { region in
            let message = "no crisis lines are known for \(region.country); any number that the text introduces as one counts"
            return Notice(path: file.path, line: nil, message: message)
        }
    }
}
