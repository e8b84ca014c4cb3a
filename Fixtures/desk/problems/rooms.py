"""Shared things: printers, scanners, meeting rooms, handhelds."""

from .problem import Case, Problem

PROBLEMS = (
    Problem(
        "printer-floor", "Hardware", "Workplace & Devices", (0, 3, 7, 3),
        cases=(
            Case(
                title="Printer stops after half a page",
                request="The printer on the 3rd floor next to the kitchen prints half a page and stops. Yesterday somebody changed the toner. "
                        "I need {n} sets of customs papers {by}, the driver is already here.",
                restatement="the printer by the third-floor kitchen stops after half a page, and a driver is waiting for customs papers",
                asks=(("What does the little display on the printer say?", "The display says 'service call 542'."),),
                plain=("I've emptied the queue and restarted the printer; the jobs that were stuck have to be sent again.",
                       "Please take the toner out, shake it and put it back until it clicks; meanwhile I print your papers next door."),
                jargon=("Restart the [print spooler] and re-add the queue with the [PCL6 driver], not [PostScript].",
                        "The [fuser unit] reports [SC542], we have logged a call with the [MPS] vendor."),
                fixed=("The toner had been put in at an angle and a sensor stopped each page. I set it right and printed your papers, all "
                       "pages complete.",),
                fixed_jargon=("[Spooler] restarted, [PCL6 driver] redeployed.",),
                back=("Prints half a page again since lunch.",),
            ),
            Case(
                title="{printer} offline",
                request="{printer} offline",
                restatement="{printer} shows as offline",
                asks=(("Which floor and which side of the building?", "3rd floor, east side, by the kitchen."),),
                plain=("I've emptied the queue and restarted the printer; the jobs that were stuck have to be sent again.",
                       "I've ordered the technician and put a sign on the printer pointing to the one next door."),
                jargon=("Restart the [print spooler] and re-add the queue with the [PCL6 driver], not [PostScript].",),
                fixed=("The printer had fallen asleep and forgotten its address in the network. It's awake, has a fixed address, and my test "
                       "page came out.",),
                fixed_jargon=("[Spooler] restarted, static [DHCP reservation].",),
                back=("Offline again.",),
            ),
            Case(
                title="PDFs print as hearts",
                request="Hi, everything I send to {printer} comes out in the font of aliens: squares and hearts. PDFs only, Word is fine. Is "
                        "my laptop broken or the printer? Also, where do I report that the paper tray is held by tape?",
                restatement="PDFs come out of {printer} as squares and hearts while Word prints properly",
                side_answer="It's neither: the translation between the two was wrong. The tray I've reported to facilities for you.",
                asks=(("Does it happen when a colleague prints the same file?", "{mate} has the same."),),
                plain=("I'm replacing the translation for PDFs on that printer; it takes ten minutes in which it won't print.",),
                glossed=("The driver (the program that translates your page for the printer) was the wrong one; I've put in the right one.",),
                jargon=("The [PostScript] interpreter chokes on [embedded fonts], switch to [PCL6 driver].",),
                fixed=("The printer used an outdated translation for PDFs. I replaced it for your whole floor and printed three of your files "
                       "cleanly.",),
                fixed_jargon=("[PCL6 driver] redeployed, [PostScript] off.",),
                back=("Hearts and squares again, in a PDF from customs.",),
            ),
            Case(
                title="Printing slow, whole corridor",
                request="Printing takes ages. I send it, get a coffee, come back, still nothing, and then it prints 3 copies because I clicked "
                        "again. Whole corridor has it.",
                restatement="print jobs take so long for the whole corridor that you end up sending them twice",
                asks=(("Which floor and which side of the building?", "3rd floor, east side, by the kitchen."),),
                plain=("I've emptied the queue and restarted the printer; the jobs that were stuck have to be sent again.",),
                jargon=("Restart the [print spooler] and re-add the queue with the [PCL6 driver], not [PostScript].",
                        "The [print queue] holds a 900 MB [raster job]; purge and set a [spool limit]."),
                fixed=("One enormous file stood in front of everyone's jobs. I took it out and set a limit, and the last 30 jobs of your "
                       "corridor printed in under ten seconds.",),
                fixed_jargon=("[Queue] purged, [spool limit] set.",),
                notes=("214 jobs in queue, one 900 MB PDF blocking.",),
                back=("Slow again, three copies on the tray as proof.",),
            ),
            Case(
                title="Printing on the 2nd floor please",
                request="Please move my printing to the printer on the 2nd floor. I'm on crutches for six weeks and the stairs are a problem. "
                        "Thank you very much.",
                restatement="you're on crutches and need your pages on the second floor for six weeks",
                asks=(("From which day on, and is the lift side better for you?", "From today, and yes, lift side."),),
                plain=("I've moved your printing to the second floor and told the colleagues there.",),
                jargon=("I remapped your [default queue] by [GPP] [item-level targeting].",),
                fixed=("Your pages come out on the second floor, next to the lift, for six weeks. The test page is waiting for you there, and "
                       "it moves back by itself. Get well!",),
                fixed_jargon=("[GPP] mapping with end date.",),
                back=("My pages went to the third floor again.",),
            ),
            Case(
                title="Badge does not release print jobs",
                request="Badge doesn't release my print jobs any more. It beeps and says unknown card. Doors still open with it. I've been "
                        "sending my things to {mate} to print, including a salary letter, not great.",
                restatement="the printer doesn't recognise your badge although doors do, and private letters now go through {mate}",
                asks=(("What's the number on the back of your badge?", "It's {num}."),),
                plain=("I've linked your new badge number to your account.",),
                jargon=("[Follow-me] printing can't resolve your [badge UID], the [LDAP attribute] is empty.",),
                fixed=("Your badge had a new number since it was replaced. It's linked now and you released two jobs with it.",),
                fixed_jargon=("[Badge UID] written to [LDAP attribute].",),
                back=("Unknown card again, at both printers.",),
            ),
            Case(
                title="No magenta, second call",
                request="No colour. Magenta is missing, all our labels look seasick. We changed the cartridge already, that wasn't it. 2nd "
                        "call about this.",
                restatement="magenta is still missing after you changed the cartridge, and it's your second report",
                asks=(("Is it the same on a copy, without the computer?", "Yes, copies are green too."),),
                plain=("I've ordered the technician and put a sign on the printer pointing to the one next door.",),
                jargon=("It's the [drum unit], not toner; the [MPS] vendor has a call with [SC] log.",),
                fixed=("The technician changed the colour drum. The test page shows all colours and the labels are brown again.",),
                fixed_jargon=("[Drum unit] replaced by [MPS].",),
                back=("The magenta is there but everything has a stripe.",),
            ),
        ),
    ),
    Problem(
        "meeting-room", "Hardware", "Workplace & Devices", (1, 6, 5, 1),
        cases=(
            Case(
                title="Screen in {room} black, customer coming",
                request="The big screen in {room} stays black when I plug in. We have {client} here {by} and the room is booked for the whole "
                        "day. Cable and wireless both don't work. Please hurry, and is there another room with a screen that's free?",
                restatement="in {room} neither the cable nor the wireless way brings up a picture, and {client} is coming",
                side_answer="As a reserve I've booked the room next door for you.",
                asks=(("What does the small panel on the table show?", "The panel says 'no signal'."),
                      ("Which laptop did you plug in, and does it have the round or the flat port?", "A normal laptop, the flat port.")),
                plain=("I've restarted the room's computer from here; give it three minutes.",
                       "I'm on my way up to the room with a spare cable.",
                       "I've set the screen to the input on the table."),
                glossed=("The screen was set to the wrong source (the plug it listens to); I've set it to the table.",),
                jargon=("The [MTR] lost [CEC] handshake with the display, power-cycle the [codec] and check [EDID].",
                        "[HDCP] fails over the [matrix switch], force [1080p60] in the graphics settings."),
                fixed=("The table box had lost power because its plug sits where feet go. It's fixed under the table now; picture and sound "
                       "came up with two different laptops.",),
                fixed_jargon=("[MTR] reimaged, [EDID] locked, [CEC] off.",),
                notes=("Plug at foot height, asked facilities for a box.", "Remote reboot didn't help, went up."),
                back=("Black again in {room}, with guests in front of it.",),
            ),
            Case(
                title="{room} no sound in calls",
                request="{room} no sound in calls, the others hear us, we don't hear them",
                restatement="in {room} the far side hears you but you can't hear them",
                asks=(("Do you hear anything when you play a video from the laptop?", "Nothing at all."),),
                plain=("I've switched the room's sound back to its own loudspeakers; please call me from there in five minutes.",),
                jargon=("The [DSP] routes [far-end audio] to the wrong [zone], reload the [preset].",),
                fixed=("The loudspeakers had been switched to the next room. They're back, and I called in from my phone and you heard me.",),
                fixed_jargon=("[DSP] [preset] reloaded.",),
                back=("They hear us, we don't hear them. Again.",),
            ),
            Case(
                title="Somebody please explain {room}",
                request="Each time we use {room} the first ten minutes go to finding out why the screen isn't working. Last week with a "
                        "supplier it was plain embarrassing. I'd like someone to sit down with us once and explain how it's supposed to be "
                        "used.",
                restatement="every meeting in {room} loses ten minutes to the screen and you'd like someone to show your team how it works once",
                asks=(("Which day suits most of you?", "Thursday before ten."),),
                plain=("I've booked {room} for half an hour with your team to show it at the screen itself.",),
                jargon=("The [MTR] needs the [proximity join] and [HDMI ingest]; please read the [runbook].",),
                fixed=("We sat together in {room} for twenty minutes and each of you started a meeting alone. A card with the three steps is "
                       "on the table now.",),
                fixed_jargon=("[MTR] training done, [runbook] linked.",),
                back=("The card says press Share, there is no Share.",),
            ),
            Case(
                title="Camera in {room} shows the ceiling",
                request="The camera in {room} looks at the ceiling and can't be moved with the remote. We discussed the budget with the "
                        "ceiling lamp today.",
                restatement="the camera in {room} only shows the ceiling and doesn't follow the remote",
                asks=(("Is the remote's small light blinking when you press?", "It blinks, yes."),),
                plain=("I've put the camera back to its starting position from here; please look whether it sees the table.",),
                jargon=("The [PTZ preset] is lost and the [IR] is disabled, reload the [camera firmware].",),
                fixed=("Someone had stored the ceiling as the camera's home position. It's the table now, the remote moves it, and I saw your "
                       "chairs from my desk.",),
                fixed_jargon=("[PTZ preset] stored, [IR] on.",),
                back=("We're on the ceiling again.",),
            ),
            Case(
                title="Panel outside {room} shows free",
                request="room panel outside {room} shows free but it's booked by me, people keep walking in. Job interviews, a bit unpleasant "
                        "for the candidates.",
                restatement="the door panel shows {room} as free during your interviews, so people walk in",
                asks=(("Does the booking show in the calendar of {room} in Outlook?", "In Outlook it's there."),),
                plain=("I've put a paper sign on the door for the interviews and am looking at the panel.",),
                jargon=("The [room mailbox] isn't processing, [AutoAccept] was dropped and the [panel] uses a stale [token].",),
                fixed=("The room's booking account had an expired password. It's renewed and the panel shows your bookings.",),
                fixed_jargon=("[Room mailbox] [AutoAccept] re-enabled.",),
                back=("Somebody walked in again, the panel was green.",),
            ),
            Case(
                title="Cable missing in {room}",
                request="Somebody took the HDMI cable from {room}. Again. Could you fix it to the table with a lock or something?",
                restatement="the cable has gone missing from {room} once more and you'd like it fastened",
                asks=(("Is the small adapter gone as well?", "Adapter too."),),
                plain=("I'm on my way up to the room with a spare cable.", "I've ordered a cable that's screwed into the table."),
                jargon=("We install an [HDMI retractor] with [EDID emulator] and [Kensington lock].",),
                fixed=("There's a new cable in {room}, fastened inside the table box, and a spare in the drawer of reception. I tried it with "
                       "my laptop.",),
                fixed_jargon=("[HDMI retractor] mounted.",),
                back=("Gone again! With the box!",),
            ),
        ),
    ),
    Problem(
        "scan-to-folder", "Hardware", "Workplace & Devices", (0, 3, 6, 3),
        cases=(
            Case(
                title="Scans do not arrive in folder",
                request="Scans from the machine in reception don't arrive in our folder {since}. It says 'sent' on the display. I have about "
                        "{n}0 delivery notes on the desk that invoicing is waiting for. Where do they go?",
                restatement="the reception scanner claims to send but nothing reaches your folder, and invoicing waits for the delivery notes",
                side_answer="They weren't lost: they sat in the machine's own memory.",
                asks=(("What does the folder's name look like on the scanner's display?", "It's called 'Invoicing in'."),
                      ("At what time did you last try? Then I can find that scan.", "I tried at 10:05 again.")),
                plain=("I've given the scanner the new password for your folder.",),
                glossed=("The scanner signs in with a service account (an account for machines); its password had run out and I've renewed it.",),
                jargon=("The MFP still uses [SMBv1], enable [SMBv2] and re-enter the [service account] in the [address book].",),
                fixed=("The scanner's password for the folder had expired. I renewed it and all the waiting delivery notes arrived; I counted "
                       "them with you.",),
                fixed_jargon=("[SMBv2] enabled, [service account] pw rotated.",),
                notes=("svc_scan pw expired, set to never + vault.",),
                back=("Nothing arrived since 11.",),
            ),
            Case(
                title="scan error 11",
                request="scan to email says error 11 auth",
                restatement="scanning to mail ends with error 11",
                asks=(("At what time did you last try? Then I can find that scan.", "I tried at 10:05 again."),),
                plain=("I've given the scanner a new way to send mail; it needs a minute and a restart.",),
                jargon=("[SMTP relay] refuses the device, [basic auth] is gone, we need [OAuth] or a [connector].",),
                fixed=("The scanner used an old way of signing in that our mail no longer accepts. It uses the new one, and your test scan "
                       "reached you at 11:20.",),
                fixed_jargon=("[Connector] for [SMTP relay] created, TLS 1.2.",),
                back=("error 11 again",),
            ),
            Case(
                title="Scans upside down and in pieces",
                request="Hi, my scans arrive, but upside down and as {n} separate files instead of one. I then merge them by hand. A colleague "
                        "said there's a setting but nobody finds it in the menu, which is in Dutch for some reason.",
                restatement="scans arrive upside down and split into many files, and the machine's menu is in Dutch",
                asks=(("Do you put the stack on top or page by page on the glass?", "On top, always."),),
                plain=("I've set the menu to English and one file per stack.",),
                jargon=("Change the [scan profile] to [multi-page PDF] with [auto-rotate] in the [web UI].",),
                fixed=("Your name is on the list and a two-page test reached you as one file, the right way up.",
                       "The scanner was set to one file per page and to the wrong side up. A stack now makes one upright file, the menu is in "
                       "English, and your test had twelve pages in order."),
                fixed_jargon=("[Scan profile] set, [locale] EN.",),
                back=("Upside down again since somebody restarted it.",),
            ),
            Case(
                title="My name is missing on the scanner",
                request="I can only pick {mate}'s name on the scanner, mine isn't in the list. She forwards me everything. We're both tired of it.",
                restatement="your name is missing on the scanner, so {mate} has to forward all your scans",
                asks=(("How is your name written on your badge?", "Exactly as in the mail."),),
                plain=("I've added your name to the list; it shows after the machine is switched off and on.",),
                jargon=("Your [LDAP] entry lacks the [mail attribute], so the [address book] sync skips you.",),
                fixed=("Your entry had no mail address, so the scanner left you out. It's filled in; you're between {mate} and the next name, "
                       "and your test scan came.",),
                fixed_jargon=("[LDAP] [mail attribute] set, [address book] synced.",),
                back=("I was in the list for a day, now I'm gone.",),
            ),
            Case(
                title="Scans not searchable, audit",
                request="For the audit we need the scans readable as text, i.e. searchable. They come as pictures. Last year it worked. "
                        "Auditor arrives on {date}.",
                restatement="scans used to be searchable and now come as plain pictures, with the auditor due on {date}",
                asks=(("At what time did you last try? Then I can find that scan.", "I tried at 10:05 again."),),
                plain=("I've ordered the text recognition to run over the scans of the last weeks as well.",),
                jargon=("[OCR] licence dropped off the [DSS server], reapply via [web UI].",),
                fixed=("The text recognition had been switched off in an update. It's on and I found a word from your test page by searching.",),
                fixed_jargon=("[OCR] reapplied on [DSS server].",),
                back=("They arrive again, but as pictures I can't search.",),
            ),
            Case(
                title="scanner hall A jam",
                request="scanner in hall A eats paper and shows 'paper jam in area B'. There's no paper in area B. We've opened everything "
                        "that opens.",
                restatement="the hall A scanner reports a jam in area B where there's no paper",
                asks=(("Does it say so right after switching on, too?", "Right after switching on."),),
                plain=("I'm sending a technician with a small mirror, and you can use the one in hall B until then.",),
                jargon=("[Area B] points to the [registration sensor], needs [SP mode] reset by the [MPS] vendor.",),
                fixed=("There was no paper, but a label stuck to the eye that looks for paper. It's cleaned, and 50 pages went through.",),
                fixed_jargon=("[Registration sensor] cleaned, [SP mode] reset.",),
                notes=("Area B sensor dirty, cleaned.",),
                back=("Area B. No paper. Again.",),
            ),
        ),
    ),
    Problem(
        "label-printer", "Hardware", "Workplace & Devices", (3, 6, 3, 0),
        cases=(
            Case(
                title="Barcode cut off at dock 2",
                request="Label printer at dock 2 prints the barcode cut off at the right. {client} refuses pallets if the code can't be read, "
                        "{n} came back already. New rolls were put in {since_on}.",
                restatement="barcodes from dock 2 are cut off on the right, and {client} has started to send pallets back",
                asks=(("Which roll is in: blue or white core?", "White core."),),
                plain=("I've sent the printer its settings again; please feed two empty labels and print one.",
                       "I've pointed your station at the printer on the next dock so the truck can be loaded."),
                jargon=("Send a [~JC] and check the [ZPL] template's [^PW], the [print head] is 203 [dpi].",),
                fixed=("The new rolls are 4 mm narrower and the print was set for the old ones. It's set for the new ones on all docks; your "
                       "scanner read ten out of ten.",),
                fixed_jargon=("[ZPL] [^PW] 799 set, [media sensor] gap.",),
                notes=("Supplier changed roll width without notice.",),
                back=("Cut off again on the new rolls.",),
            ),
            Case(
                title="NO LABELS dock 4",
                is_urgent=True,
                request="LABELS DONT PRINT. truck leaves {by}. dock 4",
                restatement="dock 4 prints no labels and the truck has to leave",
                asks=(("Is a light on, and which colour?", "Red, blinking."),),
                plain=("I've pointed your station at the printer on the next dock so the truck can be loaded.",
                       "I'm coming down to the dock with a spare printer."),
                jargon=("The [media sensor] is set to [gap] instead of [black mark]; reload the [.prn] config.",
                        "Send a [~JC] and check the [ZPL] template's [^PW], the [print head] is 203 [dpi]."),
                fixed=("The printer at dock 4 had its lid not quite closed and waited without saying so. It prints again, your truck's 60 "
                       "labels are on the pallets, and it now beeps when it's open.",),
                fixed_jargon=("[Media sensor] reset, [alert] on.",),
                back=("NO LABELS AGAIN dock 4",),
            ),
            Case(
                title="Every second label empty",
                request="Good day, the label printer prints one good label and two empty ones, always. It's a waste of rolls and the boys "
                        "throw the empty ones on the floor. What is the difference between the two kinds of rolls in the cupboard, maybe "
                        "that's it?",
                restatement="every good label is followed by two empty ones, and you wonder about the two kinds of rolls",
                side_answer="The ones with the blue core are for this printer, the others for the scale.",
                asks=(("Which roll is in: blue or white core?", "White core."),),
                plain=("Please put a roll with the blue core in and hold the feed key until it has pushed out three.",),
                glossed=("The printer lost its calibration (it no longer knows where a label begins); hold the feed key until it has pushed "
                         "out three.",),
                jargon=("The [media sensor] is set to [gap] instead of [black mark]; reload the [.prn] config.",),
                fixed=("The white rolls have a wider gap, so the printer went looking for the next label. With the blue ones in and the length "
                       "measured anew, forty came out without an empty one.",),
                fixed_jargon=("[Media sensor] on [gap], calibrated.",),
                back=("Blank labels are back on the late shift.",),
            ),
            Case(
                title="Labels with yesterday's date",
                is_urgent=True,
                request="We printed 200 labels with yesterday's date before someone noticed. Date on the computer is right. How can this be "
                        "and what do I do with the pallets that already left?",
                restatement="200 labels carried yesterday's date although the computer's date is right, and some pallets have gone",
                side_answer="For the pallets that left, customer service has told {client}; nothing has to come back.",
                asks=(("At what time was the first wrong one printed?", "6:10, the first pallet of the day."),),
                plain=("I've stopped the labels at your station for ten minutes so that no further one goes out with the wrong date.",),
                jargon=("[Spool API] of the WMS holds yesterday's [render cache], we flush the [queue worker].",),
                fixed=("The label program had kept yesterday's page ready. It now makes each label fresh, and I checked the date on the first twenty.",),
                fixed_jargon=("[Render cache] disabled in [queue worker].",),
                back=("Yesterday's date again on the first five of the morning.",),
            ),
            Case(
                title="Label printers after power cut",
                request="After the power cut this morning the three label printers came back in a foreign language and print far too small. "
                        "Shift leader is {mate_m}, he's at the dock with the phone {ext}.",
                restatement="after the power cut three label printers speak another language and print too small",
                asks=(("Which language is it, and does it print at all?", "Something with many accents, and tiny."),),
                plain=("I've sent the printer its settings again; please feed two empty labels and print one.",
                       "I'm on the phone with {mate_m} and we go from printer to printer."),
                jargon=("The [flash config] was lost at [brown-out], reload the [.prn] and [locale].",),
                fixed=("The power cut had wiped the printers' settings. They're back, saved so that they survive a cut, and we switched one "
                       "off and on to prove it.",),
                fixed_jargon=("[.prn] reloaded, config in [flash].",),
                notes=("Config stored to flash on LP-02, LP-03, LP-04.",),
                back=("One of the three is tiny again.",),
            ),
        ),
    ),
    Problem(
        "handheld", "Hardware", "Workplace & Devices", (1, 5, 5, 1),
        cases=(
            Case(
                title="Handheld {n} shows old picking list",
                request="Handheld no. {n} shows yesterday's picking list. The picker went to empty locations all morning and is rightly "
                        "annoyed. How do I force it to update? The others are fine.",
                restatement="handheld {n} sent your picker round with yesterday's list",
                side_answer="To force it: hold the yellow key and press 5.",
                asks=(("What is the number on the sticker on its back?", "Sticker says HH-0{n}."),),
                plain=("I've told the device to fetch the list anew; put it in the cradle for two minutes.",),
                glossed=("The device needs a re-sync (it compares its list with the main system); I've started it.",),
                jargon=("The [WMS client] has a stuck [message queue], purge the [local DB] in /data.",
                        "Do a [cold boot] with trigger+9 and re-stage via [StageNow], the [MDM] profile is missing."),
                fixed=("The device had lost its place in the queue and never asked for new lists. I reset that; it has fetched three lists since.",),
                fixed_jargon=("[StageNow] re-enrolment, [MDM] ok.",),
                notes=("HH last contact 19 h ago.",),
                back=("Same handheld, old list again.",),
            ),
            Case(
                title="handheld frozen",
                request="handheld frozen on loading... since shift start",
                restatement="the handheld has been stuck on loading from the start of the shift",
                asks=(("When was it last in its charging cradle?", "It was in the cradle all night."),),
                plain=("I've told the device to fetch the list anew; put it in the cradle for two minutes.",
                       "I've ended the program on the device from here; please start it with the green key."),
                jargon=("Do a [cold boot] with trigger+9 and re-stage via [StageNow], the [MDM] profile is missing.",
                        "The [WMS client] has a stuck [message queue], purge the [local DB] in /data."),
                fixed=("The device couldn't finish loading because its clock was a day behind. It sets itself now, and it loaded three lists "
                       "at the start of the late shift.",),
                fixed_jargon=("[Cold boot], [NTP] set by [MDM].",),
                back=("Loading... again.",),
            ),
            Case(
                title="Handheld batteries",
                request="Batteries of the handhelds last 3 hours instead of a shift. They were great two months ago. We have two spare "
                        "batteries for {n} devices, do the maths.",
                restatement="the handhelds' batteries last three hours instead of a full shift and there are only two spares",
                asks=(("How old are they; is there a date on the battery?", "2022 on all of them."),),
                plain=("I've brought you three spare batteries and taken the weak ones along.",),
                jargon=("The [battery SoH] is under 60 %, and [hot swap] keeps the [radio] on.",),
                fixed=("The batteries are four years old and worn. You have new ones, and the first device ran a whole shift yesterday.",),
                fixed_jargon=("New [PSU packs], [SoH] > 95 %.",),
                notes=("Ordered 12 batteries, PO {num}.",),
                back=("The new batteries last four hours, that's still half a shift.",),
            ),
            Case(
                title="Handhelds do not beep any more",
                request="The beep is gone on all handhelds since the update. In the noise you need the beep, people scan twice now and stock "
                        "counts are off. Small thing, big effect.",
                restatement="the confirming beep disappeared in the update, people scan twice, and stock counts are wrong",
                asks=(("Does it still vibrate?", "Vibrates, yes, but with gloves..."),),
                plain=("I've turned the sound back on for all devices of your hall.",),
                jargon=("[DataWedge] lost its [intent output], we push the [OEMConfig] again.",),
                fixed=("The update had set the volume to zero. It's at full on all devices and {mate} heard it over the conveyor.",),
                fixed_jargon=("[DataWedge] profile restored by [OEMConfig].",),
                back=("No beep on three of them still.",),
            ),
            Case(
                title="Broken handheld, sharp edge",
                request="Hello, one of the handhelds was dropped and has a crack, it works but cuts fingers. Do you have a replacement, and do "
                        "I need to fill in something for insurance?",
                restatement="a handheld has a sharp crack and you need a replacement",
                side_answer="No insurance form for you, we do that from here.",
                asks=(("What is the number on the sticker on its back?", "Sticker says HH-0{n}."),),
                plain=("I've put a replacement in the internal mail and you should tape the crack until it's there.",),
                jargon=("We do an [advance RMA] under [OneCare], send the [SN] from the [battery well].",),
                fixed=("The replacement arrived and is set up under the same number; your picker has used it for two shifts. The broken one "
                       "goes back with today's driver.",),
                fixed_jargon=("[RMA] closed, [MDM] profile moved.",),
                back=("The replacement doesn't know our hall.",),
            ),
        ),
    ),
)
