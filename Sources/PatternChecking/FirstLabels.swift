import RuleFormat
import Segmentation

/// Machines by what they can begin with, so that most pairs of them need not be walked.
struct FirstLabels {
    private let machines: [PatternMachine]
    private var begun: [PatternLabel: [Int]] = [:]
    /// Machines that can begin with more than single words.
    private var open: [Int] = []

    init(_ machines: [PatternMachine]) {
        self.machines = machines
        for (index, machine) in machines.enumerated() {
            let labels = Set(machine.firstLabels)
            for label in labels { begun[label, default: []].append(index) }
            if !labels.allSatisfy(\.isSingleWord) { open.append(index) }
        }
    }

    /// The machines, in order, that may take whatever one of them takes: all others are sure not to.
    func mayInclude(_ index: Int) -> [Int] {
        guard let label = machines[index].firstLabels.first else { return [] }
        let same: [Int]
        switch label {
        case .word: same = begun[label] ?? []
        case .exact(let form): same = (begun[label] ?? []) + (begun[.word(Folding.fold(form))] ?? [])
        default: return machines.indices.filter { $0 != index }
        }
        return Set(same + open).subtracting([index]).sorted()
    }
}

extension PatternMachine {
    fileprivate var firstLabels: [PatternLabel] {
        closure(of: Self.start).flatMap { edges[$0].map(\.label) }
    }
}

extension PatternLabel {
    fileprivate var isSingleWord: Bool {
        switch self {
        case .word, .exact: true
        default: false
        }
    }
}
