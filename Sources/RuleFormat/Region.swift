/// A country or a part of one, as ISO 3166 names it: `US`, `US-CO`.
package struct Region: Hashable, Sendable {
    /// ISO 3166-1 alpha-2.
    package let country: String
    /// What stands after the hyphen of an ISO 3166-2 code.
    package let subdivision: String?

    /// The region of a code, nil when no country has it.
    package init?(_ code: String) {
        let parts = code.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard Self.countries.contains(parts[0]) else { return nil }
        country = parts[0]
        subdivision = parts.count > 1 ? parts[1] : nil
        if let subdivision {
            let isWellFormed = (1...3).contains(subdivision.count)
                && subdivision.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
            guard isWellFormed else { return nil }
        }
    }

    /// The region of a code that was looked at when it was archived.
    init(archived code: String) {
        let parts = code.split(separator: "-", maxSplits: 1).map(String.init)
        country = parts.first ?? ""
        subdivision = parts.count > 1 ? parts[1] : nil
    }

    /// Whether one of two places lies within the other, or they are the same.
    package func overlaps(_ other: Region) -> Bool {
        country == other.country && (subdivision == nil || other.subdivision == nil || subdivision == other.subdivision)
    }

    /// Whether another place lies within this one, or is this one: `US` contains `US-CO`.
    package func contains(_ other: Region) -> Bool {
        country == other.country && (subdivision == nil || subdivision == other.subdivision)
    }

    package var code: String { subdivision.map { "\(country)-\($0)" } ?? country }

    /// What is said of a code that no country has.
    package static func problem(with code: String) -> String {
        let hint = correction(of: code).map { "; did you mean \($0)?" } ?? ""
        return "“\(code)” is no ISO 3166 code of a country\(hint)"
    }

    /// The code that was probably meant.
    private static func correction(of code: String) -> String? {
        let upper = code.uppercased()
        if upper == "UK" { return "GB" }
        if upper.hasPrefix("UK-") { return "GB" + upper.dropFirst(2) }
        return Region(upper)?.code
    }

    /// ISO 3166-1 alpha-2, officially assigned codes.
    private static let countries = Set(
        """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD \
        CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF \
        GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN \
        KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA \
        NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI \
        SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI \
        VN VU WF WS YE YT ZA ZM ZW
        """.split(separator: " ").map(String.init))
}
