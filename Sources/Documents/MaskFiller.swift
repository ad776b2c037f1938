/// What a parser is given in place of masked bytes, so that it reads the rest as if they were not there.
enum MaskFiller {
    case markdown
    case html

    func byte(for mask: Mask, fillsLines: Bool) -> UInt8 {
        switch self {
        // A letter, since that is allowed wherever a template tag may stand: in a sentence, in an address.
        case .markdown: !mask.isCharacter && fillsLines ? 0x20 : UInt8(ascii: "x")
        case .html: mask.isCharacter ? HTMLText.standIn : 0x20
        }
    }
}
