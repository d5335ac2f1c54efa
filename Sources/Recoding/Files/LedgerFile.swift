import CSV
import Study

/// The ledger as a file: a table that people read and that merges line by line.
public enum LedgerFile {
    /// Where it stands in the study's folder.
    public static let path = "ledger.csv"
    /// The names of its columns, in order.
    public static let columns = ["kind", "id", "state", "now", "since"]

    /// The bytes of the file: a line for each entry, sorted; the same ledger gives the same bytes.
    public static func bytes(of ledger: Ledger) -> [UInt8] {
        var writer = CSVWriter()
        writer.row(columns)
        for name in ledger.names {
            guard let entry = ledger[name] else { continue }
            writer.row([
                name.kind.rawValue, name.id, entry.fate.rawValue, entry.successors.joined(separator: "; "),
                entry.since ?? "",
            ])
        }
        // Git merges and shows lines that end with LF alone better.
        return writer.bytes.filter { $0 != 0x0D }
    }
}
