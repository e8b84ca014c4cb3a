"""People who come and go: starters, leavers, rights, licences."""

from .problem import Case, Problem

PROBLEMS = (
    Problem(
        "onboarding", "Access", "Service Desk", (0, 2, 5, 6),
        is_order=True,
        cases=(
            Case(
                title="New dispatcher starts {date}",
                request="{mate} starts with us on {date} as a dispatcher. She needs a laptop, two screens, a phone number and the booking "
                        "system. Last time the laptop came four days after the person. What do you need from me so that this doesn't happen "
                        "again?",
                restatement="{mate} starts on {date} and needs laptop, two screens, a number and the booking system, and you want it ready on "
                            "the day this time",
                side_answer="From you I only need the cost centre and her desk number.",
                asks=(("Which desk and which cost centre?", "Desk 2.114, cost centre {num}."),),
                plain=("I've ordered the laptop and screens and put your colleague's name on them.",),
                glossed=("I've picked the role profile (the bundle of programs that comes with a job) of your dispatchers.",),
                jargon=("Device will be [Autopilot]-enrolled; assign an [E3 SKU] and the [role profile] first.",
                        "The [RBAC] bundle failed with a [provisioning error], we re-trigger the [SCIM sync]."),
                fixed=("Laptop, screens and phone stand on the desk, and the account works: I signed in to mail and the booking system with it.",),
                fixed_jargon=("[Joiner workflow] retriggered, [SKU] assigned, [Autopilot] done.",),
                notes=("Laptop imaged, handed to facilities for desk.",),
                back=("{mate} is here, the laptop isn't.", "The laptop is here, the phone number is not."),
            ),
            Case(
                title="new colleague no account",
                request="new guy is here and has no account. what now",
                restatement="your new colleague is there but has no account yet",
                asks=(("Who in the team does the same job, so I can copy from them?", "Copy {mate} please, same job."),),
                plain=("I've created the account and will hand you the first password by phone.",),
                jargon=("The [joiner workflow] is pending in [IDM] until HR sets the [position ID].",),
                fixed=("HR had entered the start date a month late, so the account wasn't made. It's made, and your colleague is in.",),
                fixed_jargon=("[SCIM sync] ok, [RBAC] bundle applied.",),
                notes=("Waiting for position id from HR.",),
                back=("He can log in but has none of the programs.",),
            ),
            Case(
                title="First day, password does not work",
                request="Hello, I'm new (first day today!) and my manager is travelling. I have a laptop but the password on the yellow paper "
                        "doesn't work. Sorry to bother you on day one.",
                restatement="it's your first day and the password on the yellow paper isn't accepted",
                asks=(("What's the name on the sticker of your laptop?", "It says {pc}."),),
                plain=("I've made a new first password for you; I'll read it to you on the phone.",
                       "Welcome! Please come to the counter in the ground floor with your badge, it takes five minutes."),
                jargon=("Your [initial password] expired, do a [SSPR] with the [TAP] on [Autopilot].",),
                fixed=("The password on the paper counted for three days only and was a week old. You have your own now, and mail and calendar open.",),
                fixed_jargon=("[TAP] issued, [Autopilot] done.",),
                back=("I'm in, but there are none of the programs my colleagues have.",),
            ),
            Case(
                title="Accounts for seasonal drivers",
                request="We have {n} seasonal drivers from {date} until the end of August. They need the driver app and nothing else, no mail. "
                        "Can the accounts end by themselves? I always forget to tell you when they go.",
                restatement="the seasonal drivers need just the driver app from {date}, with accounts that end on their own in August",
                side_answer="Yes, I can set an end date on each account.",
                asks=(("Do all of them have a company phone?", "All but two."),),
                plain=("I've made a list with one line a driver; please put the names in and send it back.",),
                jargon=("We bulk-create by [SCIM sync] with [accountExpires] set, app-only [SKU] F1.",),
                fixed=("All drivers have accounts for the app, which end on 31 August. I tried two of them on a test phone.",),
                fixed_jargon=("[SCIM sync] ok, [accountExpires] 31.08.",),
                back=("Three of the drivers can't log in to the app.",),
            ),
            Case(
                title="Apprentice moves to customs {date}",
                request="Our apprentice gets different things every three months: this time she moves from the warehouse to customs on {date}. "
                        "She keeps her laptop but needs new programs. Thank you!",
                restatement="your apprentice changes to customs on {date}, keeps the laptop and needs other programs",
                asks=(("Who in the team does the same job, so I can copy from them?", "Copy {mate} please, same job."),),
                plain=("I've copied the programs of a colleague in the same job.",),
                jargon=("The [mover workflow] swaps the [role bundle], device stays in [Intune].",),
                fixed=("Your apprentice has the customs programs on her laptop from {date}; we opened two of them together. The warehouse ones "
                       "are gone so that it stays clear.",),
                fixed_jargon=("[RBAC] bundle swapped.",),
                back=("She has the programs but can't sign in to the customs one.",),
            ),
            Case(
                title="Which role profile for claims handler?",
                request="The new starter form lists 'role profile' and I have no idea which one a claims handler is. There are 60. Whatever I "
                        "pick, somebody sends it back.",
                restatement="you can't tell which of the 60 role profiles fits a claims handler and your form keeps coming back",
                side_answer="It's number 34, \"Claims, office\".",
                asks=(("When does the new person start?", "In two weeks."),),
                plain=("I've filled in the form for you, you only need to press Send.",),
                jargon=("The [role profile] maps to [RBAC] 34, otherwise the [workflow] rejects on [SoD].",),
                fixed=("The form is through with profile 34. I've also asked for the list to show job names instead of numbers, and your new "
                       "colleague's account is there.",),
                fixed_jargon=("[RBAC] 34 assigned, [workflow] approved.",),
                back=("Came back again: 'profile not valid for site'.",),
            ),
        ),
    ),
    Problem(
        "leaver", "Access", "Service Desk", (0, 2, 5, 4),
        is_order=True,
        cases=(
            Case(
                title="Mail of {mate} after leaving",
                request="{mate} left on {past} and customers still write to her. Can the mails come to me, and can they get an automatic "
                        "answer that she's gone? There was a complaint this morning from {client}, three weeks old, unanswered.",
                restatement="customers still write to {mate}, who has left, you'd like her mail and an automatic answer, and one complaint has "
                            "already been lying for three weeks",
                side_answer="The automatic answer is on, in two languages.",
                asks=(("For how long should her mail come to you?", "Until autumn, there are long contracts."),),
                plain=("I've set the mails to come to you for three months.",),
                glossed=("I've made it a shared mailbox (one that several people can open with their own password).",),
                jargon=("Mailbox must be [converted to shared] and the [litigation hold] checked before the [licence reclaim].",),
                fixed=("Her mail comes to you until the end of the quarter and writers get an answer with your address. I sent a test and you "
                       "received it.",),
                fixed_jargon=("[Converted to shared], [SendAs] granted.",),
                notes=("Manager approval attached, 90 days forward.",),
                back=("Mails still bounce, the customer just told me.", "I get her mails now but can't open the old ones."),
            ),
            Case(
                title="leaver account still active",
                request="leaver account still active!! he was let go on monday",
                restatement="someone who was dismissed on Monday can still sign in",
                asks=(("Does HR have the leaving date in the system?", "HR has it since last week."),),
                plain=("I've closed the account and signed it out everywhere.",),
                jargon=("The [offboarding runbook] didn't fire because the [HRIS] had no [termination event].",),
                fixed=("The account was closed at 14:10 and every sign-in ended. The leaving date had not reached us; HR has now entered it "
                       "and I checked the other two leavers of that week.",),
                fixed_jargon=("[Offboarding runbook] rerun, [sessions revoked].",),
                notes=("HR confirmed date by phone.",),
                back=("He just answered a mail from his account.",),
            ),
            Case(
                title="Files of my predecessor",
                request="Hi! I took over {mate}'s job and need the files on her personal drive, above all the 2025 contracts. HR says ask IT, "
                        "IT said ask HR. I'm in the middle.",
                restatement="you've inherited {mate}'s work but not her files, and HR and IT each send you to the other",
                asks=(("Which of the files do you need first?", "First of all the contracts from 2025."),),
                plain=("I've asked the manager for the agreement we need before opening somebody's files.",),
                jargon=("We need an [eDiscovery] hold release and [OneDrive] [ownership transfer].",),
                fixed=("Her manager and HR have agreed in one mail, so nobody has to ask again. The contracts of 2025 are in your team folder "
                       "and you opened the first.",),
                fixed_jargon=("[OneDrive] [ownership] transferred.",),
                back=("Half of the contracts are missing, everything from May on.",),
            ),
            Case(
                title="Ex-colleague still approver of invoices",
                request="A former colleague's name still shows as approver for my invoices and they hang there. {n} invoices, oldest 40 days, "
                        "suppliers are calling.",
                restatement="your invoices are waiting for an approver who no longer works here and suppliers are chasing you",
                asks=(("Who should approve from now on?", "My new manager, {mate}."),),
                plain=("I've put you down as deputy for that approver so that the invoices move today.",),
                jargon=("The [delegation] in [workflow engine] still points to the disabled [SID].",),
                fixed=("The invoices now go to the new approver. All of those that were stuck have moved on, I checked the list.",),
                fixed_jargon=("[Delegation] set in [workflow engine].",),
                back=("Three of the invoices are still with the old name.",),
            ),
            Case(
                title="Return laptop {pc}",
                request="We return {mate}'s laptop ({pc}) how? It stands under my desk for a month and I keep kicking it.",
                restatement="{mate}'s returned laptop has been under your desk for a month",
                side_answer="The courier picks it up, no box needed.",
                asks=(("Is there a charger with it?", "Charger yes, mouse no."),),
                plain=("I've told the courier; he comes to your desk.",),
                jargon=("Device {pc} must be [retired] in [Intune] and [wiped] before [RMA].",),
                fixed=("The courier took {pc} this morning and the list shows it as returned, so nobody will ask you for it.",),
                fixed_jargon=("[Retired] in [Intune], [wiped].",),
                back=("Nobody came, I'm still kicking it.",),
            ),
        ),
    ),
    Problem(
        "admin-rights", "Access", "Network & Access", (0, 2, 5, 5),
        is_order=True,
        cases=(
            Case(
                title="Admin needed for scale program, technician here",
                request="The scale in hall C needs a small program and it asks for an administrator. The technician from the maker is here "
                        "until {till} and costs 140 an hour. Can somebody type the password please?",
                restatement="the scale's program asks for an administrator while the maker's technician is standing there by the hour",
                asks=(("Is it for one PC or for several?", "Only the one in hall C."),),
                plain=("I'll connect to your screen and type it in while the technician is there.",),
                glossed=("I've given you a temporary elevation (the right to install, for one hour and this PC only).",),
                jargon=("Request a [LAPS] password or use [PIM] to elevate, [UAC] will then accept it.",),
                fixed=("The scale's program wasn't on our list. I connected while the technician was there, installed it, and he weighed a "
                       "test pallet. Its updates come by themselves.",),
                fixed_jargon=("[LAPS] used once, [AppLocker] rule added.",),
                notes=("LAPS password used once, rotated.",),
                back=("The program starts but asks for the admin again.",),
            ),
            Case(
                title="admin rights",
                request="pls give me admin rights on my pc, i'm technical, i know what i do",
                restatement="you'd like to be able to install programs on your PC yourself",
                asks=(("Which programs would you install first?", "A text editor and a tool to rename photos."),),
                plain=("I've asked what you'd like to install, because most programs can be had from the company store without any rights.",),
                jargon=("[Local admin] is against [baseline]; use [PIM] [just-in-time] elevation.",),
                fixed=("Full rights aren't given to anyone here, me included. The two programs you named are in the company store, and you "
                       "installed both.",),
                fixed_jargon=("[PIM] eligible role declined, store assignment done.",),
                back=("The store doesn't have the newest version. So again: admin rights?",),
            ),
            Case(
                title="Label tool update needs admin each time",
                request="Every time the label tool updates (twice a week!) a box asks for an admin name. I then wait half a day for someone to "
                        "type it. Isn't there a way that this program may update itself?",
                restatement="twice a week the label tool's update waits half a day for an administrator",
                side_answer="There is: programs on our list may update themselves, and I've put it on.",
                asks=(("What is the exact name of the program and its maker?", "It's called ScaleLink, from Morvan."),
                      ("What is the exact name of the program and its maker?", "LabelWright, from Corbel.")),
                plain=("I've put the program on our list, so it can be installed from the company store with one click.",),
                jargon=("It needs a [publisher rule] in [AppLocker] and a [SYSTEM] updater [service].",),
                fixed=("The label tool is on our list now and updates itself at night. Last night's update came without anyone typing a thing.",),
                fixed_jargon=("[AppLocker] rule added, [updater service] as [SYSTEM].",),
                notes=("Infosec ok for publisher rule.",),
                back=("The box with the admin name is back after today's update.",),
            ),
            Case(
                title="Time zone needs admin",
                request="I need to change the time zone on my laptop when I travel, and it says only admins can. My meetings are all shifted "
                        "by an hour, I missed one with {client}.",
                restatement="you can't set the time zone when you travel, and missed a meeting with {client} over it",
                asks=(("Does the calendar on the phone show the right time?", "The phone is right."),),
                plain=("I've allowed your account to change the time zone.",),
                jargon=("You need [SeTimeZonePrivilege], pushed by [GPO].",),
                fixed=("Your account may set the time zone; you switched to Lisbon and back while I watched.",),
                fixed_jargon=("[SeTimeZonePrivilege] granted by [GPO].",),
                back=("I'm in Porto and can't change it.",),
            ),
            Case(
                title="Tachograph reader cannot be installed",
                request="Since the move to the new laptops we can't install the USB driver for the tachograph reader. Drivers' cards have to "
                        "be read every 28 days BY LAW, last reading was on {past}.",
                restatement="the tachograph reader can't be installed on the new laptops and the legal 28 days are running",
                asks=(("How many laptops read cards?", "Three, one per depot."),),
                plain=("I'm installing the reader's program from here on one laptop first, and if it reads a card, on all.",),
                jargon=("The [driver] isn't [signed], [AppLocker] blocks it by [publisher rule].",),
                fixed=("I connected, installed the driver and we read two drivers' cards to be sure.",),
                fixed_jargon=("[AppLocker] rule added, [driver] [signed] by us.",),
                back=("It installs but doesn't start, same message.", "The reader was fine once, now it isn't found."),
            ),
        ),
    ),
    Problem(
        "licence", "Access", "Service Desk", (0, 2, 6, 4),
        is_order=True,
        cases=(
            Case(
                title="PDF program licence expired",
                request="The PDF program says my licence expires in 0 days and most buttons are grey. I have to redact {n} contracts for the "
                        "court {by}. Can you renew it today or is there another program that can do it?",
                restatement="most buttons of your PDF program went grey with the licence, and contracts must be redacted for the court",
                side_answer="If it came to that, the tool in claims can redact as well.",
                asks=(("What does the message say word for word?", "It says 'a licence could not be found for this account'."),),
                plain=("I've taken a licence from someone who no longer uses it and given it to you.",
                       "Please sign out of the program (name at the top right) and in again so that it sees the new licence."),
                jargon=("Assign the [SKU] in the [tenant] and run [ospprearm], then [vnextdiag] should be clean.",),
                fixed=("Your licence had been collected automatically after 60 days without use. You have it back, it's marked as kept, and "
                       "the buttons worked when you tried.",),
                fixed_jargon=("[SKU] reassigned, [activation] forced.",),
                notes=("Reclaimed from {mate}, last use in November.",),
                back=("It's back to unlicensed today.",),
            ),
            Case(
                title="visio unlicensed",
                request="visio says unlicensed",
                restatement="your drawing program says it has no licence",
                asks=(("What does the message say word for word?", "It says 'a licence could not be found for this account'."),),
                plain=("Please sign out of the program (name at the top right) and in again so that it sees the new licence.",
                       "I've taken a licence from someone who no longer uses it and given it to you."),
                glossed=("Your seat (the place you take up in the licence) had been given to somebody else by mistake; you have it back.",),
                jargon=("Assign the [SKU] in the [tenant] and run [ospprearm], then [vnextdiag] should be clean.",
                        "[Entitlement] is in the wrong [purchase profile], needs a [true-up] with the [reseller]."),
                fixed=("Your place in the licence had gone to another person of the same name. You have it back and saved a drawing.",),
                fixed_jargon=("[SKU] reassigned, [activation] forced.",),
                back=("It's back to unlicensed today.",),
            ),
            Case(
                title="Drawing program approved three weeks ago",
                request="I asked for the drawing program three weeks ago, my manager approved it the same day, and since then silence. I draw "
                        "the new hall layout in PowerPoint, it looks like a child did it. Where is it stuck?",
                restatement="your approved drawing program hasn't come in three weeks and you're drawing the hall layout in PowerPoint",
                asks=(("Under whose cost centre should it run?", "Cost centre {num}, {mate} knows about it."),),
                plain=("I've asked purchasing where the order is and will tell you the answer.",),
                jargon=("[Entitlement] is in the wrong [purchase profile], needs a [true-up] with the [reseller].",),
                fixed=("The order was stuck with an approver who had left. It went through today, and the program opens on your laptop.",),
                fixed_jargon=("[Purchase profile] corrected, [SKU] assigned.",),
                notes=("PO stuck in approval since 3 weeks.",),
                back=("The program came. It asks for a licence.",),
            ),
            Case(
                title="Word cannot edit, red bar",
                request="Word shows a red bar 'product deactivated' {since}. I can read but not edit. My laptop is {pc}. Three colleagues have "
                        "it, too.",
                restatement="Word lets you and three colleagues read but not edit",
                asks=(("Have the four of you been away from the office network for long?", "Two months at the new depot, all four."),),
                plain=("I've started the check of the licence on your laptop from here; please restart once.",),
                jargon=("The [KMS] host is unreachable, [activation grace] has ended, force [slmgr /ato].",),
                fixed=("Four laptops had lost contact with our licence server. They found it again after a restart and you could edit your document.",),
                fixed_jargon=("[KMS] [DNS SRV] record fixed.",),
                back=("The bar is still red after three restarts.",),
            ),
            Case(
                title="Price of route planner licence",
                request="Could you tell me what one more licence for the route planner costs per year and whether we have a free one? I have "
                        "to put it in the budget until {date}.",
                restatement="you need the yearly price of one more route planner licence for your budget and want to know whether one is free",
                side_answer="It's 412 a year, and yes, one is free.",
                asks=(("How many people will use it from next year?", "Three, one more than now."),),
                plain=("I've reserved the free one for you until your budget is settled.",),
                jargon=("We have one spare [entitlement] in the [pool], true-up is in [Q4].",),
                fixed=("One licence is free and reserved for you; further ones are 412 a year each. You have it in writing from purchasing, attached.",),
                fixed_jargon=("[Entitlement] reserved, quote from [reseller] attached.",),
                back=("Purchasing tells me another price: 530.",),
            ),
        ),
    ),
)
