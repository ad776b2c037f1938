/// The ways in which people write a telephone number.
enum TelephoneNumber {
    /// With and without the leading 1 of North America; in its groups, with spaces, hyphens, brackets or dots between them; and
    /// in one piece.
    static func spellings(of number: String) -> [Pattern] {
        let groups = number.split { !$0.isNumber && !$0.isLetter }.map(String.init)
        let local = groups.count > 2 && groups[0] == "1" ? Array(groups.dropFirst()) : nil
        return spellings(of: groups) + (local.map(spellings(of:)) ?? [])
    }

    private static func spellings(of groups: [String]) -> [Pattern] {
        if groups.count == 1 { return [.word(groups[0])] }
        let spaced = groups.map(Pattern.word).reduce(into: [Pattern]()) { parts, group in
            if !parts.isEmpty { parts.append(.optional(.punctuation)) }
            parts.append(group)
        }
        return [.sequence(spaced), .word(groups.joined()), .word(groups.joined(separator: "."))]
    }
}
