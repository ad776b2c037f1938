/// One way through the automaton: the state it has reached, and the tokens where it started and where its mark begins and
/// ends.
struct Thread {
    static let unmarked: Int32 = -1

    let state: UInt32
    let start: Int32
    var markStart = unmarked
    var markEnd = unmarked
}
