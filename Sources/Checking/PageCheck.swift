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
    let numbers: KnownNumbers

    private var draft: Draft { check.draft }

    /// At most one finding, at what calls for the text that is missing.
    func findings(_ candidates: Candidates.OfRule, literals: [SourceRange]) -> [Finding] {
        let requirement = body.options.contains(.require) ? draft.settings.requirement(of: check.rule) : .whenDeclared
        guard requirement != .never else { return [] }
        let calls = calls(candidates, literals) + (requirement == .always || isOnEveryPage ? firstWord : [])
        if calls.isEmpty { return [] }
        if body.options.contains(.siteWide), draft.settings.hasSiteWideHelp || hasLineOfPractice || hasLinkToLine { return [] }
        let present = present(candidates)
        guard let call = calls.first(where: { !isAnswered($0, by: present) }) else { return [] }
        switch call {
        case .words(let match): return [check.finding(on: match, scope: .document, values: values)]
        case .bytes(let range): return [check.finding(at: range, scope: .document, values: values)]
        }
    }

    /// Whether the page says what the rule asks for, wherever it may be needed.
    func isSaid(_ candidates: Candidates.OfRule) -> Bool {
        hasLineOfPractice || hasLinkToLine || present(candidates).contains(in: 0..<draft.tokens.count) { _ in true }
    }

    /// What the advice is filled with.
    private var values: [String: String] {
        let region = draft.settings.regions.lazy.compactMap { region in numbers.tables.first { $0.country == region.country } }.first
        return ["caveat": region?.caveat ?? Self.caveatForAnywhere]
    }

    private static let caveatForAnywhere =
        "If you are in danger or thinking of ending your life, please don't wait for us: call [the crisis line of your country], or [its emergency number]."

    /// The places that call for the text, in the order of the file.
    private func calls(_ candidates: Candidates.OfRule, _ literals: [SourceRange]) -> [Call] {
        let isStrict = body.options.contains(.strict) && draft.settings.isStrict(on: check.rule)
        let matches = candidates.matches + (isStrict ? candidates.matchesWhenStrict : [])
        let conditions = ConditionCheck(matches.isEmpty ? [] : check.rule.conditions, candidates.conditions, draft)
        let words = Candidates.resolve(matches, except: candidates.excepted)
            .filter { !draft.contexts.holdsAny(of: body.neededSilentWhen, for: $0.marked) && conditions.hold(for: $0.tokens) }
            .map { (draft.source(of: $0.marked).lower, Call.words($0.marked)) }
        let declared = body.neededWhenDeclared ? draft.document.frontMatter?.aiDeclaration : nil
        let bytes = ([declared].compactMap { $0 } + literals).map { ($0.lower, Call.bytes($0)) }
        return (words + bytes).sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Whether the draft is to say it for all pages.
    private var isOnEveryPage: Bool { body.options.contains(.siteWide) && draft.settings.isOnEveryPage }

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
        let hasUnknownRegion = regions.contains { country in !numbers.tables.contains { $0.country == country } }
        var ranges = candidates.present.filter(isUsable).map(\.tokens)
        if hasUnknownRegion { ranges += candidates.presentWhenLinesUnknown }
        let excepted = OverlapIndex(candidates.presentExcept)
        return RangeIndex(ranges.filter { range in
            draft.contexts.stands(range, inAnyOf: body.presentIn) && !excepted.overlaps(range) && !draft.contexts.holdsAny(of: body.presentSilentWhen, for: range)
        })
    }

    /// A number that a table knows counts for its own place; one that the text introduces counts when no table knows better.
    private func isUsable(_ present: Candidates.Present) -> Bool {
        guard let place = present.place.flatMap(Region.init) else { return !numbers.places.contains { present.tokens.overlaps($0.tokens) } }
        // The end of a longer number may be a number too: 0477 13 11 14.
        let whole = numbers.places.first { $0.tokens.contains(present.number) }?.tokens ?? present.number
        if draft.isWithinLongerNumber(whole) { return false }
        return draft.settings.regions.isEmpty || draft.settings.regions.contains { $0.overlaps(place) }
    }

    // MARK: Digits

    /// Whether the page gives a line that `.lintrc` names.
    private var hasLineOfPractice: Bool {
        let lines = draft.settings.crisisLines
        if lines.isEmpty { return false }
        let given = VisibleDigits(of: draft.document)
        return lines.contains { given.holds($0) }
    }

    /// Whether a link calls or texts a line that answers readers of the page's regions.
    private var hasLinkToLine: Bool {
        guard body.options.contains(.siteWide) else { return false }
        let called = draft.document.links.compactMap { TelephoneLink($0.address)?.digits }
        if called.isEmpty { return false }
        let regions = draft.settings.regions
        return numbers.tables.contains { table in
            guard regions.isEmpty || regions.contains(where: { $0.country == table.country }) else { return false }
            return table.digitsOfHelp.contains { digits in called.contains { $0.reaches(digits) } }
        }
    }
}
