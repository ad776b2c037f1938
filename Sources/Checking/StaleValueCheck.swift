import Documents
import RuleFormat
import Segmentation
import Settings
import SourceText

/// Checks for telephone numbers that a data table knows to be out of date, or to be another country's.
struct StaleValueCheck {
    let check: RuleCheck
    let body: StaleValuesBody
    /// What the tables know, and where the draft has it.
    let numbers: KnownNumbers

    private var draft: Draft { check.draft }

    func findings(_ candidates: Candidates.OfRule) -> [Finding] {
        let excepted = OverlapIndex(candidates.excepted)
        let around = OverlapIndex(candidates.matches.map(\.tokens))
        let conditions = ConditionCheck(check.rule.conditions, candidates.conditions, draft)
        let places = numbers.places.filter { place in
            let tokens = place.tokens
            let isSaid = body.within.isEmpty || around.overlaps(tokens) || speaksForItself(tokens)
            return isSaid && !excepted.overlaps(tokens) && !check.isSilenced(tokens) && !draft.isWithinLongerNumber(tokens) && conditions.hold(for: tokens)
        }
        return places.compactMap { finding($0) } + draft.document.links.compactMap { finding($0) }
    }

    /// In digits. A number as long is no count, year or price, and needs no words that introduce it.
    private static let fewestDigitsOfTelling = 7

    private func speaksForItself(_ tokens: TokenRange) -> Bool {
        draft.words(of: tokens).count(where: \.isNumber) >= Self.fewestDigitsOfTelling
    }

    /// A link that calls a number which its text does not show.
    private func finding(_ link: Link) -> Finding? {
        guard !draft.document.text[link.range.indices].contains(where: { (0x30...0x39).contains($0) }),
            let digits = TelephoneLink(link.address)?.digits, let number = number(among: numbers.called(by: digits)) else { return nil }
        return check.finding(at: draft.document.map.source(of: link.range), values: values(of: number).merging(["match": link.address]) { $1 })
    }

    private func values(of number: KnownNumber) -> [String: String] {
        ["name": number.line?.name ?? "emergency number", "country": number.country, "use": use(insteadOf: number) ?? "a line that answers now"]
    }

    private func use(insteadOf number: KnownNumber) -> String? {
        switch body.table {
        case .crisisLines: number.line?.use
        case .foreignCrisisLines: numbers.replacement(for: number, in: draft.settings.regions)
        }
    }

    private func finding(_ place: KnownNumbers.Place) -> Finding? {
        guard let number = number(among: place) else { return nil }
        let use = use(insteadOf: number)
        let tokens = withOpeningBracket(place.tokens)
        let finding = check.finding(on: tokens, values: values(of: number))
        guard body.table == .crisisLines, let use, let line = number.line, isPlain(use), isPlain(draft.file.text(finding.range)),
            !standsInLink(tokens), !isSaid(use, beside: tokens) else { return finding }
        // An old number that still connects leads where the new one does; a line that has closed was another one.
        return finding.offering(use, for: finding.range, isSafe: line.status == .redirects)
    }

    /// Whether a number is written in digits and nothing else, so that one may stand where the other does.
    private func isPlain(_ number: String) -> Bool {
        number.allSatisfy { $0.isNumber || " -.()+".contains($0) }
    }

    /// Whether a number is the text of a link, whose address would still call the old one.
    private func standsInLink(_ tokens: TokenRange) -> Bool {
        let text = draft.tokens.text(of: tokens)
        return draft.document.links.contains { $0.range.overlaps(text) }
    }

    /// Whether the sentence gives a number already.
    private func isSaid(_ number: String, beside tokens: TokenRange) -> Bool {
        let digits = number.filter(\.isNumber)
        let sentence = draft.tokens.sentence(of: tokens).tokens
        return numbers.places.contains { place in
            place.tokens != tokens && sentence.indices.contains(place.tokens.lower) && draft.words(of: place.tokens).filter(\.isNumber) == digits
        }
    }

    /// The number that is out of date or out of place, if what stands there is nothing better.
    private func number(among place: KnownNumbers.Place) -> KnownNumber? {
        switch body.table {
        case .crisisLines:
            return place.isCurrent(in: draft.settings.regions) ? nil : place.numbers.first { $0.line.map { $0.status != .current } ?? false }
        case .foreignCrisisLines:
            let regions = draft.settings.regions.map(\.country)
            guard !regions.isEmpty, !place.numbers.contains(where: { regions.contains($0.country) }) else { return nil }
            return place.numbers.first
        }
    }

    /// A number with the bracket before its area code: `(800) 273-8255`.
    private func withOpeningBracket(_ number: TokenRange) -> TokenRange {
        let tokens = draft.tokens
        let before = number.lower - 1
        guard before >= tokens.sentence(of: number).tokens.lower, tokens.shapes[before].contains(.opening),
            number.count > 1, tokens.shapes[number.lower + 1].contains(.closing) else { return number }
        return TokenRange(before, number.upper)
    }
}
