import RuleFormat

/// Remembers for which sentences a context holds, where that is the same for all of a sentence and takes long to tell.
final class SentenceMemo {
    private struct Key: Hashable {
        let context: Context
        let sentence: Int
    }

    private var known: [Key: Bool] = [:]

    /// `sentence` is its number in the token table.
    func holds(_ context: Context, inSentence sentence: Int, _ tell: () -> Bool) -> Bool {
        let key = Key(context: context, sentence: sentence)
        if let known = known[key] { return known }
        let holds = tell()
        known[key] = holds
        return holds
    }
}
