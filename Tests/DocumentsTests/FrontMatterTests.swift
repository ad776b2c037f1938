import Documents
import MarkedYAML
import SourceText
import TestKit
import Testing

struct FrontMatterTests {
    private func frontMatter(_ text: String) -> FrontMatter? {
        FrontMatter(of: SourceFile(text))
    }

    @Test(arguments: [
        "---\n---\n", "---\n\n# a comment\n---\n", "---\ntitle: x\n---\n", "--- \r\ntitle: x\r\n---\t\r\n", "\u{FEFF}---\ntitle: x\n---\n",
        "---\ntitle: x\n---", "+++\ntitle = \"x\"\n+++\n", "+++\n+++\n", "+++\n# a comment\n[params]\n+++\n", "{\n  \"title\": \"a } b \\\" }\"\n}\n",
        "{\n\t\"a\": { \"b\": [1, 2] }\n}", "{\n}\n", "---\ntitle: {{ broken\n---\n", "{\n  \"title\": broken: [\n}\n",
    ])
    func isSkipped(_ text: String) throws {
        let found = try #require(frontMatter(text))
        #expect(found.range == SourceRange(0, text.utf8.count))
        #expect(frontMatter(text + "\nText.\n") != nil)
    }

    @Test(arguments: [
        "---\n\nWe guarantee results.\n\n---\n\nMore.\n", "---\n- one\n- two\n---\n", "---\nWords and: more words\n\nOther words.\n---\n",
        "---\ntitle: x\n", "+++\nWe guarantee results.\n+++\n", "+++\ntitle = 1\n", "{\nWe guarantee results.\n}\n", "{{< figure >}}\n",
        "{ \"title\": 1 }\n", "{\n  \"title\": 1\n", "{\n  \"title\": 1\n} and on\n", "Text.\n---\ntitle: x\n---\n", "----\ntitle: x\n----\n", "",
    ])
    func isText(_ text: String) {
        #expect(frontMatter(text) == nil)
    }

    /// What was plainly meant as front matter is told of when it cannot be read.
    @Test(arguments: [
        ("---\ntitle: x\nby: [a\n---\n", 3), ("---\n\n# comment\ntitle: a: b\n---\n", 4), ("{\n  \"title\": \"x\",\n  \"by\": [1\n}\n", 4),
        ("---\ntitle: *alias\n---\n", 2), ("---\ntitle: x\nai-assisted: partly\n---\n", 3), ("+++\nai-assisted = \"partly\"\n+++\n", 2),
        ("+++\ntitle = \"x\"\ntags = [1\ny = 2\n+++\n", 3), ("+++\nx = 1\n\nstray words\n+++\n", 4), ("+++\nx = \"open\n+++\n", 2),
        ("+++\nx = \(String(repeating: "{ a = ", count: 100))\n+++\n", 2), ("{\n  \"x\": \(String(repeating: "[", count: 100))\n}\n}", 2),
    ])
    func isToldOfWhenItCannotBeRead(_ text: String, line: Int) throws {
        let file = SourceFile(text)
        let notice = try #require(FrontMatter(of: file)?.notices.first)
        #expect(file.position(of: notice.offset).line == line)
    }

    @Test(arguments: ["---\ntitle: x\n---\n", "---\nai-assisted:\n---\n", "---\nai: a topic\n---\n", "+++\ntitle = 1\n+++\n"])
    func isNotToldOfWhenItIsRead(_ text: String) throws {
        #expect(try #require(frontMatter(text)).notices == [])
    }

    @Test(arguments: [
        ("---\nai-assisted: true\n---\n", "true"), ("---\nai_assisted: True\n---\n", "True"), ("---\naiAssisted: yes\n---\n", "yes"),
        ("---\nai-generated: on\n---\n", "on"), ("---\nai_generated: Y\n---\n", "Y"), ("---\naiGenerated: \"true\"\n---\n", "\"true\""),
        ("---\nai:\n  assisted: yes\n---\n", "yes"), ("---\nai: { generated: TRUE }\n---\n", "TRUE"),
        ("---\nattune:\n  ai-assisted: true\n---\n", "true"), ("---\nparams:\n  ai-assisted: true\n---\n", "true"),
        ("---\nai-assisted: no\nai-generated: yes\n---\n", "yes"), ("---\nAI-Assisted: Yes # since May\n---\n", "Yes"),
        ("+++\nai-assisted = true\n+++\n", "true"), ("+++\ntitle = \"a = b\" # c\nai_assisted = true # yes\n+++\n", "true"),
        ("+++\n[attune]\nai-assisted = \"yes\"\n+++\n", "\"yes\""), ("+++\nai.assisted = true\n+++\n", "true"),
        ("+++\nai = { tool = \"x\", assisted = true }\n+++\n", "true"), ("+++\n[params.ai]\ngenerated = true\n+++\n", "true"),
        ("+++\n\"ai-assisted\" = true\n+++\n", "true"), ("{\n  \"ai-assisted\": true\n}\n", "true"),
        ("{\n  \"ai\": { \"assisted\": \"yes\" }\n}\n", "\"yes\""),
    ])
    func declaresAI(_ text: String, _ value: String) throws {
        let file = SourceFile(text)
        let declaration = try #require(FrontMatter(of: file)?.aiDeclaration)
        #expect(file.text(declaration) == value)
    }

    @Test(arguments: [
        "---\nai-assisted: false\n---\n", "---\nai-assisted: No\n---\n", "---\nai-assisted: off\n---\n", "---\nai-assisted: n\n---\n",
        "---\nai-assisted:\n---\n", "---\nai-assisted: ~\n---\n", "---\nai: true story\n---\n", "---\nassisted: true\n---\n", "---\nother:\n  ai-assisted: true\n---\n",
        "+++\nai-assisted = false\n+++\n", "+++\n# ai-assisted = true\n+++\n", "+++\n[other]\nai-assisted = true\n+++\n",
        "+++\nabout = \"\"\"\nai-assisted = true\n\"\"\"\n+++\n", "{\n  \"ai-assisted\": false\n}\n",
    ])
    func declaresNoAI(_ text: String) throws {
        #expect(try #require(frontMatter(text)).aiDeclaration == nil)
    }

    /// What stands under `attune`, whatever it is written in.
    @Test(arguments: [
        "---\nattune:\n  region: [US, GB]\n---\n", "+++\n[attune]\nregion = [\"US\",\"GB\"]\n+++\n", "+++\nattune.region = [ # both\n  'US',\n  'GB', ]\n+++\n",
        "+++\nattune = { region = [\"US\", \"GB\"] }\n+++\n", "{\n  \"attune\": { \"region\": [\"US\", \"GB\"] }\n}\n",
    ])
    func holdsSettings(_ text: String) throws {
        guard case .list(let items) = frontMatter(text)?.settings?["region"]?.value else {
            Issue.record("no list in \(text.debugDescription)")
            return
        }
        #expect(items.map(\.scalar) == ["US", "GB"])
    }

    @Test(arguments: ["---\nattune:\n  # nothing yet\n---\n", "---\nattune: ~\n---\n", "{\n  \"attune\": null\n}\n", "---\ntitle: x\n---\n"])
    func holdsNoSettings(_ text: String) throws {
        #expect(try #require(frontMatter(text)).settings == nil)
    }
}
