import TestKit
import Testing

struct RuleFileTests {
    /// A name says what the problem is, so that "allow overclaim/cure" reads right.
    @Test func rulesAreNamedForTheProblem() {
        for path in Repository.files(in: "rules", endings: [".yaml"]) {
            let name = path.split(separator: "/").last ?? ""
            #expect(!["avoid-", "do-not-", "no-", "use-", "prefer-", "always-", "never-"].contains { name.hasPrefix($0) }, "\(path)")
        }
    }

    @Test func everyCategoryHasItsFirstRules() {
        let counts = Dictionary(grouping: Repository.files(in: "rules", endings: [".yaml"]).map { $0.split(separator: "/") }) { $0[1] }
            .mapValues { $0.count { $0.count == 3 } }
        for category in ["jargon", "distance", "overclaim"] { #expect(counts[Substring(category), default: 0] >= 6) }
        for category in ["crisis", "ai"] { #expect(counts[Substring(category), default: 0] >= 1) }
    }

    /// A crisis line that ships has been checked, on a day and at a source.
    @Test(arguments: Repository.files(in: "rules/crisis/lines", endings: [".yaml"]))
    func crisisLinesCarryTheirCheck(_ path: String) throws {
        let text = try Repository.text(path)
        let names = text.matches(of: /- name:/).count
        #expect(names > 0)
        #expect(text.matches(of: /checked: 20\d\d-\d\d-\d\d\n    source: ".+"/).count == names)
    }
}
