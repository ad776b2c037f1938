package import Diagnostics
import FieldTables
import MarkedYAML
package import SourceText

/// Reads rule files. Every error of every file is gathered, each with its line and column.
package struct RuleReader {
    /// In bytes of patterns.
    private static let largestUnfolding = 1_000_000

    package private(set) var library: RuleLibrary
    package private(set) var diagnostics: [Diagnostic] = []
    /// What was there before the first file was read.
    private let base: RuleLibrary
    private let replaces: Bool
    private var pathOfName: [RuleFileName: String] = [:]
    /// Every pattern that was read, in the order of the files.
    package private(set) var patterns: [PlacedPattern] = []
    private var listUses: [ListUse] = []
    /// What each list names, where a list names others.
    private var listsInLists: [String: [ListUse]] = [:]

    /// What is read may use the lists of `base`, and may not replace anything in it, unless it is told that it does.
    package init(extending base: RuleLibrary = RuleLibrary(), replacing replaces: Bool = false) {
        self.base = base
        self.replaces = replaces
        library = base
    }

    /// Reads the bytes of one file. `path` is how messages call it, `name` its path under the folder of rules.
    package mutating func read(_ bytes: [UInt8], path: String, name: String) {
        let file = SourceFile(path: path, bytes: bytes)
        if let invalid = SourceFile.firstInvalidByte(in: bytes) {
            report("not UTF-8", in: file, atOffset: invalid)
        } else if let ending = name.lastIndex(of: "."), name[ending...] == ".yaml" {
            read(file, id: String(name[..<ending]))
        } else {
            report("the name of a rule file ends in .yaml", in: file)
        }
    }

    /// Reads one file. `id` is its path under the folder of rules without the ending: `overclaim/cure`, `lists/outcome`,
    /// `contexts/negated`, `crisis/lines/US`.
    package mutating func read(_ file: SourceFile, id: String) {
        do throws(RuleFileName.Problem) {
            let name = try RuleFileName(id)
            if let clash = clash(of: name) {
                report(clash, in: file)
                return
            }
            pathOfName[name] = file.path
            if replaces { remove(name) }
            read(file, as: name)
        } catch {
            report(error.message, in: file)
        }
    }

    private mutating func read(_ file: SourceFile, as name: RuleFileName) {
        let root: MarkedNode?
        do { root = try MarkedYAML.parse(file) } catch {
            diagnostics.append(error)
            return
        }
        guard let root else {
            report("the file is empty", in: file)
            return
        }
        var fields = FieldReader(file)
        switch name {
        case .rule(let id):
            if let rule = fields.rule(root, id: id) { library.rules.append(rule) }
        case .list(let name):
            library.lists[name] = fields.list(root)
            listsInLists[name] = fields.listUses
        case .context(let name):
            if let cues = fields.contextCues(root, name: name) { library.contexts.append(cues) }
        case .crisisLines(let country):
            library.crisisLines.append(fields.crisisLines(root, country: country))
        }
        diagnostics += fields.reading.diagnostics
        listUses += fields.listUses
        patterns += fields.patterns
    }

    /// Why a file of this name cannot be read: what it would define is there already.
    private func clash(of name: RuleFileName) -> String? {
        if let path = pathOfName[name] { return "\(path) has the same name" }
        if replaces { return nil }
        switch name {
        case .rule(let id) where base.rule(id) != nil:
            return "“\(id)” is a built-in rule; give this one another name, and turn the other off in .lintrc (\(id): off)"
        case .list(let name) where base.lists[name] != nil:
            return "<\(name)> is a built-in list; give this one another name"
        case .list(let name) where WordClass(rawValue: name) != nil || LineClass(rawValue: name) != nil:
            return "<\(name)> has a meaning of its own in patterns; give this list another name"
        case .context(let name) where !base.contexts.isEmpty:
            return "contexts are built in; “\(name)” can be neither added nor replaced"
        case .crisisLines(let country) where base.crisisLines.contains { $0.country == country }:
            return "the crisis lines of \(country) are built in"
        default: return nil
        }
    }

    private mutating func remove(_ name: RuleFileName) {
        switch name {
        case .rule(let id): library.rules.removeAll { $0.id == id }
        case .list(let name): library.lists[name] = nil
        case .context(let name): library.contexts.removeAll { $0.context.rawValue == name }
        case .crisisLines(let country): library.crisisLines.removeAll { $0.country == country }
        }
    }

    private mutating func report(_ message: String, in file: SourceFile, atOffset offset: Int = 0) {
        diagnostics.append(Diagnostic(path: file.path, position: file.position(of: offset), message: message))
    }

    /// The path of each rule that was read, by its id.
    package var pathOfRule: [String: String] {
        pathOfName.reduce(into: [:]) { paths, named in
            if case .rule(let id) = named.key { paths[id] = named.value }
        }
    }

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

    /// The library, rules in order of their ids, once every list that a pattern names is known.
    package consuming func finish() throws(Diagnostics) -> RuleLibrary {
        for use in listUses where !isKnown(use.name) {
            let known = library.lists.keys.sorted() + WordClass.allCases.map(\.rawValue) + LineClass.allCases.map(\.rawValue)
            diagnostics.append(use.diagnostic("no list or class is called <\(use.name)>" + Spelling.hint(for: use.name, in: known)))
        }
        for (list, uses) in listsInLists.sorted(by: { $0.key < $1.key }) {
            for use in uses where reaches(list, from: use.name) {
                diagnostics.append(use.diagnostic("<\(use.name)> leads back to this list"))
            }
        }
        if !diagnostics.isEmpty { throw Diagnostics(diagnostics) }
        let tooLarge = unfoldings
        if !tooLarge.isEmpty { throw Diagnostics(tooLarge) }
        library.rules.sort { $0.id < $1.id }
        return library
    }

    /// Whether a list is there, or would be if its file could be read.
    private func isKnown(_ list: String) -> Bool {
        library.lists[list] != nil || pathOfName[.list(list)] != nil || LineClass(rawValue: list) != nil
    }

    /// An error for each file whose lists, with the lists in them written out, are too large to compile.
    private var unfoldings: [Diagnostic] {
        var known: [String: Int] = [:]
        func size(of list: String) -> Int {
            if let size = known[list] { return size }
            let own = library.lists[list, default: []].reduce(0) { $0 + $1.text.utf8.count }
            let size = listsInLists[list, default: []].reduce(own) { min($0 + size(of: $1.name), Self.largestUnfolding + 1) }
            known[list] = size
            return size
        }
        let sizes = listUses.reduce(into: [String: Int]()) { sizes, use in
            sizes[use.path] = min(sizes[use.path, default: 0] + size(of: use.name), Self.largestUnfolding + 1)
        }
        var told: Set<String> = []
        return listUses.filter { sizes[$0.path, default: 0] > Self.largestUnfolding && told.insert($0.path).inserted }
            .map { $0.diagnostic("the lists of this file unfold into more than \(Self.largestUnfolding) bytes of words") }
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
}
