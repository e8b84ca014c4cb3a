"""The systems the freight business runs on: SAP, customers, pay, hours."""

from .problem import Case, Problem

PROBLEMS = (
    Problem(
        "sap-slow", "Software", "Business Applications", (2, 6, 4, 0),
        cases=(
            Case(
                title="SAP posting takes minutes",
                request="SAP is unusable. Posting one delivery takes four minutes, normally seconds. We have {n}0 lines open and month end "
                        "{by}. Is it everyone or only us in {site}?",
                restatement="posting a delivery takes four minutes instead of seconds with month end ahead of you",
                side_answer="It's everyone who posts deliveries, not only {site}.",
                asks=(("Which step takes longest, from which screen to which?", "From 'goods issue' to the confirmation."),
                      ("Is it as slow with a single line?", "One line is slow as well.")),
                plain=("I've stopped a large report that was running next to you.", "I'm timing the same posting on our test system to compare."),
                jargon=("[ST05] shows a [full table scan] on [LIPS], the [index] was dropped by the [transport].",),
                fixed=("A nightly report had run into the day and used most of the machine. It starts at 20:00 now; I posted five deliveries "
                       "at 9:45, each in under three seconds.",),
                fixed_jargon=("[Work processes] raised, [SM37] job moved.",),
                notes=("Job ZSTOCK ran 09:02-10:34.",),
                back=("Same slowness this morning, 9:15.",),
            ),
            Case(
                title="sap hourglass",
                is_urgent=True,
                request="sap hourglass since 8:00, whole team",
                restatement="your whole team has been staring at the hourglass since eight",
                asks=(("At what time exactly was it worst today?", "9:40, I looked at the clock."),),
                plain=("I've stopped a large report that was running next to you.",
                       "I've asked the people who run the machines to look at that hour."),
                jargon=("Work processes are in [PRIV mode], we need to raise [heap] and restart the [app server].",
                        "[SM37] jobs block the [enqueue], reschedule the [variant] and run [RSTRFCEU]."),
                fixed=("A nightly report had run into the day and used most of the machine. It starts at 20:00 now; I posted five deliveries "
                       "at 9:45, each in under three seconds.",),
                fixed_jargon=("[Work processes] raised, [SM37] job moved.",),
                back=("hourglass again, all of us",),
            ),
            Case(
                title="Stock list: time limit exceeded",
                request="Dear application team, the transaction for the stock list, which last month needed twenty seconds, now ends after ten "
                        "minutes with the message 'time limit exceeded'. I need it daily to tell production what they can have. I tried a "
                        "smaller period (one week) and that works.",
                restatement="the stock list runs into the time limit after ten minutes unless you ask for a single week, and production "
                            "depends on it daily",
                asks=(("Which layout do you use for the list, and since when?", "ZSTOCK_PROD, for years."),),
                plain=("I'm timing the same posting on our test system to compare.",),
                glossed=("The index (the table of contents that lets SAP find a line fast) was lost over the weekend; we're building it again.",),
                jargon=("[ST05] shows a [full table scan] on [LIPS], the [index] was dropped by the [transport].",),
                fixed=("The weekend's change had removed a table of contents the stock list needs. It's back, and the full list came in 25 seconds.",),
                fixed_jargon=("[Index] Z01 on [LIPS] recreated, [statistics] refreshed.",),
                notes=("DBA rebuilt index, ref {num}.",),
                back=("Time limit exceeded again, this time after nine minutes.",),
            ),
            Case(
                title="SAP slow every morning",
                request="Slow in the mornings between 9 and 10:30 and fine the rest of the day. I've shifted my work to the afternoon but my "
                        "kids' school hasn't shifted.",
                restatement="SAP drags between 9 and 10:30 each morning and you can't keep moving your hours around it",
                asks=(("At what time exactly was it worst today?", "9:40, I looked at the clock."),),
                plain=("I've asked the people who run the machines to look at that hour.",),
                jargon=("[SM37] jobs block the [enqueue], reschedule the [variant] and run [RSTRFCEU].",),
                fixed=("A nightly report had run into the day and used most of the machine. It starts at 20:00 now; I posted five deliveries "
                       "at 9:45, each in under three seconds.",),
                fixed_jargon=("[Work processes] raised, [SM37] job moved.",),
                notes=("Job ZSTOCK ran 09:02-10:34.",),
                back=("Same slowness this morning, 9:15.",),
            ),
            Case(
                title="SAP 6 seconds per click",
                request="Since the weekend each click in SAP takes 6-7 seconds. I've timed it, list attached. If you tell me it's my laptop "
                        "again I'll scream, {mate} has exactly the same numbers.",
                restatement="every click has taken six to seven seconds since the weekend, for {mate} just as for you, so it's not your laptop",
                asks=(("Is it as slow with a single line?", "One line is slow as well."),),
                plain=("I've asked the people who run the machines to look at that hour.",
                       "I'm timing the same posting on our test system to compare."),
                jargon=("Work processes are in [PRIV mode], we need to raise [heap] and restart the [app server].",),
                fixed=("The weekend's change had sent your site over the spare connection. It's on the main one again; {mate} and you measured "
                       "half a second a click, as before.",),
                fixed_jargon=("[App server] logon group corrected.",),
                back=("Six seconds again. New list attached.",),
            ),
            Case(
                title="Delivery notes print too slowly",
                request="Hi, printing a delivery note from SAP takes so long that drivers leave without. Then customers refuse the goods. Can "
                        "we at least get the notes from another place in the meantime?",
                restatement="delivery notes print so slowly that drivers leave without them and customers refuse the goods",
                side_answer="In the meantime the notes can be printed from the web page; I'm sending you the link.",
                asks=(("Which printer do they come out of?", "The one at ramp 3."),),
                plain=("I've given your delivery notes a queue of their own.",),
                jargon=("The [output type] goes through a shared [spool server], change the [access method] to [frontend].",),
                fixed=("Delivery notes went through one printer queue for all sites. Yours has its own, the last ten took four seconds each.",),
                fixed_jargon=("[Spool server] split, [access method] L.",),
                back=("Another driver left without, the note came 20 minutes later.",),
            ),
        ),
    ),
    Problem(
        "sap-order", "Software", "Business Applications", (1, 5, 6, 0),
        cases=(
            Case(
                title="Order {num}: partner function missing",
                request="Order {num} can't be released: 'partner function missing'. The customer is an old one, I changed nothing. Truck is at "
                        "the ramp until {till}. What does partner function mean, and is there a way round?",
                restatement="order {num} won't release because of a missing partner function while the truck stands at the ramp",
                side_answer="It means SAP doesn't know who pays for this order.",
                asks=(("Could you send the number in the small line at the bottom of the message?", "VP 204."),
                      ("Has an order of this customer gone through this month?", "Yes, two last week.")),
                plain=("I've added the missing payer to the customer and put the order back to the start.",),
                glossed=("The customer lacked a partner function (who orders, who gets the goods, who pays); I've filled in the one who pays.",),
                jargon=("Maintain [partner function] PY in [XD02] and rerun [VKM3], the [output determination] fails.",),
                fixed=("The customer's record had lost its payer when two records were joined. It's filled in, order {num} is released, and I "
                       "checked the customer's other open orders.",),
                fixed_jargon=("[XD02] maintained, [VKM3] released.",),
                notes=("Merge of customers 20311/20877 dropped PY.",),
                back=("Next order of the same customer, same message.", "The order is released but the delivery isn't created."),
            ),
            Case(
                title="posting period closed",
                request="posting period 05/2026 not open. need it today",
                restatement="the period you have to post in is closed",
                asks=(("Which date is on the document you want to post?", "The 31st."),),
                plain=("I've asked accounting to open the period; they have to agree to it.",),
                jargon=("[OB52] variant closed for [account type] D, controlling must open it.",),
                fixed=("Accounting opened the period until six. You posted and I saw the document.",),
                fixed_jargon=("[OB52] opened till 18:00.",),
                back=("Closed again before I was done.",),
            ),
            Case(
                title="Material locked by me",
                request="I get 'material locked by user' and the user is me. From yesterday. When I had to leave in a hurry for the dentist.",
                restatement="SAP says you yourself are holding the material since yesterday",
                asks=(("Is your old window still open somewhere, perhaps on another PC?", "On the PC at the ramp maybe."),),
                plain=("I've released the lock, you can open the material again.",),
                jargon=("Delete your [SM12] entry, the [enqueue] survived the [session].",),
                fixed=("Your screen from yesterday was still open on the server and held the material. I ended it and you changed the material "
                       "at once. Hope the tooth is fine.",),
                fixed_jargon=("[SM12] entry deleted.",),
                notes=("SM12 entry deleted.",),
                back=("Locked by me again, and I've only one window open.",),
            ),
            Case(
                title="Invoice without tax",
                request="Invoice to {client} went out with 0 % tax, though they're domestic. Accounting found it by accident. How many more "
                        "are there? I need a list, and somebody to tell me why.",
                restatement="{client} was invoiced without tax and you need to know how many more and why",
                side_answer="There are eleven, list attached.",
                asks=(("Is the customer's tax number filled in on your screen?", "It's filled, yes."),),
                plain=("I've stopped further invoices to domestic customers until the tax is right.",),
                jargon=("The [condition record] MWST is missing for the [tax classification], fix in [VK11].",),
                fixed=("A change of the customer form had left the tax field empty for eleven domestic customers. It's filled in, accounting "
                       "has the list and corrects the invoices, and today's came out with tax.",),
                fixed_jargon=("[Condition record] MWST created, [VK11] checked.",),
                back=("Another one with 0 %, from today.",),
            ),
            Case(
                title="Web orders without delivery date",
                request="Since the new customer form went live, orders from the web come without delivery date and we type it in by hand for "
                        "each, {n}0 a day. Was that intended?",
                restatement="web orders arrive without a delivery date and you type in dozens a day",
                side_answer="No, it wasn't intended.",
                asks=(("Is it every web order or only those with several lines?", "Every one."),),
                plain=("I've told the web team and given them three of your orders as examples.",),
                jargon=("The [JSON] field reqDate isn't in the [mapping], so the [IDoc] [segment] E1EDK03 is empty.",),
                fixed=("The new form called the field by another name and our side didn't know it. It does now; the last 30 orders came with a "
                       "date, and the older ones have been filled in.",),
                fixed_jargon=("[Mapping] fixed, [IDocs] reprocessed.",),
                back=("Orders from the web have no date again since noon.",),
            ),
            Case(
                title="{client} still blocked, has paid",
                request="Credit block on {client} though they paid on {past}. Finance sees the money. Sales is screaming at me, I'm screaming "
                        "at you, sorry.",
                restatement="{client} has paid but is still blocked, and sales is on your back",
                asks=(("Which reference did the customer write on the payment?", "Their own order number, not ours."),),
                plain=("I've sent finance the proof of payment and asked them to look under other customer numbers.",),
                jargon=("The [open item] sits on the wrong [payer], needs [F-30] and a [credit segment] update.",),
                fixed=("The payment had been booked to the wrong customer number. Finance moved it and the block went off by itself.",),
                fixed_jargon=("[F-30] done, [credit segment] released by [VKM3].",),
                back=("Blocked again, and they've paid again.",),
            ),
        ),
    ),
    Problem(
        "crm-timeout", "Software", "Business Applications", (1, 5, 6, 1),
        cases=(
            Case(
                title="CRM loses my visit report",
                request="The CRM throws me out when I save a visit report, 'session expired', and the text is gone. I've written the report on "
                        "{client} three times now. I write them in Word first now, like in 2003.",
                restatement="saving a visit report ends the session and loses the text; you've written {client}'s three times",
                asks=(("How long is the text when it fails, a few lines or a page?", "About a page."),),
                plain=("I've lengthened the time before you're signed out to two hours.", "I've brought your last draft back from the server's copy."),
                jargon=("The [load balancer] drops [sticky sessions], the [API gateway] then returns 504.",),
                fixed=("You were signed out after 15 minutes without a click, and typing didn't count. Typing counts now, and the text is "
                       "kept; I wrote for 40 minutes and saved.",),
                fixed_jargon=("[Sticky sessions] on, [API gateway] limit 120 s.",),
                notes=("LB idle timeout 900 s, changed in CHG {num}.",),
                back=("Kicked out on saving again, report gone again.",),
            ),
            Case(
                title="crm 504",
                request="504 in CRM when searching",
                restatement="searching in the CRM ends with an error 504",
                asks=(("Does it happen with every customer or with that one only?", "With all big customers."),),
                plain=("I've restarted the search part of the CRM; please try once more with the name only.",),
                jargon=("The [search index] is rebuilding, [API gateway] returns 504 after 60 s.",),
                fixed=("The search was being rebuilt after an import and had no strength left for questions. It's done, and your search took a "
                       "second.",),
                fixed_jargon=("[Search index] rebuilt, [API gateway] ok.",),
                back=("504 again",),
            ),
            Case(
                title="Big customers do not load in CRM",
                request="The customer list in the CRM doesn't load for customers with many contacts (more than 200?). It's our biggest ones of "
                        "course. Quarterly review with {client} is {by} and I need the contact history. Could you send it to me as a file in "
                        "the meantime?",
                restatement="customers with more than about 200 contacts don't load, {client} among them, and the review needs the history",
                side_answer="In the meantime: the history as a file is in your inbox.",
                asks=(("Does it happen with every customer or with that one only?", "With all big customers."),),
                plain=("I've sent you the contact history as a file so that the review can go ahead.",),
                jargon=("The [view] fetches all [child records], beyond 200 the [FetchXML] [plug-in] times out.",),
                fixed=("The list tried to show every contact at once. It shows 50 at a time and {client} opens in two seconds.",),
                fixed_jargon=("[FetchXML] paged, [view] limited to 50.",),
                back=("List loads now but the history is empty.",),
            ),
            Case(
                title="Customers swapped with {mate_m}",
                request="Since Monday my customers are assigned to {mate_m}, and his to me. We've both called the wrong people already. It was "
                        "funny for half a day.",
                restatement="your customers and {mate_m}'s have been swapped since Monday",
                asks=(("Is it all of your customers or only those in one region?", "All of them."),),
                plain=("I've given each of you back the right customers.",),
                jargon=("[Territory rules] were re-run with the wrong [owner GUID], restoring from [audit].",),
                fixed=("An import had swapped the two of you. I put it back from the record of changes and we compared 20 customers together.",),
                fixed_jargon=("[Territory rules] rolled back by [audit] log.",),
                notes=("Import file had columns swapped.",),
                back=("Two of my customers have gone back to {mate_m}.",),
            ),
            Case(
                title="CRM tablet: no appointments",
                request="CRM app on the tablet doesn't show today's appointments, only those until {past}. In the browser they're there. I "
                        "stand in front of a customer's gate and don't know the name of the person I'm meeting.",
                restatement="the tablet shows no appointments after {past} while the browser does, and you're standing at a customer's gate",
                asks=(("Do you see a small yellow triangle in the app?", "Yes, bottom left."),),
                plain=("I've emptied the tablet's copy of the calendar from here; please open the app on Wi-Fi.",),
                glossed=("The app keeps a cache (a copy on the tablet) and yours had stopped refreshing; I've emptied it from here.",),
                jargon=("The [offline profile] sync is stuck on a [tombstone], do a [reconfigure] of the [local DB].",),
                fixed=("The tablet's copy had stopped at one broken appointment. I removed that, it fetched the rest, and you read me "
                       "tomorrow's three names.",),
                fixed_jargon=("[Offline profile] rebuilt.",),
                back=("No appointments after today, again.",),
            ),
            Case(
                title="Duplicate records of {client}",
                request="There are now 3 records for {client}. I merged them on {since_day}, they came back. Which one gets the mails?",
                restatement="the three {client} records you merged have come back",
                side_answer="The mails go to the oldest one.",
                asks=(("Which of the three has the right address?", "The one with the harbour street."),),
                plain=("I've merged the three again and am holding the nightly import for this customer.",),
                jargon=("The [ERP sync] recreates them by [alternate key]; set the [merge] master in [SAP].",),
                fixed=("Each night the three came back from SAP, where the customer also existed three times. Sales merged them there, and "
                       "this morning there was one.",),
                fixed_jargon=("[ERP sync] [alternate key] fixed.",),
                back=("There are three again. Good morning.",),
            ),
        ),
    ),
    Problem(
        "payroll-pdf", "Software", "Business Applications", (0, 3, 7, 2),
        cases=(
            Case(
                title="Payslip asks for a password",
                request="My payslip PDF for last month asks for a password and neither my birthday nor my staff number works. I need it for "
                        "the bank {by}, we're buying a flat. Can you print it for me?",
                restatement="your payslip asks for a password you don't have, and the bank needs it for your flat",
                side_answer="We can't print it from here, payroll can at their counter.",
                asks=(("Do you open it on the laptop, the tablet or your own phone?", "On my own phone."),
                      ("Was it all right the month before?", "Last month it was fine, yes.")),
                plain=("I've asked payroll to send yours again through the portal.",),
                glossed=("The slip is encrypted (locked with a password); yours was locked with your old staff number, and I've had it made again.",),
                jargon=("The [PDF/A] is encrypted with the old [personnel key], the [spool job] needs a [rerun] with [variant] 3.",),
                fixed=("It had been locked with your former staff number. Payroll made it again and you opened it at the counter with the new one.",),
                fixed_jargon=("[Spool job] [rerun], new [object link].",),
                back=("Still wants a password.",),
            ),
            Case(
                title="payslip empty",
                request="payslip empty page",
                restatement="your payslip opens as an empty page",
                asks=(("Was it all right the month before?", "Last month it was fine, yes."),),
                plain=("I've asked payroll to send yours again through the portal.",),
                jargon=("The [spool job] wrote an empty [PDF/A], needs a [rerun].",),
                fixed=("That night's run had broken off in the middle of the letter of your name. Payroll ran it again, and you see four lines "
                       "and a total.",),
                fixed_jargon=("[Spool job] [rerun], new [object link].",),
                back=("empty page again",),
            ),
            Case(
                title="Payslip unreadable on tablets",
                request="Hello, drivers get the payslip on the tablet and the font is so tiny that nobody can read it, and older colleagues "
                        "ask me to read it to them. Nobody should have to show me their pay. Could it be bigger?",
                restatement="the payslip is unreadably small on the drivers' tablets, so people have to show you their pay",
                asks=(("Which tablets are these, the old ones or the ones with the orange cover?", "Orange."),),
                plain=("I've asked the tablets' maker how to open documents larger, and told payroll not to use the small layout.",),
                jargon=("The [MDM] kiosk blocks [pinch zoom], and the [SmartForm] is A4 landscape.",),
                fixed=("Two fingers now make the slip larger on every tablet, and payroll uses a layout for small screens from this month. A "
                       "driver tried it at the gate and read it aloud, only the date, of course.",),
                fixed_jargon=("[MDM] [pinch zoom] on, new [SmartForm].",),
                back=("On the older tablets it's as small as before.",),
            ),
            Case(
                title="I can see someone else's payslip",
                is_urgent=True,
                request="I see the payslip of another person!!! Same last name, other first name. I closed it at once. This must not happen, "
                        "please treat it as urgent and tell me whether somebody sees mine.",
                restatement="you were shown a namesake's payslip, and fear someone sees yours",
                side_answer="Nobody has opened yours, I looked at the record.",
                asks=(("Does the other person work at your site?", "No, I looked her up, she's in another town."),),
                plain=("I've taken the archive off line until it's clear who saw what.",),
                jargon=("[HCM] sent duplicate [PERNR] in the [IDoc], the [DMS] mapped both to one [object link].",),
                fixed=("Two people with the same surname were tied to one drawer in the archive. They're apart, no one else opened either "
                       "slip, and data protection has been told.",),
                fixed_jargon=("[IDoc] resent, [PERNR] split.",),
                notes=("DPO informed 11:20.", "Archive index shows two keys for one drawer."),
                back=("I see the other person's slip again, this month's.",),
            ),
            Case(
                title="Overtime missing on payslip",
                request="Overtime from {past} is missing on the slip, 14 hours. Payroll says the file from you was incomplete, you'll say ask "
                        "payroll.",
                restatement="14 hours of overtime are missing and payroll points to the file from us",
                asks=(("Were the hours approved before the 20th?", "My boss approved them on the 22nd I think."),),
                plain=("I've passed the missing hours to payroll with the file they came from.",),
                jargon=("The [infotype] 2010 wasn't in the [delta], wait for the next [off-cycle run].",),
                fixed=("The hours had been approved after the file left. They're in the correction run, and payroll showed me the line.",),
                fixed_jargon=("[Off-cycle run] scheduled, [infotype] fixed.",),
                back=("I have the slip but the hours are not on it.",),
            ),
            Case(
                title="January payslip gone",
                request="The January slip is gone from the archive, all the others are there. I need the twelve of them for the tax office "
                        "until the end of the month.",
                restatement="January is missing from your archive and the tax office wants all twelve",
                asks=(("Do you remember having seen it earlier?", "In February, I think."),),
                plain=("I've asked payroll whether January was ever put into the archive.",),
                jargon=("The [DMS] lost the [object link] for period 01, [relink] by [PERNR].",),
                fixed=("January had been filed under the year before. It's in its place, you have all twelve, and payroll checks the "
                       "colleagues with the same gap.",),
                fixed_jargon=("[Object link] repaired in [DMS].",),
                back=("January is there and now February is gone.",),
            ),
        ),
    ),
    Problem(
        "time-tracking", "Software", "Business Applications", (0, 2, 7, 3),
        cases=(
            Case(
                title="Time account wrong by {n} hours",
                request="My time account shows minus {n} hours though I worked every day. I think it doesn't count the days at {site}. My "
                        "manager asked me about it in front of the team, I'd like it corrected and if possible a word to him.",
                restatement="your days at {site} seem not to count, your account is in the red, and your manager brought it up in front of the team",
                side_answer="I've written to your manager that the mistake is ours.",
                asks=(("Could you send me the week as a picture?", "Picture of last week attached."),),
                plain=("I've asked for the bookings of the terminal at {site} and am comparing them with your calendar.",),
                glossed=("Your work schedule (the plan the system compares your hours with) ended in December; I've entered the new one.",),
                jargon=("The [terminal ID] isn't mapped to a [time evaluation] [group], so the [CICO] pairs are dropped.",),
                fixed=("The terminal at the branch had the wrong site code, so your days went nowhere. They're booked, your account is at plus "
                       "three, and I checked each day with you.",),
                fixed_jargon=("[Terminal ID] mapped, [recalculation] run.",),
                notes=("Terminal T-17 mapped to closed site.",),
                back=("Yesterday is missing again.",),
            ),
            Case(
                title="cant clock in",
                request="cant clock in, says unknown person",
                restatement="the clock doesn't know you when you try to clock in",
                asks=(("Do you clock with the card, the app or the laptop?", "With the card at the gate."),),
                plain=("I've connected your new card number with your person.",),
                jargon=("Your [badge UID] has no [time ID] in [infotype] 0050.",),
                fixed=("Your new card's number had not been passed to the clock. It's there, and you clocked in at 9:12 and were greeted by name.",),
                fixed_jargon=("[Infotype] 0050 maintained.",),
                back=("Unknown person again, on the other side of the building too.",),
            ),
            Case(
                title="Night shift split at midnight",
                request="Night shifts are split at midnight and counted as two short days, so the break is deducted twice. It affects {n} of "
                        "us, about 30 min each per night. Works council has been told.",
                restatement="night shifts are cut at midnight and the break comes off twice, half an hour a night for each of you",
                asks=(("Could you send me the week as a picture?", "Picture of last week attached."),),
                plain=("I've asked payroll for one night as an example and told the works council where we are.",),
                jargon=("[CICO] pairs are split by the [day type] rule, adjust the [PCR] and [schema].",),
                fixed=("Nights are counted as one shift now, back to the first of the month. Two colleagues compared their slips with their "
                       "own notes.",),
                fixed_jargon=("[PCR] changed, [recalculation] from 01.",),
                notes=("Works council rep wants a copy of the result.",),
                back=("Balance is right, but the breaks are still deducted twice.",),
            ),
            Case(
                title="Approve button grey",
                request="Approve button for my team's time sheets is grey. I'm back from leave and have 3 weeks of 11 people. Payroll closes {by}.",
                restatement="the approve button is grey, three weeks of eleven people are waiting and payroll closes",
                asks=(("Had you named a deputy for your leave?", "Yes, {mate}."),),
                plain=("I've made the approval yours again; your deputy still had it.",),
                jargon=("[Workflow substitution] left the [work item] in [SWIA] error.",),
                fixed=("Your deputy still held the approvals from your leave. They came back to you, the button is blue, and all three weeks "
                       "went through before payroll closed.",),
                fixed_jargon=("[Workflow substitution] ended, [SWIA] cleared.",),
                back=("Grey again for the week before last.",),
            ),
            Case(
                title="Forgot to clock out",
                request="Good afternoon, I forgot to clock out on {past} and now it counted until 6 in the next morning. I can't correct it "
                        "myself. I did not work 21 hours, although it felt like that.",
                restatement="a forgotten clock-out on {past} was counted as 21 hours and you can't correct it",
                asks=(("At what time did you leave that day?", "About 17:10, the bus is my witness."),),
                plain=("I've corrected that day and asked your manager to agree to it.",),
                jargon=("A missing [P20] leaves an open [CICO] pair, correct by [infotype] 2011.",),
                fixed=("I entered the end you gave us, your manager agreed, and the day has eight hours and ten minutes. The clock now asks "
                       "after twelve hours whether you've gone home.",),
                fixed_jargon=("[Infotype] 2011 corrected.",),
                back=("It still says 21 hours on my slip.",),
            ),
        ),
    ),
)
