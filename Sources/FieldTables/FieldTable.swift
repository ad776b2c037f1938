/// The keys of a mapping. The reader takes from it what is allowed and what must be there, `JSONSchema` what editors know.
package struct FieldTable: Sendable {
    /// What the mapping is called in messages: "a rule", "“page”".
    package let place: String
    package let fields: [Field]
    /// Keys of which at least one must be there; may be empty.
    package let oneOf: [String]

    package init(_ place: String, oneOf: [String] = [], _ fields: [Field]) {
        self.place = place
        self.fields = fields
        self.oneOf = oneOf
    }

    /// The names of all keys, in order.
    package var keys: [String] { fields.map(\.key) }
}
