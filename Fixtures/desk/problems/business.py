"""The systems the freight business runs on: bookings, customs, customers, pay."""

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
                        "the ramp until {by}. What does partner function mean, and is there a way round?",
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
                request="Credit block on {client} though they paid on {date}. Finance sees the money. Sales is screaming at me, I'm screaming "
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
                title="Customers swapped with {mate}",
                request="Since Monday my customers are assigned to {mate}, and his to me. We've both called the wrong people already. It was "
                        "funny for half a day.",
                restatement="your customers and {mate}'s have been swapped since Monday",
                asks=(("Is it all of your customers or only those in one region?", "All of them."),),
                plain=("I've given each of you back the right customers.",),
                jargon=("[Territory rules] were re-run with the wrong [owner GUID], restoring from [audit].",),
                fixed=("An import had swapped the two of you. I put it back from the record of changes and we compared 20 customers together.",),
                fixed_jargon=("[Territory rules] rolled back by [audit] log.",),
                notes=("Import file had columns swapped.",),
                back=("Two of my customers have gone back to {mate}.",),
            ),
            Case(
                title="CRM tablet: no appointments",
                request="CRM app on the tablet doesn't show today's appointments, only those until {date}. In the browser they're there. I "
                        "stand in front of a customer's gate and don't know the name of the person I'm meeting.",
                restatement="the tablet shows no appointments after {date} while the browser does, and you're standing at a customer's gate",
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
                request="Overtime from {date} is missing on the slip, 14 hours. Payroll says the file from you was incomplete, you'll say ask "
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
                request="Good afternoon, I forgot to clock out on {date} and now it counted until 6 in the next morning. I can't correct it "
                        "myself. I did not work 21 hours, although it felt like that.",
                restatement="a forgotten clock-out on {date} was counted as 21 hours and you can't correct it",
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
    Problem(
        "dashboard", "Software", "Business Applications", (0, 3, 7, 2),
        cases=(
            Case(
                title="On-time figure wrong",
                request="The on-time figure in the dashboard says 71 %, my own list says 93 %. The board sees the dashboard {by}. Where does "
                        "the number come from and who can explain it to me in words I can repeat?",
                restatement="the dashboard shows 71 % on time where you count 93 %, and you have to explain it to the board",
                side_answer="In words you can repeat: it counts a truck as late from the planned minute, you count from the agreed hour.",
                asks=(("Which filter is set at the top left when you see that number?", "Filter says 'all depots'."),
                      ("Can you send one example, a single trip, where the two differ?", "Trip {num}, planned 10:00, arrived 10:04.")),
                plain=("I've asked the owner of the figure how it's meant to be counted.", "I'm comparing ten trips of your list with ours."),
                glossed=("The figure comes from a measure (a formula stored in the dashboard) that was changed in April; I've put the earlier "
                         "one back for now.",),
                jargon=("The [DAX] measure uses [planned_ts] since the [semantic model] redeploy.",),
                fixed=("The dashboard counted from the planned minute. It now counts from the agreed hour, as your department does, and for "
                       "May both lists give 93 %.",),
                fixed_jargon=("[DAX] measure reverted.",),
                notes=("Definition changed in April by controlling.",),
                back=("Today it shows 71 % again.",),
            ),
            Case(
                title="dashboard not updated",
                request="dashboard shows friday",
                restatement="the dashboard stands still at Friday",
                asks=(("Is it one page or all of them?", "All of them."),),
                plain=("I've started the nightly load by hand; it needs about two hours.",),
                jargon=("The [ETL] broke on a [null key], [incremental refresh] skipped the [partition].",),
                fixed=("The load had stopped on one empty field. It's repaired, ran through, and shows yesterday's date at the top.",),
                fixed_jargon=("[ETL] fixed, [partition] reprocessed.",),
                notes=("Load failed 02:41, null depot key.",),
                back=("Still Friday, and it's Wednesday.",),
            ),
            Case(
                title="{client} counted twice",
                request="Revenue of {client} appears twice since they changed their name, so our region looks wonderful. I'd rather be "
                        "wonderful for real.",
                restatement="{client} counts twice since its change of name and your region looks too good",
                asks=(("From which month on do you see it twice?", "From April."),),
                plain=("I've told the owner of the customer list about the change of name and sent both entries.",),
                jargon=("The [surrogate key] changed with the [SCD2] merge, so the [fact table] double-counts.",),
                fixed=("The old and the new name are one customer now. The region's revenue matches accounting to the euro.",),
                fixed_jargon=("[SCD2] merge corrected, [fact] reloaded.",),
                back=("Twice again in the June figures.",),
            ),
            Case(
                title="Cannot filter by depot",
                request="I can't filter by depot any more. The field is there but grey, for me and all depot leads, {n} people. We used it in "
                        "every morning meeting.",
                restatement="none of the depot leads can filter by depot any more, which you need each morning",
                asks=(("Which filter is set at the top left when you see that number?", "Filter says 'all depots'."),),
                plain=("I've asked who changed the rights on that page and have put yours on the list to repair.",),
                jargon=("[RLS] role lost the [dimension] after the [semantic model] redeploy; [DAX] is fine.",),
                fixed=("A new version of the page had left the depot leads out of the group that may filter. All of you are in again, and "
                       "{mate} filtered for her depot this morning.",),
                fixed_jargon=("[RLS] role remapped.",),
                back=("Grey again for three of us.",),
            ),
            Case(
                title="Export stops at 1,000 rows",
                request="Export to Excel stops at 1,000 rows, I need about 14,000. Is it a limit or a bug? And could I get it mailed every Monday?",
                restatement="the export ends at 1,000 rows and you need around 14,000, every Monday if possible",
                side_answer="It's a limit we can lift for your report, and the Monday mail is set up.",
                asks=(("Do you need all the columns?", "Eight of them would do."),),
                plain=("I've lifted the limit for your report; please try the export once.",),
                jargon=("The [export cap] is a [tenant setting], use the [paginated report] or [XMLA].",),
                fixed=("Your export goes up to 50,000 rows now. You had 14,212, the same number as on the screen, and the first Monday mail "
                       "has arrived.",),
                fixed_jargon=("[Export cap] raised, [subscription] created.",),
                back=("It stops at 10,000 now. Progress, but not there.",),
            ),
            Case(
                title="Fuel costs in litres",
                request="Fuel costs in the report are in litres, in the column 'EUR'. I found out after I had presented it.",
                restatement="the fuel report shows litres where it says euros",
                asks=(("Did you show it to people who should get a correction?", "The regional meeting, eight people."),),
                plain=("I've put a note on the page so that nobody uses the column until it's right.",),
                jargon=("The [unit of measure] conversion was lost in the [ETL], [fact] holds raw [litres].",),
                fixed=("A change in April had dropped the step that turns litres into euros. It's back, recalculated to the first of April, "
                       "and agrees with the fuel cards' invoice.",),
                fixed_jargon=("[ETL] step restored, [fact] reloaded.",),
                back=("Euros now, but for diesel only.",),
            ),
        ),
    ),
    Problem(
        "edi-missing", "Software", "Business Applications", (2, 6, 4, 0),
        cases=(
            Case(
                title="Orders of {client} missing",
                request="{client} says they sent {n} orders last night, we have none. Their planner sent me a receipt. If these aren't in by "
                        "noon the slots are gone. Can you see on your side if anything came in?",
                restatement="{client}'s orders of last night never showed up although they hold a receipt, and the slots go at noon",
                side_answer="I can see them: all came in and stopped at our door.",
                asks=(("Which reference does the customer's receipt show?", "Reference is {num}."),
                      ("Did the customer change anything on their side this week?",
                       "They went live with a new system on the weekend, I just learned.")),
                plain=("I've found the orders in our inbox and am pushing them through one by one.",),
                jargon=("The [AS2] [MDN] was ok but the [ORDERS D96A] failed in the [mapping], we reprocess the [IDoc].",),
                fixed=("The customer's new system left one field empty and our side turned the orders away. We accept it now; all orders of "
                       "that night are in and I counted them with the planner.",),
                fixed_jargon=("[Mapping] v7 deployed, [IDocs] reprocessed.",),
                notes=("38 messages in error queue.",),
                back=("Last night's orders are missing again.",),
            ),
            Case(
                title="no edi orders",
                request="no edi orders since 22h",
                restatement="no orders have come in since ten last night",
                asks=(("Is it all customers or a particular one?", "All of them."),),
                plain=("I've found the orders in our inbox and am pushing them through one by one.",
                       "I've started the intake again; the orders of the night are coming in now."),
                jargon=("The [AS2 channel] hangs on a [lock], restart the [adapter].",),
                fixed=("The program that fetches orders had stopped at ten without telling anyone. It runs, 112 orders came in, and it now "
                       "calls the duty phone when it stops.",),
                fixed_jargon=("[AS2 channel] restarted, [alerting] added.",),
                back=("no orders since 23h",),
            ),
            Case(
                title="Quantities times 100",
                request="Orders from {client} arrive with quantity x 100: 4,800 pallets instead of 48. I corrected the first by hand, then "
                        "came {n} more. Please stop it before somebody loads this.",
                restatement="{client}'s quantities come in a hundred times too high and you fear somebody will load them",
                asks=(("Did the customer change anything on their side this week?",
                       "They went live with a new system on the weekend, I just learned."),),
                plain=("I've stopped the automatic intake for this customer until the quantities are right.",),
                glossed=("Their mapping (the table that says which field means what) had changed; I've adapted ours.",),
                jargon=("[EDIFACT] [segment] QTY uses a new [qualifier]; adapt [XSLT] and restart the [channel].",),
                fixed=("Their new program writes quantities without the decimal point. We read it the new way, corrected the orders that had "
                       "come in, and nothing wrong was loaded.",),
                fixed_jargon=("[Qualifier] handled in [XSLT].",),
                notes=("Partner changed software without notice.",),
                back=("Quantities are right, but the delivery dates are a day off.",),
            ),
            Case(
                title="Delivery confirmations do not arrive",
                request="Hello, the customer complains that our delivery confirmations don't reach them any longer {since}. Without these they "
                        "don't pay. It's about 90.000 EUR by now, so my boss is interested as well...",
                restatement="confirmations stopped reaching the customer, who holds back about 90,000 euros",
                asks=(("Does anyone at the customer's know since which day?", "Since the 3rd, says their accountant."),),
                plain=("I've written to the customer's technician and put you in copy.",),
                jargon=("Outbound [DESADV] get a negative [CONTRL], the [receiver ID] changed.",),
                fixed=("Our confirmations were going to their old address. They have received today's, and I sent the missing ones again.",),
                fixed_jargon=("[Receiver ID] updated, [DESADV] resent.",),
                back=("They say nothing reached them today either.",),
            ),
            Case(
                title="Order loaded twice",
                request="An order came in twice with different numbers and both got loaded. Second truck is on its way back now. How do I "
                        "recognise a double before it's loaded?",
                restatement="one order arrived twice under two numbers and both were loaded",
                side_answer="Look at the customer's own reference: it's the same on both.",
                asks=(("What are the two numbers on our side?", "{num} and the one after it."),),
                plain=("I've put a check in front of the intake that holds back an order with a known reference.",),
                jargon=("The [VAN] mailbox had a [duplicate UNB reference], [acknowledgement] [CONTRL] rejected.",),
                fixed=("The customer's program had sent the order again because our receipt came late. We send the receipt at once now, and a "
                       "second order with the same reference waits for a person.",),
                fixed_jargon=("[Duplicate UNB reference] check on.",),
                back=("Another double, caught at the ramp this time.",),
            ),
        ),
    ),
    Problem(
        "expenses", "Software", "Business Applications", (0, 1, 6, 5),
        cases=(
            Case(
                title="Receipt photo invalid",
                request="The expense tool refuses the photo of my hotel receipt: 'file invalid'. It's a normal photo. {n} nights on my private "
                        "card, and the card is charged on {date}.",
                restatement="the tool turns down the photo of your hotel receipt and your own card is about to be charged",
                asks=(("Is the photo made with the phone's own camera or inside the app?", "With the phone's own camera."),),
                plain=("I've converted the photo and attached it for you.",),
                glossed=("New phones save photos in a format called HEIC (smaller, but the tool can't read it); set the camera to \"most "
                         "compatible\".",),
                jargon=("The tool only takes [JPEG], your [HEIC] fails the [MIME] check; also the [OCR] needs [DPI] > 200.",),
                fixed=("Your phone's photos were in a format the tool can't read. I changed the setting with you and the next receipt went through.",),
                fixed_jargon=("[HEIC] conversion enabled in [gateway].",),
                notes=("HEIC from iOS update.",),
                back=("Rejected again, same text.",),
            ),
            Case(
                title="expenses submit grey",
                request="expenses: cant submit, button grey",
                restatement="the submit button in the expense tool is grey",
                asks=(("Which receipt is the first in the list with a red dot?", "The taxi one from {date}."),),
                plain=("I've looked at your claim: one line has no cost centre, the third from the top.",),
                jargon=("[GL account] mapping per [cost element] is missing, so the [validation] turns the button off.",),
                fixed=("One line lacked a cost centre and the tool says so only by turning the button grey. You filled it in and the claim went off.",),
                fixed_jargon=("[GL account] mapping added.",),
                back=("grey again, other claim",),
            ),
            Case(
                title="Expenses stuck with ex-colleague",
                request="My expenses from March are 'in approval' with someone who left the company. I've lent the company 640 euros, "
                        "interest-free, for {n} weeks. Who can approve it instead?",
                restatement="your March expenses are stuck with somebody who has left and you're 640 euros out of pocket",
                side_answer="Your new manager can; it's with her now.",
                asks=(("Who is your manager now?", "{mate}, since April."),),
                plain=("I've moved the approval to your present manager.",),
                jargon=("The [workflow] item is orphaned, [delegate] it in the [BRF+] rule.",),
                fixed=("Your manager approved this morning and it's in Friday's payment.",),
                fixed_jargon=("[Workflow] item [delegated], [BRF+] ok.",),
                notes=("Approver left 28.02., substitution missing.",),
                back=("It's approved but no money yet, and the tool shows zero.",),
            ),
            Case(
                title="Kilometres counted from home",
                request="It calculates kilometres from my home, not from the depot, therefore everything is rejected. I moved house in spring, "
                        "might that be it?",
                restatement="it counts kilometres from your home instead of the depot, so everything is rejected",
                side_answer="Your move is indeed the reason.",
                asks=(("Which depot do you start from most days?", "Always from the north depot."),),
                plain=("I've put the depot in as the starting point of your trips.",),
                jargon=("The [distance matrix] takes the [home address] from [HCM], needs a [start point] override.",),
                fixed=("Trips start at the depot now, I sent the rejected ones again and they were accepted.",),
                fixed_jargon=("[Start point] override set.",),
                back=("It counts from my home again, the new one this time.",),
            ),
            Case(
                title="Exchange rate in expense tool",
                request="Foreign currency: the tool takes the rate of today, the card the rate of the day. It's cents, but the tool then wants "
                        "an explanation for every cent, per receipt. I had 22 receipts.",
                restatement="the tool uses another exchange rate than your card and asks you to explain every cent",
                asks=(("In which currency were most of them?", "Swiss francs."),),
                plain=("I've asked finance to accept differences under one euro without a comment.",),
                jargon=("The [FX table] loads [ECB rates] at T+0, the card uses [settlement date].",),
                fixed=("The tool now takes the rate of the day of payment, and anything below a euro needs no words. I sent your 22 receipts "
                       "through and none asked.",),
                fixed_jargon=("[FX table] set to [settlement date].",),
                back=("It wants an explanation for 3 cents again.",),
            ),
        ),
    ),
    Problem(
        "customs-portal", "Software", "Business Applications", (2, 6, 4, 0),
        cases=(
            Case(
                title="Swiss declarations rejected",
                request="All declarations for Switzerland come back with error {num} since this morning. Nothing has changed in the data. {n} "
                        "trucks are on the way to the border and will stand there from {by} on. What shall I tell the drivers?",
                restatement="every Swiss declaration has been rejected since the morning and trucks are nearing the border",
                side_answer="Tell the drivers to stop at the last rest area; paper papers are being prepared.",
                asks=(("Which of the declarations was the first to fail, and when?", "The first was at 06:12."),),
                plain=("I've called the authority's technical hotline and they are looking at it with me.",
                       "I've started the fallback on paper for your trucks, the forms come out on your printer."),
                jargon=("The [endpoint] rejects our [WS-Security] header, the [keystore] alias expired.",
                        "The [XSD] of release 3.2 is stricter, element [CommodityCode] needs a [patch]."),
                fixed=("The authority had changed a rule for Switzerland overnight and our program didn't know it. The correction is in since "
                       "11:15; I sent yours again one by one, and the first truck has crossed.",),
                fixed_jargon=("[XSD] 3.2 [patch] applied.",),
                back=("Swiss ones are rejected again since noon.", "Swiss ones go through, now the Norwegian ones don't."),
            ),
            Case(
                title="customs software down",
                request="customs sw down!!!",
                restatement="the customs software is down",
                asks=(("Does a simple one with a single item go through?", "A single item fails too."),),
                plain=("I've restarted the customs program's server; it needs about six minutes.",),
                jargon=("The [adapter] is down and the [MQ] fills up, we fail over to [node 2].",),
                fixed=("Its disk had filled up with old messages. I moved them away, the program has been up for three hours, and you sent "
                       "eight declarations.",),
                fixed_jargon=("[MQ] drained, [node 2] back.",),
                back=("down again!!!",),
            ),
            Case(
                title="MRN does not come back",
                request="The number from the authority (MRN) doesn't come back, the field stays empty. I call the hotline of the authority and "
                        "they say it's been sent. I print from their website by hand now. Slow but works.",
                restatement="the authority's number doesn't come back to us though they've sent it, so you print from their site by hand",
                asks=(("Which of the declarations was the first to fail, and when?", "The first was at 06:12."),),
                plain=("I've called the authority's technical hotline and they are looking at it with me.",),
                jargon=("[MQ] depth is rising, the [NCTS] [response queue] isn't consumed; restart the [adapter].",),
                fixed=("The answers were waiting on a machine of ours that had stopped. It runs, all the missing numbers have come in, and it "
                       "now calls us when it stops.",),
                fixed_jargon=("[Adapter] restarted, [MQ] drained.",),
                notes=("Queue depth 412 at 08:05.",),
                back=("The number doesn't come back again since ten.",),
            ),
            Case(
                title="Copied declaration keeps old date",
                request="When I copy an old declaration the new one keeps the old date of arrival, and I notice only when it's rejected. It's "
                        "been like this for years, people tell me. Does it have to be?",
                restatement="copied declarations keep the old arrival date",
                side_answer="It doesn't have to be, a correction is planned for May.",
                asks=(("Do you copy from the list or from inside the declaration?", "From the list."),),
                plain=("I've asked the maker to move the correction up, and we can clear the date with a small change until then.",),
                jargon=("The [copy template] carries over [ETA] in [BOX 54]; needs a [default rule].",),
                fixed=("A copy now starts with an empty date, so the program asks for it. I copied five of yours and each asked.",),
                fixed_jargon=("[Default rule] on [copy template].",),
                back=("The old date came along again.",),
            ),
            Case(
                title="Tariff number e-bikes outdated",
                request="The tariff number for e-bikes was changed by law on {date} and our list still has the old one. Fines are 500 per "
                        "case. We had {n} cases this week.",
                restatement="the tariff number for e-bikes in our list is out of date, with fines per case",
                asks=(("Does a simple one with a single item go through?", "A single item fails too."),),
                plain=("I've entered the new tariff number and am checking the others of that law.",),
                jargon=("The [TARIC] update failed on a [checksum], reload the [delta file].",),
                fixed=("The new tariff number is in the list, the other nine of that law as well. You sent one declaration and it was accepted.",),
                fixed_jargon=("[TARIC] [delta file] loaded.",),
                back=("The e-bikes are right, the spare parts of the same law aren't.",),
            ),
        ),
    ),
    Problem(
        "wms-stock", "Software", "Business Applications", (1, 6, 5, 0),
        cases=(
            Case(
                title="Pallets of {client} not in row F",
                request="The warehouse system says {n}0 pallets of {client} are in row F. Row F is empty, I'm standing in it. Customer wants "
                        "them loaded {by}. Can you see where they were last scanned?",
                restatement="the system places {client}'s pallets in row F, which is empty, and they have to be loaded",
                side_answer="They were last scanned on ramp 6 on {since_day} evening.",
                asks=(("What is the number of one pallet, any one?", "Pallet {num}."),
                      ("Which shift did the last booking there?", "The late shift.")),
                plain=("I've looked up the last ten movements of those pallets and am sending you the list.",),
                jargon=("The [putaway strategy] points to a blocked [bin type]; release the [quant] in [LT10].",),
                fixed=("The late shift had scanned the ramp instead of the row. I booked the pallets to ramp 6, where your team found all of them.",),
                fixed_jargon=("[Quant] corrected in [LT10], [bin] released.",),
                notes=("Movement 311 missing, scanned at ramp.",),
                back=("System says row F again, row F is still empty.",),
            ),
            Case(
                title="location blocked",
                request="location A-14-3 blocked, why",
                restatement="location A-14-3 is blocked and you don't know why",
                asks=(("Which shift did the last booking there?", "The late shift."),),
                plain=("I've unblocked the location; the reason was a count that had never been closed.",),
                jargon=("The [putaway strategy] points to a blocked [bin type]; release the [quant] in [LT10].",),
                fixed=("A count of that location had never been finished, so it stayed closed. I finished it with zero, and your forklift put "
                       "a pallet there.",),
                fixed_jargon=("[Quant] corrected in [LT10], [bin] released.",),
                back=("A-14-3 is blocked again",),
            ),
            Case(
                title="Saturday count lost",
                request="We count on Saturdays. Last Saturday's count ({n} people, 6 hours) is not in the system. It said 'saved' each time. "
                        "Nobody wants to count again, and I won't ask them before I know where it went.",
                restatement="Saturday's count, six hours of work, isn't in the system although it said saved",
                asks=(("Which row did you begin with?", "Row A, at seven."),),
                plain=("I've found Saturday's bookings in the waiting room and won't let anyone count again.",),
                glossed=("Your count is in a buffer (a waiting room for bookings) that was full; I'm letting them in one after another.",),
                jargon=("[RF transaction] failed at [commit], the [inventory doc] is still in [staging table].",),
                fixed=("The count was in the waiting room and is booked now. I compared 30 locations with your sheets and all agree.",),
                fixed_jargon=("[Staging table] reprocessed, [sort profile] restored.",),
                notes=("Buffer table full at 50k.",),
                back=("Half of the rows are in, C to F are missing.",),
            ),
            Case(
                title="Picking order after update",
                request="Since the update the picking order is by article and not by way through the hall. Pickers walk twice as far, one has "
                        "24,000 steps. We need the old order back, urgently, the legs too.",
                restatement="since the update the picking list follows articles instead of the way through the hall and doubles the walking",
                asks=(("Was it right on the day before the update?", "Perfect, for years."),),
                plain=("I've set the order of the list back to the way through the hall for your site.",),
                jargon=("[Sort profile] was overwritten by the [release transport], reimport [variant] PICK_WAY.",),
                fixed=("The list follows the way through the hall again. The first picker took 40 minutes instead of 70.",),
                fixed_jargon=("[Sort profile] restored, [variant] PICK_WAY.",),
                back=("Order of the list is wrong again since the restart.",),
            ),
            Case(
                title="Expiry dates month/day",
                request="Expiry dates are shown as month/day. Someone shipped goods for 03/04 that were over in April, not in... well you see. "
                        "Food! This is serious.",
                restatement="expiry dates are shown month first and food past its date has been shipped",
                asks=(("Which article was it, and how many pallets left?", "Yoghurt, two pallets."),),
                plain=("I've stopped the shipping of dated goods for an hour and told quality.",),
                jargon=("The [date format] in the [user master] fell to MM/DD by the [release transport].",),
                fixed=("The update had set the dates to the American way. They're shown with the month in letters now, so nobody can mix them "
                       "up, and quality has called back the two pallets.",),
                fixed_jargon=("[Date format] set in [user master].",),
                back=("On two handhelds the month still comes first.",),
            ),
        ),
    ),
)
