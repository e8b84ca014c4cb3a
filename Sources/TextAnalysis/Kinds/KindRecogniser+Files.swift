extension KindRecogniser {
  /// `C:\…`, `C:/…`.
  func drivePath(_ at: Int) -> Match? {
    guard isStart(at), at + 2 < end, ByteSet.letters.contains(bytes[at]), bytes[at + 1] == UInt8(ascii: ":"),
      bytes[at + 2] == UInt8(ascii: "\\")
        || (bytes[at + 2] == UInt8(ascii: "/") && bytes[at + 3] != UInt8(ascii: "/"))
    else { return nil }
    let last = trimmed(from: at + 3, to: skip(.pathBytes, from: at + 3))
    return Match(end: last, kind: .path)
  }

  /// `/etc/hosts`, `~/x`, `./x`, `../x`, `\\server\share`.
  func rootedPath(_ at: Int) -> Match? {
    guard isStart(at) else { return nil }
    let rest: Int
    switch bytes[at] {
    case UInt8(ascii: "\\"):
      guard has("\\\\", at: at), at + 2 < end, Self.isAlphanumeric(bytes[at + 2]) else { return nil }
      rest = at + 2
    case UInt8(ascii: "~"):
      guard has("~/", at: at) else { return nil }
      rest = at + 2
    case UInt8(ascii: "."):
      guard has("./", at: at) || has("../", at: at) || has(".\\", at: at) || has("..\\", at: at) else {
        return nil
      }
      rest = at + 2
    default:
      let name = skip(.fileNameBytes, from: at + 1)
      guard name > at + 1 else { return nil }
      let goesOn = name + 1 < end && bytes[name] == UInt8(ascii: "/")
      guard
        goesOn
          ? Self.isAlphanumeric(bytes[name + 1]) || bytes[name + 1] == UInt8(ascii: ".")
          : isOne(of: Self.rootFolders, (at + 1)..<name)
      else { return nil }
      rest = at + 1
    }
    let last = trimmed(from: rest, to: skip(.pathBytes, from: rest))
    return last > rest ? Match(end: last, kind: .path) : nil
  }

  /// `%TEMP%\x`, `$HOME/x`, `${HOME}/x`.
  func variablePath(_ at: Int) -> Match? {
    let after: Int
    switch bytes[at] {
    case UInt8(ascii: "%"):
      let name = skip(.variableBytes, from: at + 1)
      guard name > at + 1, name < end, bytes[name] == UInt8(ascii: "%") else { return nil }
      after = name + 1
    case UInt8(ascii: "$"):
      let isBraced = has("${", at: at)
      let name = skip(.nameBytes, from: at + (isBraced ? 2 : 1))
      guard name > at + 1, !Self.isDigit(bytes[at + 1]) else { return nil }
      after = isBraced ? name + 1 : name
    default: return nil
    }
    guard after + 1 < end, bytes[after] == UInt8(ascii: "\\") || bytes[after] == UInt8(ascii: "/") else {
      return nil
    }
    return Match(end: trimmed(from: after, to: skip(.pathBytes, from: after)), kind: .path)
  }

  /// `src/main/App.swift`, `folder\file.txt`, and accounts such as `CORP\ann`.
  func relativePath(_ at: Int) -> Match? {
    guard isStart(at) else { return nil }
    let first = skip(.fileNameBytes, from: at)
    guard first > at, first + 1 < end else { return nil }
    let separator = bytes[first]
    guard separator == UInt8(ascii: "/") || separator == UInt8(ascii: "\\"),
      Self.isAlphanumeric(bytes[first + 1])
    else { return nil }
    let last = trimmed(from: first, to: skip(.pathBytes, from: first))
    var name = last
    while name > at, bytes[name - 1] != separator { name -= 1 }
    var point = last
    while point > name, bytes[point - 1] != UInt8(ascii: ".") { point -= 1 }
    if point > name, isWord(.fileExtension, point..<last) { return Match(end: last, kind: .path) }
    guard separator == UInt8(ascii: "\\") else { return nil }
    return Match(end: last, kind: name > first + 1 ? .path : .identifier)
  }

  /// `HKEY_LOCAL_MACHINE\…`, `HKLM\…`, `HKCU:\…`.
  func registryKey(_ at: Int) -> Match? {
    guard isStart(at), has("hk", at: at) else { return nil }
    let root = skip(.nameBytes, from: at)
    guard isOne(of: Self.registryRoots, at..<root) else { return nil }
    guard root < end, bytes[root] == UInt8(ascii: "\\") || has(":\\", at: root) else {
      return root > at + 4 && isEnd(root) ? Match(end: root, kind: .registryKey) : nil
    }
    return Match(end: trimmed(from: root, to: skip(.pathBytes, from: root)), kind: .registryKey)
  }

  private static let registryRoots: [StaticString] = [
    "hkey_local_machine", "hkey_current_user", "hkey_classes_root", "hkey_users", "hkey_current_config",
    "hklm",
    "hkcu", "hkcr", "hku", "hkcc",
  ]
  private static let rootFolders: [StaticString] = [
    "bin", "boot", "dev", "etc", "home", "lib", "lib64", "media", "mnt", "opt", "proc", "root", "run", "sbin",
    "srv",
    "sys", "tmp", "usr", "var", "applications", "library", "users", "volumes",
  ]

}
