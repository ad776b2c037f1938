/// A choice of rules that settings start from.
package enum Preset: String, CaseIterable, Sendable {
    case recommended
    /// Everything, advice on what a page could say beside the usual included.
    case strict
    /// What a writer should not publish with, and no more.
    case gentle
}
