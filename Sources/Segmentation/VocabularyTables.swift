/// The columns of a vocabulary while they are looked at.
struct VocabularyTables {
    let slots: UnsafeBufferPointer<UInt32>
    let wordOffsets: UnsafeBufferPointer<UInt32>
    let letters: UnsafeBufferPointer<UInt8>
    let exactRows: UnsafeBufferPointer<UInt32>
    let exactSymbols: UnsafeBufferPointer<UInt32>
    let exactOffsets: UnsafeBufferPointer<UInt32>
    let exactLetters: UnsafeBufferPointer<UInt8>

    /// The symbol of a word: `folded` as `Folding` gives it, with its hash, `written` as it stands in the draft.
    func symbol(folded: UnsafeBufferPointer<UInt8>, hash: WordHash, written: UnsafeBufferPointer<UInt8>) -> Symbol {
        let symbol = symbol(folded: folded, hash: hash)
        if symbol == Vocabulary.unknown { return symbol }
        let row = Int(symbol - Vocabulary.symbol(ofWordAt: 0))
        for form in Int(exactRows[row])..<Int(exactRows[row + 1]) {
            let letters = exactLetters[Int(exactOffsets[form])..<Int(exactOffsets[form + 1])]
            if letters.elementsEqual(written) { return exactSymbols[form] }
        }
        return symbol
    }

    func symbol(folded: UnsafeBufferPointer<UInt8>, hash: WordHash) -> Symbol {
        let size = slots.count / 2
        var slot = hash.slot(of: size)
        while true {
            let index = Int(slots[slot * 2 + 1])
            if index == 0 { return Vocabulary.unknown }
            if slots[slot * 2] == hash.tag {
                let word = Int(wordOffsets[index - 1])..<Int(wordOffsets[index])
                if word.count == folded.count, folded.indices.allSatisfy({ letters[word.lowerBound + $0] == folded[$0] }) { return Vocabulary.symbol(ofWordAt: index - 1) }
            }
            slot = (slot + 1) & (size - 1)
        }
    }
}
