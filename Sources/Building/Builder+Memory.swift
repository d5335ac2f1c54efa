import Fingerprints
import Processors
import Publishing

extension Builder {
    /// Begins to read what is remembered of the last build into the same folder.
    public func recall() -> Recalled {
        Recalled(memory: Meanwhile { [request] in request.isFresh ? nil : MemoryFile(ofSite: request.output)?.read() })
    }

    /// What counts of that for a build from these files.
    public func lastBuild(_ recalled: Recalled, _ inputs: Inputs) -> LastBuild {
        LastBuild(recalled.memory.outcome(), inputs)
    }

    /// If nothing has changed since the last build, neither what the site is made from nor the site, there is nothing to
    /// do but to say so again. Nil if something has changed, or if warnings have to be given again.
    ///
    /// Throws when the site's folder cannot be used.
    public func standing(_ inputs: Inputs, _ last: LastBuild) throws(PublishingError) -> Outcome? {
        guard last.isOfThese, let told = last.memory?.told, told.warnings == 0 else { return nil }
        var watch = Stopwatch(inputs.timings)
        let publication = try Publication.begin(at: request.output)
        guard let summary = publication.leave(ifAsIn: last) else {
            publication.abandon()
            return nil
        }
        watch.ended(.write)
        return Outcome(told: told, summary: summary, timings: watch.timings)
    }

    /// Begins to make the site's folder ready, if there is one, while the study is read.
    public func open() -> Opening {
        Opening(publication: Meanwhile { [request] in Publication.resume(at: request.output) })
    }

    /// Lets the site stand as it is, since another cannot be made; but whole.
    public func letStand(_ opening: Opening) {
        if case .success(let publication)? = opening.publication.outcome() { publication.abandon() }
    }

    /// Remembers this build.
    func remember(
        _ plan: Plan,
        copied: [BuildMemory.CopiedFile],
        told: Told,
        pages: [MadePage],
        published: Published
    ) {
        guard let file = MemoryFile(ofSite: request.output) else { return }
        guard let site = published.site, let program = RunningProgram.fingerprint else { return file.forget() }
        var shown = [Fingerprint?](repeating: nil, count: site.stamps.count)
        var planned: [FileNumber] = []
        planned.reserveCapacity(pages.count)
        for page in pages {
            guard let number = published.next(page.number) else { return file.forget() }
            shown[number.rawValue] = page.shown
            planned.append(number)
        }
        file.write(
            BuildMemory(
                program: program,
                templates: plan.inputs.templatesFingerprint,
                inputs: plan.inputs.fingerprint,
                copied: copied,
                told: told,
                site: site,
                shown: shown,
                planned: planned,
                texts: plan.texts
            )
        )
    }
}

/// What is remembered of the last build, which may still be on its way from the disk.
public struct Recalled: Sendable {
    let memory: Meanwhile<BuildMemory?>
}

/// A publication that has begun before it is known whether there is anything to publish.
public struct Opening: Sendable {
    /// Nil if there is no site yet: a folder is only made for one that is sound.
    let publication: Meanwhile<Result<Publication, PublishingError>?>
}

extension Publication {
    /// Ends with the site as it stands, if that is what the last build made from the same; else nil, and nothing ends.
    func leave(ifAsIn last: LastBuild) -> PublicationSummary? {
        guard last.isOfThese, let site = last.memory?.site, stands(as: site) else { return nil }
        return leave()
    }
}
