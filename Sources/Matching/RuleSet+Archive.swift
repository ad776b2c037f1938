import RuleFormat
import Segmentation

extension RuleSet {
    /// The compiled rules in one piece of UTF-8, for embedding in a program.
    package func archived() -> [UInt8] {
        var archive = ArchiveWriter()
        archive.write(library)
        archive.write(vocabulary.words) { $0.write(String(decoding: $1, as: UTF8.self)) }
        archive.write(vocabulary.exactForms) { archive, exact in
            archive.write(Int(exact.folded))
            archive.write(String(decoding: exact.form, as: UTF8.self))
            archive.write(Int(exact.symbol))
        }
        for column in automaton.columns.all { archive.write(column: automaton.columns[keyPath: column]) }
        return archive.bytes
    }

    /// Reads back what `archived()` gave.
    package init(archive bytes: UnsafeBufferPointer<UInt8>) {
        var archive = ArchiveReader(bytes)
        let library = archive.library()
        let words = archive.list { Array($0.text().utf8) }
        let exact = archive.list {
            Vocabulary.ExactForm(folded: Symbol($0.number()), form: Array($0.text().utf8), symbol: Symbol($0.number()))
        }
        let vocabulary = Vocabulary(words: words, exactForms: exact)
        var columns = Automaton.Columns()
        for column in columns.all { columns[keyPath: column] = archive.column() }
        self.init(
            library: library, automaton: Automaton(columns: columns, symbolCount: vocabulary.symbolCount), vocabulary: vocabulary)
    }
}

extension Automaton.Columns {
    fileprivate var all: [WritableKeyPath<Self, [UInt32]>] {
        [
            \.edgeOffsets, \.edgeSymbols, \.edgeTargets, \.classOffsets, \.classMasks, \.classTargets, \.stepOffsets, \.steps,
            \.acceptOffsets, \.accepts,
        ]
    }
}
