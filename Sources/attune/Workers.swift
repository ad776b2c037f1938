import Checking
import Diagnostics
import Documents
import Encodings
import Fixing
import Matching
import RuleFormat
import Settings
import SourceText

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Checks many drafts at once. Each worker has its own checkers.
enum Workers {
    struct Draft: Sendable {
        enum Origin: Hashable, Sendable {
            case standardInput
            case file(String)
        }

        let origin: Origin
        /// The path as the report shows it.
        let shown: String
        var settings: Settings
        /// What the command line says, which outranks the draft's front matter.
        var commandLine = SettingsLayer()
        /// Whether `--fix` may write it: not what no argument names.
        var mayBeChanged = true
        /// The place of its rules among all sets of rules.
        let ruleSet: Int
    }

    /// Checks each draft and hands on what has become of it. There are as many workers as processors, unless `jobs` says how many.
    static func check(_ drafts: [Draft], ruleSets: [RuleSet], fixing: Fixing?, jobs: Int?, to stream: ReportStream) async {
        let queue = DraftQueue(count: drafts.count)
        let width = max(1, min(drafts.count, jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
        if width == 1 {
            await work(on: queue, drafts, ruleSets, fixing, to: stream)
            return
        }
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<width { group.addTask { await work(on: queue, drafts, ruleSets, fixing, to: stream) } }
        }
    }

    private static func work(on queue: DraftQueue, _ drafts: [Draft], _ ruleSets: [RuleSet], _ fixing: Fixing?, to stream: ReportStream) async {
        let bench = Bench(ruleSets)
        while let index = queue.take() { await stream.add(check(drafts[index], fixing, on: bench), of: index) }
    }

    /// A run of changes that have not come to an end after so many passes is left there.
    private static let mostPasses = 10

    private static func check(_ draft: Draft, _ fixing: Fixing?, on bench: Bench) -> ReportStream.Outcome {
        do throws(Diagnostics) {
            let (file, readingNotice) = try read(draft)
            let notices = [readingNotice].compactMap { $0 }
            let first = try check(file, notices, as: draft, on: bench)
            guard let fixing, draft.mayBeChanged else { return .success(ReportStream.Checked(file: first)) }
            let (last, rewriting) = try fix(first, notices, as: draft, fixing, on: bench)
            guard let rewriting else { return .success(ReportStream.Checked(file: first)) }
            if fixing.writes, case .file(let path) = draft.origin {
                do throws(Diagnostics) {
                    try DraftWriter.write(rewriting.file, to: path, inPlaceOf: rewriting.original, encoding: draft.settings.encoding)
                } catch {
                    return .success(ReportStream.Checked(file: first, errors: error.list))
                }
            }
            return .success(ReportStream.Checked(file: last, rewriting: rewriting))
        } catch {
            return .failure(error)
        }
    }

    /// Makes changes until there are none left to make. What remains then, and what was changed.
    private static func fix(
        _ first: CheckedFile, _ notices: [Notice], as draft: Draft, _ fixing: Fixing, on bench: Bench
    ) throws(Diagnostics) -> (CheckedFile, Rewriting?) {
        var checked = first
        var count = 0
        for _ in 0..<mostPasses {
            let fixes = Fixes(for: checked.findings, includingUnsafe: fixing.includesUnsafe)
            if fixes.count == 0 { break }
            let bytes = fixes.apply(to: checked.file.bytes)
            let damage = first.file.damage.isEmpty ? [] : (try? TextDecoder.decode(bytes))?.damage ?? []
            let file = SourceFile(path: first.file.path, bytes: bytes, damage: damage, encoding: first.file.encoding)
            checked = try check(file, notices, as: draft, on: bench)
            count += fixes.count
        }
        return (checked, count == 0 ? nil : Rewriting(original: first.file, file: checked.file, count: count))
    }

    private static func check(_ file: SourceFile, _ notices: [Notice], as draft: Draft, on bench: Bench) throws(Diagnostics) -> CheckedFile {
        var settings = draft.settings
        var options = ReadingOptions()
        options.frontMatterKeys = settings.frontMatterKeys ?? options.frontMatterKeys
        let document = (DocumentFormat(path: file.path) ?? .markdown).read(file, options)
        if let refusal = document.refusal {
            throw Diagnostics([Diagnostic(path: file.path, position: file.position(of: refusal.offset), message: refusal.message)])
        }
        var notices = notices
        if let language = document.language, !settings.apply(languageOfDraft: language.tag) {
            let message = "“\(language.tag)” is no language that attune knows; the draft is read as “\(settings.language)”"
            notices.append(Notice(path: file.path, line: file.position(of: language.offset).line, message: message))
        }
        if let own = document.frontMatter?.settings {
            settings.apply(try SettingsReader(frontMatter: own, of: file).finish(rules: bench.ruleSets[draft.ruleSet].library.rules))
            settings.apply(draft.commandLine)
        }
        let checked = try bench.check(file, as: document, settings: settings, ruleSet: draft.ruleSet)
        notices += document.notices.map { Notice(path: file.path, line: file.position(of: $0.offset).line, message: $0.message) }
        return CheckedFile(
            file: file, findings: checked.findings, suppressed: checked.suppressed, notices: notices + checked.notices,
            isChecked: checked.isChecked, jurisdiction: checked.jurisdiction)
    }

    private static func read(_ draft: Draft) throws(Diagnostics) -> (file: SourceFile, notice: Notice?) {
        let encoding = draft.settings.encoding
        return switch draft.origin {
        case .standardInput: try DraftReader.readStandardInput(shown: draft.shown, encoding: encoding)
        case .file(let path): try DraftReader.readDraft(path, shown: draft.shown, encoding: encoding)
        }
    }
}
