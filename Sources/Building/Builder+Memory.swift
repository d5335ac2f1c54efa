import Fingerprints
import Publishing

extension Builder {
    /// If nothing has changed since the last build, neither what the site is made from nor the site, there is nothing to
    /// do but to say so again. Nil if something has changed, or if warnings have to be given again.
    ///
    /// Throws when the site's folder cannot be used.
    public func standing(_ inputs: Inputs) throws(PublishingError) -> Outcome? {
        var watch = Stopwatch(inputs.timings)
        guard !request.isFresh, let memory = MemoryFile(ofSite: request.output)?.read(), memory.told.warnings == 0,
            isMadeFrom(inputs, memory)
        else { return nil }
        let publication = try Publication.begin(at: request.output)
        guard publication.stands(as: memory.site) else {
            publication.abandon()
            return nil
        }
        let summary = publication.leave()
        watch.ended(.write)
        return Outcome(told: memory.told, summary: summary, timings: watch.timings)
    }

    private func isMadeFrom(_ inputs: Inputs, _ memory: BuildMemory) -> Bool {
        guard let program = RunningProgram.fingerprint, memory.program == program,
            memory.inputs == inputs.fingerprint
        else { return false }
        return memory.copied.allSatisfy { file in
            guard let bytes = try? Disk.read(inputs.location.content + "/" + file.path) else { return false }
            return Fingerprint { $0.add(bytes) } == file.content
        }
    }

    /// What can be relied on of what is remembered, page by page, when something has changed.
    func recollection(_ inputs: Inputs) -> Recollection {
        guard !request.isFresh, let memory = MemoryFile(ofSite: request.output)?.read(),
            memory.program == RunningProgram.fingerprint, memory.templates == inputs.templatesFingerprint
        else { return Recollection() }
        return Recollection(memory)
    }

    /// Remembers this build.
    func remember(
        _ inputs: Inputs,
        copied: [BuildMemory.CopiedFile],
        told: Told,
        pages: [SitePath: Fingerprint],
        site: StampedSite?
    ) {
        guard let file = MemoryFile(ofSite: request.output) else { return }
        guard let site, let program = RunningProgram.fingerprint else { return file.forget() }
        file.write(
            BuildMemory(
                program: program,
                templates: inputs.templatesFingerprint,
                inputs: inputs.fingerprint,
                copied: copied,
                told: told,
                site: site,
                shown: site.files.map { pages[$0.path] }
            )
        )
    }
}
