/// Decodes HTML character references, as Markdown allows them in text.
///
/// Numeric references are decoded as the HTML Standard says in section 13.2.5.80, leaving out its table of Windows-1252
/// numbers; of the named ones, those that drafts use.
enum CharacterReference {
    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ensp": "\u{2002}", "emsp": "\u{2003}",
        "thinsp": "\u{2009}", "shy": "\u{AD}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "ndash": "–", "mdash": "—",
        "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "laquo": "«", "raquo": "»",
        "lsaquo": "‹", "rsaquo": "›", "hellip": "…", "bull": "•", "middot": "·", "copy": "©", "reg": "®", "trade": "™",
        "deg": "°", "plusmn": "±", "times": "×", "divide": "÷", "frac12": "½", "frac14": "¼", "frac34": "¾", "sect": "§",
        "para": "¶", "dagger": "†", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "aacute": "á", "agrave": "à",
        "acirc": "â", "auml": "ä", "atilde": "ã", "aring": "å", "aelig": "æ", "ccedil": "ç", "eacute": "é", "egrave": "è",
        "ecirc": "ê", "euml": "ë", "iacute": "í", "igrave": "ì", "icirc": "î", "iuml": "ï", "ntilde": "ñ", "oacute": "ó",
        "ograve": "ò", "ocirc": "ô", "ouml": "ö", "otilde": "õ", "oslash": "ø", "uacute": "ú", "ugrave": "ù", "ucirc": "û",
        "uuml": "ü", "szlig": "ß", "rarr": "→", "larr": "←", "check": "✓", "star": "☆", "starf": "★", "hearts": "♥",
        "NewLine": "\n", "Tab": "\t", "num": "#", "ast": "*", "lowbar": "_", "excl": "!", "quest": "?", "colon": ":", "comma": ",",
    ]

    /// The characters that `&…;` stands for, or nil when the name is not known.
    static func decode(_ reference: String) -> String? {
        guard reference.hasPrefix("&"), reference.hasSuffix(";") else { return nil }
        let name = reference.dropFirst().dropLast()
        guard name.hasPrefix("#") else { return named[String(name)] }
        let digits = name.dropFirst()
        let number = digits.first == "x" || digits.first == "X"
            ? UInt32(digits.dropFirst(), radix: 16)
            : UInt32(digits, radix: 10)
        guard let number, number != 0, let scalar = Unicode.Scalar(number) else { return "\u{FFFD}" }
        return String(Character(scalar))
    }
}
