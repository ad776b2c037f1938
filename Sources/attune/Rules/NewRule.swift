import ArgumentParser
import Diagnostics
import FieldTables
import RuleFormat

/// `attune rules new CATEGORY/NAME`: a rule file to fill in.
struct NewRule: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a rule file to fill in.",
        discussion: """
            The file is CATEGORY/NAME.yaml in the first folder that rule-paths in .lintrc names, or here. Nothing is ever \
            overwritten.

              attune rules new fees/hidden
            """)

    @Argument(help: ArgumentHelp("A category and a name that says what the problem is.", valueName: "category/name"))
    var id: String

    func run() throws {
        let made: (shown: String, isUsed: Bool)
        do { made = try write() } catch { throw StandardStreams.failure(error) }
        try StandardStreams.output("wrote \(made.shown)\nfill it in, then run: attune rules test \(made.shown)\n")
        if !made.isUsed {
            try StandardStreams.output("for drafts to be checked with it, add to .lintrc: rule-paths: [\(category)]\n")
        }
    }

    /// The path of the new file, and whether settings name its folder.
    private func write() throws(Diagnostics) -> (shown: String, isUsed: Bool) {
        let workingFolder = FileSystem.workingFolder
        var settings = try SettingsFinder(config: nil, workingFolder: workingFolder)
        try checkName(settings.ruleSets.sets[0].library.decoded)
        let folder = try settings.folderOfRules(forFolder: workingFolder)
        let root = folder.map(rootOfRules) ?? workingFolder
        let path = "\(root)/\(id).yaml"
        let shown = Path.shown(path, from: workingFolder)
        try create(path, RuleTemplate.text, shown: shown)
        try createSchema("\(root)/schemas/\(FileSchema.rule.fileName)", from: workingFolder)
        return (shown, folder != nil)
    }

    private var category: Substring { id.prefix { $0 != "/" } }

    /// Settings may name the folder of one category, or one that holds folders of categories.
    private func rootOfRules(_ folder: String) -> String {
        folder.hasSuffix("/\(category)") ? Path.parent(of: folder) : folder
    }

    private func checkName(_ builtIn: RuleLibrary) throws(Diagnostics) {
        do throws(RuleFileName.Problem) {
            guard case .rule = try RuleFileName(id) else { throw RuleFileName.Problem(message: "“\(category)” is no category of rules") }
        } catch {
            throw Diagnostics([Diagnostic(path: id, position: nil, message: error.message)])
        }
        if builtIn.rule(id) != nil {
            throw Diagnostics([Diagnostic(path: id, position: nil, message: "a built-in rule has this name; choose another")])
        }
    }

    private func create(_ path: String, _ text: String, shown: String) throws(Diagnostics) {
        do throws(FileSystem.Failure) {
            try FileSystem.makeFolder(Path.parent(of: path))
            try FileSystem.create(path, text)
        } catch {
            throw Diagnostics([Diagnostic(path: shown, position: nil, message: "cannot be written: \(error.reason)")])
        }
    }

    /// So that editors complete the file; one that is there stays.
    private func createSchema(_ path: String, from workingFolder: String) throws(Diagnostics) {
        guard FileSystem.kind(of: path) == .missing else { return }
        try create(path, JSONSchema.write(FileSchema.rule.table), shown: Path.shown(path, from: workingFolder))
    }
}
