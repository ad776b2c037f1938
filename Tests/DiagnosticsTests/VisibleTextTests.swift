import Diagnostics
import Testing

struct VisibleTextTests {
    @Test(arguments: [
        ("a\u{1B}[31mb", "a␛[31mb"), ("a\u{7F}\u{0}", "a␡␀"), ("a\u{9B}31m", "a\\u{9B}31m"), ("a\u{85}b", "a\\u{85}b"),
        ("a\u{202E}b\u{202C}", "a\\u{202E}b\\u{202C}"), ("\u{2066}a\u{2069}", "\\u{2066}a\\u{2069}"), ("a\r\nb\tc", "a␍␊b␉c"),
        ("a\u{2028}b", "a\\u{2028}b"),
    ])
    func controlCharactersBecomeMarks(_ text: String, _ shown: String) {
        #expect(VisibleText.of(text) == shown)
    }

    @Test(arguments: ["plain", "心理 ‘quoted’ — 👩🏽‍⚕️ cafe\u{301}", "עברית\u{200F}", "a\u{200B}b\u{AD}"])
    func otherTextStaysAsItIs(_ text: String) {
        #expect(VisibleText.of(text) == text)
    }

    @Test func aDiagnosticIsOneLine() {
        let diagnostic = Diagnostic(path: "a\nb\u{1B}.md", position: nil, message: "no \u{202E}file\n")
        #expect(diagnostic.line == "a␊b␛.md: error: no \\u{202E}file␊")
    }
}
