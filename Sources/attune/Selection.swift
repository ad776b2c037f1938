import Diagnostics
import Encodings
import Settings

/// The drafts that a command is about, each with its settings, and the rules of all of them.
struct Selection {
    let drafts: [Workers.Draft]
    let ruleSets: RuleSets
    /// What is wrong with the names of drafts.
    let diagnostics: [Diagnostic]

    /// What standard input is, where it is a draft.
    struct StandardInput {
        /// Its ending chooses the format, its folder the settings.
        var name: String?
    }

    /// Bad settings end the command before anything is checked. `reports` are files that the run writes: no drafts, even where a
    /// folder holds them.
    init(
        files: FileOptions, settings: SettingsOptions, standardInput: StandardInput? = nil, encoding: String? = nil, reports: [String] = [],
        changes: ChangedLines? = nil
    ) throws(ExitStatus) {
        let workingFolder = FileSystem.workingFolder
        let finder: FileFinder
        do { finder = try files.find(from: workingFolder) } catch {
            throw StandardStreams.failure(Diagnostics([
                Diagnostic(path: files.filesFrom ?? "", position: nil, message: "cannot be read: \(error.reason)"),
            ]))
        }
        do throws(Diagnostics) {
            var finding = try SettingsFinder(config: settings.config, readsFiles: !settings.noConfig, workingFolder: workingFolder)
            var drafts: [Workers.Draft] = []
            var diagnostics = finder.diagnostics
            func draft(_ origin: Workers.Draft.Origin, at path: String, by found: SettingsFinder.Found) -> Workers.Draft {
                Workers.Draft(origin: origin, shown: Path.shown(path, from: workingFolder), settings: found.settings(for: path), ruleSet: found.ruleSet)
            }
            if let standardInput {
                let path = Path.absolute(standardInput.name ?? "<stdin>", in: workingFolder)
                if let refusal = DraftReader.refusal(of: path, shown: Path.shown(path, from: workingFolder)) {
                    diagnostics.append(refusal)
                } else {
                    drafts.append(draft(.standardInput, at: path, by: try finding.find(forFolder: Path.parent(of: path))))
                }
            }
            let written = Set(reports.map { Path.absolute($0, in: workingFolder) })
            for file in finder.files where (file.isNamed || !written.contains(file.path)) && changes?.holds(file.path) ?? true {
                let found = try finding.find(forFolder: Path.parent(of: file.path))
                if found.leavesOut(file.path), !file.isNamed || files.forceExclude { continue }
                drafts.append(draft(.file(file.path), at: file.path, by: found))
            }
            if drafts.isEmpty, diagnostics.isEmpty, changes == nil, !files.allowEmpty, !files.forceExclude {
                diagnostics.append(Diagnostic(path: "attune", position: nil, message: "there is no draft to check; --allow-empty lets that be"))
            }
            let ruleSets = finding.ruleSets
            let commandLine = try settings.layer { ruleSets.allRules.map(\.id) }
            for index in drafts.indices {
                drafts[index].commandLine = commandLine
                drafts[index].settings.apply(commandLine)
                drafts[index].settings.encoding = encoding ?? drafts[index].settings.encoding
            }
            var siteWide = SiteWideHelp(ruleSets: ruleSets.sets.map(\.rules), workingFolder: workingFolder)
            self.drafts = try siteWide.apply(to: drafts)
            self.ruleSets = ruleSets
            self.diagnostics = diagnostics
        } catch {
            throw StandardStreams.failure(Diagnostics(finder.diagnostics + error.list))
        }
    }
}
