import Checking
import Reporting
import Testing

struct NoticeLinesTests {
    @Test func eachNamesItsPlace() {
        let notices = [
            Notice(path: "a.md", line: 3, message: "left out"), Notice(path: "b.md", line: nil, message: "no region"),
        ]
        #expect(NoticeLines.lines(of: notices) == ["a.md:3: note: left out", "b.md: note: no region"])
    }

    @Test func theSameOneIsToldOnce() {
        let notices = ["b.md", "a.md", "a.md", "c.md"].map { Notice(path: $0, line: nil, message: "no region") }
        #expect(NoticeLines.lines(of: notices) == ["b.md: note: no region (and 2 other files)"])
        #expect(NoticeLines.lines(of: Array(notices.prefix(2))) == ["b.md: note: no region (and 1 other file)"])
        #expect(NoticeLines.lines(of: Array(notices[1...2])) == ["a.md: note: no region"])
    }
}
