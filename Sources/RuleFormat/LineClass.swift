/// A class of crisis lines, as patterns name it: `<crisis-line>`, `<violence-line>`.
package enum LineClass: String, CaseIterable, Sendable {
    /// Any that helps in a crisis, emergency numbers included.
    case crisis = "crisis-line"
    case violence = "violence-line"
    case perinatal = "perinatal-line"
    case veterans = "veterans-line"
    case lgbtqYouth = "lgbtq-youth-line"

    /// The topic that lines of the class are for; nil when any line will do.
    var topic: CrisisLine.Topic? {
        switch self {
        case .crisis: nil
        case .violence: .violence
        case .perinatal: .perinatal
        case .veterans: .veterans
        case .lgbtqYouth: .lgbtqYouth
        }
    }

    /// The list that holds the lines of a place, beside those that rule files define.
    package func list(in place: String) -> String { "\(rawValue) in \(place)" }
}
