import ArgumentParser

/// What becomes of the changes that findings offer.
struct FixOptions: ParsableArguments {
    @Flag(help: "Makes the changes that are safe to make unasked, and reports what remains.")
    var fix = false

    @Flag(help: "With --fix or --diff: the other changes too.")
    var unsafeFixes = false

    @Flag(help: "Shows what --fix would change, and changes nothing.")
    var diff = false

    func validate() throws {
        if unsafeFixes, !fix, !diff { throw ValidationError("--unsafe-fixes says which changes --fix makes and --diff shows; add one of them.") }
    }

    /// Nil when nothing is to be changed.
    var fixing: Fixing? {
        fix || diff ? Fixing(includesUnsafe: unsafeFixes, writes: !diff) : nil
    }
}
