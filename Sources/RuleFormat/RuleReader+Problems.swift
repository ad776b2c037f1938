package import Diagnostics
import SourceText

/// What can be told of files only once all of them are read: whether what they name is there.
extension RuleReader {
    /// In bytes of patterns.
    private static let largestUnfolding = 1_000_000

    /// Everything that is wrong, patterns that parse and do nothing left aside.
    package var problems: [Diagnostic] {
        let circular = circularLists
        let circles = listsInLists.sorted { $0.key < $1.key }.flatMap { list, uses in
            uses.filter { circular.contains(list) && reaches(list, from: $0.name) }.map { $0.diagnostic("<\($0.name)> leads back to this list") }
        }
        return sorted(diagnostics + unknownLists + circles + unfoldings.map(\.diagnostic) + ruleUses.compactMap(problem) + unknownSources)
    }

    // MARK: Lists

    /// An error for each list that was read and that no pattern names. A list that replaces one may have its uses elsewhere.
    package var unusedLists: [Diagnostic] {
        if replaces { return [] }
        let used = Set(listUses.map(\.name))
        let unused = pathOfName.compactMap { file, path in
            if case .list(let name) = file, !used.contains(name) { (name: name, path: path) } else { nil }
        }
        return unused.sorted { $0.name < $1.name }.map { name, path in
            Diagnostic(path: path, position: Position(line: 1, column: 1, offset: 0), message: "no pattern uses <\(name)>")
        }
    }

    /// Of each of the patterns, whether all its words are known.
    package var areComplete: [Bool] {
        let incomplete = incompleteLists
        let tooLarge = Set(unfoldings.map(\.path))
        return patterns.map { pattern in
            !tooLarge.contains(pattern.group.path) && incomplete.isDisjoint(with: pattern.pattern.lists)
        }
    }

    private var unknownLists: [Diagnostic] {
        listUses.filter { !isKnown($0.name) }.map { use in
            let known = library.lists.keys.sorted() + WordClass.allCases.map(\.rawValue) + LineClass.allCases.map(\.rawValue)
            return use.diagnostic("no list or class is called <\(use.name)>" + Spelling.hint(for: use.name, in: known))
        }
    }

    /// Whether a list is there, or would be if its file could be read.
    private func isKnown(_ list: String) -> Bool {
        library.lists[list] != nil || pathOfName[.list(list)] != nil || LineClass(rawValue: list) != nil
    }

    /// Lists that cannot be written out, or not wholly, and those that name one of them.
    private var incompleteLists: Set<String> {
        let missing = listUses.map(\.name).filter { library.lists[$0] == nil && LineClass(rawValue: $0) == nil }
        var incomplete = brokenLists.union(circularLists).union(missing)
        var isComplete = false
        while !isComplete {
            let found = listsInLists.filter { list, uses in !incomplete.contains(list) && uses.contains { incomplete.contains($0.name) } }
            incomplete.formUnion(found.keys)
            isComplete = found.isEmpty
        }
        return incomplete
    }

    private var circularLists: Set<String> {
        Set(listsInLists.filter { list, uses in uses.contains { reaches(list, from: $0.name) } }.keys)
    }

    private func reaches(_ list: String, from start: String) -> Bool {
        var seen: Set<String> = []
        var open = [start]
        while let name = open.popLast() {
            if name == list { return true }
            if seen.insert(name).inserted { open += listsInLists[name, default: []].map(\.name) }
        }
        return false
    }

    /// An error for each file whose lists, with the lists in them written out, are too large to compile.
    private var unfoldings: [(path: String, diagnostic: Diagnostic)] {
        let circular = circularLists
        var known: [String: Int] = [:]
        func size(of list: String) -> Int {
            if let size = known[list] { return size }
            let own = library.lists[list, default: []].reduce(0) { $0 + $1.text.utf8.count }
            let uses = circular.contains(list) ? [] : listsInLists[list, default: []]
            let size = uses.reduce(own) { min($0 + size(of: $1.name), Self.largestUnfolding + 1) }
            known[list] = size
            return size
        }
        let sizes = listUses.reduce(into: [String: Int]()) { sizes, use in
            sizes[use.path] = min(sizes[use.path, default: 0] + size(of: use.name), Self.largestUnfolding + 1)
        }
        var told: Set<String> = []
        return listUses.filter { sizes[$0.path, default: 0] > Self.largestUnfolding && told.insert($0.path).inserted }.map { use in
            (use.path, use.diagnostic("the lists of this file unfold into more than \(Self.largestUnfolding) bytes of words"))
        }
    }

    // MARK: Sources

    private var unknownSources: [Diagnostic] {
        guard knowsSources, areSourcesWhole else { return [] }
        let known = Set(library.sources.map(\.name))
        return sourceUses.filter { !known.contains($0.name) }.map { use in
            use.diagnostic("no source is called “\(use.name)”\(Spelling.hint(for: use.name, in: known.sorted()))")
        }
    }

    // MARK: Rules

    /// What is wrong with a name under “of-findings”.
    private func problem(with use: RuleUse) -> Diagnostic? {
        let pattern = RulePattern(use.name)
        let ids = Set(library.rules.map(\.id) + pathOfName.keys.compactMap { if case .rule(let id) = $0 { id } else { nil } })
        let named = ids.filter(pattern.matches)
        if named.isEmpty || !pattern.isWellFormed {
            let categories = Set(ids.map { String($0.prefix { $0 != "/" }) + "/*" })
            return use.diagnostic("no rule is called “\(use.name)”\(Spelling.hint(for: use.name, in: ids.sorted() + categories.sorted()))")
        }
        if named == [use.rule] { return use.diagnostic("“\(use.name)” is this rule, which cannot count its own findings") }
        let isNeverCounted = named.allSatisfy { id in
            if case .density? = library.rule(id)?.body { true } else { id == use.rule }
        }
        return isNeverCounted ? use.diagnostic("“\(use.name)” is a rule on density, whose findings are not counted") : nil
    }
}
