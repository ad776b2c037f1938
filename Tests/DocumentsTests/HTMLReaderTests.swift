import Documents
import SourceText
import TestKit
import Testing

struct HTMLReaderTests {
    private func text(_ page: String, _ path: String) -> String {
        let document = DocumentFormat.html.read(SourceFile(page, path: path))
        return document.blocks.map { document.string($0.range) }.joined(separator: " | ")
    }

    @Test(arguments: [
        ("<p>a</p><!-- <noscript> --> seen <noscript>unseen</noscript>b", "a | seen b"),
        ("<script>'<noscript>'</script>seen<noscript>unseen</noscript>", "seen"), ("<style>/*<noscript>*/</style>seen<noscript>unseen</noscript>", "seen"),
        ("<textarea><noscript></textarea>seen<noscript>unseen</noscript>", "<noscript> | seen"), ("<p>a<noscript><p>unseen</noscript>b", "ab"),
        ("<head><noscript><p>unseen</p></noscript><title>seen</title></head>b", "b | seen"), ("<title>a <noscript> b</title>seen<noscript>unseen</noscript>", "seen | a <noscript> b"),
        ("<p>a</p><NOSCRIPT class='>'>unseen</NoScript >b", "a | b"),
    ])
    func leavesNoScriptOut(_ page: String, _ expected: String) {
        #expect(text(page, "draft.html") == expected)
    }

    @Test(arguments: [
        ("<p>One, <i lang=de>unseen <b>unseen</b></i> two.", "One, \u{FFFC} two.", 19), ("<blockquote lang=de><p>unseen<p lang=en>seen</blockquote>end", "seen | end", 23),
        ("<p lang=fr>unseen <em lang=en-GB>seen</em> unseen</p><p>b", "seen | b", 11), ("<html lang=en><p>a<img lang=fr alt=unseen>b", "a\u{FFFC}b", 18),
        ("<p>a</p><ul lang=fr title=unseen><li>unseen<li lang=en><q>seen</q></ul>", "a | “seen”", 37), ("<p xml:lang=fr>unseen</p>seen", "seen", 15),
        ("<html lang=' '><p lang='en_US'>seen<p lang=fr>unseen", "seen", 46), ("<p>a<div lang=fr> <br> </div>b", "a | b", nil),
        ("<html lang=English><p lang=en>a<p lang=English>b", "a | b", nil), ("<p lang=fr><script>unseen</script><code>unseen</code></p>seen", "seen", nil),
    ] as [(String, String, Int?)])
    func leavesOtherLanguagesOut(_ page: String, _ expected: String, noticeAt offset: Int?) {
        let document = DocumentFormat.html.read(SourceFile(page, path: "draft.xhtml"))
        #expect(text(page, "draft.xhtml") == expected)
        #expect(document.notices.map(\.offset) == [offset].compactMap { $0 })
        #expect(document.notices.allSatisfy { $0.message.contains("there are no rules for the language") })
    }

    @Test(arguments: [
        ("<p>a <math><mi>unseen</mi><mtext>unseen</mtext></math> b", "draft.html", "a \u{FFFC} b"), ("<math>unseen</math>a", "draft.html", "\u{FFFC}a"),
        ("<meta property='og:site_name' content='Willow'>a", "draft.html", "a | Willow"), ("<p>a<![CDATA[ b ]]>c</p>", "draft.xhtml", "a b c"),
        ("<p>a<![CDATA[b]]></p>", "draft.xhtml", "ab"), ("<p><![CDATA[a < b &amp; <i>c</i>]]></p>", "draft.xhtml", "a < b &amp; <i>c</i>"),
        ("<p>a<![CDATA[unseen]]></p>", "draft.html", "a"), ("<p>a<![CDATA[b", "draft.xhtml", "a"), ("<script>//<![CDATA[\nunseen < \n//]]></script>a", "draft.xhtml", "a"),
        ("<!-- <![CDATA[ --><p>a</p><!-- ]]> -->b", "draft.xhtml", "a | b"),
    ])
    func readsOrLeavesOut(_ page: String, _ path: String, _ expected: String) {
        #expect(text(page, path) == expected)
    }
}
