/// POSIX paths as text.
enum Path {
    /// An absolute path without `.`, `..` and doubled slashes.
    static func absolute(_ path: String, in folder: String) -> String {
        let whole = path.hasPrefix("/") ? path : folder + "/" + path
        var parts: [Substring] = []
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// How a path is shown: relative to a folder when it lies below it.
    static func shown(_ absolute: String, from folder: String) -> String {
        let prefix = folder == "/" ? "/" : folder + "/"
        return absolute.hasPrefix(prefix) ? String(absolute.dropFirst(prefix.count)) : absolute
    }

    /// A path as it is named from a folder: with `..` where it does not lie below.
    static func relative(_ absolute: String, to folder: String) -> String {
        let (names, start) = (absolute.split(separator: "/"), folder.split(separator: "/"))
        let shared = zip(names, start).prefix { $0 == $1 }.count
        return (Array(repeating: "..", count: start.count - shared) + names[shared...]).joined(separator: "/")
    }

    /// The names that lead from a folder to a path; nil when it does not lie below the folder.
    static func names(of absolute: String, below folder: String) -> [String]? {
        let prefix = folder == "/" ? "/" : folder + "/"
        return absolute.hasPrefix(prefix) ? absolute.dropFirst(prefix.count).split(separator: "/").map(String.init) : nil
    }

    /// The folder that holds a path; `/` holds itself.
    static func parent(of absolute: String) -> String {
        guard let slash = absolute.lastIndex(of: "/"), slash != absolute.startIndex else { return "/" }
        return String(absolute[..<slash])
    }
}
