/// The ways in which people write a telephone number.
enum TelephoneNumber {
    /// In digits. Longer numbers are hardly written out in words.
    private static let longestSpoken = 8
    private static let digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

    /// With and without the leading 1 of North America; in its groups or some of them joined, with spaces, hyphens, brackets or
    /// dots between them; short ones also digit by digit, as 9-8-8 and "nine eight eight", "triple nine".
    static func spellings(of number: String) -> [Pattern] {
        let groups = number.split { !$0.isNumber && !$0.isLetter }.map(String.init)
        let local = groups.count > 2 && groups[0] == "1" ? Array(groups.dropFirst()) : nil
        return spellings(of: groups) + (local.map(spellings(of:)) ?? []) + spoken(groups.joined())
    }

    private static func spellings(of groups: [String]) -> [Pattern] {
        joinings(of: groups).map(parted) + (groups.count > 1 ? [.word(groups.joined(separator: "."))] : [])
    }

    /// The groups with any of them joined to their neighbours.
    private static func joinings(of groups: [String]) -> [[String]] {
        guard let first = groups.first, groups.count > 1 else { return [groups] }
        return joinings(of: Array(groups.dropFirst())).flatMap { rest in
            [[first] + rest, [first + rest[0]] + rest.dropFirst()]
        }
    }

    private static func parted(_ groups: [String]) -> Pattern {
        if groups.count == 1 { return .word(groups[0]) }
        return .sequence(groups.reduce(into: []) { parts, group in
            if !parts.isEmpty { parts.append(.optional(.punctuation)) }
            parts.append(.word(group))
        })
    }

    private static func spoken(_ number: String) -> [Pattern] {
        let values = number.compactMap(\.wholeNumberValue)
        guard values.count == number.count, (3...longestSpoken).contains(values.count) else { return [] }
        let words = parted(values.map { digits[$0] })
        let oneByOne = values.count == 3 ? [parted(values.map(String.init))] : []
        let isTriple = values.count == 3 && Set(values).count == 1
        return [words] + oneByOne + (isTriple ? ["triple", "treble"].map { .sequence([.word($0), .word(digits[values[0]])]) } : [])
    }
}
