// swift-tools-version: 6.2
import PackageDescription

/// Settings that every Swift target of ours shares.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A room of the library: one target, and the tests that mirror it.
func room(_ name: String, uses dependencies: [Target.Dependency] = [], data: [String] = []) -> [Target] {
  [
    .target(name: name, dependencies: dependencies, exclude: data, swiftSettings: strict),
    .testTarget(
      name: "\(name)Tests", dependencies: ["TestSupport", .target(name: name)] + dependencies,
      exclude: oracles.contains(name) ? ["Oracles"] : [], swiftSettings: strict),
  ]
}

/// Rooms whose tests compare with values computed elsewhere; the scripts lie in `Oracles/`.
let oracles: Set<String> = ["Statistics"]

let package = Package(
  name: "readback",
  products: [
    .executable(name: "readback", targets: ["readback"]),
    .library(
      name: "ReadbackKit",
      targets: [
        "CICUShims", "Tickets", "TicketImport", "TextAnalysis", "Rules", "Statistics", "Outcomes",
        "Reporting", "Pipeline",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Where the C libraries are: nothing but pkg-config names, for flags.
    .systemLibrary(name: "CSystemXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CSystemICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "CSystemZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CSystemZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CSystemZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),

    // Narrow C interfaces of our own; their headers include no library header.
    .target(name: "CICUShims", dependencies: ["CSystemICU"]),
    .target(name: "CXMLShims", dependencies: ["CSystemXML"]),
    .target(name: "CCompressionShims", dependencies: ["CSystemZlib", "CSystemZstd", "CSystemZip"]),
    // Sixteen bytes at a time, where Swift's own vectors don't compile to single instructions.
    .target(name: "CByteMasks"),
    // Settings of the C library's allocator.
    .target(name: "CAllocator"),
    // Compiled packs, word lists and vectors, by #embed.
    .target(name: "CLexicons", exclude: ["data"]),

    // Writes the YAML packs as the bytes that CLexicons carries; run by hand, held by a test.
    .executableTarget(name: "compile-packs", dependencies: ["Rules", "TextAnalysis"], swiftSettings: strict),

    // Writes the word lists as the bytes that CLexicons carries; likewise.
    .executableTarget(name: "compile-lexicon", dependencies: ["TextAnalysis"], swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["Tickets"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["TestSupport", "History", "readback"], swiftSettings: strict),
    .executableTarget(
      name: "readback",
      dependencies: [
        "CAllocator", "Pipeline", "TicketImport", "Rules", "Outcomes", "History", "Reporting", "Tickets",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
  ]
    + room("Tickets")
    + room("TemporaryFiles")
    + room(
      "TicketImport", uses: ["Tickets", "TemporaryFiles", "CXMLShims", "CICUShims", "CCompressionShims"])
    + room("TextAnalysis", uses: ["CByteMasks", "CICUShims", "CLexicons"])
    + room(
      "Rules", uses: ["Tickets", "TextAnalysis", "CLexicons", .product(name: "Yams", package: "Yams")],
      data: ["Packs"])
    + room("Statistics")
    + room("Outcomes", uses: ["Tickets", "TemporaryFiles", "Statistics"])
    + room("History", uses: ["Tickets", "Outcomes", .product(name: "GRDB", package: "GRDB.swift")])
    + room("Reporting", uses: ["Tickets", "Outcomes"])
    + room(
      "Pipeline",
      uses: [
        "Tickets", "TemporaryFiles", "TicketImport", "TextAnalysis", "Rules", "Statistics", "Outcomes",
        "History",
        "Reporting",
      ]),
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x  // #embed is C23
)
