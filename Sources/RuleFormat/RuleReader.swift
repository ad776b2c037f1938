package import Diagnostics
import FieldTables
import MarkedYAML
package import SourceText

/// Reads rule files. Every error of every file is gathered, each with its line and column.
package struct RuleReader {
    package private(set) var library = RuleLibrary()
    package private(set) var diagnostics: [Diagnostic] = []
    private var listUses: [ListUse] = []
    /// What each list names, where a list names others.
    private var listsInLists: [String: [ListUse]] = [:]

    package init() {}

    /// Reads one file. `id` is its path under the rules folder without the ending: `overclaim/cure`, `lists/outcome`,
    /// `contexts/negated`, `crisis/lines/US`.
    package mutating func read(_ file: SourceFile, id: String) {
        var fields = FieldReader(file)
        let root: MarkedNode?
        do { root = try MarkedYAML.parse(file) } catch {
            diagnostics.append(error)
            return
        }
        guard let root else {
            diagnostics.append(Diagnostic(path: file.path, position: file.position(of: 0), message: "the file is empty"))
            return
        }
        let name = String(id.split(separator: "/").last ?? "")
        if id.hasPrefix("lists/") {
            library.lists[name] = fields.list(root)
            listsInLists[name] = fields.listUses
        } else if id.hasPrefix("contexts/") {
            if let cues = fields.contextCues(root, name: name) { library.contexts.append(cues) }
        } else if id.hasPrefix("crisis/lines/") {
            library.crisisLines.append(fields.crisisLines(root, country: name))
        } else if let rule = fields.rule(root, id: id) {
            library.rules.append(rule)
        }
        diagnostics += fields.reading.diagnostics
        listUses += fields.listUses
    }

    /// The library, rules in order of their ids, once every list that a pattern names is known.
    package consuming func finish() throws(Diagnostics) -> RuleLibrary {
        for use in listUses where library.lists[use.name] == nil && Pattern.list(use.name) != .crisisLine {
            let known = library.lists.keys.sorted() + WordClass.allCases.map(\.rawValue)
            diagnostics.append(use.diagnostic("no list or class is called <\(use.name)>" + Spelling.hint(for: use.name, in: known)))
        }
        for (list, uses) in listsInLists.sorted(by: { $0.key < $1.key }) {
            for use in uses where reaches(list, from: use.name) {
                diagnostics.append(use.diagnostic("<\(use.name)> leads back to this list"))
            }
        }
        if !diagnostics.isEmpty { throw Diagnostics(diagnostics) }
        library.rules.sort { $0.id < $1.id }
        return library
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
