import Testing

@testable import History

@Suite struct PersonKeyTests {
  /// Vectors of the reference implementation (github.com/veorq/SipHash, vectors.h): key 00…0f, messages 00 01 02 …
  /// of 0, 1, 2, 7, 8, 15 and 63 bytes, whose output bytes are read with the least significant first.
  @Test(
    arguments: [
      (0, 0x726F_DB47_DD0E_0E31), (1, 0x74F8_39C5_93DC_67FD), (2, 0x0D6C_8009_D9A9_4F5A),
      (7, 0xAB02_00F5_8B01_D137), (8, 0x93F5_F579_9A93_2462), (15, 0xA129_CA61_49BE_45E5),
      (63, 0x958A_324C_EB06_4572),
    ] as [(Int, UInt64)]) func agreesWithTheReference(_ length: Int, _ expected: UInt64) throws
  {
    let key = try #require(PersonKey(Array(0..<16)))
    #expect(key.hash((0..<length).map { UInt8($0) }) == expected)
  }

  @Test func aKeyHasSixteenBytes() {
    #expect(PersonKey([]) == nil && PersonKey(Array(0..<17)) == nil)
  }
}
