import Segmentation
import SourceText

/// Where the clauses of a document begin: at the start of a sentence, after a colon, semicolon or dash, at words that start
/// a new clause, and inside brackets, behind which the clause around them goes on.
struct Clauses {
    /// In tokens. No cue counts from farther away, which keeps the work of a match bounded however long its clause.
    private static let reach = 48

    private let tokens: TokenTable
    /// The first token of each token's clause.
    private let starts: [UInt32]
    private let opensClause: [Bool]

    init(tokens: TokenTable, clauseStarts: [Int]) {
        self.tokens = tokens
        var opensClause = [Bool](repeating: false, count: tokens.count)
        for token in clauseStarts { opensClause[token] = true }
        var starts = [UInt32](repeating: 0, count: tokens.count)
        for sentence in tokens.sentences {
            var start = sentence.tokens.lower
            var around: [Int] = []
            for token in sentence.tokens.indices {
                if opensClause[token] { start = token }
                let shape = tokens.shapes[token]
                if shape.contains(.closing), let outer = around.popLast() { start = outer }
                starts[token] = UInt32(start)
                if shape.contains(.opening) { around.append(start) }
                if !shape.isDisjoint(with: [.colon, .semicolon, .dash, .opening]) { start = token + 1 }
            }
        }
        self.starts = starts
        self.opensClause = opensClause
    }

    /// The tokens from the start of a match's clause to the match.
    func before(_ match: TokenRange) -> Range<Int> {
        max(Int(starts[match.lower]), match.lower - Self.reach)..<match.lower
    }

    /// The tokens from a match to the end of its clause.
    func after(_ match: TokenRange, in sentence: Sentence) -> Range<Int> {
        let farthest = min(sentence.tokens.upper, match.upper + Self.reach)
        let end = (match.upper..<max(match.upper, farthest)).first {
            opensClause[$0] || !tokens.shapes[$0].isDisjoint(with: [.colon, .semicolon, .dash])
        }
        return match.upper..<(end ?? max(match.upper, farthest))
    }
}
