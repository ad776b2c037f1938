/// What a run of the program gave.
struct Outcome {
    let status: Int32
    let output: String
    let error: String
}
