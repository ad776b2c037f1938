import Diagnostics
import Documents
import RuleFormat
import Segmentation
import Settings
import SourceText

/// Checks a rule on the page as a whole: if it says A, it must also say B.
struct PageCheck {
    let rule: Rule
    let body: PageBody
    let severity: Severity
    let draft: Draft
    let lines: [CrisisLines]

    /// At most one finding, at what calls for the text that is missing.
    func findings(_ candidates: Candidates.PageCandidates, literals: [SourceRange]) -> [Finding] {
        let requirement = body.takesRequire ? draft.settings.requirement(of: rule) : .whenDeclared
        guard requirement != .never else { return [] }
        let call = call(candidates, literals) ?? (requirement == .always ? firstWord : nil)
        guard let call, !isPresent(candidates) else { return [] }
        return [
            Finding(
                rule: rule.id, severity: severity, scope: .document, message: rule.message(for: draft.file.text(call)),
                range: call, suggestions: rule.suggestions.map { Finding.Suggestion($0, for: call) })
        ]
    }

    /// The first place that calls for the text.
    private func call(_ candidates: Candidates.PageCandidates, _ literals: [SourceRange]) -> SourceRange? {
        let needed = Candidates.resolve(candidates.needed, except: candidates.neededExcept)
            .first { !draft.contexts.holdsAny(of: body.neededSilentWhen, for: $0.marked) }
            .map { draft.source(of: $0.marked) }
        let declared = body.neededWhenDeclared ? draft.document.frontMatter?.aiDeclaration : nil
        return [needed, declared, literals.first].compactMap { $0 }.min { $0.lower < $1.lower }
    }

    private var firstWord: SourceRange? {
        (0..<draft.tokens.count).first(where: draft.tokens.isWord).map { draft.source(of: TokenRange($0, $0 + 1)) }
    }

    private func isPresent(_ candidates: Candidates.PageCandidates) -> Bool {
        let regions = draft.settings.regions.map(\.country)
        let hasUnknownRegion = regions.contains { country in !lines.contains { $0.country == country } }
        var ranges = candidates.present.filter { $0.country.map { regions.isEmpty || regions.contains($0) } ?? true }.map(\.tokens)
        if hasUnknownRegion { ranges += candidates.presentWhenLinesUnknown }
        let excepted = OverlapIndex(candidates.presentExcept)
        return ranges.contains { range in
            !excepted.overlaps(range)
                && !draft.contexts.holdsAny(of: body.presentSilentWhen, for: range)
        }
    }
}
