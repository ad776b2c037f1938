import Diagnostics

extension Diagnostic {
    static let missingBreakRules = Diagnostic(
        path: "attune", position: nil, message: "ICU has no break rules; is its data installed?")
}
