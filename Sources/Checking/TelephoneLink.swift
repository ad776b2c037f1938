/// The number that a link calls or texts: `tel:+1-800-273-8255`, `sms:741741?body=HOME` (RFC 3966, RFC 5724).
struct TelephoneLink {
    /// In digits: the code of a country that may stand before the number.
    private static let longestCountryCode = 3

    let digits: Digits

    /// Digits without what parts them.
    struct Digits {
        let text: String

        /// Whether calling these digits reaches a number, a country's code before it or not.
        func reaches(_ number: String) -> Bool {
            text.hasSuffix(number) && text.count - number.count <= longestCountryCode
        }
    }

    init?(_ address: String) {
        let lowered = address.lowercased()
        guard let scheme = ["tel:", "sms:", "smsto:"].first(where: lowered.hasPrefix) else { return nil }
        let number = lowered.dropFirst(scheme.count).prefix { $0 != "?" && $0 != ";" && $0 != "&" }
        digits = Digits(text: number.filter(\.isNumber))
        if digits.text.isEmpty { return nil }
    }
}
