import BuiltInRules
import Diagnostics
import Matching
import RuleFormat

/// The built-in rules, alone or together with a practice's own. Rules of the same paths are read and compiled once.
struct RuleSets {
    private let workingFolder: String
    /// The built-in ones alone come first.
    private(set) var sets = [LoadedRules(rules: BuiltInRules.load(), pathOfRule: [:])]
    private var indexOfPaths: [Set<String>: Int] = [[]: 0]

    init(workingFolder: String) {
        self.workingFolder = workingFolder
    }

    /// The place in `sets` of the built-in rules with those in the folders and files named.
    mutating func index(of origins: [RuleOrigin]) throws(Diagnostics) -> Int {
        let paths = Set(origins.map(\.path))
        if let known = indexOfPaths[paths] { return known }
        var loader = RuleLoader(extending: sets[0].library.decoded, workingFolder: workingFolder)
        for origin in origins { loader.add(origin) }
        let loaded = try loader.finish()
        try checkNames(loaded)
        sets.append(loaded)
        indexOfPaths[paths] = sets.count - 1
        return sets.count - 1
    }

    /// Every rule of every set, in the order of their ids.
    var allRules: [Rule] {
        merged { Array($0) }
    }

    /// The rules of all sets whose id is among some, in the order of their ids.
    func rules(named ids: Set<String>) -> [Rule] {
        merged { $0.rules(named: ids) }
    }

    /// Every source of every set.
    var sources: SourceTable {
        SourceTable(sets.flatMap(\.library.sources))
    }

    private func merged(_ rules: (ArchivedRules) -> [Rule]) -> [Rule] {
        let all = sets.flatMap { rules($0.library.rules) }.map { ($0.id, $0) }
        return Dictionary(all) { first, _ in first }.values.sorted { $0.id < $1.id }
    }

    /// Within one run an id has one meaning, also where drafts have rules of different folders.
    private func checkNames(_ loaded: LoadedRules) throws(Diagnostics) {
        let clashes = loaded.pathOfRule.sorted { $0.key < $1.key }.compactMap { id, path -> Diagnostic? in
            let others = sets.compactMap { $0.pathOfRule[id] }.filter { $0 != path }
            return others.min().map { Diagnostic(path: path, position: nil, message: "\($0) has the same name") }
        }
        if !clashes.isEmpty { throw Diagnostics(clashes) }
    }
}
