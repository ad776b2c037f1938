/// What a key of a mapping holds.
package indirect enum FieldKind: Sendable {
    /// Text, as written: `988`, `no` and `1.0` are text too.
    case text
    /// `true` or `false`.
    case flag
    /// One of these words; a number is written as a word of digits.
    case choice([String])
    case list(FieldKind, atLeast: Int = 0)
    /// One alone, or a list.
    case oneOrMore(FieldKind)
    case map(FieldTable)
    /// A map, or the short form of one.
    case short(FieldKind, or: FieldTable)
    /// A map whose keys are free.
    case entries(FieldKind)

    /// One of the named values of an enumeration.
    package static func choice<Choice: CaseIterable & RawRepresentable<String>>(of type: Choice.Type) -> Self {
        .choice(type.allCases.map(\.rawValue))
    }
}
