import Checking
import Diagnostics
import Documents
import Matching
import RuleFormat
import Settings
import SourceText

/// Looks at the files that are shown on every page: one that says how to reach help now says it for all pages. One that does
/// not is checked with the drafts, so that the writer sees why it does not count.
struct SiteWideHelp {
    private let ruleSets: [RuleSet]
    private let workingFolder: String
    /// Whether a file says it, by the settings it is asked for.
    private var known: [String: Bool] = [:]

    init(ruleSets: [RuleSet], workingFolder: String) {
        self.ruleSets = ruleSets
        self.workingFolder = workingFolder
    }

    /// The drafts with what these files say for them, and those of the files that must be checked too.
    mutating func apply(to drafts: [Workers.Draft]) throws(Diagnostics) -> [Workers.Draft] {
        var drafts = drafts
        var unhelpful: [String: Workers.Draft] = [:]
        for index in drafts.indices where !drafts[index].settings.siteWideFiles.isEmpty {
            for file in drafts[index].settings.siteWideFiles {
                if drafts[index].origin == .file(file.path) { drafts[index].settings.isOnEveryPage = true }
                if try says(file.path, for: drafts[index]) {
                    drafts[index].settings.hasSiteWideHelp = true
                } else {
                    unhelpful[file.path] = drafts[index]
                }
            }
        }
        let checked = Set(drafts.map(\.origin))
        for (path, draft) in unhelpful.sorted(by: { $0.key < $1.key }) where !checked.contains(.file(path)) {
            var settings = draft.settings
            settings.isOnEveryPage = true
            let shown = Path.shown(path, from: workingFolder)
            drafts.append(Workers.Draft(
                origin: .file(path), shown: shown, settings: settings, commandLine: draft.commandLine, mayBeChanged: false, ruleSet: draft.ruleSet))
        }
        return drafts
    }

    private mutating func says(_ path: String, for draft: Workers.Draft) throws(Diagnostics) -> Bool {
        let key = ([path, "\(draft.ruleSet)"] + draft.settings.regions.map(\.code) + draft.settings.crisisLines).joined(separator: "\n")
        if let known = known[key] { return known }
        guard var checker = Checker(rules: ruleSets[draft.ruleSet]) else { throw Diagnostics([.missingBreakRules]) }
        let (file, _) = try DraftReader.readDraft(path, shown: Path.shown(path, from: workingFolder), encoding: draft.settings.encoding)
        let document = (DocumentFormat(path: file.path) ?? .html).read(file)
        let says = checker.saysHowToReachHelp(file, as: document, settings: draft.settings)
        known[key] = says
        return says
    }
}
