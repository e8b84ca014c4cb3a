"""Office programs: sheets, files, backups."""

from .problem import Case, Problem

PROBLEMS = (
    Problem(
        "excel-macro", "Software", "Service Desk", (0, 3, 6, 3),
        cases=(
            Case(
                title="Macro blocked in tariff sheet",
                request="The button in our tariff sheet does nothing since the Office update, there's a red bar 'macros have been blocked'. "
                        "{mate} built it years ago and retired. 40 customers wait for their July rates. Is it still allowed at all?",
                restatement="the tariff sheet's button is blocked since the Office update, the colleague who made it has retired, and 40 "
                            "customers wait for rates",
                side_answer="It's allowed if it lies on the department drive instead of coming by mail.",
                asks=(("Where is the file stored when you open it: in a mail, on the desktop or on the drive?",
                       "From the mail, I always search for it in Outlook."),),
                plain=("I've marked your department folder as trusted; open the file from there and the button works.",),
                glossed=("Macros (small programs inside the sheet) are blocked when a file came by mail; from a trusted folder they run.",),
                jargon=("Remove the [Mark of the Web] or add the path to [Trusted Locations] via [GPO].",),
                fixed=("The file came from a mail, and programs in mailed files are blocked since the update. It's on your drive now, and you "
                       "pressed the button twice with success.",),
                fixed_jargon=("[Trusted Locations] pushed by [GPO].",),
                notes=("MOTW on file from Outlook temp.", "Asked for a developer to own this sheet, nobody does."),
                back=("Button is dead again today.",),
            ),
            Case(
                title="macro error 1004",
                request="macro error 1004 in line 37, i didn't touch it",
                restatement="the macro stops with error 1004 though you changed nothing",
                asks=(("Did somebody rename or hide a sheet?", "The intern tidied up a bit."),),
                plain=("I'm going through the macro's steps with a copy of your file to see where it waits.",),
                jargon=("Error 1004 comes from [Range.Select] on a [hidden sheet]; unprotect the [VBA] project.",),
                fixed=("The macro looks for a sheet called June and yours was renamed to Jun. I made it look for both, and it ran to the end.",),
                fixed_jargon=("[VBA] [Range] reference fixed.",),
                back=("1004 again, now line 52.",),
            ),
            Case(
                title="Monthly macro very slow",
                request="Dear team, my monthly report takes a macro which runs 4 minutes normally. {since_cap} it runs 50 minutes and Excel "
                        "looks dead. I start it now before lunch, but that is not a solution, right?",
                restatement="your monthly macro went from four minutes to fifty",
                asks=(("How many rows does the report have now, and how many a year ago?", "11,000. A year ago perhaps 3,000."),),
                plain=("I'm going through the macro's steps with a copy of your file to see where it waits.",),
                jargon=("[DDE] is disabled by [ASR] rule, and the [ODBC DSN] is 32-bit.",
                        "[ScreenUpdating] is on and [calculation] recalcs per row, the [ODBC] round trips kill it."),
                fixed=("The macro asked for every price one by one over the network. I copied the price table next to it and it took three minutes.",),
                fixed_jargon=("[ODBC] batch read, [calculation] manual.",),
                back=("45 minutes this morning.",),
            ),
            Case(
                title="Excel asks to enable content every time",
                request="When I open the planning file it asks to enable content, I click, it asks again next time. Every. Single. Time. For "
                        "{n} files a day.",
                restatement="each of your planning files asks to enable content every time you open it",
                asks=(("Where is the file stored when you open it: in a mail, on the desktop or on the drive?",
                       "From the mail, I always search for it in Outlook."),),
                plain=("I've marked your department folder as trusted; open the file from there and the button works.",),
                jargon=("Remove the [Mark of the Web] or add the path to [Trusted Locations] via [GPO].",),
                fixed=("The planning folder wasn't on the list of places Excel trusts. It is now, and you opened all your files this morning "
                       "without the question.",),
                fixed_jargon=("[Trusted Locations] pushed by [GPO].",),
                back=("It asks again, for half of the files.",),
            ),
            Case(
                title="Run-time error 429",
                request="Run-time error 429 when I press 'Create customs list':\n\nRun-time error '429':\nActiveX component can't create "
                        "object\n\nNeeded {by}. On {mate_m}'s laptop it works, so I mail it to him and back. Is it the new laptop?",
                restatement="\"Create customs list\" ends in error 429 on your laptop while {mate_m}'s runs it",
                side_answer="Yes, a small part is missing on the new laptops.",
                asks=(("Did the file work in May, and on which laptop?", "In May it worked on the old laptop."),),
                plain=("I've installed the small part that was missing.",),
                jargon=("The [VBA] project references a missing [OCX], [regsvr32] it and recompile.",),
                fixed=("A part was missing on the new laptops. I added it to all of them in your team and the list came out in ten seconds.",),
                fixed_jargon=("[OCX] registered, [VBA] references fixed.",),
                back=("Button is dead again today.", "429 again on the second list."),
            ),
        ),
    ),
    Problem(
        "excel-crash", "Software", "Service Desk", (0, 3, 7, 2),
        cases=(
            Case(
                title="Excel closes when saving",
                request="Excel closes without a word when I save the fleet file (38 MB). I lost an hour of work, twice now. Is there any copy "
                        "of what I typed? And is 38 MB too big, should I split it?",
                restatement="Excel shuts down when you save the 38 MB fleet file, and two hours of typing are gone",
                side_answer="There's a copy from 20 minutes before each crash, I've put both on your desktop. No need to split.",
                asks=(("Does it also happen with a small new file?", "Small files are fine."),),
                plain=("I've switched off two add-ons that slow saving down.",),
                glossed=("Your workbook holds 60,000 unused styles (formatting nobody sees); I've cleaned a copy for you to try.",),
                jargon=("Start Excel in [safe mode] and disable the [COM add-ins], then clear the [OfficeFileCache].",),
                fixed=("An add-on of the old scanner stopped each save. I took it off and you saved the fleet file five times.",),
                fixed_jargon=("[COM add-in] removed, [OfficeFileCache] purged.",),
                notes=("Faulting module scanaddin.dll.", "61,244 styles in workbook."),
                back=("Crashed on saving again, 20 minutes lost.",),
            ),
            Case(
                title="excel not responding",
                request="excel (not responding) all day",
                restatement="Excel keeps freezing",
                asks=(("Does it also happen with a small new file?", "Small files are fine."),),
                plain=("I've switched off two add-ons that slow saving down.",),
                jargon=("Start Excel in [safe mode] and disable the [COM add-ins], then clear the [OfficeFileCache].",),
                fixed=("A spell checker from another program was waiting for the internet each time. It's off, and Excel has been open since "
                       "eight without freezing.",),
                fixed_jargon=("[COM add-in] removed, [OfficeFileCache] purged.",),
                back=("not responding again",),
            ),
            Case(
                title="Roster: changes cannot be merged",
                request="We work in the roster with five people at once and it says 'we can't merge your changes'. In the end the loudest "
                        "person wins. On {past} two drivers had the same truck because of it.",
                restatement="five of you edit the roster and changes get lost, which put two drivers on one truck",
                asks=(("Is the file on the drive or in a Teams channel?", "It's in the Teams channel."),),
                plain=("I've moved the roster to your team's folder, where five people can type at once.",),
                jargon=("[Coauthoring] is blocked by a [checkout] flag and [legacy shared workbook] mode.",),
                fixed=("The roster was opened from a copy that couldn't be shared. It's in the team's folder now and two of you typed at once "
                       "without a clash.",),
                fixed_jargon=("[Coauthoring] ok after [checkout] flag cleared.",),
                back=("Two trucks, one driver, again. Someone's change was lost.",),
            ),
            Case(
                title="Formulas show 0",
                request="Formulas show 0 until I press F9. {mate} says I've broken my Excel. Have I? Invoice amounts were 0 on a quote I sent "
                        "out, slightly embarrassing.",
                restatement="your formulas stay at 0 until F9 and a quote went out with zeros",
                side_answer="No, you haven't broken it.",
                asks=(("Which other file was open before it happened?", "One from a supplier, with macros."),),
                plain=("I've set your Excel to calculate by itself again.",),
                jargon=("Set [calculation mode] to auto and rebuild the [dependency tree].",),
                fixed=("Somebody's file had switched calculation to manual and yours copied that. It's automatic and I checked the quote with you.",),
                fixed_jargon=("[Calculation mode] auto, [Personal.xlsb] cleaned.",),
                back=("Zeros are back this morning.",),
            ),
            Case(
                title="Numbers turn into dates",
                request="Numbers with a comma turn into dates after the laptop change, so 3,5 tons become 3rd of May. Funny the first time.",
                restatement="since the new laptop 3,5 tons turns into the 3rd of May",
                asks=(("Does it happen in new files as well?", "In new ones too."),),
                plain=("I've set commas and dates to the way we write them here.",),
                jargon=("Check the [locale ID] and [decimal separator] in [regional settings].",),
                fixed=("The new laptop came with American number settings. I changed them, and 3,5 stays 3,5; please look at what you typed "
                       "last week.",),
                fixed_jargon=("[Regional settings] corrected by [GPO].",),
                back=("The 3rd of May is back.",),
            ),
            Case(
                title="CSV from {client} in one column",
                request="Opening a csv from {client} puts everything in one column and kills the leading zeros of the article numbers. I "
                        "repair 600 rows by hand each morning. There must be a better way?",
                restatement="{client}'s file lands in one column without leading zeros and you repair 600 rows each morning",
                side_answer="There is: the import button under Data, I'll show you.",
                asks=(("Could you send me one of the files?", "Here's yesterday's."),),
                plain=("I've saved a query for you that reads {client}'s file with the zeros; it's the first entry under Data.",),
                jargon=("Import through [Power Query] with [UTF-8] and a [text type] for the key column.",),
                fixed=("We built the import together: one click, every column in its place, zeros kept. You ran it with today's file in a few "
                       "seconds.",),
                fixed_jargon=("[Power Query] template deployed.",),
                back=("One column again since the client changed something.",),
            ),
        ),
    ),
    Problem(
        "onedrive-sync", "Software", "Service Desk", (0, 2, 7, 3),
        cases=(
            Case(
                title="OneDrive sync pending",
                request="OneDrive shows a red cross and 'sync pending' since {since_day}. I changed the roster at home, in the office the old "
                        "one is shown and the drivers got that. How can I see which one is the right one?",
                restatement="your files stopped syncing, so the drivers received the old roster",
                side_answer="The right one is the one with your name and the later time next to it.",
                asks=(("Which of the two files has the later date?", "The one from home is later."),
                      ("What does it say when you click on the little cloud?", "It says 'can't sync 1 file' and a name with a question mark.")),
                plain=("I've paused the sync and started it afresh; let it run with the lid open.",),
                glossed=("A file name with a forbidden character stops the sync client (the program that copies your files up and down); I've "
                         "renamed it.",),
                jargon=("Run [onedrive /reset], the [KFM] redirect conflicts with the [folder GPO].",
                        "Unlink the [sync root] and clear the [WAM token] before re-adding the [library]."),
                fixed=("One file had a question mark in its name and held up all the others. I renamed it, everything was copied within the "
                       "hour, and the roster in the office is yours.",),
                fixed_jargon=("[Sync root] rebuilt, [KFM] re-enabled.",),
                back=("Red cross again.",),
            ),
            Case(
                title="onedrive full",
                request="onedrive full, 1TB?? i have 3 files",
                restatement="OneDrive claims to be full though you have hardly any files",
                asks=(("Do you edit videos now and then?", "One, for the safety day. Last autumn."),),
                plain=("I've raised your limit so that you can save, and I'm looking at what takes the space.",),
                jargon=("The [ODB quota] is eaten by [version history] and the [preservation hold library].",),
                fixed=("A video of a training was saved 400 times, once for every small edit. I kept the last five, and you're at 12 of 1,000 GB.",),
                fixed_jargon=("[ODB quota] raised, [versioning] trimmed.",),
                back=("Full again!",),
            ),
            Case(
                title="All files twice",
                request="Every file now exists twice, once with my laptop's name at the end ({pc}). 1,400 files. Do I have to compare them all "
                        "by hand? I have holidays from {date} and want to leave this tidy.",
                restatement="all your files exist twice, one with the laptop's name at the end, and you want it tidy before your holidays",
                side_answer="You don't have to compare by hand.",
                asks=(("Since which day do the doubles appear?", "Since the new laptop, so the 3rd."),),
                plain=("I've moved the doubles into one folder, the newer of each stays where it was.",),
                jargon=("Run [onedrive /reset], the [KFM] redirect conflicts with the [folder GPO].",),
                fixed=("Two sign-ins on one laptop had made the doubles. There's one now, and the older copies lie in a folder called Doubles "
                       "in case you need them.",),
                fixed_jargon=("[Sync root] rebuilt, [KFM] re-enabled.",),
                notes=("Conflict files: 1,412, script run on a copy first.",),
                back=("New doubles since yesterday, about 50.",),
            ),
            Case(
                title="Deleted folder for whole team",
                request="I deleted a folder from my laptop to make space and now it's gone for the whole team. Please tell me you can get it "
                        "back. Nobody knows yet that it was me.",
                restatement="clearing space on your laptop removed the folder for the whole team and you need it back",
                side_answer="Yes, we can: nothing is lost for 90 days.",
                asks=(("What was the folder called?", "Depot south, with a space at the end."),),
                plain=("I've brought the folder back from the bin.",),
                jargon=("It's in the [second-stage bin], an [SPO admin] must run a [restore] by [GUID].",),
                fixed=("The folder was in the bin and is back with all 212 files; your colleague opened two of them.",),
                fixed_jargon=("[Restore] from [second-stage bin].",),
                notes=("Restored from second-stage bin.",),
                back=("Half of the files are back, the sub-folders are missing.",),
            ),
            Case(
                title="Inspection photos do not arrive",
                request="The photos from the inspection don't come over to the laptop. They are on the phone, the cloud icon turns and turns.",
                restatement="inspection photos stay on the phone and never reach the laptop",
                asks=(("Is the small cloud crossed out?", "Not crossed out, turning."),),
                plain=("Please open the app on the phone once while it's charging; I've removed what blocks it.",),
                jargon=("[Camera upload] hit a [WAM token] error, unlink the [account] in the app.",),
                fixed=("The phone had kept the photos back because it was told to use Wi-Fi only and its Wi-Fi was off. It's on, and all 86 "
                       "photos are on your laptop.",),
                fixed_jargon=("[Camera upload] reauthorised.",),
                back=("It turns and turns, today's photos are missing again.",),
            ),
        ),
    ),
    Problem(
        "backup-restore", "Software", "Service Desk", (0, 5, 6, 1),
        cases=(
            Case(
                title="Claims list overwritten",
                request="I saved an empty template over our claims list. Three years of claims. It's on P:\\Claims\\list_2026. Last time I "
                        "looked it was fine was {since_day} at noon. Please, please tell me there's a backup.",
                restatement="an empty template replaced three years of claims on P:, and the last good state was {since_day} at noon",
                side_answer="There is a backup.",
                asks=(("Roughly when did you last see it in good order?", "Before lunch, around 11:45."),),
                plain=("I've found the state from the night before and am copying it back; it takes about an hour.",),
                glossed=("There's a snapshot (a picture of the whole drive) from every four hours; I'm taking the one from noon.",),
                jargon=("Restoring from the [VSS snapshot], if that fails from [Veeam] [GFS] on [LTO].",),
                fixed=("I took the list from the noon picture of the drive. You opened it and the last claim you remember is in it.",),
                fixed_jargon=("[VSS] restore ok, [ACLs] reapplied.",),
                notes=("Restore point 12:00 used.",),
                back=("The file is there but it's from March.",),
            ),
            Case(
                title="restore rates 2025",
                request="restore P:\\Rates\\2025 pls, was there last week",
                restatement="the 2025 rates folder on P: disappeared after last week",
                asks=(("Roughly when did you last see it in good order?", "Before lunch, around 11:45."),),
                plain=("I'm searching the drive for the folder's name first, in case it was only moved.",
                       "I've found the state from the night before and am copying it back; it takes about an hour."),
                jargon=("The [ACLs] will be off after the [item-level restore], and [DFS-R] may replicate the delete.",
                        "Restoring from the [VSS snapshot], if that fails from [Veeam] [GFS] on [LTO]."),
                fixed=("The folder had been deleted on Thursday evening by a clean-up. It's back from Wednesday night, with all 48 files, and "
                       "you opened two.",),
                fixed_jargon=("[Item-level restore] from [Veeam], job 4411.",),
                back=("The folder's back but every file in it says damaged.",),
            ),
            Case(
                title="Contracts folder disappeared",
                request="Hello, somebody moved the contracts folder into another folder, or deleted it, we can't find it. Search finds "
                        "nothing. {mate} has the only printed copy of the {client} contract and needs it {by}.",
                restatement="the contracts folder was moved or deleted, and the {client} contract is needed",
                asks=(("What is the exact path, as far as you remember it?", "P:\\Claims\\list_2026.xlsx I'm sure."),),
                plain=("I'm searching the drive for the folder's name first, in case it was only moved.",),
                jargon=("[DFS-R] may have replicated the [move]; we search the [audit log] for the [rename] event.",),
                fixed=("The folder had slipped into the one below it, by a drag with the mouse. It's back in its place and two colleagues can "
                       "open it.",),
                fixed_jargon=("Found by [audit log], [ACLs] reapplied.",),
                notes=("Drag and drop into \\Archive, seen in audit log.",),
                back=("{client}'s contract is the only one missing in the folder you found.",),
            ),
            Case(
                title="Old version of budget file",
                request="I need the version of the budget file from {past}, before controlling changed the formulas. The current one should "
                        "stay where it is, please put the old one next to it with another name.",
                restatement="you want the budget as it was on {past} next to the present one, not instead of it",
                asks=(("Is the morning or the evening of that day better?", "Evening, before the meeting."),),
                plain=("I've put the old version next to the current one with the date in its name.",),
                jargon=("[Item-level restore] from [Veeam] to an [alternate path], [ACLs] stay.",),
                fixed=("The budget of that day lies next to the current one, with the date in its name. Both open.",),
                fixed_jargon=("[Item-level restore] to [alternate path].",),
                back=("The one you put there has the new formulas too.",),
            ),
            Case(
                title="Backup of handheld data",
                request="When were the backups of the handhelds last checked? I ask because we lost a day of stock counts on {past} and nobody "
                        "could bring them back. I'd like to be sure it doesn't happen at year end.",
                restatement="a day of stock counts couldn't be brought back, and you want to be sure before the year end",
                side_answer="They had not been checked for a year, to be honest.",
                asks=(("Which counts matter most to you?", "The Saturday ones."),),
                plain=("I've asked the colleague who looks after backups for the dates and the list of what's covered.",),
                jargon=("The [handheld DB] isn't in the [GFS] [backup policy], [RPO] is undefined.",),
                fixed=("The handhelds' counts were not part of any backup. They are now, every hour, and yesterday I brought one hour back on "
                       "a test device to prove it.",),
                fixed_jargon=("[Backup policy] extended, [RPO] 1 h.",),
                back=("Your colleague says the backup of Saturday is empty.",),
            ),
        ),
    ),
)
