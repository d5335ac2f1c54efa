import Fingerprints
import Markdown

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The program that is running, as far as it decides what a site looks like.
enum RunningProgram {
    /// Changes with every other build of the program and with every other version of the library that reads Markdown;
    /// nil if the system does not say where the program is.
    static var fingerprint: Fingerprint? {
        guard let path, let status = Disk.status(of: path) else { return nil }
        return Fingerprint {
            $0.add(path)
            $0.add(status.size)
            $0.add(status.number)
            $0.add(status.seconds)
            $0.add(status.nanoseconds)
            $0.add(MarkdownLibrary.version)
        }
    }

    private static var path: String? {
        #if canImport(Darwin)
            var size = UInt32(PATH_MAX)
            var buffer = [CChar](repeating: 0, count: Int(size))
            guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
            return buffer.withUnsafeBufferPointer { $0.baseAddress.flatMap { Disk.realPath(String(cString: $0)) } }
        #else
            return Disk.realPath("/proc/self/exe")
        #endif
    }
}
