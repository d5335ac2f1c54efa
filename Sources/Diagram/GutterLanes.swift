/// The lanes of a gutter, and what runs in them.
struct GutterLanes {
    /// For each lane, the passages that come together in it.
    let tracks: [[Int]]
    let lanes: Lanes

    /// The lanes of all gutters.
    ///
    /// - Parameter below: a height below all boxes.
    static func all(_ graph: LayeredGraph, _ passages: Passages, _ channel: Channel, below: Int) -> [GutterLanes] {
        var gutters = [[Int]](repeating: [], count: graph.columns.count + 1)
        for (index, passage) in passages.passages.enumerated() { gutters[passage.gutter].append(index) }
        return gutters.map { GutterLanes($0, passages, channel, below: below) }
    }

    private init(_ members: [Int], _ passages: Passages, _ channel: Channel, below: Int) {
        var tracks: [[Int]] = []
        var places: [Int: Int] = [:]
        // An arrow that is straight needs no lane.
        for member in members where !Self.isStraight(member, passages) {
            let track = passages.track(of: member)
            if let place = places[track] {
                tracks[place].append(member)
            } else {
                places[track] = tracks.count
                tracks.append([member])
            }
        }
        func stub(_ end: Passages.End, of member: Int, isStart: Bool) -> Lanes.Stub {
            switch end {
            case .port(let port):
                Lanes.Stub(y: passages.ports[port].y, isRight: !passages.ports[port].isRight)
            case .below:
                // What leads back comes from the right and goes to the left.
                Lanes.Stub(y: below + channel.ranks[passages.passages[member].route] * 10, isRight: isStart)
            }
        }
        self.tracks = tracks
        lanes = Lanes(
            tracks.map { members in
                var stubs = members.map { stub(passages.passages[$0].start, of: $0, isStart: true) }
                if let first = members.first {
                    stubs.append(stub(passages.passages[first].finish, of: first, isStart: false))
                }
                return Lanes.Track(stubs: stubs)
            }
        )
    }

    private static func isStraight(_ passage: Int, _ passages: Passages) -> Bool {
        guard case .port(let start) = passages.passages[passage].start,
            case .port(let finish) = passages.passages[passage].finish
        else { return false }
        return passages.ports[start].y == passages.ports[finish].y
            && passages.ports[start].isRight != passages.ports[finish].isRight
    }
}
