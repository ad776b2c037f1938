import ArgumentParser

/// Which files a command is about.
struct FileOptions: ParsableArguments {
    @Argument(help: "Drafts (.md, .mdx, .html, .txt), folders of drafts and patterns ('posts/**/*.md'); - for standard input.")
    var paths: [String] = []

    @Option(help: ArgumentHelp("Reads the names of drafts from a file, one to a line or with NULs between; - for standard input.", valueName: "file"))
    var filesFrom: String?

    @Option(help: ArgumentHelp("Leaves files in folders out, as .gitignore names them. May be given more than once.", valueName: "pattern"))
    var exclude: [String] = []

    @Flag(help: "Leaves out what is excluded even where it is named, as pre-commit names files.")
    var forceExclude = false

    @Flag(inversion: .prefixedNo, help: "Leaves out what .gitignore and .attuneignore name.")
    var ignoreFiles = true

    @Flag(help: "Lets a run check nothing.")
    var allowEmpty = false

    func validate() throws {
        if paths.isEmpty, filesFrom == nil { throw ValidationError("Missing expected argument '<paths> ...'") }
        if paths.contains("") { throw ValidationError("A path is empty; for the working folder write a dot.") }
        if filesFrom == "" { throw ValidationError("The path after --files-from is empty.") }
        if filesFrom == "-", paths.contains("-") {
            throw ValidationError("Standard input cannot be a draft and the list of drafts at once.")
        }
    }

    /// The drafts named, those in the folders named, and what is wrong with names. `-` is not among them.
    func find(from workingFolder: String) throws(FileSystem.Failure) -> FileFinder {
        var finder = FileFinder(
            workingFolder: workingFolder, excluded: exclude,
            options: FileFinder.Options(excludesNamedFiles: forceExclude, readsIgnoreFiles: ignoreFiles, allowsNothing: allowEmpty))
        for path in paths where path != "-" { finder.add(path) }
        for path in try listedPaths() { finder.add(path) }
        return finder
    }

    private func listedPaths() throws(FileSystem.Failure) -> [String] {
        guard let filesFrom else { return [] }
        let bytes = filesFrom == "-" ? try FileSystem.readStandardInput() : try FileSystem.read(filesFrom)
        let separators: Set<UInt8> = bytes.contains(0) ? [0] : [0x0A, 0x0D]
        return bytes.split { separators.contains($0) }.map { String(decoding: $0, as: UTF8.self) }
    }
}
