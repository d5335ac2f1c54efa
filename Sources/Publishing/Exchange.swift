#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Folder {
    /// Exchanges two folders in this one in a single step, so that each name always leads to a whole folder.
    ///
    /// `ENOSYS`, `EINVAL` or `ENOTSUP`: this system or file system cannot.
    func exchange(_ name: String, with other: String) -> Int32 {
        change(.exchange, name) { Folder.exchange(descriptor, name, other) }
    }

    #if canImport(Darwin)
        private static func exchange(_ folder: Int32, _ name: String, _ other: String) -> Int32 {
            renameatx_np(folder, name, folder, other, UInt32(RENAME_SWAP))
        }
    #else
        private typealias Rename =
            @convention(c) (
                Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
            ) -> Int32

        /// `RENAME_EXCHANGE` of the Linux kernel; the C library shows it only to those who ask for GNU extensions.
        private static let exchangeFlag: UInt32 = 2

        private static func exchange(_ folder: Int32, _ name: String, _ other: String) -> Int32 {
            // Looked up by name for the same reason, and because older C libraries do not have it.
            guard let symbol = dlsym(nil, "renameat2") else {
                errno = ENOSYS
                return -1
            }
            return unsafeBitCast(symbol, to: Rename.self)(folder, name, folder, other, exchangeFlag)
        }
    #endif
}
