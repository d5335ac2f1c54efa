// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "Verbatim",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "verbatim", targets: ["verbatim"])
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
        .target(name: "Diagnostics"),
        .target(name: "Markup"),
        .target(name: "CSV", dependencies: ["Diagnostics"]),
        .target(name: "Markdown", dependencies: ["CMarkGFM", "Diagnostics", "Markup"]),
        .target(name: "Study", dependencies: ["Diagnostics"]),
        .target(
            name: "StudyFiles",
            dependencies: [
                "CSV", "Diagnostics", "Markdown", "Study",
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        .target(name: "Templates", dependencies: ["Diagnostics", "Markup"]),
        .target(name: "Report", dependencies: ["Diagnostics", "Markdown", "Markup", "Study", "Templates"]),
        .target(name: "Publishing"),
        .executableTarget(
            name: "verbatim",
            dependencies: [
                "Diagnostics", "Publishing", "Report", "Study", "StudyFiles", "Templates",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "CSVTests", dependencies: ["CSV", "Diagnostics"]),
        .testTarget(name: "MarkdownTests", dependencies: ["Diagnostics", "Markdown", "Markup"]),
        .testTarget(name: "TemplatesTests", dependencies: ["Diagnostics", "Markup", "Templates"]),
        .testTarget(name: "PublishingTests", dependencies: ["Publishing"]),
        .testTarget(
            name: "StudyFilesTests",
            dependencies: ["Diagnostics", "Study", "StudyFiles"]
        ),
        .testTarget(
            name: "ReportTests",
            dependencies: ["Diagnostics", "Report", "Study", "StudyFiles", "Templates"]
        ),
    ],
    swiftLanguageModes: [.v6]
)
