import Diagnostics
import Documents
import Globs

/// Finds the drafts that the arguments name.
///
/// Folders are searched without what is hidden, `node_modules`, and what ignore files or `excluded` leave out.
struct FileFinder {
    private let workingFolder: String
    /// Patterns relative to the working folder.
    private let excluded: IgnoreRules
    private let options: Options
    /// Each once, in the order they were named.
    private(set) var files: [FoundFile] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var seen: Set<String> = []
    /// Drafts found so far, each as often as it was named.
    private var found = 0

    struct Options {
        /// Whether `excluded` holds for files that are named, too.
        var excludesNamedFiles = false
        var readsIgnoreFiles = true
        /// Whether a folder or a pattern may come to nothing.
        var allowsNothing = false
    }

    private static let endings = DocumentFormat.allCases.flatMap(\.endings).joined(separator: ", ")

    init(workingFolder: String, excluded: [String] = [], options: Options = Options()) {
        self.workingFolder = workingFolder
        self.excluded = IgnoreRules(patterns: excluded)
        self.options = options
    }

    /// Adds a draft, the drafts in a folder and the folders below it, or those that a pattern stands for.
    mutating func add(_ argument: String) {
        let path = Path.absolute(argument, in: workingFolder)
        switch FileSystem.kind(of: path) {
        case .file, .special: addNamed(path, argument)
        case .folder:
            if Self.isPassedOver(argument) {
                report("is passed over, as all hidden folders and node_modules are; name the drafts in it", at: argument)
            } else {
                search(path, named: argument) { _ in true }
            }
        case .missing where Glob.isPattern(argument): addPattern(argument)
        case .missing: report("no such file or folder\(Spelling.hint(for: argument, in: Attune.commands))", at: argument)
        case .brokenLink: report("is a link that leads nowhere", at: argument)
        case .unreachable(let reason): report("cannot be read: \(reason)", at: argument)
        }
    }

    private mutating func addNamed(_ path: String, _ argument: String) {
        if options.excludesNamedFiles, leavesOut(path) { return }
        if let refusal = DraftReader.refusal(of: path, shown: argument) { diagnostics.append(refusal) } else { insert(path, isNamed: true) }
    }

    private mutating func addPattern(_ argument: String) {
        let names = argument.split(separator: "/").map(String.init)
        let fixed = names.prefix { !Glob.isPattern($0) }
        let glob = Glob(names[fixed.endIndex...].joined(separator: "/"))
        let folder = Path.absolute((argument.hasPrefix("/") ? "/" : "./") + fixed.joined(separator: "/"), in: workingFolder)
        guard FileSystem.kind(of: folder) == .folder else {
            if !options.allowsNothing { report("no file fits", at: argument) }
            return
        }
        search(folder, named: argument) { Path.names(of: $0, below: folder).map(glob.matches) ?? false }
    }

    /// Whether a folder is not searched, whoever names it.
    private static func isPassedOver(_ argument: String) -> Bool {
        let name = argument.split(separator: "/").last { $0 != "." } ?? ""
        return name == "node_modules" || (name.hasPrefix(".") && name != "..")
    }

    private mutating func search(_ folder: String, named argument: String, where fits: (String) -> Bool) {
        let before = (found, diagnostics.count)
        do {
            let ignored = options.readsIgnoreFiles ? try IgnoredPaths(for: folder) : nil
            addFolder(folder, ignored, where: fits)
        } catch {
            report("its ignore files cannot be read: \(error.reason)", at: argument)
        }
        if before == (found, diagnostics.count), !options.allowsNothing {
            report(Glob.isPattern(argument) ? "no file fits" : "holds no draft (\(Self.endings))", at: argument)
        }
    }

    private mutating func addFolder(_ folder: String, _ ignored: IgnoredPaths?, where fits: (String) -> Bool) {
        do {
            var ignored = ignored
            try ignored?.enter(folder)
            for entry in try FileSystem.entries(of: folder) where !entry.name.hasPrefix(".") {
                let path = (folder == "/" ? "" : folder) + "/" + entry.name
                if ignored?.leaveOut(path, isFolder: entry.kind == .folder) ?? false { continue }
                if entry.kind != .folder {
                    if fits(path) { addEntry(path, entry.kind) }
                } else if entry.name != "node_modules" {
                    addFolder(path, ignored, where: fits)
                }
            }
        } catch {
            report("cannot be read: \(error.reason)", at: Path.shown(folder, from: workingFolder))
        }
    }

    private mutating func addEntry(_ path: String, _ kind: FileSystem.Kind) {
        guard DocumentFormat(path: path) != nil, !leavesOut(path) else { return }
        let shown = Path.shown(path, from: workingFolder)
        switch kind {
        case .file, .folder: insert(path, isNamed: false)
        case .special: report("is a pipe or a device; name it to have it read", at: shown)
        case .missing: report("cannot be found under this name; is the name UTF-8?", at: shown)
        case .brokenLink: report("is a link that leads nowhere", at: shown)
        case .unreachable(let reason): report("cannot be read: \(reason)", at: shown)
        }
    }

    private func leavesOut(_ path: String) -> Bool {
        guard !excluded.isEmpty, let names = Path.names(of: path, below: workingFolder) else { return false }
        return excluded.leavesOut(fileAt: names)
    }

    private mutating func report(_ message: String, at path: String) {
        diagnostics.append(Diagnostic(path: path, position: nil, message: message))
    }

    private mutating func insert(_ path: String, isNamed: Bool) {
        found += 1
        if seen.insert(path).inserted { files.append(FoundFile(path: path, isNamed: isNamed)) }
    }
}
