/// The names of people as exports write them, for telling one from another without keeping them.
public enum PersonName {
  /// A hash of a name, 0 for none: FNV-1a (Fowler, Noll & Vo) from a start of our own. It is no secret: whoever has a
  /// list of names can find the one it stands for, so it doesn't leave a run without a key.
  public static func hash(_ name: some Collection<UInt8>) -> UInt64 {
    name.isEmpty
      ? 0 : max(1, name.reduce(0x5EED_0F7A_11C0_FFEE) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 })
  }
}
