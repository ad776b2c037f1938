/// A language as BCP 47 (RFC 5646) tags it: `en`, `en-GB`, `fil`.
struct Language {
    let tag: String

    /// The language of a tag: a language of ISO 639-1, or three letters as ISO 639-2 and 639-3 use them where 639-1 has no
    /// code, and subtags of up to eight letters and digits. Nil for anything else.
    init?(_ tag: String) {
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        let primary = parts[0].lowercased()
        let isKnown = primary.utf8.count == 2
            ? Self.twoLetterCodes.contains(primary)
            : primary.utf8.count == 3 && primary.utf8.allSatisfy { (0x61...0x7A).contains($0) } && Self.shorterCodes[primary] == nil
        let areSubtags = parts.dropFirst().allSatisfy { part in
            (1...8).contains(part.utf8.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        guard isKnown, areSubtags else { return nil }
        self.tag = tag
    }

    /// The tag that was probably meant: `en` for `english` or `eng`, `en-GB` for `en_GB`.
    static func correction(of tag: String) -> String? {
        let parts = tag.replacing("_", with: "-").split(separator: "-", maxSplits: 1)
        guard let first = parts.first?.lowercased() else { return nil }
        let primary = names[first] ?? shorterCodes[first] ?? first
        return Language(([primary] + parts.dropFirst().map(String.init)).joined(separator: "-"))?.tag
    }

    /// ISO 639-1.
    private static let twoLetterCodes = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et \
        eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk \
        kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny \
        oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti \
        tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(separator: " ").map(String.init))

    /// ISO 639-2 codes of languages that ISO 639-1 knows too; BCP 47 takes the shorter one.
    private static let shorterCodes = [
        "eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "spa": "es", "ita": "it", "por": "pt", "nld": "nl", "dut": "nl",
        "zho": "zh", "chi": "zh", "jpn": "ja", "kor": "ko", "hin": "hi", "ara": "ar", "rus": "ru", "pol": "pl", "cym": "cy", "wel": "cy",
        "gle": "ga", "mri": "mi", "mao": "mi", "afr": "af",
    ]

    private static let names = [
        "english": "en", "french": "fr", "français": "fr", "francais": "fr", "german": "de", "deutsch": "de", "spanish": "es",
        "español": "es", "espanol": "es", "italian": "it", "italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl",
        "nederlands": "nl", "chinese": "zh", "japanese": "ja", "korean": "ko", "hindi": "hi", "arabic": "ar", "russian": "ru",
        "polish": "pl", "welsh": "cy", "irish": "ga", "māori": "mi", "maori": "mi", "afrikaans": "af", "us": "en-US", "gb": "en-GB",
    ]
}
