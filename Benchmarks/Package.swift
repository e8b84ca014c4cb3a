// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "readback-benchmarks",
  dependencies: [.package(name: "readback", path: "..")],
  targets: [
    .executableTarget(name: "listening", dependencies: [.product(name: "ReadbackKit", package: "readback")]),
    .executableTarget(name: "readers", dependencies: [.product(name: "ReadbackKit", package: "readback")]),
    .executableTarget(name: "simulation", dependencies: [.product(name: "ReadbackKit", package: "readback")]),
    .executableTarget(name: "text", dependencies: [.product(name: "ReadbackKit", package: "readback")]),
    .executableTarget(name: "wholejob", dependencies: [.product(name: "ReadbackKit", package: "readback")]),
  ],
  swiftLanguageModes: [.v6]
)
