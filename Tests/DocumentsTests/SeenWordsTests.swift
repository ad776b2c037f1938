import Documents
import SourceText
import TestKit
import Testing

/// What of a draft is read and what is not: each “W” of a draft stands in the clean text and leads back to its own byte, each
/// “N” does not.
struct SeenWordsTests {
    private func check(_ text: String, _ format: DocumentFormat, sourceLocation: SourceLocation = #_sourceLocation) {
        let file = SourceFile(text)
        let document = format.read(file)
        var seen: [Int] = []
        for (at, byte) in document.text.enumerated() where byte == UInt8(ascii: "W") || byte == UInt8(ascii: "N") {
            seen.append(document.map.source(of: TextRange(at, at + 1)).lower)
        }
        let wanted = file.bytes.indices.filter { file.bytes[$0] == UInt8(ascii: "W") }
        #expect(seen.sorted() == wanted, "\(text.debugDescription) reads \(document.string(TextRange(0, document.text.count)).debugDescription)", sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        "[^1]: note\n\n    ```\n    code N\n    ```\n\nW one.\n\n# W\n", "[^1]: note\n\n    ~~~ x\n    code N\n    ~~~\n    W\n\nW\n",
        "!!! note\n    ```\n    N\n    ```\n\nW\n", "!!! note \"W\"\n    W\n\n    ```\n    N\n    ```\n    W\n\nW\n\n# W\n",
        "[^1]: W\n\n        N\n\n    W\n\nW\n", "!!! note\n\n        N\n\n    W\n", "[^1]: # W\n    - W\n\n      W\n\n          N\n", "[^1]: W\nW\n\nW\n",
        "[^1]: x\n\n    ```\n    N\n\nW one\n", "> [^1]: W\n>\n>     W\n>\n>         N\n>\n> W\n\nW\n", "- [^1]: W\n\n      W\n\n          N\n\n  W\n",
        "[^1]:\tW\n\n\tW\n\n\t\tN\n", "text W\n[^1]: W\n[^2]: W\n", "???+ tip \"W\"\n\n    1. W\n\n        W\n", "::: note W\nW\n:::\nW\n", ":::note[W]\n# W\n:::\n",
        "[^1]: W\n\n    > ```\n    > N\n\n    W\n", "!!! note\n    <div hidden>N</div>\nW\n", "[^1]: W\n\n    | W | W |\n    |---|---|\n    | W | W |\nW\n",
    ])
    func notes(_ text: String) {
        check(text, .markdown)
        check(text.replacing("\n", with: "\r\n"), .markdown)
    }

    @Test(arguments: [
        "```x``` W\n\nW {{ N }}\n\n[^1]: W\n\n    W\n", "> ```\n> N\n\nW {{ N }}\n", "- ```\n  N\n\nW {{ N }}\n", "- x\n\n      ```\n\nW {{ N }}\n", "    ```\n\nW {{ N }}\n",
        "<!--\n```\n-->\nW\n\n{{ N }}\n", "```\nN\n``` N\n{{ x }}\n```\n\nW {{ N }}\n", "~~~\nN\n```\nN\n~~~~  \nW {{ N }}\n", "> ```\n> N\n```\nN\n", "> W\n```\nN\n```\n> W\n",
        "W\n    ```\n    W {{ N }}\n\nW\n", "- W\n      ```x\n  W\n", "| W |\n| --- |\n| W |\n```\nN\n```\nW\n", "| W |\n|---|\n| W |\n# W\n\nW\n", "> | W |\n> |---|\n> | W |\n> ```\n> N\n> ```\n",
        "| W | W |\n| --- | --- |\n| W | W | N |\n", "W ` W\n# W ` {{ N }}\n", "W `\n- ` {{ N }}\n", "<script>\n```\n</script>\n\nW {{ N }}\n", "   ```\n   N\n  ```\nW\n", "1. ```\n   N\n   ```\n   W\n",
        "Term\n:   W\n\n    second para W\n\n        N\n\nW\n", "Term\n: W\n: W\n\nTerm\n\n:   W\n", "Text W\n{# N\n\nN #}\nW\n", "# W {#name}\n\nW #}\n", "{{/* N\n\nN */}}W\n", "{{!-- N\n\nN --}} W\n",
        "{{< highlight go >}}\nN\n{{</ highlight >}}\nW\n\n{{< highlight >}}\nN\n{{< /highlight >}}\nW\n", "{{< highlight >}}N{{< / highlight >}} W {{< highlight >}}N{{< /highlight >}}\n",
        "{{% highlight %}}\nN\n{{%/highlight%}}\nW\n", "{% highlight x %}\nN\n{%- endhighlight -%}\nW\n", "{{< highlight x />}} W {{< highlight >}}N{{< /highlight >}}\n",
    ])
    func codeAndTemplates(_ text: String) {
        check(text, .markdown)
        check(text.replacing("\n", with: "\r\n"), .markdown)
    }

    @Test(arguments: [
        "x [a]\n\n[a]: /u \"t \\\" W\"\n", "x [a]\n\n[a]: /u \"multi\nline W\"\n", "x [a]\n\n[a]: /u \"e &amp; W\"\n", "[a] x\n\n```\n[c](x \"N\")\n```\n\n[a]: /x \"t \\\" W\"\n",
        "[x][A b] [y][]\n\n[a\nB]: </u v>\n  'W \\' x'\n[y]: /z (W &lt; x)\n[z]: /z \"N \\\" x\"\n", "![x][i] ![W](i.png \"W\\\"\") ![W *W*][i]\n\n[i]: /i \"W &amp; x\"\n",
        "[![W](i.png \"W \\\" x\")](/u \"W &amp; x\")\n", "[W `]`](/u 'W \\' x')\n", "> [x]\n>\n> [x]: /u \"a\n> W\"\n", "[x]\n\n[x]: /u \"W \\\" x\"\n[x]: /u \"N \\\" x\"\n", "[x](/u \"a\nW\") W\n",
    ])
    func titles(_ text: String) {
        check(text, .markdown)
        check(text.replacing("\n", with: "\r\n"), .markdown)
    }

    @Test(arguments: [
        "x <span\nhidden>N</span> W <code\nclass=\"x\">N</code> W\n", "x <span\ntitle=\"W\">W</span>\n", "x <img\nalt=\"W\">\n", "> x <span\n> title=\"W >\n> W\">W</span> <i\n> hidden>N</i> W\n",
        "x <!-- a\n<b hidden> --> W\n", "<div hidden>\n\nN\n\n</div>\n\nW\n", "<div lang=fr>\n\nN\n\n- N\n\n</div>\n\nW\n", "W <span lang=\"fr\">N</span> <span lang=en-GB>W</span>\n",
        "<div>\n\nW\n\n<div hidden>\n\n<div>\n\nN\n\n</div>\n\nN\n\n</div>\n\nW\n\n</div>\n", "<div hidden>N</div>\n\nW\n", "<div hidden>\n\nN ![N](i.png \"N\") [N](/u \"N\")\n\n```\nN\n```\n\n</div>\nW\n",
        "> <div hidden>\n>\n> N\n\nW\n", "- <div hidden>\n\n  N\n- W\n", "<div hidden>\n\nN\n", "<span hidden>\n\nN\n\n</span>\n\nW\n", "<p hidden>\n\nW\n\n</p>\n\nW\n", "W <span hidden>N\n\nW\n",
        "<ul>\n<li>\n\nW\n\n</li>\n<li hidden>\n\nN\n\n</li>\n</ul>\n\nW\n", "<ul>\n<li hidden>\n\nN\n\n<li>\n\nW\n\n</ul>\n\nW\n", "<table><tr><td hidden>\n\nN\n\n</td><td>\n\nW\n\n</td></tr></table>\n\nW\n",
        "<details title=\"W\">\n<summary>W</summary>\n\nW\n\n</details>\n", "<!-- <div hidden> -->\n\nW\n", "<script>\nN <div hidden>\n</script>\n\nW\n", "<svg>\n\nN\n\n</svg>\n\nW\n", "</div>W\n\nW\n",
        "text <div hidden>N\n\nN</div> W\n", "<div hidden>\n\nN\n</div> W\n\nW\n",
        "<div lang=fr>\n\nN\n\n<p>N</p>\n<p lang=en title=W>W</p>\n\n<div lang=en>\n\nW <i lang=de title=N>N</i> W\n\n</div>\n\nN\n\n</div>\n\nW\n", "<section lang=fr><p>N</p>\n<p lang=en>W</p>\n\nN\n\n</section>W\n",
    ])
    func wrappers(_ text: String) {
        check(text, .markdown)
        check(text.replacing("\n", with: "\r\n"), .markdown)
    }

    @Test(arguments: [
        "```x``` W\n\n<Foo bar=\"N\">W</Foo> {N}\n", "export const a = `\nN\n\nN\n`\n\nW\n", "export const q = graphql`\n  query N {\n\n  N }\n`\n\nW\n",
        "export const m = {\n  description: \"Smile :) \",\n  title: \"N\",\n}\n\nW\n", "export const a = [\n  // 1) x\n  \"N\",\n]\nW\n", "export function f() {\n  const s = \"{ N\";\n  // it's {\n  return s\n}\n\nW\n",
        "export const a =\n  \"N\"\n\nW\n", "export const f = () =>\n  <p>N</p>\n\nW\n", "import a, {\n  b\n} from \"N\"\nimport \"N\"\n\nW\n", "export your W (see\n\nimport taxes from W\n\nW\n", "export const r = /[\"{]/;\nW\n",
        "export const t = `${a ? `N` : \"`\"} {`\nW\n", "<!-- N -->\n\nW <!-- N\n\n# N\n--> W\n", "<div hidden>\n\nN\n\n</div>\n\nW\n", "<div style={{display:\"none\"}}>N</div> W\n", "<div style={{color: 'red', display: 'none'}}>\n\nN\n\n</div>\n\nW\n",
        "<p hidden={true}>N</p> <p hidden={false}>W</p> <p aria-hidden={true}>N</p>\n", "<Card lang=\"fr\">\n\nN\n\n</Card>\n\nW\n", "<Card title=\"N\" hidden>N <img alt=\"N\"/></Card> W\n", "<b>_W_</b> W\n", "<Tabs>\n    <Tab>\n        - W\n\n          W\n    </Tab>\n</Tabs>\n",
        "<div>\n| W | W |\n|---|---|\n| W | W |\n</div>\n", "{cond && <p>don't</p>} W\n", "{/* N\n\nN */} W\n", "W\n<Note>\nW\n</Note>\nW\n", "<Foo\n  bar=\"N\"\n  title=\"W\"\n>\n\nW\n</Foo>\n", "{cond && <p>see https://x.org</p>} W\n",
    ])
    func mdx(_ text: String) {
        check(text, .mdx)
        check(text.replacing("\n", with: "\r\n"), .mdx)
    }

    @Test(arguments: [
        "+++\nsummary = \"\"\"W\"\"\"\n+++\nW\n", "+++\nsummary = '''\nW \\W\nW'''\n+++\n", "+++\nsummary = \"\"\"\nW \\\n   W \\\"\"\" W\n\"\"\" # N\n+++\n",
        "+++\nkeys = [\n  \"N\", # N\n  \"summary = \\\"N\\\"\",\n  { title = \"N\" }, [[1], 2]]\ntitle = \"W\" # N\n+++\n", "+++\n[params]\ntitle = \"N\"\n[[x]]\ntitle = \"N\"\n[[x]]\ntitle = \"N\"\n+++\n",
        "+++\n\"title\" = 'W'\n+++\n", "+++\ndate = 2026-01-02 03:04:05Z\ntitle = \"W\"\n+++\n", "+++\ntitle = \"W\"\nx = [\nsummary = \"N\"\n+++\nW\n", "+++\nx = { y = { title = \"N\" },\n  z = 1 }\nTitle = \"W\"\n+++\n",
        "{\n  \"a\": \"\\ud83d\\ude00\",\n  \"title\": \"W \\ud83d\\ude00 \\u0057ait\",\n  \"tags\": [\"N\", {\"title\": \"N\"}, 1.5e3, true, null,],\n}\nW\n".replacing("\\u0057", with: "w"),
        "---\nTitle: W\nSUMMARY: \"W\\\n  W\"\nattune:\n  # N\n---\nW\n",
    ])
    func frontMatter(_ text: String) {
        check(text, .markdown)
        check(text.replacing("\n", with: "\r\n"), .html)
    }

    /// Wherever in the file it stands, what follows blank lines in a list item belongs to it.
    @Test(arguments: ["1.  W\n\n\n    W\n\n        N\n", "- # W\n\n  W\n\n      N\n", "- ```\n  N\n  ```\n\n  W\n\n      N\n", "- W\n\n  ***\n\n  W\n\n      N\n"])
    func itemsGoOnBehindBlankLines(_ text: String) {
        for count in 0..<256 { check(String(repeating: "x", count: count) + "\n\n" + text, .markdown) }
    }
}
