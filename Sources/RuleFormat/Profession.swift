/// What a therapist is by training or licence. Codes and laws bind some professions and not others.
package enum Profession: String, CaseIterable, Sendable {
    case psychologist
    case psychotherapist
    case counsellor
    case socialWorker = "social-worker"
    case marriageAndFamilyTherapist = "marriage-and-family-therapist"
    case psychiatrist
    case artsTherapist = "arts-therapist"
    case addictionCounsellor = "addiction-counsellor"
    case coach

    /// The profession of a name, as it is spelled in Britain or in the United States.
    package init?(spelled name: String) {
        self.init(rawValue: Self.americanSpellings[name] ?? name)
    }

    /// Every name that is understood.
    package static let spellings = allCases.map(\.rawValue) + americanSpellings.keys.sorted()

    private static let americanSpellings = ["counselor": "counsellor", "addiction-counselor": "addiction-counsellor"]
}
