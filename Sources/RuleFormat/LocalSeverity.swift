package import Diagnostics

/// The severity that a rule has where a law or code makes it weigh more or less than by itself.
package struct LocalSeverity: Hashable, Sendable {
    package let jurisdiction: Jurisdiction
    package let severity: Severity
    /// Who says so.
    package let because: Citation

    /// Without a region of the practice nothing local counts, since none is guessed.
    package func counts(for practice: Jurisdiction) -> Bool {
        jurisdiction.covers(practice) && (jurisdiction.regions.isEmpty || !practice.regions.isEmpty)
    }
}

extension Rule {
    /// How much a finding matters for a practice: the strictest of what counts in one of its regions for one of its professions.
    package func severity(for practice: Jurisdiction) -> Severity {
        if severityWhere.isEmpty { return severity }
        let regions = practice.regions.isEmpty ? [[]] : practice.regions.map { [$0] }
        let professions = practice.professions.isEmpty ? Profession.allCases : practice.professions
        let severities = regions.flatMap { region in
            professions.map { profession in
                let one = Jurisdiction(regions: region, professions: [profession])
                return severityWhere.filter { $0.counts(for: one) }.map(\.severity).max() ?? severity
            }
        }
        return severities.max() ?? severity
    }

    /// Whether a preset turns the rule on for a practice for which it has a severity. What a law makes more than a suggestion is on
    /// in the gentle preset too.
    package func isOn(in preset: Preset, at local: Severity) -> Bool {
        if presets.contains(preset) { return true }
        return preset == .gentle && severity == .suggestion && local > severity && presets == Preset.usual(at: severity)
    }
}
