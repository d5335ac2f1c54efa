import Bytes
import Diagnostics
import Fingerprints
import Processors
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
        /// Whether all is to be made anew, whatever is remembered of the last build.
        public var isFresh: Bool

        /// What to build, and where.
        public init(
            study: String,
            output: String,
            isStrict: Bool = false,
            isTimed: Bool = false,
            isFresh: Bool = false
        ) {
            self.study = study
            self.output = output
            self.isStrict = isStrict
            self.isTimed = isTimed
            self.isFresh = isFresh
        }
    }

    /// What came of reading and planning.
    public struct Plan: Sendable {
        /// What it was read from.
        public let inputs: Inputs
        /// The texts that messages point into.
        public let sources: Sources
        /// All that was found.
        public let diagnostics: Diagnostics
        /// What to publish; nil if something forbids it.
        public let site: Site?
        /// Where the time went; nil if nobody asked.
        public let timings: Timings?
        /// What there is to remember of the study's texts.
        let texts: [RememberedText]
    }

    /// What came of rendering and publishing.
    public struct Outcome: Sendable {
        /// What there is to tell of the study.
        public let told: Told
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
        /// Makes every page and file in turn, on this thread, and lets it go: for counting what that takes.
        public func rehearse() -> (files: Int, bytes: Int) {
            var all = 0
            // As when they are published, but for the files.
            var output = ByteStream { all += $0.count }
            for page in report.pages {
                page.render(&output)
                all += output.bytes.count
                output.bytes.removeAll(keepingCapacity: true)
            }
            return (report.pages.count, all)
        }

        /// How many pages the site has.
        var pageCount: Int { report.pages.count(where: \.isPage) }
    }

    let request: Request

    /// A builder for a request.
    public init(_ request: Request) {
        self.request = request
    }

    /// Reads the study and its templates, checks everything and plans the pages. Nothing is written.
    ///
    /// Throws when the machine fails to give a file.
    public func plan() throws -> Plan {
        plan(try read())
    }

    /// Reads the files of the study and its templates, and looks at nothing in them.
    ///
    /// Throws when the machine fails to give a file.
    public func read() throws -> Inputs {
        var watch = Stopwatch(request.isTimed ? Timings() : nil)
        var inputs = try Inputs(study: request.study, output: request.output)
        watch.ended(.read)
        inputs.timings = watch.timings
        return inputs
    }

    /// Checks everything that was read and plans the pages. Nothing is written. What is remembered of the last build
    /// saves time.
    public func plan(_ inputs: Inputs, after last: LastBuild? = nil) -> Plan {
        var watch = Stopwatch(inputs.timings)
        let location = inputs.location
        let folder = inputs.folder
        var sources = Sources()
        var foundInFiles = Diagnostics()
        let files = TemplateFiles(
            own: inputs.templates,
            prefix: location.templatesPrefix,
            sources: &sources,
            diagnostics: &foundInFiles
        )
        // Templates need to know nothing of the study but its language, which can be seen before the study is read.
        let meanwhile = Meanwhile { [sources, language = folder.likelyLanguage] in
            MadeTemplates(files, language: language, sources: sources)
        }
        watch.ended(.templates)
        let reading = StudyReader.read(folder, beside: sources, remembering: last?.texts ?? RememberedTexts())
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
            inputs: inputs,
            sources: reading.sources,
            diagnostics: diagnostics,
            site: site,
            timings: watch.timings,
            texts: reading.toRemember
        )
    }

    /// Renders a planned site and puts it into its folder: all of it, or nothing.
    ///
    /// `opening` is where; what `last` remembers need not be made again. `progress` is told, from any thread, how many pages of how many are
    /// done.
    public func publish(
        _ plan: Plan,
        site: Site,
        into opening: Opening,
        after last: LastBuild,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> Outcome {
        var watch = Stopwatch(plan.timings)
        let told = Told(
            pages: site.pageCount,
            quotes: site.quoteCount,
            themes: site.themeCount,
            warnings: plan.diagnostics.count(.warning),
            notes: plan.diagnostics.count(.note)
        )
        let publication = try opening.publication.outcome()?.get() ?? Publication.begin(at: request.output)
        do {
            watch.ended(.write)
            // The study was only read again to tell its warnings.
            if let summary = publication.leave(ifAsIn: last) {
                watch.ended(.write)
                return Outcome(told: told, summary: summary, timings: watch.timings)
            }
            let made = try await write(site.report.pages, to: publication, after: last, progress: progress)
            watch.ended(made.time)
            for asset in site.assets {
                guard let path = SitePath("assets/" + asset.path.lowercased()) else { continue }
                try publication.write(path, asset.bytes)
            }
            var copied: [BuildMemory.CopiedFile] = []
            for file in site.study.files {
                guard let path = SitePath(Report.address(ofFile: file)) else { continue }
                let bytes = try Disk.read(plan.inputs.location.content + "/" + file)
                try publication.write(path, bytes)
                copied.append(BuildMemory.CopiedFile(path: file, content: Fingerprint { $0.add(bytes) }))
            }
            watch.ended(.write)
            let published = try publication.commit { published in
                remember(plan, copied: copied, told: told, pages: made.pages, published: published)
            }
            watch.ended(.commit)
            return Outcome(told: told, summary: published.summary, timings: watch.timings)
        } catch {
            publication.abandon()
            throw error
        }
    }

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
