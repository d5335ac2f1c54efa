extension Publication {
    /// How far a publication has come. Several threads change it, under a lock.
    struct State {
        var ledger: Ledger
        /// Where the new site is made; made when the first file differs.
        var staging: Staging?
        var phase = Phase.open
    }

    enum Phase {
        case open, ended
        case failed(PublishingError)
    }
}

extension Publication.State {
    func requireOpen() throws(PublishingError) {
        switch phase {
        case .open: return
        case .ended: throw .outOfTurn
        case .failed(let error): throw error
        }
    }

    mutating func requireStaging(beside output: Output) throws(PublishingError) -> Staging {
        if let staging { return staging }
        let made = try Staging(beside: output)
        staging = made
        return made
    }

    /// Notes something in the ledger. If that is not possible, the publication has failed.
    mutating func note<Outcome>(
        _ change: (inout Ledger) throws(PublishingError) -> Outcome
    ) throws(PublishingError) -> Outcome {
        try requireOpen()
        do throws(PublishingError) {
            return try change(&ledger)
        } catch {
            phase = .failed(error)
            throw error
        }
    }

    mutating func fail(_ error: PublishingError, at number: Int) {
        ledger.settle(number, nil)
        if case .open = phase { phase = .failed(error) }
    }
}
