import Diagnostics
import Publishing
import Report
import Study
import StudyFiles
import Templates

/// The whole way from a study's files to a site: read, resolve, plan, render, publish.
public struct Builder: Sendable {
    /// What to build, and where.
    public struct Request: Sendable {
        /// The folder of the study, or one that holds it as `content`.
        public var study: String
        /// The folder of the site.
        public var output: String
        /// Whether warnings forbid making the site, too.
        public var isStrict: Bool
        /// Whether somebody wants to know where the time goes.
        public var isTimed: Bool

        /// What to build, and where.
        public init(study: String, output: String, isStrict: Bool = false, isTimed: Bool = false) {
            self.study = study
            self.output = output
            self.isStrict = isStrict
            self.isTimed = isTimed
        }
    }

    /// What came of reading and planning.
    public struct Plan: Sendable {
        /// Where the study was found.
        public let location: StudyLocation
        /// The texts that messages point into.
        public let sources: Sources
        /// All that was found.
        public let diagnostics: Diagnostics
        /// What to publish; nil if something forbids it.
        public let site: Site?
        /// Where the time went; nil if nobody asked.
        public let timings: Timings?
    }

    /// What came of rendering and publishing.
    public struct Outcome: Sendable {
        /// What happened to the files of the site.
        public let summary: PublicationSummary
        /// Where the time of the whole build went; nil if nobody asked.
        public let timings: Timings?
    }

    /// What a site is made of. A class, so that those who hand it on need not know what a study is made of.
    public final class Site: Sendable {
        let study: Study
        let report: Report
        let assets: [TemplateFiles.Asset]

        init(study: Study, report: Report, assets: [TemplateFiles.Asset]) {
            self.study = study
            self.report = report
            self.assets = assets
        }

        /// How many quotes the site shows.
        public var quoteCount: Int { study.quotes.count }
        /// How many themes and sub-themes the site shows.
        public var themeCount: Int { study.themes.count }
        /// How many participants the site shows.
        public var participantCount: Int { study.participants.count }
        /// How many pages the site has.
        public var pageCount: Int { report.pages.count { $0.address.hasSuffix(".html") } }
    }

    private let request: Request

    /// A builder for a request.
    public init(_ request: Request) {
        self.request = request
    }

    /// Reads the study and its templates, checks everything and plans the pages. Nothing is written.
    ///
    /// Throws when the machine fails to give a file.
    public func plan() throws -> Plan {
        var watch = Stopwatch(request.isTimed ? Timings() : nil)
        let location = StudyLocation.find(from: request.study)
        let skipped = [request.output] + (location.templates.map { [$0] } ?? [])
        let folder = try StudyFolder.read(location, skipped: skipped)
        watch.ended(.read)
        var sources = Sources()
        var foundInFiles = Diagnostics()
        let files = try TemplateFiles(
            own: location.templates,
            prefix: location.templatesPrefix,
            sources: &sources,
            diagnostics: &foundInFiles
        )
        // Templates need to know nothing of the study but its language, which can be seen before the study is read.
        let meanwhile = Meanwhile { [sources, language = folder.likelyLanguage] in
            MadeTemplates(files, language: language, sources: sources)
        }
        watch.ended(.templates)
        let reading = StudyReader.read(folder, beside: sources)
        watch.ended(.resolve)
        let language = reading.study?.about.language ?? "en"
        var made = meanwhile.outcome()
        if made.language != language { made = MadeTemplates(files, language: language, sources: sources) }
        var diagnostics = reading.diagnostics
        diagnostics.add(contentsOf: foundInFiles)
        diagnostics.add(contentsOf: made.diagnostics)
        watch.ended(.templates)
        checkOutput(location, into: &diagnostics)
        let report = Report.plan(reading.study, templates: made.templates, words: made.words, diagnostics: &diagnostics)
        let isSound = !diagnostics.hasErrors && !(request.isStrict && diagnostics.count(.warning) > 0)
        var site: Site?
        if isSound, let study = reading.study, let report {
            site = Site(study: study, report: report, assets: files.assets)
        }
        watch.ended(.plan)
        return Plan(
            location: location,
            sources: reading.sources,
            diagnostics: diagnostics,
            site: site,
            timings: watch.timings
        )
    }

    /// Renders a planned site and puts it into its folder: all of it, or nothing.
    ///
    /// `progress` is told, from any thread, how many pages of how many are done.
    public func publish(
        _ plan: Plan,
        site: Site,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> Outcome {
        var watch = Stopwatch(plan.timings)
        let publication = try Publication.begin(at: request.output)
        do {
            watch.ended(.write)
            watch.ended(try await write(site.report.pages, to: publication, progress: progress))
            for asset in site.assets {
                guard let path = SitePath("assets/" + asset.path.lowercased()) else { continue }
                try publication.write(path, asset.bytes)
            }
            for file in site.study.files {
                guard let path = SitePath(Report.address(ofFile: file)) else { continue }
                try publication.write(path, try Disk.read(plan.location.content + "/" + file))
            }
            watch.ended(.write)
            let summary = try publication.commit()
            watch.ended(.commit)
            return Outcome(summary: summary, timings: watch.timings)
        } catch {
            publication.abandon()
            throw error
        }
    }

    private func write(
        _ pages: [PageEntry],
        to publication: Publication,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> WorkerTime {
        // Pages differ in size, so workers take small chunks in turn rather than one half each.
        let chunk = 64
        let starts = stride(from: 0, to: pages.count, by: chunk)
        let isTimed = request.isTimed
        return try await withThrowingTaskGroup(of: (pages: Int, time: WorkerTime).self) { group in
            var done = 0
            var all = WorkerTime()
            var waiting = starts.makeIterator()
            func start(_ first: Int) {
                group.addTask {
                    var bytes: [UInt8] = []
                    bytes.reserveCapacity(1 << 16)
                    let last = min(first + chunk, pages.count)
                    var time = WorkerTime()
                    for page in pages[first..<last] {
                        bytes.removeAll(keepingCapacity: true)
                        guard let path = SitePath(page.address) else {
                            throw Disk.Failure(description: "the page address ‘\(page.address)’ cannot be a file")
                        }
                        try time.spend(isTimed: isTimed, on: &bytes, rendering: page.render) {
                            try publication.write(path, $0)
                        }
                    }
                    return (last - first, time)
                }
            }
            for _ in 0..<max(2, Self.processors * 2) {
                guard let first = waiting.next() else { break }
                start(first)
            }
            while let finished = try await group.next() {
                done += finished.pages
                all += finished.time
                progress(done, pages.count)
                if let first = waiting.next() { start(first) }
            }
            return all
        }
    }

    private static var processors: Int { Disk.processors }

    private func checkOutput(_ location: StudyLocation, into diagnostics: inout Diagnostics) {
        guard let content = Disk.realPath(location.content), let output = Disk.realPath(request.output) else { return }
        if output == content || content.hasPrefix(output == "/" ? output : output + "/") {
            diagnostics.add(
                .outputHoldsStudy,
                "the site cannot be written where the study is",
                atPath: request.output,
                help: "name another folder with --output"
            )
        }
    }
}
