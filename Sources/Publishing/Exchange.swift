#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Folder {
    /// Lets something in this folder and something in this or another one change places in a single step, so that each
    /// name always leads to something whole.
    ///
    /// `ENOSYS`, `EINVAL` or `ENOTSUP`: this system or file system cannot.
    func exchange(_ name: String, with other: String, in target: Folder? = nil) -> Int32 {
        change(.exchange, name) {
            Folder.rename(descriptor, name, (target ?? self).descriptor, other, Folder.exchangeFlag)
        }
    }

    /// Moves something in this folder to a name in another that has to be free: `EEXIST`, if it is not.
    func move(_ name: String, to newName: String, in target: Folder) -> Int32 {
        change(.rename, newName) {
            let moved = Folder.rename(descriptor, name, target.descriptor, newName, Folder.keepFlag)
            guard moved != 0, [EINVAL, ENOSYS, EOPNOTSUPP, ENOTSUP].contains(errno) else { return moved }
            // This system cannot look and move in one step.
            guard faccessat(target.descriptor, newName, F_OK, AT_SYMLINK_NOFOLLOW) != 0 else {
                errno = EEXIST
                return -1
            }
            return renameat(descriptor, name, target.descriptor, newName)
        }
    }

    private static func rename(
        _ folder: Int32,
        _ name: String,
        _ other: Int32,
        _ newName: String,
        _ flag: UInt32
    ) -> Int32 {
        #if canImport(Darwin)
            renameatx_np(folder, name, other, newName, flag)
        #else
            // Looked up by name, because the C library shows it only to those who ask for GNU extensions, and older ones
            // do not have it.
            guard let symbol = dlsym(nil, "renameat2") else {
                errno = ENOSYS
                return -1
            }
            return unsafeBitCast(symbol, to: Rename.self)(folder, name, other, newName, flag)
        #endif
    }

    #if canImport(Darwin)
        private static let exchangeFlag = UInt32(RENAME_SWAP)
        private static let keepFlag = UInt32(RENAME_EXCL)
    #else
        private typealias Rename =
            @convention(c) (
                Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
            ) -> Int32

        /// `RENAME_EXCHANGE` and `RENAME_NOREPLACE` of the Linux kernel.
        private static let exchangeFlag: UInt32 = 2
        private static let keepFlag: UInt32 = 1
    #endif
}
