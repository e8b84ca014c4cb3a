// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "readback-benchmarks",
  dependencies: [.package(name: "readback", path: "..")],
  targets: [
    .executableTarget(name: "phrases", dependencies: [.product(name: "ReadbackKit", package: "readback")]),
    // A bare loop in C over libxml2, which the XML reader is held against.
    .systemLibrary(name: "CBenchXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CBareXML", dependencies: ["CBenchXML"]),
    .executableTarget(
      name: "readers", dependencies: ["CBareXML", .product(name: "ReadbackKit", package: "readback")]),
    .executableTarget(name: "planted", dependencies: [.product(name: "ReadbackKit", package: "readback")]),
    .executableTarget(name: "rules", dependencies: [.product(name: "ReadbackKit", package: "readback")]),
    .executableTarget(name: "outcomes", dependencies: [.product(name: "ReadbackKit", package: "readback")]),
    .executableTarget(name: "listening", dependencies: [.product(name: "ReadbackKit", package: "readback")]),
    .executableTarget(name: "simulation", dependencies: [.product(name: "ReadbackKit", package: "readback")]),
    .executableTarget(name: "segments", dependencies: [.product(name: "ReadbackKit", package: "readback")]),
    .target(name: "CAllocations"),
    .executableTarget(
      name: "text", dependencies: ["CAllocations", .product(name: "ReadbackKit", package: "readback")]),
    .executableTarget(name: "wholejob", dependencies: [.product(name: "ReadbackKit", package: "readback")]),
  ],
  swiftLanguageModes: [.v6]
)
