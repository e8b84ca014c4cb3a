/// The version of Readback.
public enum ReadbackVersion {
  /// As in every output: "0.1.0".
  public static let number = "0.1.0"
}
