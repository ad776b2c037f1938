import Synchronization

/// The drafts that nobody works on yet, by their indices, in order. Whoever is free takes the next.
final class DraftQueue: Sendable {
    private let count: Int
    private let taken = Atomic(0)

    init(count: Int) {
        self.count = count
    }

    func take() -> Int? {
        let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        return index < count ? index : nil
    }
}
