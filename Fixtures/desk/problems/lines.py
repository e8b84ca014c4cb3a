"""Lines and pages: branches, phones, certificates, blocked sites."""

from .problem import Case, Problem

PROBLEMS = (
    Problem(
        "slow-branch", "Network", "Network & Access", (1, 5, 5, 1),
        cases=(
            Case(
                title="Everything slow in {site}",
                request="Everything is slow in {site}. Mail, the intranet, the booking system. It comes and goes. Yesterday afternoon was so "
                        "bad that we used our phones. There are {n} of us. What can we do until it's fixed?",
                restatement="in {site} mail, intranet and bookings all crawl on and off, and yesterday afternoon you had to work from your phones",
                side_answer="Until then, working from home is the quickest way for those who can.",
                asks=(("Could you note the time the next time it gets slow, and what you were doing?",
                       "It started at 13:40 today, I was just opening mails."),),
                plain=("I'm watching the line from here through the afternoon to see what fills it.",
                       "I've given phone and video calls the right of way on your line."),
                jargon=("[QoS] is not marking [DSCP EF], need to fix the [shaper] on the [SD-WAN edge].",
                        "High [latency] and [jitter] on the [MPLS] path, will fail over to the [backup circuit]."),
                fixed=("A backup of the branch server ran during the day and took most of the line. It starts at 22:00 now; I measured with "
                       "{mate} at two and mail and bookings were quick.",),
                fixed_jargon=("[QoS] policy redeployed on [edge], [shaper] set to 90M.",),
                back=("It was better for two days, now pages take a minute again.",),
            ),
            Case(
                title="speed {site}",
                request="speed test 1.2 mbit. we pay for 100. {site}",
                restatement="{site} gets about 1 Mbit/s where 100 should arrive",
                asks=(("Is it just as slow with a cable?", "Cable is the same."),),
                plain=("I've asked the line provider to measure from their side and have the case number.",),
                jargon=("The [CPE] shows [CRC errors] on the [WAN interface], we opened a case with the [carrier].",),
                fixed=("The provider found a damaged cable in the street and repaired it. We measured 96 Mbit/s at 13:45, your worst hour.",),
                fixed_jargon=("[Carrier] replaced the [SFP], [CRC errors] cleared, [BGP] stable.",),
                notes=("Provider case {num}, no fault found on first test.",),
                back=("Back to 1.2.",),
            ),
            Case(
                title="Connection unusable every afternoon",
                request="Good afternoon. For two weeks now the connection at our branch becomes unusable each day from roughly 13:30 on. I "
                        "have reported it by phone twice and was told it would be looked into. I would like to know who is looking into it and "
                        "by when I may expect an answer, as I must tell my customers something.",
                restatement="every day from about 13:30 your branch can't work, two phone calls led to nothing, and you need a name and a date "
                            "you can give your customers",
                asks=(("How many people are usually in at that hour?", "Six to eight of us after lunch."),
                      ("Could you note the time the next time it gets slow, and what you were doing?",
                       "It started at 13:40 today, I was just opening mails.")),
                plain=("I've asked the line provider to measure from their side and have the case number.",
                       "I'm watching the line from here through the afternoon to see what fills it."),
                jargon=("The [CPE] shows [CRC errors] on the [WAN interface], we opened a case with the [carrier].",
                        "High [latency] and [jitter] on the [MPLS] path, will fail over to the [backup circuit]."),
                fixed=("The yard cameras were uploading all day and used most of the line. They now send at night, and this afternoon your "
                       "line never went above half of what it can carry.",
                       "The provider found a damaged cable in the street and repaired it. We measured 96 Mbit/s at 13:45, your worst hour."),
                fixed_jargon=("[Carrier] replaced the [SFP], [CRC errors] cleared, [BGP] stable.",
                              "[QoS] policy redeployed on [edge], [shaper] set to 90M."),
                notes=("Provider case {num}, no fault found on first test.",),
                back=("Today from half past one exactly the same as before.",),
            ),
            Case(
                title="Video calls break up in {site}",
                request="Video calls break up when the others are in the office. I sit in {site} with 5 colleagues, if two of us call at the "
                        "same time it's over. Is it because of the cameras in the yard? They were installed around then.",
                restatement="when two of you in {site} are in video calls at once the picture and sound break up, and you suspect the "
                            "new yard cameras",
                side_answer="You guessed right about the cameras.",
                asks=(("Is it just as slow with a cable?", "Cable is the same."),),
                plain=("I've given phone and video calls the right of way on your line.",),
                glossed=("Your line is reaching its bandwidth limit (the most it can carry at once), mostly with camera pictures; I've moved "
                         "those to the night.",),
                jargon=("[QoS] is not marking [DSCP EF], need to fix the [shaper] on the [SD-WAN edge].",),
                fixed=("The yard cameras were uploading all day and used most of the line. They now send at night, and this afternoon your "
                       "line never went above half of what it can carry.",),
                fixed_jargon=("[QoS] policy redeployed on [edge], [shaper] set to 90M.",),
                notes=("NetFlow: 71% RTSP to cloud from camera VLAN.",),
                back=("Two calls at once and the picture freezes, like before.",),
            ),
            Case(
                title="Driver app slow in the yard",
                request="The driver app takes 40 sec to show the next stop when the trucks are in the yard. On the road it's instant. Drivers "
                        "are swearing at me and I'm only the messenger.",
                restatement="the driver app needs 40 seconds a stop inside the yard but is instant on the road",
                asks=(("Is it slow with Wi-Fi off on the tablet as well?", "With Wi-Fi off it's instant!"),),
                plain=("I'm putting the trucks in the yard on their own small network.",
                       "I'm watching the line from here through the afternoon to see what fills it."),
                jargon=("The [MDM] forces yard devices onto the [guest SSID] with [client isolation] and [throttling].",),
                fixed=("In the yard the tablets joined the visitors' Wi-Fi, which is slow on purpose. They join the drivers' one now and the "
                       "next stop shows at once; I tried it in two trucks.",),
                fixed_jargon=("[SSID] profile corrected by [MDM], no [throttling].",),
                back=("40 seconds again in the yard.",),
            ),
            Case(
                title="Outage in {site}?",
                is_urgent=True,
                request="Hi, is there an outage in {site}? Nothing loads here since 9ish, not even your status page. Sending this from my phone.",
                restatement="nothing has loaded in {site} from about nine o'clock",
                asks=(("Are the lights on the white box in the cupboard green?", "One is red."),),
                plain=("I've asked the line provider to measure from their side and have the case number.",
                       "I've switched your branch to its spare line, which is slower but should carry mail and bookings."),
                jargon=("High [latency] and [jitter] on the [MPLS] path, will fail over to the [backup circuit].",),
                fixed=("A digger had cut the main line in your street. You ran on the spare line until 13:10 and are on the main one again; "
                       "bookings load in a second.",),
                fixed_jargon=("[Carrier] spliced fibre, [failover] reverted, [BGP] stable.",),
                back=("Nothing loads again.",),
            ),
        ),
    ),
    Problem(
        "softphone", "Network", "Network & Access", (1, 4, 6, 2),
        cases=(
            Case(
                title="Callers go straight to voicemail",
                request="My extension {ext} doesn't ring, callers go straight to voicemail. Customers told me by mail that they tried for "
                        "days! I can call out. How many calls did I miss, can you see that?",
                restatement="callers to {ext} land in voicemail without it ringing for you, though you can call out, and customers have been "
                            "trying for days",
                side_answer="I counted 14 missed calls; I'm sending you the list with the numbers.",
                asks=(("Is a forwarding set in the little arrow menu?", "There's an arrow, it says 'always to voicemail'. I never set that!"),),
                plain=("I've taken off a forwarding that somebody had left on your number; please let a colleague call you now.",),
                jargon=("Your [line] has [CFA] to voicemail set in [CUCM], the [SIP endpoint] never gets the [INVITE].",),
                fixed=("An old forwarding from the Christmas closure was still on. I removed it and we made two test calls, both rang at your desk.",),
                fixed_jargon=("[CFA] removed, [SIP endpoint] re-registered.",),
                notes=("CFA set to VM pilot since 23 Dec.",),
                back=("My phone still doesn't ring, {mate} just tried from the next desk.",
                      "Rang yesterday, today everything goes to voicemail again."),
            ),
            Case(
                title="robot voice on phone",
                request="people hear me like a robot on the phone. headset is new. teams is fine only the phone program",
                restatement="callers hear your voice distorted in the phone program, while Teams is fine with the same headset",
                asks=(("Does it also happen when you call from the mobile app?", "On the mobile I sound normal."),),
                plain=("I've switched the phone program to another sound quality; please make one call and listen.",
                       "I've signed your phone program out and in again from our side."),
                jargon=("The [codec] falls back to [G.729], check [jitter buffer] and [USB sample rate].",),
                fixed=("The phone program and the headset used different sound settings. They match now, and on our call you sounded like yourself.",),
                fixed_jargon=("[Codec] pinned to [G.722].",),
                back=("I'm a robot again.",),
            ),
            Case(
                title="Group number rings only at my desk",
                request="We are four in the dispatch team and the group number should ring at all of us. {since_cap} it rings only at my desk. "
                        "I can't take every call and eat lunch.",
                restatement="the dispatch group number rings only at your desk instead of all four",
                asks=(("Are all four signed in to the group with the small star?", "What star?"),),
                plain=("I've put all four desks back into the group.",),
                jargon=("The [hunt group] lost its [line appearance] after the [CUCM] sync.",),
                fixed=("Three of the four desks had dropped out of the group during maintenance. They're back and all four rang in our test.",),
                fixed_jargon=("[Hunt group] rebuilt, [CSS] corrected.",),
                back=("It rings only at my desk again.",),
            ),
            Case(
                title="Forward {ext} during parental leave",
                request="Could you please forward {ext} to {mate} from {date}, I'm on parental leave. And can it be undone by myself later or "
                        "do I need you?",
                restatement="calls to {ext} should go to {mate} from {date} while you're on parental leave",
                side_answer="You can undo it yourself in the phone settings, I'll send a picture of where.",
                asks=(("Should all calls go there, or only those from outside?", "All of them please."),),
                plain=("I've set the forwarding to start on {date} and sent {mate} a note.",),
                jargon=("I configured [CFA] on the [DN] with a [time-of-day] [partition].",),
                fixed=("Calls to {ext} go to {mate} from {date}. I tried it with today's date and her phone rang, then I set it back.",),
                fixed_jargon=("[CFA] scheduled by [time-of-day] routing.",),
                back=("{mate} says nothing arrives at her phone.",),
            ),
            Case(
                title="Transferred calls to Hamburg are silent",
                request="When I transfer a call to the Hamburg office the caller hears nothing and hangs up. It worked until about two weeks "
                        "ago. Our best customer got cut off twice, he wasn't amused.",
                restatement="calls you pass on to Hamburg go silent and the caller gives up, your best customer twice",
                asks=(("Which number were you calling from and to when it failed last?", "I called from {ext} to the Hamburg switchboard."),),
                plain=("I've asked {mate} in Hamburg to stay on the line with me for three test calls.",),
                jargon=("We see [one-way RTP], probably [NAT traversal] or the [ALG] on the router.",),
                fixed=("The connection to Hamburg let only one side's voice through. That is corrected; I passed a call across myself and both "
                       "sides could hear.",),
                fixed_jargon=("Disabled [ALG], [RTP] both ways ok.",),
                back=("Transferred a caller to Hamburg, silence, he hung up.",),
            ),
            Case(
                title="Phone app not registered",
                request="The phone app says \"not registered\". Restarted, no change. I'm on call this weekend so I need this working, please.",
                restatement="the phone app says it is not registered and you have weekend duty coming",
                asks=(("Does it ring on your mobile app?", "On the mobile it rings, yes."),),
                plain=("I've signed your phone program out and in again from our side.",),
                glossed=("Your number had lost its registration (the phone telling our system where you are); I renewed it and it rang in my test.",),
                jargon=("Your [SIP endpoint] is not registering with the [SBC], please check the [codec] settings.",),
                fixed=("Your phone program had been signed out by last week's maintenance and could not come back alone. It's signed in, I "
                       "called you twice, and it also rings on your mobile for the weekend.",),
                fixed_jargon=("Re-registered [SIP endpoint] at [SBC].",),
                back=("Not registered again, and it's Friday.",),
            ),
        ),
    ),
    Problem(
        "certificate-warning", "Network", "Network & Access", (0, 2, 6, 3),
        cases=(
            Case(
                title="Your connection is not private",
                request="When I open the intranet I get a red page 'Your connection is not private'. Is it safe to click on continue? "
                        "Everybody here does but I did the security training last week and it said never to.",
                restatement="the intranet greets you with a red warning page and you rightly hesitate to click through it",
                side_answer="Please don't click continue yet, and thank you for remembering the training.",
                asks=(("Could you send me a picture of the whole warning, including the address at the top?",
                       "Picture attached, the address starts with portal."),
                      ("Do you see it in the other browser too?", "In the other browser it's the same.")),
                plain=("I've checked the page from here and it's really ours; the warning comes from an identity card that ran out yesterday.",
                       "I've ordered the new identity card for that page."),
                glossed=("The page's certificate (its identity card, which the browser checks) ran out at midnight; the new one goes on today.",),
                jargon=("The [SSL cert] expired and the [intermediate CA] is missing from the [chain].",),
                fixed=("The page's identity card had run out. A new one is in place and runs until next spring; I opened the page on three "
                       "laptops without a warning.",),
                fixed_jargon=("Renewed [SSL cert], [chain] complete, [OCSP] ok.",),
                notes=("Cert expired 00:00 UTC, renewal job had failed silently.",),
                back=("The red page is back, same text.", "The warning is gone but now the page stays white."),
            ),
            Case(
                title="certificate error travel portal",
                request="certificate error on the travel portal. cant book, flight prices go up every hour",
                restatement="the travel portal stops you with a certificate error while fares are rising",
                asks=(("Could you send me a picture of the whole warning, including the address at the top?",
                       "Picture attached, the address starts with portal."),),
                plain=("I've asked the travel agency's technicians, because the page belongs to them, and they renew it this morning.",),
                jargon=("Their [SSL cert] lacks the [intermediate CA], you'd have to add an [exception] in the [trust store].",),
                fixed=("The page's identity card was put up incompletely by the travel agency. They corrected it, I opened it on two laptops, "
                       "and your fare was held at this morning's price.",),
                fixed_jargon=("Vendor fixed the [chain], [OCSP] ok.",),
                back=("Still the error, and the flight is 80 euros more now.",),
            ),
            Case(
                title="Expired certificate on supplier portal?",
                request="Hi team, {since} the supplier portal shows a warning about an expired certificate. I called the supplier and they "
                        "said it's on our side, because it's fine for other customers. Who is right?",
                restatement="the supplier's portal warns about an expired certificate, and the supplier says the cause is with us",
                side_answer="The supplier is right this time.",
                asks=(("Do you see it in the other browser too?", "In the other browser it's the same."),),
                plain=("I've looked at it from outside our network, where the page opens cleanly, so the fault is here.",),
                jargon=("Our [SSL inspection] re-signs with an expired [sub-CA], push the new [root certificate].",),
                fixed=("One of our own machines checks pages on the way to you, and its identity card had run out. It has a new one, and the "
                       "portal opened without a warning at your desk and mine.",),
                fixed_jargon=("[Sub-CA] renewed on [proxy], [chain] ok.",),
                back=("The supplier's page warns again.",),
            ),
            Case(
                title="Outlook asks about a certificate every morning",
                request="Outlook pops up a window every morning asking me to accept a security certificate with a name I don't know (mx-old "
                        "something). I click no, it comes back. I click yes, it comes back. What do you want me to click?",
                restatement="every morning Outlook asks you to accept a certificate with an unknown name, and neither yes nor no makes it go away",
                side_answer="Click No for now.",
                asks=(("Does the window come right at the start or when you open the calendar?", "Right at the start."),),
                plain=("I've removed the old server's name from your Outlook.",),
                jargon=("The [CN] does not match the [SAN], [autodiscover] still points to the old [CAS].",),
                fixed=("Outlook was still asking an old server. I removed that entry and restarted Outlook twice: no window.",),
                fixed_jargon=("[SCP] record updated, [autodiscover] resolves to O365.",),
                back=("The window is back, with the same strange name.",),
            ),
            Case(
                title="Time clock terminal at gate not working",
                request="The time clock terminal at the gate shows a padlock with a line through it and people can't clock in. We note it on "
                        "paper. Payroll closes on {date}.",
                restatement="the gate terminal shows a crossed-out padlock, nobody can clock in, and payroll closes on {date}",
                asks=(("Does the terminal show an error after the card is held up?", "It says 'server not trusted'."),),
                plain=("I've ordered the new identity card for the terminal; until it's in, please go on with paper.",),
                glossed=("The page's certificate (its identity card, which the browser checks) ran out at midnight; the new one goes on today.",),
                jargon=("The [terminal] [keystore] expired, we import the [p12] through the [vendor console].",),
                fixed=("The terminal's identity card had run out at midnight. It has a new one, 40 people clocked in since noon, and payroll "
                       "has your paper list for the days before.",),
                fixed_jargon=("[Keystore] renewed on terminal, [TLS] ok.",),
                notes=("Cert expired 00:00 UTC, renewal job had failed silently.",),
                back=("Nobody could clock in this morning, same padlock.",),
            ),
            Case(
                title="Page warning only on my laptop",
                request="I get a warning only on my laptop, {mate} opens the same page without any. It says the date is wrong?",
                restatement="only your laptop warns about that page, and the message mentions a wrong date",
                asks=(("Does your laptop show the right date and time?", "Ha, the clock says 2019."),),
                plain=("I've corrected the clock on your laptop, which was what the browser stumbled over.",),
                jargon=("Your [RTC] drifted, the [NTP] sync fails, so every [notBefore] check breaks.",),
                fixed=("Your laptop's clock had jumped back to 2019, so every page looked invalid to it. The clock is right, sets itself now, "
                       "and you opened the page.",),
                fixed_jargon=("[NTP] forced, [RTC] battery replaced.",),
                notes=("CMOS battery dead on {pc}.",),
                back=("Clock is wrong again after the weekend.",),
            ),
        ),
    ),
    Problem(
        "blocked-site", "Network", "Network & Access", (0, 1, 5, 5),
        is_order=True,
        cases=(
            Case(
                title="Portal of {client} blocked",
                request="The portal of our new customer {client} is blocked by your filter (\"category: newly registered\"). We have to upload "
                        "the shipping labels there from {date} on. Can you open it, and only for our team if that's easier?",
                restatement="the filter blocks {client}'s new portal where your team has to upload labels from {date}",
                side_answer="For your team only is fine and needs no further approval.",
                asks=(("Who in your team needs it besides you?", "Me, {mate} and the two temps."),),
                plain=("I've looked the page over and let it through for your team.",
                       "I've sent the request to information security, who have to agree to this kind of page."),
                glossed=("The filter sorted the page into a wrong category (its label for what a page is about); I've reported that and let it "
                         "through for now.",),
                jargon=("The [URL] hits the [SSL inspection] rule on the [proxy], needs a [whitelist] entry in the [PAC].",
                        "[Zscaler] classifies the [FQDN] as newly registered, I raised a [recategorisation]."),
                fixed=("The page was only blocked because it's new. It's open for your team, and you uploaded a first label while I watched.",),
                fixed_jargon=("[FQDN] moved to custom category, [SSL bypass] added.",),
                notes=("Asked infosec, ok for team only.", "Category override requested, ref {num}."),
                back=("Still the page with our logo.", "The page opens now but I can't log in, the button does nothing."),
            ),
            Case(
                title="youtube blocked",
                request="why is youtube blocked now? we use it for forklift training",
                restatement="you need YouTube for the forklift training and it's no longer reachable",
                asks=(("On which device do you show the films?", "On the three tablets in the training room."),),
                plain=("I've asked information security for an exception for the training tablets.",),
                jargon=("[Streaming media] is in the [deny category], we can add a [group-based bypass] by [LDAP].",),
                fixed=("Videos had been closed for everybody last week to save the line. The three training tablets may use them again, and "
                       "you played the first forklift film.",),
                fixed_jargon=("[Bypass] for group FORK-TRAIN.",),
                back=("The second film is blocked again.",),
            ),
            Case(
                title="Cannot download driver for scale",
                request="Trying to download the driver for the scale from the maker's website and get a page with our logo that says no. Scale "
                        "certification is {by}, so a bit of a rush.",
                restatement="our block page stops you from fetching the driver for the scale, and the certification is close",
                asks=(("Which page of the maker did you try?", "Support, then Downloads, the second file."),),
                plain=("I've fetched the file for you on a separate computer and checked it.",),
                jargon=("The [download] is killed by the [sandbox], its [hash] is unknown; I submit a [release request].",),
                fixed=("The filter stops every program file from unknown makers. I fetched it on a separate computer, checked it and put it on "
                       "the scale's PC, which shows the right weight.",),
                fixed_jargon=("[Hash] released, [sandbox] verdict clean.",),
                back=("Our page with the logo again, for the next version.",),
            ),
            Case(
                title="WeTransfer link from customer",
                request="I can't open the attachment link a customer sent (WeTransfer). They're a bit impatient, they sent it twice already. "
                        "Is there another way we are supposed to receive large files?",
                restatement="the customer's WeTransfer link is blocked for you and they've already sent it twice",
                side_answer="Yes: our own upload page; I'll send you a link you can forward.",
                asks=(("Who at the customer sends the files?", "Always the same lady in their planning."),),
                plain=("I've fetched the customer's file for you and put it in your team folder.",),
                jargon=("File-sharing is blocked by [DLP] policy; use the [managed transfer] portal with [SFTP].",),
                fixed=("Sharing pages like that are closed because anybody can put anything there. I fetched the file, and the customer has "
                       "the link to our upload page and used it once.",),
                fixed_jargon=("[Managed transfer] account created, [DLP] stays.",),
                back=("The customer says your upload page refuses the file.",),
            ),
            Case(
                title="Job board blocked",
                request="The job board we advertise on is blocked as 'social media'. HR used it yesterday without problems. 3 vacancies run "
                        "out this week.",
                restatement="the job board worked for HR yesterday and is now treated as social media, with three adverts about to run out",
                asks=(("What exact address is in the bar when the block page shows?", "It's the address in the screenshot, the long one."),),
                plain=("I've looked the page over and let it through for your team.",),
                glossed=("The filter sorted the page into a wrong category (its label for what a page is about); I've reported that and let it "
                         "through for now.",),
                jargon=("[Zscaler] classifies the [FQDN] as newly registered, I raised a [recategorisation].",),
                fixed=("The filter had put the page in a wrong group. I opened it for HR and the filter's maker has confirmed the correction.",),
                fixed_jargon=("[FQDN] moved to custom category, [SSL bypass] added.",),
                notes=("Asked infosec, ok for team only.", "Category override requested, ref {num}."),
                back=("Blocked again as social media.",),
            ),
            Case(
                title="Translation website blocked",
                request="Translation website blocked?? I use it 20 times a day for mails with our Polish carriers.",
                restatement="the translation site you use for the Polish carriers is blocked",
                asks=(("Who in your team needs it besides you?", "Me, {mate} and the two temps."),),
                plain=("I've sent the request to information security, who have to agree to this kind of page.",),
                jargon=("[Zscaler] classifies it as [data leakage risk], needs a [DPIA].",),
                fixed=("Pages that send whole texts outside were closed last week. You have the company's own translator now, it opens with "
                       "the same key, and you translated a mail to Poznan with it.",),
                fixed_jargon=("[DPIA] refused; licence for in-house MT assigned.",),
                back=("The other translator doesn't know the word for pallet. Can I have the old page back?",),
            ),
        ),
    ),
)
