import Fingerprints

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// By what one can tell, without reading it, that a file was not touched: the file's number, its size, and when it and
/// what the system knows of it last changed.
///
/// Who writes to a file, or puts another in its place, changes its stamp, even if the size and the time of the file
/// itself are made to look the same.
public typealias FileStamp = Fingerprint

extension Folder {
    /// The stamp of a file in this folder. A text that is given for a C string is copied first, which this does without.
    func stamp(of path: SitePath) -> FileStamp? { path.rawValue.withCString { stamp(of: $0) } }

    /// The stamp of a file in this folder; nil if there is none, or something else has its name.
    func stamp(of name: UnsafePointer<CChar>) -> FileStamp? {
        var found = stat()
        guard fstatat(descriptor, name, &found, AT_SYMLINK_NOFOLLOW) == 0, found.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        return FileStamp(found)
    }
}

extension FileStamp {
    /// The stamp of a file of which the system knows this.
    init(_ found: stat) {
        #if canImport(Darwin)
            let times = (found.st_mtimespec, found.st_ctimespec)
        #else
            let times = (found.st_mtim, found.st_ctim)
        #endif
        self.init {
            $0.add(Int(truncatingIfNeeded: found.st_dev))
            $0.add(Int(truncatingIfNeeded: found.st_ino))
            $0.add(Int(found.st_size))
            for time in [times.0, times.1] {
                $0.add(time.tv_sec)
                $0.add(time.tv_nsec)
            }
        }
    }
}
