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

/// Checks many drafts at once. Each worker has its own checker; results come in the order of the drafts.
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

    private typealias Outcome = Result<CheckedFile, Diagnostics>

    /// The drafts that could be read, checked, and an error for each that could not. There are as many workers as processors,
    /// unless `jobs` says how many.
    static func check(_ drafts: [Draft], ruleSets: [RuleSet], jobs: Int?) async -> ([CheckedFile], [Diagnostic]) {
        let queues = ruleSets.indices.map { set in DraftQueue(drafts.indices.filter { drafts[$0].ruleSet == set }) }
        let width = max(1, min(drafts.count, jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
        var outcomes: [(index: Int, outcome: Outcome)] = []
        if width == 1 {
            outcomes = work(on: queues, drafts, ruleSets)
        } else {
            await withTaskGroup(of: [(index: Int, outcome: Outcome)].self) { group in
                for _ in 0..<width { group.addTask { work(on: queues, drafts, ruleSets) } }
                for await part in group { outcomes += part }
            }
        }
        var files: [CheckedFile] = []
        var errors: [Diagnostic] = []
        for (_, outcome) in outcomes.sorted(by: { $0.index < $1.index }) {
            switch outcome {
            case .success(let file): files.append(file)
            case .failure(let diagnostics): errors += diagnostics.list
            }
        }
        return (files, errors)
    }

    private static func work(
        on queues: [DraftQueue], _ drafts: [Draft], _ ruleSets: [RuleSet]
    ) -> [(index: Int, outcome: Outcome)] {
        zip(queues, ruleSets).flatMap { queue, rules in work(on: queue, drafts, rules) }
    }

    private static func work(on queue: DraftQueue, _ drafts: [Draft], _ rules: RuleSet) -> [(index: Int, outcome: Outcome)] {
        guard let first = queue.take() else { return [] }
        guard var checker = Checker(rules: rules) else {
            return [(first, .failure(Diagnostics([.missingBreakRules])))]
        }
        return sequence(first: first) { _ in queue.take() }.map { index in
            let draft = drafts[index]
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
                    settings.apply(try SettingsReader(frontMatter: own, of: file).finish(rules: rules.library.rules))
                }
                let checked = checker.check(file, as: document, settings: settings)
                notices += document.notices.map {
                    Notice(path: file.path, line: file.position(of: $0.offset).line, message: $0.message)
                }
                return (index, .success(CheckedFile(
                    file: file, findings: checked.findings, notices: notices + checked.notices, isChecked: checked.isChecked)))
            } catch {
                return (index, .failure(error))
            }
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
