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
}
