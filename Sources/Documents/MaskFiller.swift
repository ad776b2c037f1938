/// What a parser is given in place of masked bytes, so that it reads the rest as if they were not there.
enum MaskFiller {
    case markdown
    case html

    func byte(for mask: Mask, fillsLines: Bool) -> UInt8 {
        switch self {
        case .markdown:
            switch mask.reading {
            // A sign, so that emphasis may begin behind a tag and end before one; and never a blank line, since what md4c has no
            // text for it does not tell of.
            case .tag: UInt8(ascii: ",")
            case .replacement, .sign: UInt8(ascii: "x")
            // A letter, since that is allowed wherever a template tag may stand: in a sentence, in an address.
            case .mark, .nothing: fillsLines ? 0x20 : UInt8(ascii: "x")
            }
        case .html: mask.isCharacter ? HTMLText.standIn : 0x20
        }
    }
}
