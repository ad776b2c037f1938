/// An option that a page rule takes in `.lintrc`.
enum RuleOption: String, CaseIterable {
    case require
}
