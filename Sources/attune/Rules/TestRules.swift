import ArgumentParser
import Checking
import Diagnostics
import RuleFormat
import RuleTesting
import SourceText

/// `attune rules test FILE…`: whether rules flag what their authors say, and nothing else.
struct TestRules: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Test rules by their examples, as written and with harmless changes.",
        discussion: """
            Every example is tried as it stands, in emphasis, in a list, with curly quotes and so on. The rules may use the \
            built-in lists, and those that rule-paths in the .lintrc of the working folder name.

              attune rules test house-rules
              attune rules test house-rules/fees/hidden.yaml

            Exit status: 0 when every example holds, 1 when one does not, 2 for wrong usage and bad files.
            """)

    @Argument(help: ArgumentHelp("Rule files, and folders of them.", valueName: "file"))
    var paths: [String]

    @Flag(help: "The files are the program's own: each stands in for the built-in one of its name.")
    var builtIn = false

    func run() throws {
        let loaded: LoadedRules
        do { loaded = try load() } catch { throw StandardStreams.failure(error) }
        let rules = loaded.library.rules.filter { isNamed(loaded.pathOfRule[$0.id]) }
        if rules.isEmpty {
            throw StandardStreams.failure(Diagnostics(paths.map { Diagnostic(path: $0, position: nil, message: "holds no rule") }))
        }
        guard var checker = Checker(rules: loaded.rules) else { throw StandardStreams.failure(Diagnostics([.missingBreakRules])) }
        var failures: [Diagnostic] = []
        for rule in rules {
            failures += failuresOfExamples(rule, at: loaded.pathOfRule[rule.id] ?? rule.id, using: &checker)
        }
        try StandardStreams.output(failures.map { $0.line + "\n" }.joined())
        let examples = rules.reduce(0) { $0 + $1.examples.count }
        let outcome = failures.isEmpty ? "all hold" : "\(failures.count) \(failures.count == 1 ? "does" : "do") not hold"
        try StandardStreams.output("\(rules.count) \(rules.count == 1 ? "rule" : "rules"), \(examples) examples: \(outcome)\n")
        if !failures.isEmpty { throw ExitStatus.findings }
    }

    private func load() throws(Diagnostics) -> LoadedRules {
        let folder = FileSystem.workingFolder
        var settings = try SettingsFinder(config: nil, workingFolder: folder)
        let library = settings.ruleSets.sets[0].library.decoded
        var loader = RuleLoader(extending: library, replacing: builtIn, workingFolder: folder)
        for origin in try settings.origins(forFolder: folder) { loader.add(origin) }
        for path in paths { loader.add(RuleOrigin(path: Path.absolute(path, in: folder), shown: path, settings: nil)) }
        return try loader.finish()
    }

    private func isNamed(_ shown: String?) -> Bool {
        guard let shown else { return false }
        let folder = FileSystem.workingFolder
        let path = Path.absolute(shown, in: folder)
        return paths.map { Path.absolute($0, in: folder) }.contains { path == $0 || path.hasPrefix($0 == "/" ? "/" : $0 + "/") }
    }

    /// One error for each example, whatever number of its variations fail.
    private func failuresOfExamples(_ rule: Rule, at path: String, using checker: inout Checker) -> [Diagnostic] {
        var told: Set<Int> = []
        return ExampleRunner.failures(of: rule, using: &checker).filter { told.insert($0.position.offset).inserted }.map { failure in
            Diagnostic(path: path, position: failure.position, message: "\(failure.variation): \(failure.message)")
        }
    }
}
