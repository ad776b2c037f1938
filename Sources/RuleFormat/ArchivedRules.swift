import Archiving

/// The rules of an archive, each decoded when it is asked for.
package struct ArchivedRules: RandomAccessCollection, Sendable {
    /// The rules that may report on a draft in which none of their patterns matches: those on exact strings, on whole
    /// pages and on the findings of others. Their indices, in order.
    package let unprompted: [Int]
    private let records: ArchivedStrings

    init(reading cursor: inout ArchiveCursor) {
        let archive = cursor.archive
        let column = cursor.numbers()
        unprompted = archive.withContent { $0.numbers[column].map(Int.init) }
        records = cursor.strings()
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { records.count }

    package subscript(index: Int) -> Rule {
        records.read(index) { $0.rule() }
    }

    /// The names of all rules, in order.
    package var ids: [String] {
        indices.map { records.read($0) { $0.text() } }
    }

    /// The rules whose id is among some.
    package func rules(named ids: Set<String>) -> [Rule] {
        indices.filter { ids.contains(records.read($0) { $0.text() }) }.map { self[$0] }
    }
}

extension Rule {
    /// Whether it may report on a draft in which none of its patterns matches.
    var isUnprompted: Bool {
        switch body {
        case .span(let body): !body.literals.isEmpty
        case .page, .density, .staleValues, .leftMarkup, .suppression: true
        case .consistency: false
        }
    }
}
