import Foundation
import TestKit
import Testing

/// Drafts of every format, from the file to the report.
struct FormatTests: ProgramTests {
    private struct Found: Equatable {
        let rule: String
        let text: String
    }

    private func findings(in name: String, _ text: String, settings: String = "") throws -> [Found] {
        var found: [Found] = []
        try withFolder([name: text, ".lintrc": settings]) { (folder: URL) throws in
            let json = try #require(try JSONSerialization.jsonObject(with: Data(try run([name, "--format", "json"], in: folder).output.utf8)) as? [String: Any])
            let file = try #require((json["files"] as? [[String: Any]])?.first)
            for finding in try #require(file["findings"] as? [[String: Any]]) {
                found.append(Found(rule: finding["rule"] as? String ?? "", text: finding["text"] as? String ?? ""))
            }
        }
        return found
    }

    /// Words that markup runs through are found, and underlined from their first byte to their last.
    @Test(arguments: [
        ("a.md", "She felt counter*transference* at once.\n", "counter*transference"),
        ("a.html", "<p>She felt count&shy;er\u{AD}transference at once.</p>", "count&shy;er\u{AD}transference"),
        ("a.md", "She felt count&shy;er\u{AD}transference at once.\n", "count&shy;er\u{AD}transference"),
        ("a.html", "<p>We use EM<b>DR</b> a lot.</p>", "EM<b>DR"),
        ("a.md", "We use EM<b>DR</b> a lot.\n", "EM<b>DR"),
        ("a.html", "<p>We guar&#97;ntee results.</p>", "guar&#97;ntee results"),
        ("a.md", "We guar&#97;ntee results.\n", "guar&#97;ntee results"),
        ("a.html", "<title>We guarantee results</title>", "guarantee results"),
        ("a.html", "<p>Hello.<img alt='We guarantee results'></p>", "guarantee results"),
        ("a.md", "![We guarantee results](a.jpg)\n", "guarantee results"),
        ("a.md", "---\ntitle: \"We guar\\u0061ntee results\"\n---\n", "guar\\u0061ntee results"),
        ("a.mdx", "import A from \"a\"\n\n<Card title=\"Hello\">\n  We **guarantee** results {year}.\n</Card>\n", "guarantee** results"),
        ("a.txt", "> We guarantee\n> results within weeks, and so on, in lines that were wrapped\n\nBye.\n", "guarantee\n> results"),
    ])
    func findsWordsInMarkup(_ name: String, _ text: String, _ expected: String) throws {
        let found = try findings(in: name, text)
        #expect(found.contains { $0.text.contains(expected) }, "\(found)")
    }

    @Test func oldEncodingsAreConvertedAndToldOf() throws {
        try withFolder(["posts/.lintrc": "encoding: macintosh", "bad/.lintrc": "encoding: macintosch", "bad/a.md": "Hi.\n"]) { (folder: URL) throws in
            try Data([0x93] + Array("We guarantee results".utf8) + [0x94]).write(to: folder.appending(path: "a.md"))
            try Data([0xD2] + Array("We guarantee results".utf8) + [0xD3]).write(to: folder.appending(path: "posts/b.md"))
            let json = try run(["a.md", "posts", "--format", "json"], in: folder)
            #expect(json.output.contains(#""encoding": "windows-1252""#) && json.output.contains(#""encoding": "macintosh""#))
            #expect(json.error.contains("a.md: note: read as windows-1252, since it is no UTF-8; offsets count in the UTF-8 that was made of it\n"))
            #expect(json.output.contains(#""offset": 3"#))
            #expect(try run(["a.md", "--encoding", "macintosh", "--format", "json"], in: folder).output.contains(#""encoding": "macintosh""#))
            #expect(try run(["a.md", "--encoding", "latin"], in: folder).status == 2)
            let bad = try run(["bad/a.md"], in: folder)
            #expect(bad.status == 2)
            #expect(bad.error == "bad/.lintrc:1:11: error: “macintosch” is no encoding that ICU knows; did you mean “macintosh”?\n")
        }
    }

    @Test func aDraftMaySayItsLanguage() throws {
        let promise = "We guarantee results.\n"
        let drafts = [
            "a.md": "---\nlang: fr\n---\n" + promise, "b.html": "<html lang=fr-CA><p>" + promise, "c.md": "---\nlanguage: English\n---\n" + promise,
            "d.html": "<html lang=en-GB><p lang=de>" + promise + "<p>Hello.",
        ]
        try withFolder(drafts) { (folder: URL) throws in
            let outcome = try run(["a.md", "b.html", "d.html"], in: folder)
            #expect(outcome.status == 0)
            #expect(outcome.output == "1 file checked: nothing found; 2 files not checked\n")
            #expect(outcome.error.contains("a.md: note: there are no rules for the language “fr”; the draft was not checked\n"))
            #expect(outcome.error.contains("b.html: note: there are no rules for the language “fr-CA”; the draft was not checked\n"))
            #expect(try run(["c.md"], in: folder).status == 1)
        }
    }

    @Test func textInOtherLanguagesIsToldOf() throws {
        let promise = "We guarantee results."
        let drafts = [
            "body.html": "<html lang=en><body lang=fr><p>\(promise)", "alone.html": "<body lang=fr><p>\(promise)", "all.html": "<div lang=fr>\(promise)</div>",
            "part.html": "<p>Hi.</p>\n<p lang=fr>\(promise)</p>\n<p lang=de>\(promise)</p>", "part.md": "Hi.\n\n<div lang=fr>\n\(promise)\n</div>\n\n<div lang=fr>x</div>\n",
            "klingon.md": "---\ntitle: x\nlang: Klingon\n---\n\(promise)\n", "xx.html": "<html lang=xx><p>\(promise)", "hugo.md": "+++\nlanguageCode = \"fr\"\n+++\n\(promise)\n",
        ]
        try withFolder(drafts) { (folder: URL) throws in
            func outcome(_ name: String) throws -> (Int32, String, String) {
                let outcome = try run([name], in: folder)
                return (outcome.status, String(outcome.output.split(separator: "\n").last ?? ""), outcome.error)
            }
            for name in ["body.html", "alone.html", "hugo.md"] {
                #expect(try outcome(name) == (0, "0 files checked; 1 file not checked", "\(name): note: there are no rules for the language “fr”; the draft was not checked\n"))
            }
            #expect(try outcome("all.html") == (0, "0 files checked; 1 file not checked", "all.html:1: note: there are no rules for the language “fr”; text in it was left out\n"))
            #expect(try outcome("part.html") == (0, "1 file checked: nothing found", "part.html:2: note: there are no rules for the languages “fr”, “de”; text in it was left out\n"))
            #expect(try outcome("part.md") == (0, "1 file checked: nothing found", "part.md:4: note: there are no rules for the language “fr”; text in it was left out\n"))
            let klingon = try outcome("klingon.md")
            #expect(klingon.0 == 1 && klingon.2 == "klingon.md:3: note: “Klingon” is no language that attune knows; the draft is read as “en”\n")
            let xx = try outcome("xx.html")
            #expect(xx.0 == 1 && xx.2 == "xx.html:1: note: “xx” is no language that attune knows; the draft is read as “en”\n")
        }
    }

    @Test func frontMatterHoldsSettingsAndText() throws {
        let promise = "We guarantee results.\n"
        let drafts = [
            "off.md": "---\nattune:\n  rules: { overclaim/*: off }\n  ai_assisted: no\n---\n" + promise,
            "off-too.md": "+++\n[attune.rules]\n\"overclaim/*\" = \"off\"\n+++\n" + promise,
            "comment.md": "---\nattune:\n  # nothing yet\n  rules: { overclaim/*: off }\nother:\n---\n" + promise, "empty.md": "---\nattune:\n  # nothing yet\n---\nHello.\n",
            "lists.md": "+++\n[attune]\nregion = [\"US\",\"GB\"]\n[attune.terms]\nallow = [\"EMDR\"]\n+++\nWe use EMDR.\n",
            "legal.md": "---\nattune: { page: legal }\n---\nWe guarantee results with EMDR.\n",
            "colleagues.md": "---\nattune: { page: professional }\n---\nWe work with EMDR.\n",
            "kinds.md": "---\nattune: { page: legal, audience: professional }\n---\n" + promise, "kind.md": "---\nattune: { page: imprint }\n---\n" + promise,
            "general.md": "---\nattune: { page: general }\n---\n" + promise,
            "wrong.md": "---\nattune:\n  rules: { overclaim/garantee: off }\n---\n" + promise,
            "hero.md": "---\nhero:\n  text: >\n    We guarantee\n    results.\n---\n", "keys/hero.md": "---\nhero:\n  text: We guarantee results.\n---\n",
            "keys/.lintrc": "front-matter: [hero.text]",
        ]
        try withFolder(drafts) { (folder: URL) throws in
            #expect(try run(["off.md", "off-too.md", "hero.md", "comment.md", "empty.md"], in: folder).status == 0)
            let clean = try run(["lists.md", "legal.md", "colleagues.md", "kinds.md"], in: folder)
            #expect(clean.output == "4 files checked: nothing found\n")
            #expect(try run(["general.md"], in: folder).status == 1)
            #expect(try run(["kind.md"], in: folder).error == "kind.md:2:17: error: “page” is “imprint”, but must be general, professional, legal\n")
            let wrong = try run(["wrong.md"], in: folder)
            #expect(wrong.status == 2)
            #expect(wrong.error == "wrong.md:3:12: error: no rule is called “overclaim/garantee”; did you mean “overclaim/guarantee”?\n")
            #expect(try run(["keys"], in: folder).output.contains("keys/hero.md:3:9: error:"))
        }
    }

    /// Offsets are kept in 32 bits.
    @Test func hugeFilesAreRefusedUnread() throws {
        try withFolder(["good.md": "Hello.\n"]) { (folder: URL) throws in
            for name in ["huge.md", ".lintrc"] {
                let path = folder.appending(path: name)
                try Data().write(to: path)
                try FileHandle(forWritingTo: path).truncate(atOffset: 5 << 30)
                let outcome = try run(["good.md", "huge.md"], in: folder)
                #expect(outcome.status == 2)
                #expect(outcome.error.contains("\(name): error: cannot be read: larger than 1 GiB\n"))
            }
        }
    }

    @Test func deepHTMLIsRefused() throws {
        let deep = String(repeating: "<div>", count: 1_001) + "We guarantee results."
        let wide = String(repeating: "<p><b>We guarantee results.</b>\n<ul><li>a<li>b</ul>", count: 2_000)
        try withFolder(["deep.html": deep, "deep.md": deep + "\n", "wide.html": wide]) { (folder: URL) throws in
            for name in ["deep.html", "deep.md"] {
                let outcome = try run([name], in: folder)
                #expect(outcome.status == 2)
                #expect(outcome.error == "\(name):1:5001: error: HTML nested deeper than 1,000 levels is not read\n")
            }
            #expect(try run(["wide.html"], in: folder).status == 1)
        }
    }
}
