import Pipeline
import Testing

@Suite struct MaskingTests {
  @Test(arguments: [
    ("write to ann.lee@example.org, please", "write to [e-mail], please"),
    ("call +44 20 7946 0958 now", "call [number] now"),
    ("call 020 7946 0958.", "call [number]."),
    ("the card 4111 1111 1111 1111 was used", "the card [number] was used"),
    ("your password is Summer-2026!", "your password is [secret]!"),
    ("password: hunter22", "password: [secret]"),
    ("the password is wrong", "the password is wrong"),
    ("error 0x80070005 at 10:30 on 2026-03-01", "error 0x80070005 at 10:30 on 2026-03-01"),
    ("asset LT-004711 and INC0012345", "asset LT-004711 and INC0012345"),
    ("the printer at 10.20.30.40 is off", "the printer at 10.20.30.40 is off"),
    ("Hi Ana, Duarte's laptop", "Hi [name], [name]'s laptop"),
    ("banana", "banana"),
    ("grüß Zoë", "grüß [name]"),
  ])
  func hides(_ text: String, _ expected: String) {
    #expect(Masking().hide(text, names: ["ana", "duarte", "zoë"]) == expected)
  }

  @Test func leavesEverythingWhenOff() {
    #expect(Masking(isOn: false).hide("ann@example.org") == "ann@example.org")
  }

  @Test func takesNamesApart() {
    #expect(Masking.parts(ofName: "Ana Duarte (Service Desk)") == ["ana", "duarte"])
    #expect(Masking.parts(ofName: "J. O'Neill-Smith") == ["o'neill-smith"])
  }
}
