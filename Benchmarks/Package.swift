// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "readback-benchmarks",
  dependencies: [.package(name: "readback", path: "..")],
  targets: [
    .executableTarget(name: "readers", dependencies: [.product(name: "ReadbackKit", package: "readback")]),
    .executableTarget(name: "simulation", dependencies: [.product(name: "ReadbackKit", package: "readback")]),
    .executableTarget(name: "segments", dependencies: [.product(name: "ReadbackKit", package: "readback")]),
    .target(name: "CAllocations"),
    .executableTarget(
      name: "text", dependencies: ["CAllocations", .product(name: "ReadbackKit", package: "readback")]),
    .executableTarget(name: "wholejob", dependencies: [.product(name: "ReadbackKit", package: "readback")]),
  ],
  swiftLanguageModes: [.v6]
)
