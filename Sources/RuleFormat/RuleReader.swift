package import Diagnostics
import FieldTables
import MarkedYAML
package import SourceText

/// Reads rule files. Every error of every file is gathered, each with its line and column.
package struct RuleReader {
    package private(set) var library: RuleLibrary
    /// What is wrong with single files.
    private(set) var diagnostics: [Diagnostic] = []
    /// What was there before the first file was read.
    private let base: RuleLibrary
    let replaces: Bool
    /// Whether each source that a rule names must be there.
    let knowsSources: Bool
    /// In the order in which the files were read.
    private var paths: [String] = []
    private(set) var pathOfName: [RuleFileName: String] = [:]
    /// Every pattern that was read, in the order of the files.
    package private(set) var patterns: [PlacedPattern] = []
    private(set) var listUses: [ListUse] = []
    /// What each list names, where a list names others.
    private(set) var listsInLists: [String: [ListUse]] = [:]
    /// Lists of which a part could not be read.
    private(set) var brokenLists: Set<String> = []
    private(set) var ruleUses: [RuleUse] = []
    private(set) var sourceUses: [SourceUse] = []
    /// Whether every file of a source could be read.
    private(set) var areSourcesWhole = true

    /// What is read may use the lists of `base`, and may not replace anything in it, unless it is told that it does. A practice
    /// may name sources of its own in its rules; where `knowsSources` says so, a rule names only those under `sources/`.
    package init(extending base: RuleLibrary = RuleLibrary(), replacing replaces: Bool = false, knowsSources: Bool = false) {
        self.base = base
        self.replaces = replaces
        self.knowsSources = knowsSources
        library = base
    }

    /// Reads the bytes of one file. `path` is how messages call it, `name` its path under the folder of rules.
    package mutating func read(_ bytes: [UInt8], path: String, name: String) {
        let file = SourceFile(path: path, bytes: bytes)
        paths.append(path)
        if let invalid = SourceFile.firstInvalidByte(in: bytes) {
            report("not UTF-8", in: file, atOffset: invalid)
        } else if let ending = name.lastIndex(of: "."), name[ending...] == ".yaml" {
            read(file, id: String(name[..<ending]))
        } else {
            report("the name of a rule file ends in .yaml", in: file)
        }
    }

    /// Reads one file. `id` is its path under the folder of rules without the ending: `overclaim/cure`, `lists/outcome`,
    /// `contexts/negated`, `crisis/lines/US`, `sources/cap-code`.
    package mutating func read(_ file: SourceFile, id: String) {
        paths.append(file.path)
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
            if !fields.reading.isClean { brokenLists.insert(name) }
            listsInLists[name] = fields.listUses
        case .context(let name):
            if let cues = fields.contextCues(root, name: name) { library.contexts.append(cues) }
        case .crisisLines(let country):
            library.crisisLines.append(fields.crisisLines(root, country: country))
        case .source:
            if let source = fields.source(root) { add(source, in: file) } else { areSourcesWhole = false }
        }
        diagnostics += fields.reading.diagnostics
        listUses += fields.listUses
        ruleUses += fields.ruleUses
        sourceUses += fields.sourceUses
        patterns += fields.patterns
    }

    private mutating func add(_ source: Source, in file: SourceFile) {
        if replaces { library.sources.removeAll { $0.name == source.name } }
        if library.sources.contains(where: { $0.name == source.name }) {
            report("another source is called “\(source.name)” already", in: file)
        } else {
            library.sources.append(source)
        }
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
        case .source: break
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

    /// The library, rules in order of their ids, once every list that a pattern names is known.
    package consuming func finish() throws(Diagnostics) -> RuleLibrary {
        let problems = problems
        if !problems.isEmpty { throw Diagnostics(problems) }
        library.rules.sort { $0.id < $1.id }
        library.sources.sort { $0.name < $1.name }
        return library
    }

    /// Errors in the order in which their files were read, and in the order of each file.
    package func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        let places = Dictionary(paths.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
        func place(_ index: Int) -> (Int, Int, Int) {
            (places[diagnostics[index].path] ?? paths.count, diagnostics[index].position?.offset ?? 0, index)
        }
        return diagnostics.indices.sorted { place($0) < place($1) }.map { diagnostics[$0] }
    }
}
