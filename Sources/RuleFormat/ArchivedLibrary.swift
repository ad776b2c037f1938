package import Archiving

/// A library in an archive. Nothing is decoded before it is asked for, and what is asked for twice is decoded twice.
package struct ArchivedLibrary: Sendable {
    /// In order of their ids.
    package let rules: ArchivedRules
    private let listRecords: ArchivedStrings
    private let contextRecords: ArchivedStrings
    private let addressRecords: ArchivedStrings
    private let crisisRecords: ArchivedStrings
    private let sourceRecords: ArchivedStrings

    /// Finds the columns that `RuleLibrary.write(to:)` laid out.
    package init(reading cursor: inout ArchiveCursor) {
        rules = ArchivedRules(reading: &cursor)
        listRecords = cursor.strings()
        contextRecords = cursor.strings()
        addressRecords = cursor.strings()
        crisisRecords = cursor.strings()
        sourceRecords = cursor.strings()
    }

    /// Named word lists, their entries in order.
    package var lists: [String: [PatternText]] {
        Dictionary(listRecords.map { $0.namedPatterns() }, uniquingKeysWith: { first, _ in first })
    }

    package var contexts: [ContextCues] { contextRecords.map { $0.contextCues() } }

    /// The addresses of `contexts`, for those who need nothing else of them.
    package var addressesOfContexts: [Context: [String]] {
        Dictionary(addressRecords.map { $0.addresses() }, uniquingKeysWith: +)
    }

    package var crisisLines: [CrisisLines] { crisisRecords.map { $0.crisisLines() } }

    package var sources: [Source] { sourceRecords.map { $0.source() } }

    /// The whole library, every part decoded.
    package var decoded: RuleLibrary {
        var library = RuleLibrary()
        library.rules = Array(rules)
        library.lists = lists
        library.contexts = contexts
        library.crisisLines = crisisLines
        library.sources = sources
        return library
    }

    package func rule(_ id: String) -> Rule? {
        rules.first { $0.id == id }
    }
}

extension ArchivedStrings {
    func map<Element>(_ record: (inout ArchiveReader) -> Element) -> [Element] {
        (0..<count).map { read($0, record) }
    }

    func read<Element>(_ index: Int, _ record: (inout ArchiveReader) -> Element) -> Element {
        withBytes(of: index) { bytes in
            var reader = ArchiveReader(bytes)
            return record(&reader)
        }
    }
}
