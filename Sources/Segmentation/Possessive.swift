/// Nouns in the possessive: "the client's voice". A possessive counts as its noun too.
package enum Possessive {
    /// The noun of a folded word that ends in an apostrophe and an s; nil for others, and for "it's" and its like, which are no
    /// possessives.
    package static func noun(of folded: some Collection<UInt8>) -> [UInt8]? {
        guard folded.count > 2, folded.suffix(2).elementsEqual("'s".utf8) else { return nil }
        let noun = Array(folded.dropLast(2))
        return contracted.contains { noun.elementsEqual($0) } ? nil : noun
    }

    private static let contracted: [String.UTF8View] = [
        "it", "that", "what", "who", "let", "he", "she", "there", "here", "where", "how", "when", "this",
    ].map(\.utf8)
}
