package import FieldTables
import RuleFormat

extension FieldTable {
    /// A `.lintrc`.
    package static let settings = FieldTable(".lintrc", [
        .optional("version", .choice(["1"]), "The version of this format."),
        .optional("root", .flag, "true: no `.lintrc` further up counts."),
        .optional("region", .oneOrMore(.text), "Where the page is read, as ISO 3166 codes: US, US-CO, GB. Decides which crisis lines count, and which sources and severities apply."),
        .optional("profession", .oneOrMore(.profession), "Who writes: decides with the region which sources and severities apply."),
        .optional("language", .text, "The language of the drafts. There are rules for English only."),
        .optional("encoding", .text, "What the drafts are encoded in when it is not UTF-8, by a name that ICU knows: windows-1252, Shift_JIS."),
        .optional("front-matter", .list(.text), "The keys of front matter whose values are read as text; dots between those of nested maps."),
        .optional("audience", .choice(of: Audience.self), "general: people looking for help. professional: colleagues."),
        .optional("fail-on", .choice(of: Settings.FailOn.self), "The mildest severity that makes the run fail."),
        .optional("rules", .entries(.short(.choice(of: LevelName.self), or: ruleOptions)), "The level of a rule, of a category (distance/*) or of all rules (*)."),
        .optional("select", .list(.text, atLeast: 1), "The rules, or categories (crisis/*), that are on, and no others."),
        .optional("ignore", .list(.text), "Rules, or categories, that are off."),
        .optional("exclude", .list(.text), "Files and folders that are left out, as .gitignore names them, relative to this file."),
        .optional("overrides", .list(.map(override)), "What holds for some files only; of those that fit a file the last one wins."),
        .optional("extends", .text, "A file of settings that these are laid over; or which rules are on to begin with: recommended; strict, which adds advice on what a page could say beside the usual; gentle, which leaves the suggestions out."),
        .optional("crisis", .map(crisis), "What this practice says of help in a crisis beside its drafts."),
        .optional("baseline", .text, "A file of findings that are known and left out, relative to this file; “attune baseline create” writes it."),
        .optional("rule-paths", .list(.text), "Folders or files of a practice's own rules, relative to this file."),
        .optional("terms", .map(terms), "Words that are treated in a way of their own."),
    ])

    /// What the front matter of a draft says under `attune`.
    package static let draftSettings = FieldTable("“attune”", [
        .optional("region", .oneOrMore(.text), "Where the page is read, as ISO 3166 codes."),
        .optional("profession", .oneOrMore(.profession), "Who writes, as in .lintrc."),
        .optional("page", .choice(of: PageKind.self), "What kind of page it is: general, for people looking for help, professional, for colleagues, or legal, a legal notice."),
        .optional("audience", .choice(of: Audience.self), "Whom the page is for, as in .lintrc: general or professional."),
        .optional("rules", .entries(.short(.choice(of: LevelName.self), or: ruleOptions)), "The level of a rule, of a category or of all rules."),
        .optional("terms", .map(terms), "Words that are treated in a way of their own."),
    ])

    static let override = FieldTable("an entry of “overrides”", [
        .required("files", .list(.text, atLeast: 1), "Files and folders, as .gitignore names them, relative to this file."),
        .optional("region", .oneOrMore(.text), "Where these pages are read, as ISO 3166 codes."),
        .optional("profession", .oneOrMore(.profession), "Who writes them."),
        .optional("audience", .choice(of: Audience.self), "Whom they are for: general or professional."),
        .optional("fail-on", .choice(of: Settings.FailOn.self), "The mildest severity in them that makes the run fail."),
        .optional("rules", .entries(.short(.choice(of: LevelName.self), or: ruleOptions)), "The level of a rule, of a category or of all rules."),
        .optional("select", .list(.text, atLeast: 1), "The rules, or categories, that are on, and no others."),
        .optional("ignore", .list(.text), "Rules, or categories, that are off."),
        .optional("terms", .map(terms), "Words that are treated in a way of their own."),
    ])

    static let ruleOptions = FieldTable("the options of a rule", [
        .optional("severity", .choice(of: LevelName.self), "The level that the rule reports at."),
        .optional("require", .choice(of: Requirement.self), "When a page must carry the text that the rule asks for."),
        .optional("reason", .flag, "true: a comment in a draft keeps findings of the rule back only when it says why."),
        .optional("strict", .flag, "true: the rule asks for more; `attune explain` shows what."),
    ])

    static let crisis = FieldTable("“crisis”", [
        .optional("site-wide", .list(.text), "Files that are shown on every page, such as the footer, relative to this file. What they say counts for each page."),
        .optional("lines", .list(.map(crisisLine)), "Crisis lines of the practice's own place, which count as help."),
    ])

    static let crisisLine = FieldTable("a crisis line", [
        .required("name", .text, "What the line calls itself."),
        .required("number", .text, "The number to call or text."),
    ])

    static let terms = FieldTable("“terms”", [
        .optional("allow", .list(.text), "Words that this practice keeps.")
    ])
}
