/// Numbers that are read where they lie: bytes of the binary, or an array made at run time.
///
/// Compiled tables are such numbers: nothing is parsed and nothing allocated to use those that the binary carries.
public struct Cells: Sendable {
  private enum Storage: Sendable {
    case own([UInt32])
    case fixed(@Sendable () -> UnsafeBufferPointer<UInt32>)
  }

  private let storage: Storage

  /// The numbers of an array.
  public init(_ numbers: [UInt32]) { storage = .own(numbers) }

  /// Numbers that never move and are never freed, such as constants of the binary.
  ///
  /// - Parameter place: says where they are; called for each reading.
  public init(fixed place: @escaping @Sendable () -> UnsafeBufferPointer<UInt32>) { storage = .fixed(place) }

  /// Calls `body` with the numbers, which must not leave it. - Complexity: O(1).
  public func withCells<Result>(_ body: (UnsafeBufferPointer<UInt32>) -> Result) -> Result {
    switch storage {
    case .own(let numbers): numbers.withUnsafeBufferPointer(body)
    case .fixed(let place): body(place())
    }
  }
}
