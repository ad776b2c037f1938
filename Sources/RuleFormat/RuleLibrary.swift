/// Everything that stands under a `rules` folder.
package struct RuleLibrary: Sendable {
    package var rules: [Rule] = []
    /// Named word lists, their entries in order.
    package var lists: [String: [PatternText]] = [:]
    package var contexts: [ContextCues] = []
    package var crisisLines: [CrisisLines] = []
    package var sources: [Source] = []

    package init() {}

    package func rule(_ id: String) -> Rule? {
        rules.first { $0.id == id }
    }
}
