// swift-tools-version: 6.2

import PackageDescription

// Warnings are errors where CI says so; a person at work may finish a thought first.
let isStrict = Context.environment["CI"] != nil

// Takes the place of the system's malloc: glibc's asks the kernel for each page that a second thread needs, one by one.
let allocator: [LinkerSetting] = [.linkedLibrary("mimalloc", .when(platforms: [.linux]))]

let package = Package(
    name: "Verbatim",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "verbatim", targets: ["verbatim"]),
        // What `scripts/fuzz-import` joins with libFuzzer; nothing that ships depends on it.
        .library(name: "FuzzImport", type: .static, targets: ["FuzzImport"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Dependencies point down only: each target names those that stand below it.
        .systemLibrary(
            name: "CMarkGFM",
            pkgConfig: "libcmark-gfm",
            providers: [
                .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]),
                .brew(["cmark-gfm"]),
            ]
        ),
        .target(name: "Bytes"),
        .target(name: "Diagnostics", dependencies: ["Bytes"]),
        .target(name: "Markup", dependencies: ["Bytes"]),
        .target(name: "Fingerprints", dependencies: ["Bytes"]),
        .target(name: "Processors"),
        .target(name: "CSV", dependencies: ["Bytes", "Diagnostics"]),
        .target(name: "Markdown", dependencies: ["Bytes", "CMarkGFM", "Diagnostics", "Markup"]),
        .target(name: "Study", dependencies: ["Diagnostics", "Fingerprints", "Processors"]),
        .target(
            name: "StudyFiles",
            dependencies: [
                "CSV", "Diagnostics", "Fingerprints", "Interchange", "Markdown", "Processors", "Recoding", "Study",
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        // Libraries of the system that know the formats of other programs.
        .systemLibrary(
            name: "CSQLite",
            pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]
        ),
        .systemLibrary(
            name: "CArchive",
            pkgConfig: "libarchive",
            providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]
        ),
        .systemLibrary(
            name: "CXML",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
        ),
        .target(name: "Interchange", dependencies: ["CArchive", "CSQLite", "CSV", "CXML", "Diagnostics"]),
        .target(name: "Exporting", dependencies: ["Bytes", "CArchive", "CSV", "Diagnostics", "Fingerprints", "Study"]),
        .target(name: "Recoding", dependencies: ["CSV", "Diagnostics", "Study"]),
        .target(
            name: "Importing",
            dependencies: ["CSV", "Diagnostics", "Interchange", "Recoding", "Study", "StudyFiles"]
        ),
        .target(name: "Templates", dependencies: ["Bytes", "Diagnostics", "Fingerprints", "Markup"]),
        .target(name: "Diagram", dependencies: ["Bytes", "Markup"]),
        .target(name: "Search", dependencies: ["Bytes"]),
        .target(
            name: "Report",
            dependencies: [
                "Bytes", "CSV", "Diagnostics", "Diagram", "Fingerprints", "Markdown", "Markup", "Processors",
                "Recoding", "Search", "Study", "Templates",
            ]
        ),
        .target(name: "Publishing", dependencies: ["Fingerprints", "Processors"]),
        .target(name: "BuiltIn", plugins: ["EmbedTemplates"]),
        .executableTarget(name: "embed-templates"),
        .plugin(name: "EmbedTemplates", capability: .buildTool(), dependencies: ["embed-templates"]),
        .target(
            name: "Building",
            dependencies: [
                "BuiltIn", "Bytes", "CSV", "Diagnostics", "Exporting", "Fingerprints", "Importing", "Interchange",
                "Markdown", "Processors", "Publishing", "Report", "Study", "StudyFiles", "Templates",
            ]
        ),
        .executableTarget(
            name: "verbatim",
            dependencies: [
                "Building", "Diagnostics", "Exporting", "Importing", "Interchange", "Recoding", "Study", "StudyFiles",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            linkerSettings: allocator
        ),
        // Invented studies of any size, to measure with; nothing that ships depends on it.
        .target(name: "SyntheticStudy", dependencies: ["CSV"]),
        .executableTarget(
            name: "synthetic-study",
            dependencies: [
                "SyntheticStudy",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        // A whole build without the disk's and the clock's whims, for counting what it takes.
        .executableTarget(
            name: "build-in-memory",
            dependencies: ["Building", "Diagnostics"],
            linkerSettings: allocator
        ),
        .systemLibrary(name: "CFuzzer"),
        .target(name: "FuzzImport", dependencies: ["CFuzzer", "Interchange"]),
        // What several tests share: studies, samples of files, numbers that look like chance.
        .target(name: "TestSupport", dependencies: ["Interchange", "Study", "StudyFiles"], path: "Tests/Support"),
        .testTarget(name: "BytesTests", dependencies: ["Bytes"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "CSVTests", dependencies: ["Bytes", "CSV", "Diagnostics", "TestSupport"]),
        .testTarget(name: "MarkdownTests", dependencies: ["Diagnostics", "Markdown", "Markup"]),
        .testTarget(name: "TemplatesTests", dependencies: ["Diagnostics", "Markup", "Templates", "TestSupport"]),
        .testTarget(name: "DiagramTests", dependencies: ["Diagram", "Markup"]),
        .testTarget(
            name: "InterchangeTests",
            dependencies: ["CArchive", "CSQLite", "Diagnostics", "Interchange", "TestSupport"],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "ExportingTests",
            dependencies: [
                "CSV", "CXML", "Diagnostics", "Exporting", "Interchange", "Study", "StudyFiles", "TestSupport",
            ],
            resources: [.copy("Fixtures")]
        ),
        .testTarget(name: "SearchTests", dependencies: ["Bytes", "Search"]),
        .testTarget(name: "ProcessorsTests", dependencies: ["Processors"]),
        .testTarget(name: "FingerprintsTests", dependencies: ["Fingerprints"]),
        .testTarget(name: "PublishingTests", dependencies: ["Publishing", "TestSupport"]),
        .testTarget(
            name: "StudyFilesTests",
            dependencies: ["Diagnostics", "Interchange", "Study", "StudyFiles", "TestSupport"]
        ),
        .testTarget(
            name: "RecodingTests",
            dependencies: ["CSV", "Diagnostics", "Recoding", "Study", "StudyFiles", "TestSupport"]
        ),
        .testTarget(
            name: "ImportingTests",
            dependencies: [
                "CSV", "Diagnostics", "Importing", "Interchange", "Recoding", "Study", "StudyFiles", "TestSupport",
            ]
        ),
        .testTarget(
            name: "ReportTests",
            dependencies: [
                "BuiltIn", "Bytes", "Diagnostics", "Fingerprints", "Markup", "Recoding", "Report", "Study",
                "StudyFiles", "Templates", "TestSupport",
            ]
        ),
        .testTarget(
            name: "SyntheticStudyTests",
            dependencies: ["Diagnostics", "Study", "StudyFiles", "SyntheticStudy"]
        ),
        // The command line from outside: real folders, real processes.
        .testTarget(name: "CommandLineTests", dependencies: ["TestSupport", "verbatim"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets
where isStrict && (target.type == .regular || target.type == .executable || target.type == .test) {
    target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
}
