#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The few things the program asks of the file system. Paths are POSIX paths.
enum FileSystem {
    enum Kind: Equatable {
        case file, folder, missing
        /// A pipe, a socket, a device.
        case special
        /// A symbolic link to nothing.
        case brokenLink
        /// It may be there, but the system does not tell, for the reason given.
        case unreachable(String)
    }

    /// A system call that failed, in the system's words.
    struct Failure: Error {
        let reason: String

        init(code: Int32 = errno) {
            reason = String(cString: strerror(code)).lowercased()
        }

        init(reason: String) {
            self.reason = reason
        }
    }

    static var workingFolder: String {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return String(cString: path)
    }

    /// What a path leads to, symbolic links followed.
    static func kind(of path: String) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT || errno == ENOTDIR else { return .unreachable(Failure().reason) }
            return lstat(path, &status) == 0 ? .brokenLink : .missing
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return .file
        default: return .special
        }
    }

    /// A path without symbolic links, as far as it is there.
    static func resolved(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The bytes of a file.
    static func read(_ path: String) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure() }
        defer { close(descriptor) }
        return try read(descriptor)
    }

    static func readStandardInput() throws(Failure) -> [UInt8] {
        try read(STDIN_FILENO)
    }

    /// In bytes. Offsets are kept in 32 bits, and nothing that people write comes near this.
    private static let largest = 1 << 30

    private static func read(_ descriptor: Int32) throws(Failure) -> [UInt8] {
        var status = stat()
        let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
        if size > largest { throw Failure(reason: "larger than 1 GiB") }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size + 1)
        let chunk = max(size + 1, 65536)
        while true {
            var count = 0
            bytes.append(contentsOf: [UInt8](unsafeUninitializedCapacity: chunk) { buffer, initialized in
                count = systemRead(descriptor, buffer.baseAddress, chunk)
                initialized = max(0, count)
            })
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw Failure() }
            if count == 0 { return bytes }
            if bytes.count > largest { throw Failure(reason: "larger than 1 GiB") }
        }
    }

    private static func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
        #if canImport(Darwin)
        Darwin.read(descriptor, buffer, count)
        #else
        Glibc.read(descriptor, buffer, count)
        #endif
    }

    /// The names in a folder with what they are, in order; symbolic links to folders are left out, so that none leads in
    /// a circle.
    static func entries(of folder: String) throws(Failure) -> [(name: String, kind: Kind)] {
        guard let directory = opendir(folder) else { throw Failure() }
        defer { closedir(directory) }
        var entries: [(name: String, kind: Kind)] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            let path = folder + "/" + name
            var status = stat()
            let isLink = lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
            let kind = kind(of: path)
            if isLink, kind == .folder { continue }
            entries.append((name, kind))
        }
        return entries.sorted { $0.name < $1.name }
    }
}
