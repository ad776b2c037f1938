import Baselines
import Checking
import Diagnostics
import Reporting
import SourceText

/// What is found in some drafts now, as a baseline keeps it.
struct CurrentFindings {
    let entries: [BaselineEntry]
    /// The drafts, relative to the baseline.
    let paths: Set<String>

    /// Checks drafts. One that cannot be read ends the command, since a baseline without it would say that nothing is found there.
    init(files: FileOptions, settings: SettingsOptions, for baseline: String) async throws {
        let selection = try Selection(files: files, settings: settings)
        let (folder, workingFolder) = (Path.parent(of: baseline), FileSystem.workingFolder)
        @Sendable func relative(_ shown: String) -> String { Path.relative(Path.absolute(shown, in: workingFolder), to: folder) }
        let stream = ReportStream(of: selection.drafts, to: [], knowing: KnownFindings(), errors: selection.diagnostics, gathering: { draft in
            draft.findings.map { BaselineEntry($0, in: draft.file, at: relative(draft.file.path)) }
        })
        await Workers.check(selection.drafts, ruleSets: selection.ruleSets.sets.map(\.rules), fixing: nil, jobs: nil, to: stream)
        let errors = await stream.report.errors
        if !errors.isEmpty { throw StandardStreams.failure(Diagnostics(errors)) }
        entries = await stream.gathered
        paths = Set(selection.drafts.map { relative($0.shown) })
    }
}
