package import FieldTables

extension Reading {
    /// The places under a key; what is no place is reported.
    package mutating func regions(_ key: String, in fields: FieldMap) -> [Region] {
        fields.list(key).compactMap { region($0) }
    }

    private mutating func region(_ value: FieldValue) -> Region? {
        guard let code = value.text else { return nil }
        if let region = Region(code) { return region }
        report(Region.problem(with: code), at: value.range)
        return nil
    }

    /// The professions under a key.
    package func professions(_ key: String, in fields: FieldMap) -> [Profession] {
        fields.texts(key).compactMap(Profession.init(spelled:))
    }
}

extension FieldKind {
    /// A profession, in either spelling.
    package static var profession: Self { .choice(Profession.spellings) }
}
