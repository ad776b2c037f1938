import Segmentation
import SourceText

/// Tells words that only spell initials out. They expand, and do not explain: "EMDR (Eye Movement Desensitization and
/// Reprocessing)".
struct LongForm {
    /// In bytes. Shorter words, as "of" and "and", lend no letter.
    private static let fewestLettersOfWord = 4
    /// How many of the letters may stand within a word, as the A of NARM does in "NeuroAffective".
    private static let lettersWithinWords = 1

    let text: [UInt8]
    let tokens: TokenTable

    /// Whether a range of tokens spells out the initials that a match is, and says no more.
    func isSpelledOut(_ match: TokenRange, by words: Range<Int>) -> Bool {
        guard match.upper == match.lower + 1, tokens.shapes[match.lower].contains(.initials) else { return false }
        var letters = letters(of: match.lower)[...]
        let count = letters.count
        var spelled = 0
        for word in words where tokens.isWord(word) {
            guard let first = self.letters(of: word).first else { continue }
            if let place = letters.firstIndex(of: first) {
                letters = letters[(place + 1)...]
                spelled += 1
            } else if tokens.ends[word] - tokens.starts[word] >= Self.fewestLettersOfWord {
                return false
            }
        }
        return spelled >= 2 && spelled + Self.lettersWithinWords >= count
    }

    private func letters(of token: Int) -> [UInt8] {
        text[Int(tokens.starts[token])..<Int(tokens.ends[token])].map { $0 | 0x20 }
    }
}
