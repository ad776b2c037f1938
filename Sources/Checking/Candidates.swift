import Matching
import RuleFormat
import SourceText

/// The matches of a document, sorted by what they are for.
struct Candidates {
    struct Candidate: Hashable {
        let entry: Int
        let tokens: TokenRange
        /// What a finding covers.
        let marked: TokenRange
    }

    struct PageCandidates {
        var needed: [Candidate] = []
        var neededExcept: [TokenRange] = []
        var present: [(tokens: TokenRange, country: String?)] = []
        var presentExcept: [TokenRange] = []
        var presentWhenLinesUnknown: [TokenRange] = []

        /// Whether what the page says counts in one country and not in another.
        var dependsOnRegion: Bool { !needed.isEmpty && present.contains { $0.country != nil } }
    }

    /// By the number of the rule.
    private(set) var spans: [Int: [Candidate]] = [:]
    private(set) var excepted: [Int: [TokenRange]] = [:]
    private(set) var pages: [Int: PageCandidates] = [:]
    private(set) var cues: [Context: [ContextCues.Place: [TokenRange]]] = [:]

    init(_ matches: [Match], of rules: RuleSet) {
        for match in matches {
            switch rules.roles[match.pattern] {
            case .match(let rule, let entry):
                spans[rule, default: []].append(Candidate(entry: entry, tokens: match.tokens, marked: match.marked))
            case .except(let rule): excepted[rule, default: []].append(match.tokens)
            case .needed(let rule):
                let candidate = Candidate(entry: 0, tokens: match.tokens, marked: match.marked)
                pages[rule, default: PageCandidates()].needed.append(candidate)
            case .neededExcept(let rule): pages[rule, default: PageCandidates()].neededExcept.append(match.tokens)
            case .present(let rule, let country):
                pages[rule, default: PageCandidates()].present.append((match.tokens, country))
            case .presentExcept(let rule): pages[rule, default: PageCandidates()].presentExcept.append(match.tokens)
            case .presentWhenLinesUnknown(let rule):
                pages[rule, default: PageCandidates()].presentWhenLinesUnknown.append(match.tokens)
            case .cue(let context, let place): cues[context, default: [:]][place, default: []].append(match.tokens)
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
