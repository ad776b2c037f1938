import Documents
import RuleFormat
import SourceText

/// Checks that a page calls a thing by one name: of the names in a group the one used most counts, the first of equals.
struct ConsistencyCheck {
    let check: RuleCheck
    let body: ConsistencyBody

    /// A finding at each use of another name.
    func findings(_ candidates: Candidates.OfRule) -> [Finding] {
        candidates.variants.sorted { $0.key < $1.key }.flatMap { findings(among: $0.value) }
    }

    private func findings(among variants: [Candidates.Candidate]) -> [Finding] {
        let uses = Candidates.resolve(variants, except: []).filter { !check.isSilenced($0.marked) }
        let byName = Dictionary(grouping: uses, by: \.entry)
        let chosen = byName.max { a, b in
            (a.value.count, b.value[0].tokens.lower) < (b.value.count, a.value[0].tokens.lower)
        }
        guard let chosen, byName.count > 1 else { return [] }
        let other = check.draft.words(of: chosen.value[0].marked)
        return uses.filter { $0.entry != chosen.key }.map { check.finding(on: $0.marked, values: ["other": other]) }
    }
}
