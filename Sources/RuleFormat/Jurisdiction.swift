/// Where something holds and whom it binds, or where a practice is and who works there. What is not told is open: no regions are
/// all regions, no professions all professions.
package struct Jurisdiction: Hashable, Sendable {
    package var regions: [Region]
    package var professions: [Profession]

    package init(regions: [Region] = [], professions: [Profession] = []) {
        self.regions = regions
        self.professions = professions
    }

    /// Nowhere in particular, nobody in particular.
    package var isOpen: Bool { regions.isEmpty && professions.isEmpty }

    /// Whether what holds here holds for a practice: a law of `US` does for one in `US-CO`, a law of `US-CO` does not for one
    /// that only says `US`. A practice that does not say where it is or who works there may be bound by anything.
    package func covers(_ practice: Jurisdiction) -> Bool {
        let isPlace = regions.isEmpty || practice.regions.isEmpty
            || practice.regions.contains { place in regions.contains { $0.contains(place) } }
        let isProfession = professions.isEmpty || practice.professions.isEmpty || practice.professions.contains(where: professions.contains)
        return isPlace && isProfession
    }

    /// `US-CO; psychologist, coach`, empty when it is open.
    package var text: String {
        [regions.map(\.code), professions.map(\.rawValue)].filter { !$0.isEmpty }.map { $0.joined(separator: ", ") }.joined(separator: "; ")
    }
}
