import Archiving
package import Matching

/// The rules that ship inside the program, compiled from `rules/` when it is built.
package enum BuiltInRules {
    package static func load() -> RuleSet {
        RuleSet(archive: Archive(numbers: numbers, bytes: bytes))
    }
}
