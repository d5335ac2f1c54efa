/// How evenly quotes are spread over people: what a reader asks who fears that a few voices carry a study.
struct Spread: Equatable {
    /// How many people there are, and how many of them are quoted.
    let people: Int
    let quoted: Int
    let quotes: Int
    /// The most quotes that one person has.
    let most: Int
    /// The fewest people who have half of the quotes between them.
    let peopleWithHalf: Int

    init(_ quotesOfEach: [Int]) {
        people = quotesOfEach.count
        quoted = quotesOfEach.count { $0 > 0 }
        quotes = quotesOfEach.reduce(0, +)
        most = quotesOfEach.max() ?? 0
        var sum = 0
        var count = 0
        for number in quotesOfEach.sorted(by: >) where sum * 2 < quotes {
            sum += number
            count += 1
        }
        peopleWithHalf = count
    }

    /// A part of all quotes in percent, rounded.
    func percent(_ number: Int) -> Int { quotes == 0 ? 0 : (number * 100 + quotes / 2) / quotes }
}
