import RuleFormat
import Testing

struct InflectorTests {
    @Test(arguments: [
        ("guarantee", ["guarantee", "guaranteed", "guarantees", "guaranteeing"]),
        ("stop", ["stop", "stopped", "stops", "stopping"]),
        ("carry", ["carry", "carried", "carries", "carrying"]),
        ("heal", ["heal", "healed", "heals", "healing"]),
        ("counsel", ["counsel", "counseled", "counselled", "counsels", "counseling", "counselling"]),
        ("die", ["die", "died", "dies", "dying"]),
        ("feel", ["feel", "felt", "feels", "feeling"]),
        ("crisis", ["crisis", "crises", "crisises", "crisising"]),
        ("commit", ["commit", "committed", "commits", "committing"]),
        ("promise", ["promise", "promised", "promises", "promising"]),
        ("fix", ["fix", "fixed", "fixes", "fixing"]),
        ("be", ["be", "am", "is", "are", "was", "were", "been", "being", "bes"]),
        ("offer", ["offer", "offered", "offers", "offering"]),
    ])
    func forms(_ word: String, _ forms: [String]) {
        #expect(Inflector.forms(of: word) == forms)
    }
}
