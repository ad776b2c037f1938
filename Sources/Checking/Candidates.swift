import Matching
import RuleFormat
import SourceText

/// The matches of a document, sorted by what they are for.
struct Candidates {
    struct Candidate: Hashable {
        /// The number of the entry, or of the name in its group.
        let entry: Int
        let tokens: TokenRange
        /// What a finding covers.
        let marked: TokenRange

        init(entry: Int, _ match: Match) {
            self.entry = entry
            tokens = match.tokens
            marked = match.marked
        }
    }

    /// What one rule has to judge.
    struct OfRule {
        /// What may be flagged, or calls for the text of a page rule, or is counted.
        var matches: [Candidate] = []
        /// What calls for the text of a page rule where strictness is asked for.
        var matchesWhenStrict: [Candidate] = []
        var excepted: [TokenRange] = []
        /// By what is found where, and the name of the place to fill in.
        var captures: [Captured: [String: TokenRange]] = [:]
        /// By the number of the condition.
        var conditions: [Int: [TokenRange]] = [:]
        var present: [Present] = []
        var presentExcept: [TokenRange] = []
        var presentWhenLinesUnknown: [TokenRange] = []
        var against: [TokenRange] = []
        /// By the number of the group.
        var variants: [Int: [Candidate]] = [:]

        /// Whether what the page says counts in one country and not in another.
        var dependsOnRegion: Bool { !matches.isEmpty && present.contains { $0.place != nil } }
    }

    /// What satisfies a page rule.
    struct Present {
        let tokens: TokenRange
        /// Where it gives a number of one place's crisis lines, the number.
        let number: TokenRange
        let place: String?
    }

    /// A telephone number that a table knows, by its place there.
    struct Number {
        let number: Int
        let tokens: TokenRange
    }

    /// A match of an entry whose words a message can use.
    struct Captured: Hashable {
        let entry: Int
        let tokens: TokenRange
    }

    /// By the number of the rule.
    private(set) var rules: [Int: OfRule] = [:]
    private(set) var numbers: [Number] = []
    private(set) var cues: [Context: [ContextCues.Place: [TokenRange]]] = [:]

    init(_ matches: [Match], of rules: RuleSet) {
        for match in matches {
            switch rules.roles[match.pattern] {
            case .match(let rule, let entry): self.rules[rule, default: OfRule()].matches.append(Candidate(entry: entry, match))
            case .needed(let rule), .counted(let rule):
                self.rules[rule, default: OfRule()].matches.append(Candidate(entry: 0, match))
            case .neededWhenStrict(let rule): self.rules[rule, default: OfRule()].matchesWhenStrict.append(Candidate(entry: 0, match))
            case .known(let number): numbers.append(Number(number: number, tokens: match.tokens))
            case .except(let rule), .neededExcept(let rule): self.rules[rule, default: OfRule()].excepted.append(match.tokens)
            case .capture(let rule, let entry, let name):
                let captured = Captured(entry: entry, tokens: match.tokens)
                self.rules[rule, default: OfRule()].captures[captured, default: [:]][name] = match.marked
            case .condition(let rule, let number):
                self.rules[rule, default: OfRule()].conditions[number, default: []].append(match.tokens)
            case .present(let rule, let place):
                let present = Present(tokens: match.tokens, number: match.marked, place: place)
                self.rules[rule, default: OfRule()].present.append(present)
            case .presentExcept(let rule): self.rules[rule, default: OfRule()].presentExcept.append(match.tokens)
            case .presentWhenLinesUnknown(let rule):
                self.rules[rule, default: OfRule()].presentWhenLinesUnknown.append(match.tokens)
            case .against(let rule): self.rules[rule, default: OfRule()].against.append(match.tokens)
            case .variant(let rule, let group, let variant):
                self.rules[rule, default: OfRule()].variants[group, default: []].append(Candidate(entry: variant, match))
            case .cue(let context, let place): cues[context, default: [:]][place, default: []].append(match.marked)
            }
        }
    }

    /// The candidates that are left when those that share a word with an exception are dropped, and, of those that share
    /// a word with each other, the longest stays, the earliest of equals. In the order of the text.
    static func resolve(_ candidates: [Candidate], except exceptions: [TokenRange]) -> [Candidate] {
        let excepted = OverlapIndex(exceptions)
        let allowed = candidates.filter { !excepted.overlaps($0.tokens) }
        let longestFirst = allowed.sorted { a, b in
            (b.tokens.count, a.tokens.lower, a.entry) < (a.tokens.count, b.tokens.lower, b.entry)
        }
        var taken = DisjointRanges<TokenSpace>()
        return longestFirst.filter { taken.insert($0.tokens) }.sorted { $0.tokens.lower < $1.tokens.lower }
    }
}
