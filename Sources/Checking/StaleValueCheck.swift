import Documents
import RuleFormat
import SourceText

/// Checks for values that a data table knows to be out of date.
struct StaleValueCheck {
    let check: RuleCheck
    /// The lines of the table, by the numbers of the candidates' entries.
    let lines: [CrisisLine]

    func findings(_ candidates: Candidates.OfRule) -> [Finding] {
        let values = Candidates.resolve(candidates.matches, except: candidates.excepted)
            .filter { !check.isSilenced($0.marked) && !check.draft.isWithinLongerNumber($0.tokens) }
        return values.map { value in
            let line = lines[value.entry]
            return check.finding(on: value.marked, values: ["name": line.name, "use": line.use ?? "a line that answers now"])
        }
    }
}
