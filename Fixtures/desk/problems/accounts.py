"""Signing in: new phones, passwords, locked accounts, rights on folders."""

from .problem import Case, Problem

PROBLEMS = (
    Problem(
        "mfa-new-phone", "Access", "Network & Access", (0, 5, 6, 1),
        cases=(
            Case(
                title="Codes go to old phone",
                request="I got a new phone on Saturday and gave the old one to my son, who reset it. Now the login wants a code from the app "
                        "on the old phone. I can't get into anything, not even mail (writing from {mate}'s account). What do I do?",
                restatement="the sign-in codes still go to your old phone, which has been wiped, so you're locked out of everything",
                asks=(("Can you tell me your staff number so that I know it's you?", "Staff number is {num}."),),
                plain=("I've disconnected the old phone from your account; at the next sign-in you'll see a square picture to photograph with "
                       "the new one.",
                       "I've made a pass that lets you in once without the phone, I'll read it to you over the phone."),
                glossed=("I've reset your MFA registration (the link between your account and one phone), so the next sign-in asks you to link "
                         "the new one.",),
                jargon=("I revoked the [OATH token]; re-register at the [MFA portal] with the [TAP] I sent.",),
                fixed=("Your account is linked to the new phone and the old one can't be used any more. You signed in to mail and bookings "
                       "while we were on the phone.",),
                fixed_jargon=("[MFA methods] purged, re-registered via [TAP].",),
                notes=("Identity checked by staff number and manager callback.",),
                back=("It asks for the old phone again when I open the booking system.",
                      "Worked for mail but the other programs still want the code from the old one."),
            ),
            Case(
                title="MFA code not coming",
                is_urgent=True,
                request="MFA code not coming. new iphone. need mail NOW im in the airport",
                restatement="the code doesn't reach your new phone and you need your mail before you fly",
                asks=(("Which message do you get after you type the code?", "It says 'we didn't hear from you'."),),
                plain=("I've made a pass that lets you in once without the phone, I'll read it to you over the phone.",
                       "I've disconnected the old phone from your account; at the next sign-in you'll see a square picture to photograph with "
                       "the new one."),
                jargon=("I revoked the [OATH token]; re-register at the [MFA portal] with the [TAP] I sent.",
                        "Your [TOTP seed] is out of sync, the [tenant] enforces [number matching] through [conditional access]."),
                fixed=("Your account is linked to the new phone and the old one can't be used any more. You signed in to mail and bookings "
                       "while we were on the phone.",),
                fixed_jargon=("[MFA methods] purged, re-registered via [TAP].",),
                back=("Code doesn't come again.",),
            ),
            Case(
                title="Phone stolen, authenticator on it",
                is_urgent=True,
                request="Dear Sir or Madam, my phone was stolen in the tram yesterday evening. I have already blocked the SIM card. The "
                        "authenticator app was on it, too. Can the thief now get into my work account? And how can I sign in myself? My shift "
                        "starts at 6.",
                restatement="your phone with the sign-in app was stolen, you want to be sure the thief can't use it, and you need to get in "
                            "yourself before the early shift",
                side_answer="No, the thief would also need your password; even so I've cut the old phone off.",
                asks=(("Can you tell me your staff number so that I know it's you?", "Staff number is {num}."),),
                plain=("I've cut the old phone off and signed your account out everywhere; for tomorrow at six I've left you a pass at the gate.",),
                jargon=("I revoked the [OATH token] and [refresh tokens]; use the [TAP] at the [MFA portal].",),
                fixed=("The stolen phone can't be used for anything of ours. You came in with the pass at six, linked your new phone, and "
                       "nobody had tried in between.",),
                fixed_jargon=("[MFA methods] purged, [sessions] revoked.",),
                notes=("Identity checked by staff number and manager callback.", "Revoked sessions, required re-register."),
                back=("I got a message about a sign-in I didn't make.",),
            ),
            Case(
                title="Code from app is refused, second time",
                request="The app shows a number, I type the number, it says wrong. I do it again, it says I must wait. This is the second time "
                        "this month, last time your colleague said it can't happen again.",
                restatement="the numbers from the app are refused until you're made to wait, and you were told last month that this wouldn't "
                            "happen again",
                asks=(("Does your phone's clock show exactly the same minute as your laptop's?", "No! It's four minutes behind."),),
                plain=("I've looked at last month's ticket: only the app was restarted then, so I'm checking your phone's clock first.",),
                jargon=("Your [TOTP seed] is out of sync, the [server drift] exceeds the [window].",),
                fixed=("The clock on your phone ran four minutes slow, so every code had expired when you typed it. The clock now sets itself "
                       "and two codes in a row worked.",),
                fixed_jargon=("[Token] resynced, [conditional access] exclusion removed.",),
                back=("The numbers are refused again.",),
            ),
            Case(
                title="Key for codes instead of private phone",
                request="Hi, can I have the codes on a little key thing instead of my private phone? I don't want work stuff on my phone. "
                        "{mate} in finance has one. No rush.",
                restatement="you'd rather not use your private phone and would like a small key for the codes, like {mate}'s",
                asks=(("Does your laptop have the small flat socket on the side?", "It has two flat ones."),),
                plain=("I've ordered a key for you; it arrives by internal mail.",),
                jargon=("I'll assign a [FIDO2 key], you enrol it by [attestation] with a [PIN].",),
                fixed=("You now have a small key for the codes. We tried it at your desk: it opens your account without the phone.",),
                fixed_jargon=("[FIDO2] enrolled, [TOTP] removed.",),
                back=("The key works on the laptop but not in the booking system.",),
            ),
            Case(
                title="Authenticator empty on new phone",
                request="I transferred all apps to my new phone with the cable, the authenticator is there but it's empty. Old phone still "
                        "works, it's at home though. Do I need to bring it, or can you just do it?",
                restatement="the app moved to the new phone but arrived empty, and the old phone is still working at home",
                side_answer="You don't need to bring it.",
                asks=(("Can you still open the old phone tonight, just in case?", "Yes, it's on the kitchen table."),),
                plain=("I've disconnected the old phone from your account; at the next sign-in you'll see a square picture to photograph with "
                       "the new one.",),
                glossed=("I've reset your MFA registration (the link between your account and one phone), so the next sign-in asks you to link "
                         "the new one.",),
                jargon=("The [app backup] doesn't carry [device-bound keys]; re-enrol on the [MFA portal].",),
                fixed=("Your account is linked to the new phone and the old one can't be used any more. You signed in to mail and bookings "
                       "while we were on the phone.",),
                fixed_jargon=("[MFA methods] purged, re-registered via [TAP].",),
                notes=("Identity checked by staff number and manager callback.",),
                back=("The app on the new phone is empty again.",),
            ),
            Case(
                title="Locked out, new phone number",
                request="Locked out. Changed my number with the provider. Text message goes to the old number. I have the month-end bookings "
                        "{by}, please don't let me wait like last time (2 days!).",
                restatement="the codes are sent to a number you no longer have, month-end bookings are waiting, and last time it took two days",
                asks=(("Can you tell me your staff number so that I know it's you?", "Staff number is {num}."),),
                plain=("I've put your new number in; try the text message once more.",),
                jargon=("The [auth method] has the old [MSISDN]; go through [SSPR] or wait for the [TAP].",),
                fixed=("Codes were sent to your former number. The new one is in, a code reached you within a minute, and month end can start. "
                       "The two days of last time came from a form that's no longer needed.",),
                fixed_jargon=("[Auth method] updated, [SSPR] re-registered.",),
                back=("The text still goes to the old number.",),
            ),
        ),
    ),
    Problem(
        "password-loop", "Access", "Service Desk", (0, 4, 7, 1),
        cases=(
            Case(
                title="Outlook asks for password every few minutes",
                request="I changed my password {since_on} as requested and now Outlook asks for it every few minutes, on the phone as well. I "
                        "type it, it's accepted, it asks again. I've typed it maybe {n}0 times by now.",
                restatement="ever since you changed your password Outlook keeps asking for it on laptop and phone even though it accepts it",
                asks=(("On which devices did you ever sign in: laptop, phone, tablet?", "Laptop, phone and an old tablet in the kitchen."),),
                plain=("I've removed the old password that your laptop and your phone had kept; each will ask once more and then stop.",),
                glossed=("Your laptop keeps passwords in a credential store (a list it fills in for you); the old one was still in there and "
                         "I've taken it out.",),
                jargon=("Clear the entries in [Credential Manager] and run [klist purge], your [Kerberos ticket] is stale.",
                        "The [cached credentials] don't match [AD]; connect to the VPN and [lock/unlock] to sync the [NTLM hash]."),
                fixed=("Your phone was still trying the previous password and made the laptop ask along. It has the new one, and no window has "
                       "come up since this morning.",),
                fixed_jargon=("[Credential Manager] purged, [Kerberos] ticket renewed.", "[PRT] refreshed, [ADAL] on."),
                notes=("Bad password count 40+ from iPad.",),
                back=("Window is back, every five minutes.", "Laptop is fine but the phone still asks all day."),
            ),
            Case(
                title="password window",
                request="password window pops up all the time. pls fix",
                restatement="a password window keeps popping up",
                asks=(("On which devices did you ever sign in: laptop, phone, tablet?", "Laptop, phone and an old tablet in the kitchen."),),
                plain=("I've removed the old password that your laptop had kept; it'll ask once more and then stop.",),
                glossed=("Your laptop keeps passwords in a credential store (a list it fills in for you); the old one was still in there and "
                         "I've taken it out.",),
                jargon=("Clear the entries in [Credential Manager] and run [klist purge], your [Kerberos ticket] is stale.",
                        "The [cached credentials] don't match [AD]; connect to the VPN and [lock/unlock] to sync the [NTLM hash].",
                        "[Modern auth] is disabled in your profile, set the [registry key] EnableADAL to 1."),
                fixed=("Your old tablet was still trying the previous password every few minutes. We took the account off it, and no window "
                       "has come up since this morning.",),
                fixed_jargon=("[Credential Manager] purged, [Kerberos] ticket renewed.",),
                back=("Window is back, every five minutes.",),
            ),
            Case(
                title="New password, everything asks separately",
                request="Good morning! On Monday I had to choose a new password (14 characters, really?) and since then the printer, the drive "
                        "and Teams all want it separately. Did I do something wrong? And can I not have the same one everywhere?",
                restatement="after Monday's new password the printer, the drive and Teams each ask for it again",
                side_answer="You did nothing wrong, and it is the same one everywhere; the programs had only kept the old one.",
                asks=(("Did the change itself end with a green tick?", "There was a green tick, yes."),),
                plain=("I've removed the old password that your laptop had kept; it'll ask once more and then stop.",
                       "I've cleared the passwords that the three programs had each kept for themselves."),
                jargon=("Clear [Credential Manager], then sign out so that [SSO] picks up a new [PRT].",),
                fixed=("The printer, the drive and Teams had each kept the password from before Monday. I cleared all three and you used each "
                       "of them once without being asked.",),
                fixed_jargon=("[PRT] refreshed, [Credential Manager] purged.",),
                back=("Now only the printer asks, but at every page.",),
            ),
            Case(
                title="Cannot choose a new password",
                request="The page to change the password says 'does not meet requirements' whatever I type. I tried 8 different ones. It "
                        "expires tomorrow and I'm on the road with the car from 6am.",
                restatement="the page turns down every new password you try, and the old one runs out while you're on the road",
                asks=(("Does one of them hold part of your name or the year?", "The year, yes. All of them."),),
                plain=("I've set a one-time password, which I'll give you by phone, and you choose a new one with it.",),
                jargon=("The [password filter] checks a [banned list] and [entropy]; use the [SSPR] page instead.",),
                fixed=("The rules page was wrong: it refused characters it should allow. It's corrected and your new password went through.",),
                fixed_jargon=("[Password filter] rule corrected.",),
                back=("Does not meet requirements. Ninth try.",),
            ),
            Case(
                title="Laptop at home wants old password",
                request="I can log in on the PC in the office with the new password but my laptop at home still wants the old one. Now I don't "
                        "know which is the right one any more. {pc}",
                restatement="the office PC takes the new password and your laptop at home only the old one",
                asks=(("Is the laptop connected to the VPN when you sign in?", "No, I sign in first."),),
                plain=("Please connect the laptop to the VPN once and lock and unlock it, then it learns the new password.",),
                jargon=("The [cached credentials] don't match [AD]; connect to the VPN and [lock/unlock] to sync the [NTLM hash].",),
                fixed=("The new password had reached the office but not your laptop at home. I had you connect once, it took the new one, and "
                       "you signed in twice with it.",),
                fixed_jargon=("Synced [NTLM hash] over VPN.",),
                notes=("Synced pwd hash, forced replication.",),
                back=("The laptop still wants the old one.",),
            ),
            Case(
                title="Password change goes in circles",
                request="Why do I have to change the password every 90 days when the news says this is bad practice? Anyway it's stuck: login "
                        "-> change -> login -> change -> ...",
                restatement="signing in and changing the password send you round in a circle, and you question the 90 days as such",
                side_answer="You have a point; security is dropping the 90 days in September.",
                asks=(("Do you change it in the office or from home?", "From home."),),
                plain=("I've set a one-time password, which I'll give you by phone, and you choose a new one with it.",),
                jargon=("The [redirect] loops because [pwdLastSet] isn't replicated to the [DC]; wait for [AD replication].",),
                fixed=("The page sent you back before the change had been saved. I set a one-time password, you chose a new one, and you've "
                       "signed in twice since.",),
                fixed_jargon=("[AD replication] forced, [pwdLastSet] ok.",),
                notes=("Synced pwd hash, forced replication.",),
                back=("login -> change -> login. Still.",),
            ),
        ),
    ),
    Problem(
        "account-locked", "Access", "Service Desk", (1, 6, 4, 0),
        cases=(
            Case(
                title="Account locks every morning",
                request="My account locks itself every morning at about 8:15. I call you, you unlock it, next day the same. It's been five "
                        "days. I don't want it unlocked, I want it to stop.",
                restatement="your account locks each morning around 8:15, unlocking helps for a day only, and you want the cause found",
                asks=(("Do you have a second device, a tablet or an old phone, that you no longer use?",
                       "I have an old phone in a drawer, could it be that?"),),
                plain=("I've unlocked it and can see which device used the wrong password.",
                       "I've opened the account for today and set a watch on it for tomorrow morning."),
                glossed=("Something keeps trying an old password, which sets off the lockout (a 30-minute block after five wrong tries); I'm "
                         "tracing which device it is.",),
                jargon=("[Bad password attempts] come from the [CAS array] via [ActiveSync], check the [lockout source] in [event 4740].",),
                fixed=("The phone in your drawer still had your old password and tried it each morning when it charged. It's signed off, and "
                       "this morning at 8:15 nothing locked.",),
                fixed_jargon=("[ActiveSync] partnership removed, [lockout source] clean.",),
                notes=("4740 from EXCAS02, device id iPhone 7.",),
                back=("8:17 and locked. As every day.",),
            ),
            Case(
                title="locked out",
                request="locked out. {pc}. call {ext}",
                restatement="your account is locked and you'd like a call on {ext}",
                asks=(("At which screen does it happen: the laptop, the gate PC or a website?", "At the gate PC."),),
                plain=("I've unlocked it and can see which device used the wrong password.",),
                jargon=("[Bad password attempts] come from the [CAS array] via [ActiveSync], check the [lockout source] in [event 4740].",
                        "A [scheduled task] on the [kiosk] runs with your [stale credentials]."),
                fixed=("Five wrong tries came from your own laptop, whose keyboard had switched language. I set it back and you signed in.",),
                fixed_jargon=("[ActiveSync] partnership removed, [lockout source] clean.",),
                back=("Locked again, and I only logged in once today.",),
            ),
            Case(
                title="Account of {mate} locked",
                request="Hello, {mate} here is off sick and her account got locked because someone in the team tried to open her mail. We know "
                        "that's wrong, sorry. Can you unlock it and give me access to the two bookings from {client}? She returns next week.",
                restatement="attempts to open {mate}'s mail locked her account, and what you need from it is two bookings from {client}",
                side_answer="For the two bookings her manager can agree to a search; I've asked.",
                asks=(("Which dates do the two bookings have?", "Both from last week."),),
                plain=("I've unlocked {mate}'s account and asked her manager for a yes to search for the two bookings.",),
                jargon=("Unlocked in [AD]; for the items we need an [eDiscovery] request with [DPO] approval.",),
                fixed=("{mate}'s account is open again. Her manager agreed, I found both {client} bookings and put them in the team folder; "
                       "nothing else was opened.",),
                fixed_jargon=("[eDiscovery] export delivered, [AD object] unlocked.",),
                back=("The second booking isn't in the folder.",),
            ),
            Case(
                title="Account disabled but contract extended",
                request="It says my account is disabled, contact administrator. My contract was extended on Friday, I have it on paper. "
                        "Students arrive {by} and I'm supposed to train them.",
                restatement="your account was switched off although your contract has been extended, and you have people to train",
                asks=(("From which day does the new contract count?", "From the first, it follows on directly."),),
                plain=("I've asked HR to confirm the dates of your contract; the account comes back the moment they do.",),
                jargon=("Your [AD object] was disabled by the [HR feed], needs [reprovisioning] in [IDM].",),
                fixed=("HR had the wrong end date. They corrected it, your account is on again until the end of next year, and you signed in.",),
                fixed_jargon=("[IDM] reprovisioned after [HR feed] fix.",),
                notes=("HR feed had end date 31.03.",),
                back=("Disabled again. It worked for one day.",),
            ),
            Case(
                title="Gate PC: cannot log in at 6",
                is_urgent=True,
                request="Third day in a row that I stand here at 6 in the morning and can't log in to the gate PC and nobody answers before 8. "
                        "Trucks wait in the street, police already complained. Who is responsible for this?",
                restatement="for three mornings you've been unable to sign in at the gate from six on with no one to call before eight, while "
                            "trucks back up into the street",
                side_answer="For the hours before eight there's a duty phone; I've put its number on the gate PC.",
                asks=(("Does it help if you wait half an hour?", "By then the street is full."),),
                plain=("I'm at the gate tomorrow at six myself.", "I've put a second account on the gate PC that works if yours doesn't."),
                jargon=("A [scheduled task] on the [kiosk] runs with your [stale credentials].",),
                fixed=("The gate PC had a task saved with your old password. I removed it and {mate} at the gate signed in at six without trouble.",),
                fixed_jargon=("[Stale credentials] removed from [scheduled task].",),
                back=("6:05, locked, trucks in the street. Fourth day.",),
            ),
            Case(
                title="Locked after three tries",
                request="I typed my password wrong three times (caps lock, silly me) and now I'm locked. How long does it last? Or do you have "
                        "to do something?",
                restatement="three tries with caps lock on have locked you out",
                side_answer="It would end by itself after 30 minutes.",
                asks=(("At which screen does it happen: the laptop, the gate PC or a website?", "At the gate PC."),),
                plain=("I've unlocked it and can see which device used the wrong password.",),
                jargon=("[Lockout threshold] reached, [badPwdCount] reset.",),
                fixed=("Three tries with capitals on had closed the account. I opened it right away, and you signed in at the first try.",),
                fixed_jargon=("[badPwdCount] reset.",),
                back=("Locked again, and I only logged in once today.",),
            ),
        ),
    ),
    Problem(
        "folder-access", "Access", "Service Desk", (0, 2, 6, 5),
        is_order=True,
        cases=(
            Case(
                title="Planning rights for {mate}",
                request="Please give {mate}, who joined us on {past}, the same rights I have in Planning. She needs to see the depot calendars "
                        "from day one. And could you check whether the two people who left in January still have access?",
                restatement="{mate} should see in Planning what you see, and you wonder whether the two who left in January still can",
                side_answer="The two who left have no access any more, I checked.",
                asks=(("Do you need to change files or only read them?", "Reading is enough."),),
                plain=("I've given the same rights as yours, they count from the next sign-in.",),
                jargon=("You need to be in the [FS_CLM_RW] [security group], raise an [IAM request] with [SoD] check.",),
                fixed=("{mate} has what you have in Planning, from the next sign-in on. I opened the depot calendars with a test account that "
                       "has the same rights.",),
                fixed_jargon=("Added to [FS_CLM_RW], [token] needs refresh.",),
                back=("{mate} sees the folder but not the calendars.", "Folder still says access denied, I did sign out and in."),
            ),
            Case(
                title="access denied closing folder",
                request="access denied finance closing folder",
                restatement="the finance closing folder refuses you",
                asks=(("Who decides about that folder in your team?", "My manager is {mate}, she decides."),),
                plain=("I've written to the folder's owner and will add you when they agree.",
                       "I've put your name back; someone had tidied up the list and taken it for a double."),
                jargon=("You need to be in the [FS_CLM_RW] [security group], raise an [IAM request] with [SoD] check.",
                        "[Inheritance] is broken on that [ACL]; the owner must approve in [SailPoint]."),
                fixed=("The owner agreed this morning and I added you. You opened a file in there while I had you on the phone.",),
                fixed_jargon=("Added to [FS_CLM_RW], [token] needs refresh.", "[ACL] [inheritance] re-enabled, [IAM] ticket closed."),
                notes=("Approval by owner attached.",),
                back=("Folder still says access denied, I did sign out and in.",),
            ),
            Case(
                title="Moved to claims, see no folder",
                request="I moved from customs to claims on the first and now I see neither. Customs took me out (fine), claims didn't put me "
                        "in. My new boss thinks I'm slow, I'm just locked out :(",
                restatement="since you moved teams the customs folder is gone but the claims folder hasn't come, and it makes you look slow in "
                            "your new job",
                asks=(("Who is your new team lead, so that I can ask her?", "My lead is {mate}, she's in today."),),
                plain=("I've asked the head of claims for a yes and told her it's urgent.",),
                glossed=("Rights hang on groups (lists of people who may open something); I've added you to the one for claims.",),
                jargon=("Your [mover event] removed FS_CUS but [FS_CLM_RW] is pending in [SailPoint].",),
                fixed=("The transfer had taken you out of customs, and the second half, putting you into claims, was waiting for a click "
                       "nobody knew of. It's done, and you opened today's list.",),
                fixed_jargon=("[Mover workflow] completed, [token] refreshed.",),
                back=("I can open it now but the subfolder I actually need is still locked.",),
            ),
            Case(
                title="Read access for auditors",
                request="The auditors ({n} people, external) need to read the contracts folder for two weeks from {date}. Read only, and they "
                        "mustn't see HR/. How do we do this properly? The first meeting is {by}.",
                restatement="the auditors need to read, and only read, the contracts folder for two weeks, without the HR part",
                side_answer="Properly means guest accounts that end by themselves; you don't have to do anything.",
                asks=(("Could you send me the names and mail addresses of the auditors?", "List is attached."),),
                plain=("I've prepared the guest accounts; I only need the auditors' names.",),
                jargon=("We need [B2B guests] with [conditional access], a [deny ACE] on HR and an [expiry].",),
                fixed=("The auditors have guest accounts that read the contracts folder and nothing else; I signed in as one of them to check "
                       "that HR stays hidden.",),
                fixed_jargon=("[B2B guests] created, [deny ACE] on HR.",),
                back=("Two of the auditors still can't get in.",),
            ),
            Case(
                title="Rates 2026 not accessible since yesterday",
                request="I was able to open 'Rates 2026' until yesterday and today I'm not. I asked around, nobody took me out. Quotes are "
                        "going out with last year's rates because of this!",
                restatement="you lost the 2026 rates overnight and quotes are leaving with last year's",
                asks=(("Which name does the folder show now, if any?", "The name is there, with a red sign."),),
                plain=("I've put your name back; someone had tidied up the list and taken it for a double.",),
                jargon=("The [DACL] was overwritten by [robocopy], I need to reapply [NTFS permissions].",),
                fixed=("Your name had fallen off the list when it was tidied. It's back and I asked the owner to mark it as permanent.",),
                fixed_jargon=("[ACL] [inheritance] re-enabled, [IAM] ticket closed.",),
                notes=("Removed by quarterly recertification, owner rejected by mistake.",),
                back=("Rates 2026 is closed to me again.",),
            ),
            Case(
                title="acces to damage pictures",
                request="hi can u give me acces to the folder where the pictures of damaged goods are, the one from claims, i need it for a report",
                restatement="you need to see the damage pictures in the claims folder for a report",
                asks=(("Do you need to change files or only read them?", "Reading is enough."),),
                plain=("I've written to the folder's owner and will add you when they agree.",),
                jargon=("You need to be in the [FS_CLM_RW] [security group], raise an [IAM request] with [SoD] check.",
                        "[Inheritance] is broken on that [ACL]; the owner must approve in [SailPoint]."),
                fixed=("The owner agreed this morning and I added you. You opened a file in there while I had you on the phone.",),
                fixed_jargon=("Added to [FS_CLM_RW], [token] needs refresh.",),
                notes=("Approval by owner attached.",),
                back=("i see the folder but the pictures dont open",),
            ),
        ),
    ),
)
