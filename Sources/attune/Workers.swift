import Checking
import Diagnostics
import Documents
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
        /// The place of its rules among all sets of rules.
        let ruleSet: Int
    }

    /// Checks each draft and hands on what has become of it. There are as many workers as processors, unless `jobs` says how many.
    static func check(_ drafts: [Draft], ruleSets: [RuleSet], jobs: Int?, to stream: ReportStream) async {
        let queue = DraftQueue(count: drafts.count)
        let width = max(1, min(drafts.count, jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
        if width == 1 {
            await work(on: queue, drafts, ruleSets, to: stream)
            return
        }
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<width { group.addTask { await work(on: queue, drafts, ruleSets, to: stream) } }
        }
    }

    private static func work(on queue: DraftQueue, _ drafts: [Draft], _ ruleSets: [RuleSet], to stream: ReportStream) async {
        let bench = Bench(ruleSets)
        while let index = queue.take() { await stream.add(check(drafts[index], on: bench), of: index) }
    }

    private static func check(_ draft: Draft, on bench: Bench) -> ReportStream.Outcome {
        do throws(Diagnostics) {
            let (file, readingNotice) = try read(draft)
            var settings = draft.settings
            var options = ReadingOptions()
            options.frontMatterKeys = settings.frontMatterKeys ?? options.frontMatterKeys
            let document = (DocumentFormat(path: file.path) ?? .markdown).read(file, options)
            if let refusal = document.refusal {
                throw Diagnostics([Diagnostic(path: file.path, position: file.position(of: refusal.offset), message: refusal.message)])
            }
            var notices = [readingNotice].compactMap { $0 }
            if let language = document.language, !settings.apply(languageOfDraft: language.tag) {
                let message = "“\(language.tag)” is no language that attune knows; the draft is read as “\(settings.language)”"
                notices.append(Notice(path: file.path, line: file.position(of: language.offset).line, message: message))
            }
            if let own = document.frontMatter?.settings {
                settings.apply(try SettingsReader(frontMatter: own, of: file).finish(rules: bench.ruleSets[draft.ruleSet].library.rules))
            }
            let checked = try bench.check(file, as: document, settings: settings, ruleSet: draft.ruleSet)
            notices += document.notices.map {
                Notice(path: file.path, line: file.position(of: $0.offset).line, message: $0.message)
            }
            return .success(CheckedFile(
                file: file, findings: checked.findings, suppressed: checked.suppressed, notices: notices + checked.notices,
                isChecked: checked.isChecked, jurisdiction: checked.jurisdiction))
        } catch {
            return .failure(error)
        }
    }

    private static func read(_ draft: Draft) throws(Diagnostics) -> (file: SourceFile, notice: Notice?) {
        let encoding = draft.settings.encoding
        return switch draft.origin {
        case .standardInput: try DraftReader.readStandardInput(shown: draft.shown, encoding: encoding)
        case .file(let path): try DraftReader.readDraft(path, shown: draft.shown, encoding: encoding)
        }
    }
}
