/// What the new site has, as far as Verbatim made it.
struct NewSite {
    /// The list of its files.
    let manifest: Manifest
    /// By the place of each in that list: its number in the ledger. Nil if these are the same, as always when there are
    /// just the files that there were.
    private let numbers: [Int]?

    /// What a ledger comes to.
    init(_ ledger: Ledger, after former: Manifest?) {
        let made = ledger.outcomes.indices.filter { ledger.outcomes[$0] != nil }
        if let former, made.count == former.paths.count, ledger.added.isEmpty {
            manifest = former
            numbers = nil
            return
        }
        // What is left of the former site is in order; only what is new has to be put between.
        let files = made.map { (path: ledger.path(of: $0), number: $0) }.sorted { $0.path < $1.path }
        manifest = Manifest(sorted: files.map(\.path))
        numbers = files.map(\.number)
    }

    /// The number in the ledger of the file at a place of the list.
    func number(at place: Int) -> Int { numbers?[place] ?? place }

    /// By the number in the ledger: the place in the list. Nil if these are the same.
    func places(of count: Int) -> [FileNumber?]? {
        guard let numbers else { return nil }
        var places = [FileNumber?](repeating: nil, count: count)
        for (place, number) in numbers.enumerated() { places[number] = FileNumber(place) }
        return places
    }
}
