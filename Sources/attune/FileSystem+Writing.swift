#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension FileSystem {
    /// Makes a folder and those above it, as far as they are missing.
    static func makeFolder(_ path: String) throws(Failure) {
        if kind(of: path) == .folder { return }
        try makeFolder(Path.parent(of: path))
        if mkdir(path, 0o777) != 0 { throw Failure() }
    }

    /// Puts bytes in place of a file's, all at once: a reader sees the old ones or the new (but for a file of several
    /// names, which is written where it stands). Its mode, its owner and links to it stay.
    static func replace(_ path: String, with bytes: [UInt8]) throws(Failure) {
        guard let resolved = realpath(path, nil) else { throw Failure() }
        defer { free(resolved) }
        let target = String(cString: resolved)
        var status = stat()
        guard stat(target, &status) == 0 else { throw Failure() }
        guard access(target, W_OK) == 0 else { throw Failure() }
        // Another name of the file would keep the old bytes if a new file took this one's place.
        if status.st_nlink > 1 {
            try overwrite(target, with: bytes)
            return
        }
        let name = target.split(separator: "/").last ?? ""
        let draft = "\(Path.parent(of: target))/.\(name).attune-\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure() }
        do throws(Failure) {
            defer { _ = Self.close(descriptor) }
            try write(bytes, to: descriptor)
            // Only root can give a file away; what belongs to somebody else is then left alone.
            if fchown(descriptor, status.st_uid, status.st_gid) != 0, status.st_uid != getuid() { throw Failure() }
            if fchmod(descriptor, status.st_mode & 0o7777) != 0 || fsync(descriptor) != 0 { throw Failure() }
        } catch {
            unlink(draft)
            throw error
        }
        guard rename(draft, target) == 0 else {
            let failure = Failure()
            unlink(draft)
            throw failure
        }
    }

    /// Writes a new file; one that is there is never overwritten.
    static func create(_ path: String, _ text: String) throws(Failure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Failure() }
        defer { _ = Self.close(descriptor) }
        try write(Array(text.utf8), to: descriptor)
    }

    /// Puts bytes in place of a file's where it stands. When they cannot be written, the old ones are put back.
    private static func overwrite(_ path: String, with bytes: [UInt8]) throws(Failure) {
        let old = try read(path)
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure() }
        defer { _ = Self.close(descriptor) }
        do throws(Failure) {
            try write(bytes, to: descriptor)
            if ftruncate(descriptor, off_t(bytes.count)) != 0 || fsync(descriptor) != 0 { throw Failure() }
        } catch {
            if lseek(descriptor, 0, SEEK_SET) == 0 {
                try write(old, to: descriptor)
                ftruncate(descriptor, off_t(old.count))
            }
            throw error
        }
    }

    /// Opens a file to be written anew.
    static func openForWriting(_ path: String) throws(Failure) -> Int32 {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        if descriptor < 0 { throw Failure() }
        return descriptor
    }

    /// Why a file could not be closed, which is when some systems find that the disk is full.
    static func close(_ descriptor: Int32) -> Failure? {
        #if canImport(Darwin)
        Darwin.close(descriptor) == 0 ? nil : Failure()
        #else
        Glibc.close(descriptor) == 0 ? nil : Failure()
        #endif
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { systemWrite(descriptor, $0) }
            if written < 0, errno == EINTR { continue }
            if written <= 0 { throw Failure() }
            rest = rest.dropFirst(written)
        }
    }

    private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Darwin)
        Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #else
        Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }
}
