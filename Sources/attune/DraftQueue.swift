import Synchronization

/// The drafts that nobody works on yet, by their indices. Whoever is free takes the next.
final class DraftQueue: Sendable {
    private let indices: [Int]
    private let taken = Atomic(0)

    init(_ indices: [Int]) {
        self.indices = indices
    }

    func take() -> Int? {
        let place = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        return place < indices.count ? indices[place] : nil
    }
}
