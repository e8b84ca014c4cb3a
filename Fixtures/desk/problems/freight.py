"""Figures, orders, expenses, customs, stock."""

from .problem import Case, Problem

PROBLEMS = (
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
                back=("Still Friday, and the week is half over.",),
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
                is_urgent=True,
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
                is_urgent=True,
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
                asks=(("Which receipt is the first in the list with a red dot?", "The taxi one from {past}."),),
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
                is_urgent=True,
                request="All declarations for Switzerland come back with error {num} since this morning. Nothing has changed in the data. {n} "
                        "trucks are on the way to the border and will stand there from {till} on. What shall I tell the drivers?",
                restatement="every Swiss declaration has been rejected since the morning and trucks are nearing the border",
                side_answer="Tell the drivers to stop at the last rest area; paper forms are being prepared.",
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
                is_urgent=True,
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
                request="The tariff number for e-bikes was changed by law on {past} and our list still has the old one. Fines are 500 per "
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
                is_urgent=True,
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
