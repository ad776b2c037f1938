/// Sources by their names.
package struct SourceTable: Sendable {
    private let sources: [String: Source]

    /// Of two sources with one name the first counts.
    package init(_ sources: [Source]) {
        self.sources = Dictionary(sources.map { ($0.name, $0) }) { first, _ in first }
    }

    /// Where what is cited holds, and whom it binds. Anywhere and anyone when no source has that name.
    package func jurisdiction(of citation: Citation) -> Jurisdiction {
        sources[citation.name]?.jurisdiction ?? Jurisdiction()
    }

    /// Where it can be read.
    package func url(of citation: Citation) -> String? {
        citation.url ?? sources[citation.name]?.url
    }

    /// Those that hold for a practice, and the others, each in their order.
    package func split(_ citations: [Citation], for practice: Jurisdiction) -> (here: [Citation], elsewhere: [Citation]) {
        let here = citations.filter { jurisdiction(of: $0).covers(practice) }
        return (here, citations.filter { !here.contains($0) })
    }

    /// Those that hold for one of some practices; all, when none does.
    package func applying(_ citations: [Citation], for practices: Set<Jurisdiction>) -> [Citation] {
        let applying = citations.filter { citation in practices.contains { jurisdiction(of: citation).covers($0) } }
        return applying.isEmpty ? citations : applying
    }
}
