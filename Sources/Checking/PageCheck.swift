import Documents
import RuleFormat
import Segmentation
import Settings
import SourceText

/// Checks a rule on the page as a whole: if it says A, it must also say B.
struct PageCheck {
    /// A place that calls for the text: words, or bytes that are no words.
    private enum Call {
        case words(TokenRange)
        case bytes(SourceRange)
    }

    let check: RuleCheck
    let body: PageBody
    let lines: [CrisisLines]

    private var draft: Draft { check.draft }

    /// At most one finding, at what calls for the text that is missing.
    func findings(_ candidates: Candidates.OfRule, literals: [SourceRange]) -> [Finding] {
        let requirement = body.takesRequire ? draft.settings.requirement(of: check.rule) : .whenDeclared
        guard requirement != .never else { return [] }
        let present = present(candidates)
        let calls = calls(candidates, literals) + (requirement == .always ? firstWord : [])
        guard let call = calls.first(where: { !isAnswered($0, by: present) }) else { return [] }
        switch call {
        case .words(let match): return [check.finding(on: match, scope: .document)]
        case .bytes(let range): return [check.finding(at: range, scope: .document)]
        }
    }

    /// The places that call for the text, in the order of the file.
    private func calls(_ candidates: Candidates.OfRule, _ literals: [SourceRange]) -> [Call] {
        let words = Candidates.resolve(candidates.matches, except: candidates.excepted)
            .filter { !draft.contexts.holdsAny(of: body.neededSilentWhen, for: $0.marked) }
            .map { (draft.source(of: $0.marked).lower, Call.words($0.marked)) }
        let declared = body.neededWhenDeclared ? draft.document.frontMatter?.aiDeclaration : nil
        let bytes = ([declared].compactMap { $0 } + literals).map { ($0.lower, Call.bytes($0)) }
        return (words + bytes).sorted { $0.0 < $1.0 }.map(\.1)
    }

    private var firstWord: [Call] {
        (0..<draft.tokens.count).first(where: draft.tokens.isWord).map { [.words(TokenRange($0, $0 + 1))] } ?? []
    }

    private func isAnswered(_ call: Call, by present: RangeIndex) -> Bool {
        let near = switch call {
        case .words(let match): draft.contexts.tokens(of: body.presentWithin, around: match)
        case .bytes: 0..<draft.tokens.count
        }
        return present.contains(in: near) { _ in true }
    }

    /// Where the page says what the rule asks for.
    private func present(_ candidates: Candidates.OfRule) -> RangeIndex {
        let regions = draft.settings.regions.map(\.country)
        let hasUnknownRegion = regions.contains { country in !lines.contains { $0.country == country } }
        var ranges = candidates.present.filter { isUsable($0, in: regions) }.map(\.tokens)
        if hasUnknownRegion { ranges += candidates.presentWhenLinesUnknown }
        let excepted = OverlapIndex(candidates.presentExcept)
        return RangeIndex(ranges.filter { range in
            draft.contexts.stands(range, inAnyOf: body.presentIn) && !excepted.overlaps(range) && !draft.contexts.holdsAny(of: body.presentSilentWhen, for: range)
        })
    }

    private func isUsable(_ present: Candidates.Present, in regions: [String]) -> Bool {
        guard let country = present.country else { return true }
        if draft.isWithinLongerNumber(present.number) { return false }
        return regions.isEmpty || regions.contains(country)
    }
}
