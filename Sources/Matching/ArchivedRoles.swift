import Archiving
import RuleFormat

/// The role of each pattern, in an archive: four numbers each, what kind of role it is and what it belongs to.
package struct ArchivedRoles: RandomAccessCollection, Sendable {
    private static let width = 4

    private let archive: Archive
    private let numbers: Range<Int>
    /// Of countries and captures.
    private let names: [String]

    init(reading cursor: inout ArchiveCursor) {
        archive = cursor.archive
        numbers = cursor.numbers()
        let names = cursor.strings()
        self.names = (0..<names.count).map { names.withBytes(of: $0) { String(decoding: $0, as: UTF8.self) } }
    }

    static func write(_ roles: [RuleSet.Role], to archive: inout ArchiveBuilder) {
        var names: [String] = []
        archive.append(numbers: roles.flatMap { role in
            let numbers = numbers(of: role, &names).map(UInt32.init)
            return numbers + Array(repeating: 0, count: width - numbers.count)
        })
        archive.append(strings: names.map { Array($0.utf8) })
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { numbers.count / Self.width }

    package subscript(pattern: Int) -> RuleSet.Role {
        archive.withContent { content in
            let column = content.numbers(numbers)
            let row = pattern * Self.width
            return role(Int(column[row]), Int(column[row + 1]), Int(column[row + 2]), Int(column[row + 3]))
        }
    }

    private static func numbers(of role: RuleSet.Role, _ names: inout [String]) -> [Int] {
        switch role {
        case .match(let rule, let entry): [0, rule, entry]
        case .except(let rule): [1, rule]
        case .needed(let rule): [2, rule]
        case .neededExcept(let rule): [3, rule]
        case .present(let rule, nil): [4, rule]
        case .present(let rule, let place?): [4, rule, number(of: place, in: &names) + 1]
        case .presentWhenLinesUnknown(let rule): [5, rule]
        case .presentExcept(let rule): [6, rule]
        case .capture(let rule, let entry, let name): [7, rule, entry, number(of: name, in: &names)]
        case .condition(let rule, let number): [8, rule, number]
        case .counted(let rule): [9, rule]
        case .against(let rule): [10, rule]
        case .variant(let rule, let group, let name): [11, rule, group, name]
        case .known(let value): [12, value]
        case .neededWhenStrict(let rule): [14, rule]
        case .cue(let context, let place): [13, number(of: context), number(of: place)]
        }
    }

    private func role(_ kind: Int, _ first: Int, _ second: Int, _ third: Int) -> RuleSet.Role {
        switch kind {
        case 0: .match(rule: first, entry: second)
        case 1: .except(rule: first)
        case 2: .needed(rule: first)
        case 3: .neededExcept(rule: first)
        case 4: .present(rule: first, place: second == 0 ? nil : names[second - 1])
        case 5: .presentWhenLinesUnknown(rule: first)
        case 6: .presentExcept(rule: first)
        case 7: .capture(rule: first, entry: second, name: names[third])
        case 8: .condition(rule: first, second)
        case 9: .counted(rule: first)
        case 10: .against(rule: first)
        case 11: .variant(rule: first, group: second, third)
        case 12: .known(first)
        case 14: .neededWhenStrict(rule: first)
        default: .cue(Context.allCases[first], ContextCues.Place.allCases[second])
        }
    }

    private static func number(of name: String, in names: inout [String]) -> Int {
        if let known = names.firstIndex(of: name) { return known }
        names.append(name)
        return names.count - 1
    }

    private static func number<Case: CaseIterable & Equatable>(of value: Case) -> Int {
        Array(Case.allCases).firstIndex(of: value) ?? 0
    }
}
