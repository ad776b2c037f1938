import Diagnostics
import Testing

struct SpellingTests {
    private static let known = ["severity", "message", "overclaim/guarantee", "overclaim/cure"]

    @Test(arguments: [
        ("severty", "severity"), ("mesage", "message"), ("MESSAGE", "message"), ("overclaim/garantee", "overclaim/guarantee"),
        ("meassge", "message"),
    ])
    func findsWhatWasMeant(_ word: String, _ meant: String) {
        #expect(Spelling.nearest(to: word, in: Self.known) == meant)
    }

    @Test(arguments: ["colour", "x", "distance/cure-all"])
    func guessesNothingFarOff(_ word: String) {
        #expect(Spelling.nearest(to: word, in: Self.known) == nil)
    }
}
