/// The words of an invented study: everyday English ones, and thousands that are pronounceable and mean nothing.
///
/// They come up as words do in a language, a few all the time and most of them hardly ever, so that search indexes
/// have realistic sizes.
struct Vocabulary {
    /// How many words there are.
    static let size = 12_000

    /// The invented words, the most frequent first; each begins with a letter from a to z.
    let invented: [String]
    private let words: [[UInt8]]
    private let choice = WeightedChoice(count: Vocabulary.size, evenness: 2)

    init(seed: UInt64) {
        var random = RandomSource(seed: seed, part: "vocabulary")
        var seen: Set<String> = []
        let common = CommonWords.list.filter { seen.insert($0).inserted }
        var invented: [String] = []
        while common.count + invented.count < Self.size {
            let word = Self.word(&random, rank: invented.count)
            if seen.insert(word).inserted { invented.append(word) }
        }
        self.invented = invented
        words = (common + invented).map { Array($0.utf8) }
    }

    /// Any word, as often as its rank says.
    func word(_ random: inout RandomSource) -> [UInt8] { words[choice.pick(&random)] }

    /// An invented word, each as often as any other.
    func inventedWord(_ random: inout RandomSource) -> String { random.pick(invented) }

    // The sounds are few and mild, so that no word comes out that would be out of place.
    private static let onsets = ["b", "d", "h", "j", "l", "m", "n", "r", "s", "t", "v", "w"]
    private static let clusters = ["br", "dr", "gl", "pl", "pr", "st", "str", "tr", "th"]
    private static let vowels = ["a", "e", "i", "o", "u"]
    private static let longVowels = ["ai", "ea", "ee", "oa", "ou"]
    private static let accented = ["é", "ö", "ü", "å", "ñe", "ça", "ło"]
    private static let codas = ["n", "l", "r", "m", "s"]
    private static let finals = ["", "", "n", "l", "r", "m", "s", "nd", "st", "rn", "lt"]
    private static let endings = ["ing", "ed", "er", "ly", "ness", "ment", "ful", "able", "ation"]

    /// Longer words are rarer, as in a language.
    private static func word(_ random: inout RandomSource, rank: Int) -> String {
        var word = ""
        let syllables = rank < 2_000 ? 2 : random.pick([2, 2, 3, 3, 3, 4])
        for syllable in 1...syllables {
            word += random.chance(25) ? random.pick(clusters) : random.pick(onsets)
            // Accents now and then, as in names and loan words.
            let accent = random.below(80) == 0
            word += accent ? random.pick(accented) : random.chance(20) ? random.pick(longVowels) : random.pick(vowels)
            if syllable == syllables {
                word += random.pick(finals)
            } else if random.chance(20) {
                word += random.pick(codas)
            }
        }
        guard random.chance(30), let last = word.last, !"aeiou".contains(last) else { return word }
        return word + random.pick(endings)
    }
}
