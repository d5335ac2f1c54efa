/// Lists of values, one after another in two arrays: what has a short list for each of a hundred thousand quotes would
/// spend more on as many arrays than on what is in them.
struct Rows<Value: Sendable>: Sendable {
    private var values: [Value] = []
    private var ends: [Int] = []

    /// How many lists there are.
    var count: Int { ends.count }

    /// The list at a position.
    subscript(position: Int) -> ArraySlice<Value> { values[start(of: position)..<ends[position]] }

    /// A value in the list at a position.
    subscript(position: Int, place: Int) -> Value {
        get { values[start(of: position) + place] }
        set { values[start(of: position) + place] = newValue }
    }

    /// Adds a list.
    mutating func append(_ list: some Sequence<Value>) {
        values.append(contentsOf: list)
        ends.append(values.count)
    }

    mutating func reserveCapacity(_ lists: Int) { ends.reserveCapacity(lists) }

    /// Lists of the same lengths, all of one value.
    func filled<Other>(with value: Other) -> Rows<Other> {
        var rows = Rows<Other>()
        rows.values = [Other](repeating: value, count: values.count)
        rows.ends = ends
        return rows
    }

    private func start(of position: Int) -> Int { position == 0 ? 0 : ends[position - 1] }
}
