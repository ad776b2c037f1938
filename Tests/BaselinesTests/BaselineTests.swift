import Baselines
import Checking
import Diagnostics
import SourceText
import TestKit
import Testing

struct BaselineTests {
    /// A finding on each place of a word.
    private func findings(_ word: String, in file: SourceFile) -> [Finding] {
        let text = file.text(SourceRange(0, file.bytes.count))
        return text.ranges(of: word).map { range in
            let lower = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            return Finding(
                rule: "house/word", severity: .error, scope: .span, message: "", range: SourceRange(lower, lower + word.utf8.count), suggestions: [])
        }
    }

    /// Where the findings stand in a text that are not in the baseline of another.
    private func new(_ text: String, at path: String = "a.md", before old: String, at oldPath: String = "a.md", isGone: Bool = true) -> [Int] {
        let (file, oldFile) = (SourceFile(text), SourceFile(old))
        var baseline = Baseline(findings("best", in: oldFile).map { BaselineEntry($0, in: oldFile, at: oldPath) })
        return baseline.new(findings("best", in: file), in: file, at: path, isGone: { _ in isGone }).map(\.range.lower)
    }

    @Test(arguments: [
        ("We are the best clinic.", "We are the best clinic."), ("A line before.\n\nWe are the best clinic.", "We are the best clinic."),
        ("We are the best clinic in all of Leeds.", "We are the best clinic."), ("WE ARE THE best   CLINIC.", "We are the best clinic."),
        ("You found the best clinic, friends.", "We are the best clinic, friends."), ("Now all is other: best of all.", "We are the best clinic."),
    ])
    func knowsAFindingAgain(_ text: String, _ old: String) {
        #expect(new(text, before: old) == [])
    }

    @Test func knowsItInAFileThatWasMoved() {
        #expect(new("We are the best clinic.", at: "b/c.md", before: "We are the best clinic.") == [])
        #expect(new("Now all is other: best of all.", at: "b/c.md", before: "We are the best clinic.") == [18])
    }

    @Test func aFindingElsewhereTakesNoEntryOfAFileThatIsThere() {
        #expect(new("We are the best clinic.", at: "b/c.md", before: "We are the best clinic.", isGone: false) == [11])
    }

    @Test func eachEntryStandsForOneFinding() {
        #expect(new("We are the best clinic. We are the best clinic.", before: "We are the best clinic.").count == 1)
        #expect(new("The best tea. We are the best clinic here.", before: "We are the best clinic here.") == [4])
    }

    @Test func tellsWhatIsGone() {
        let file = SourceFile("We are the best clinic. The best tea.")
        var baseline = Baseline(findings("best", in: file).map { BaselineEntry($0, in: file, at: "a.md") })
        let now = SourceFile("We are the best clinic.")
        _ = baseline.new(findings("best", in: now), in: now, at: "a.md", isGone: { _ in false })
        #expect(baseline.stale { $0 == "a.md" }.map(\.before) == ["best clinic. the"])
        #expect(baseline.stale { $0 == "b.md" } == [])
    }

    @Test func isReadAsItIsWritten() throws {
        let file = SourceFile("“We” \"are\"\n\tthe best \\ clinic\u{1F642}. yes: no #1")
        let baseline = Baseline(findings("best", in: file).map { BaselineEntry($0, in: file, at: "a b.md") })
        #expect(try BaselineFile.read(SourceFile(BaselineFile.text(of: baseline))).entries == baseline.entries)
    }

    @Test(arguments: [
        ("", "empty"), ("{\"version\": 2, \"findings\": []}", ":1:13: error: “version”"), ("{\"version\": 1}", "“findings” is missing"),
        ("{\"version\": 1, \"findings\": [{\"path\": \"a\"}]}", "“rule” is missing"), ("[1", "error:"),
    ])
    func whatIsWrongWithAFileIsTold(_ text: String, _ message: String) {
        do throws(Diagnostics) {
            _ = try BaselineFile.read(SourceFile(text))
            Issue.record("read")
        } catch {
            #expect(error.list.map(\.line).joined(separator: "\n").contains(message), "\(error.list.map(\.line))")
        }
    }
}
