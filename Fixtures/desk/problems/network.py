"""Connections from home and in the halls: VPN, Wi-Fi, drives, remote desktops."""

from .problem import Case, Problem

PROBLEMS = (
    Problem(
        "vpn-after-update", "Network", "Network & Access", (1, 4, 7, 1),
        cases=(
            Case(
                title="VPN drops every ten minutes since update",
                request="Hi, ever since the update my laptop did on its own {since_on} the VPN throws me out every ten minutes or so. I have a "
                        "client call {by} and the price sheets are on the shared drive. Can you fix this before the call? And will I lose the "
                        "draft that was open when it dropped?",
                restatement="your VPN connection has been cutting out about every ten minutes from the day the laptop updated itself, and you "
                            "need the price sheets for a client call",
                side_answer="Your draft is safe: the drive keeps an automatic copy, so you will be asked whether to recover it when you reopen "
                            "the file.",
                asks=(("Does it happen on your phone's hotspot as well, or only on your home line?",
                       "On the hotspot it's fine for about half an hour, then the same."),),
                plain=("I've removed the old connection from your laptop and put the new one on; please close the laptop fully and try once more.",
                       "I've moved you to our second entry point, which the update does not touch.",
                       "I'm putting last month's version back on your laptop while the maker repairs the new one."),
                glossed=("The update changed the packet size (how big a slice of data your laptop sends at once); I've set it back to what "
                         "home routers can carry.",),
                jargon=("Please [flush the DNS cache], then lower the [MTU] on the [virtual adapter] to 1350 and reconnect.",
                        "We see [IKE rekey] failures on the [concentrator]; your client is on a deprecated [cipher suite]."),
                fixed=("Your laptop was using an entry point that closes idle connections after ten minutes. It now uses the other one; it "
                       "stayed up through the whole of your afternoon according to our records.",
                       "The update had left a second entry on your laptop which took the line away from the first every ten minutes. I removed "
                       "it, and you were connected for the whole client call."),
                fixed_jargon=("Root cause was a stale [SA] after [rekey]; lowered [MTU] to 1350 and repushed the [profile].",),
                notes=("Logs show rekey failing at 600 s, same as the two others today.", "Rolled back client 5.1.3 -> 5.0.8 on {pc}, watching."),
                back=("It dropped again, twice this morning. Nothing has changed from my side.",
                      "Worked for a day and now it's the same again, out after ten minutes."),
            ),
            Case(
                title="VPN disconnects, third time",
                request="VPN disconnects. Again. This is the THIRD time I report this, the other two tickets were closed without anybody "
                        "asking me if it worked. I work from home three days a week and cannot do my job like this.",
                restatement="this has now come back for the third time, nobody checked with you before the earlier tickets were closed, and it "
                            "stops you from working on your home days",
                asks=(("Roughly when did it last hold for more than an hour?", "It says 'session expired' in a grey box and then everything freezes."),
                      ("Roughly when did it last hold for more than an hour?", "Before Christmas, I think.")),
                plain=("I've removed the old connection from your laptop and put the new one on; please close the laptop fully and try once more.",
                       "I'm putting last month's version back on your laptop while the maker repairs the new one."),
                jargon=("We see [IKE rekey] failures on the [concentrator]; your client is on a deprecated [cipher suite].",
                        "The [split tunnel] policy did not apply, so I have pushed a new [XML profile] to your endpoint."),
                fixed=("The update had left two connection entries on your laptop and they fought over the line. I removed the old one, and we "
                       "watched it hold for 40 minutes while you worked in the shared drive.",
                       "I read the two earlier tickets: both times only the program was restarted. The real cause was the entry point, which "
                       "closes quiet connections. You're on the other one, and it held all through your home day on Tuesday."),
                fixed_jargon=("Root cause was a stale [SA] after [rekey]; lowered [MTU] to 1350 and repushed the [profile].",
                              "Client upgraded to 5.1.4, [DTLS] fallback disabled, [split tunnel] ACL corrected."),
                back=("It dropped again, twice this morning. Nothing has changed from my side.", "Fourth time. It dropped at 9, at 9:20 and at 10."),
            ),
            Case(
                title="vpn connection unstable at home",
                request="good morning,\n\nthe vpn connects, stays up for a few minutes and then the little lock icon goes grey. wifi at home "
                        "is fine, netflix works, my wife's work laptop works too. it started after the restart {since_on}.\n\nlaptop is {pc}",
                restatement="the connection comes up and then falls away after a few minutes, while everything else on your home line keeps working",
                asks=(("What do you see on the screen in the second it drops?", "The lock goes grey and then a small window says \"reconnecting\"."),),
                plain=("I've removed the old connection from your laptop and put the new one on; please close the laptop fully and try once more.",
                       "I've moved you to our second entry point, which the update does not touch.",
                       "I'm putting last month's version back on your laptop while the maker repairs the new one."),
                glossed=("The update changed the packet size (how big a slice of data your laptop sends at once); I've set it back to what "
                         "home routers can carry.",),
                jargon=("Please [flush the DNS cache], then lower the [MTU] on the [virtual adapter] to 1350 and reconnect.",
                        "We see [IKE rekey] failures on the [concentrator]; your client is on a deprecated [cipher suite]."),
                fixed=("The update had left two connection entries on your laptop and they fought over the line. I removed the old one, and we "
                       "watched it hold for 40 minutes while you worked in the shared drive.",
                       "The new version of the VPN program had a fault when the lid is closed. I put the corrected version on and we tried it "
                       "three times together."),
                fixed_jargon=("Root cause was a stale [SA] after [rekey]; lowered [MTU] to 1350 and repushed the [profile].",
                              "Client upgraded to 5.1.4, [DTLS] fallback disabled, [split tunnel] ACL corrected."),
                notes=("Logs show rekey failing at 600 s, same as the two others today.",),
                back=("Worked for a day and now it's the same again, out after ten minutes.", "Grey lock again after five minutes."),
            ),
            Case(
                title="VPN keeps asking for password",
                request="Since {since_day} my vpn asks for the password over and over, then says \"connection terminated by peer\". What is a "
                        "peer? Anyway I can't get to the booking system and {mate} is covering for me, which isn't fair on her.",
                restatement="you're asked for your password in a loop, then the connection ends, so you can't reach the booking system and "
                            "{mate} has to do your share",
                side_answer="\"Peer\" just means the computer at our end of the connection.",
                asks=(("Did you change your password in the last few days?", "On Monday, yes. Is that it?"),),
                plain=("I've cleared the password your laptop had kept for the connection; type it once more and tick Remember.",
                       "I've moved you to our second entry point, which the update does not touch."),
                jargon=("The [IKE] peer rejects your [cached credential]; please delete the [profile] and re-authenticate with [SAML].",
                        "We see [IKE rekey] failures on the [concentrator]; your client is on a deprecated [cipher suite]."),
                fixed=("Your laptop kept sending a password from before the change, and our side hung up on it. I cleared it, you typed the "
                       "new one, and you've been in the booking system since eleven.",),
                fixed_jargon=("Root cause: stale [SAML token]; [profile] repushed.",
                              "Client upgraded to 5.1.4, [DTLS] fallback disabled, [split tunnel] ACL corrected."),
                back=("It asks for the password in a loop again.", "It dropped again, twice this morning. Nothing has changed from my side."),
            ),
            Case(
                title="VPN from customer site hangs",
                request="I am at the {client} site this week and the VPN will not connect from their guest network, it hangs at 80%. From my "
                        "phone's hotspot it works. Is that something you can change or do I need to ask their IT? I have to upload the "
                        "inspection report today.",
                restatement="from {client}'s guest network the connection stops at 80 %, your phone's hotspot is fine, and the inspection "
                            "report has to go up today",
                side_answer="You don't need to ask their IT: our side can use a second door that guest networks normally leave open.",
                asks=(("Can you open ordinary web pages on that guest network?", "Yes, everything else opens."),),
                plain=("I've opened the second door for your laptop; please choose \"Guest networks\" in the list before you connect.",
                       "I've moved you to our second entry point, which the update does not touch."),
                jargon=("Their network blocks [UDP 500] and [ESP]; switch to the [SSL fallback] on TCP 443.",
                        "We see [IKE rekey] failures on the [concentrator]; your client is on a deprecated [cipher suite]."),
                fixed=("Guest networks often close the door our connection uses. Your laptop now tries a second one by itself; you connected "
                       "from the site and your report arrived at 15:20.",),
                fixed_jargon=("[SSL fallback] enabled in [profile], [UDP] not needed.",),
                back=("Still stops at 80 % here.", "It connects from the guest network now but the upload breaks off."),
            ),
            Case(
                title="vpn down",
                request="vpn down",
                restatement="you can't get onto the VPN",
                asks=(("Does it happen on your phone's hotspot as well, or only on your home line?",
                       "On the hotspot it's fine for about half an hour, then the same."),
                      ("What do you see on the screen in the second it drops?", "Only at home. The screen just says \"reconnecting\".")),
                plain=("I've removed the old connection from your laptop and put the new one on; please close the laptop fully and try once more.",
                       "I've moved you to our second entry point, which the update does not touch.",
                       "I'm putting last month's version back on your laptop while the maker repairs the new one."),
                glossed=("The update changed the packet size (how big a slice of data your laptop sends at once); I've set it back to what "
                         "home routers can carry.",),
                jargon=("Please [flush the DNS cache], then lower the [MTU] on the [virtual adapter] to 1350 and reconnect.",
                        "We see [IKE rekey] failures on the [concentrator]; your client is on a deprecated [cipher suite].",
                        "The [split tunnel] policy did not apply, so I have pushed a new [XML profile] to your endpoint."),
                fixed=("The update had left two connection entries on your laptop and they fought over the line. I removed the old one, and we "
                       "watched it hold for 40 minutes while you worked in the shared drive.",
                       "Your laptop was using an entry point that closes idle connections after ten minutes. It now uses the other one; it "
                       "stayed up through the whole of your afternoon according to our records."),
                fixed_jargon=("Root cause was a stale [SA] after [rekey]; lowered [MTU] to 1350 and repushed the [profile].",
                              "Client upgraded to 5.1.4, [DTLS] fallback disabled, [split tunnel] ACL corrected."),
                notes=("Logs show rekey failing at 600 s, same as the two others today.", "Rolled back client 5.1.3 -> 5.0.8 on {pc}, watching."),
                back=("It dropped again, twice this morning. Nothing has changed from my side.",
                      "Worked for a day and now it's the same again, out after ten minutes."),
            ),
            Case(
                title="VPN after opening the laptop",
                request="Hello Service Desk, not sure if it's me. When I open the laptop in the train the VPN says connected but nothing "
                        "loads, and I have to disconnect and connect again, sometimes twice. It's been like that for a month, so not urgent, "
                        "but it's annoying. Could it be the new version?",
                restatement="after you open the lid on the train it claims to be connected but nothing loads until you reconnect, and that has "
                            "been going on for about a month",
                side_answer="Yes, the new version has that fault; the maker has already corrected it.",
                asks=(("Does it also happen when you close the lid at your desk?", "At the desk never, come to think of it."),),
                plain=("I've put the corrected version on your laptop; it takes effect after the next restart.",
                       "I'm putting last month's version back on your laptop while the maker repairs the new one."),
                jargon=("The [virtual adapter] doesn't survive [modern standby], disable [S0 sleep] in the [power plan].",
                        "The [split tunnel] policy did not apply, so I have pushed a new [XML profile] to your endpoint."),
                fixed=("The new version of the VPN program had a fault when the lid is closed. I put the corrected version on and we tried it "
                       "three times together.",),
                fixed_jargon=("Client upgraded to 5.1.4, [DTLS] fallback disabled, [split tunnel] ACL corrected.",
                              "[Modern standby] workaround applied, [adapter] driver updated."),
                back=("On this morning's train I had to reconnect three times.",
                      "It dropped again, twice this morning. Nothing has changed from my side."),
            ),
            Case(
                title="VPN broken after update, payroll due",
                request="My VPN broke after the update and I've got payroll approvals due {by}. Tried restarting twice, tried cable instead of "
                        "wifi, same. {pc}. Please call me on {ext}, I don't have time to write back and forth.",
                restatement="neither restarting nor a cable brought the connection back after the update, and payroll approvals are waiting for you",
                asks=(("Is the laptop switched on and plugged in right now?", "Yes, it's open in front of me."),),
                plain=("I've removed the old connection from your laptop and put the new one on; please close the laptop fully and try once more.",
                       "I'm putting last month's version back on your laptop while the maker repairs the new one.",
                       "I've taken the update back on your laptop from here, you only need to restart once more."),
                glossed=("The update changed the packet size (how big a slice of data your laptop sends at once); I've set it back to what "
                         "home routers can carry.",),
                jargon=("Please [flush the DNS cache], then lower the [MTU] on the [virtual adapter] to 1350 and reconnect.",
                        "The [split tunnel] policy did not apply, so I have pushed a new [XML profile] to your endpoint."),
                fixed=("The update had broken the connection program on your laptop. I called you at {ext}, took the update back, and you "
                       "released the payroll approvals while I watched the line.",),
                fixed_jargon=("Root cause was a stale [SA] after [rekey]; lowered [MTU] to 1350 and repushed the [profile].",),
                notes=("Rolled back client 5.1.3 -> 5.0.8 on {pc}, watching.",),
                back=("It's broken again, same message as before the call.", "Worked for a day and now it's the same again, out after ten minutes."),
            ),
        ),
    ),
    Problem(
        "wifi-warehouse", "Network", "Network & Access", (3, 5, 4, 0),
        cases=(
            Case(
                title="Wi-Fi dies past rack 14",
                request="The Wi-Fi in the warehouse dies as soon as you go past rack 14. Pickers walk back to the desk to load the next list, "
                        "that's easily {n} minutes an hour per person. When can somebody come and look? We have the {client} truck {by}.",
                restatement="past rack 14 there is no signal, the pickers lose time walking back for every list, and the {client} truck is due",
                asks=(("Which racks or docks exactly: could you mark the spots on the hall plan and send a photo?",
                       "It's rack 14 to 22 and the whole of dock 4. Photo attached."),
                      ("Did anything move or get built there in the last weeks?", "They put the new racking up two weeks ago, does that matter?")),
                plain=("I'm coming with a measuring device to walk the aisles with one of your people.",
                       "I've turned up the sending power of the nearest unit until we can hang a second one."),
                jargon=("Looks like [co-channel interference], we will rerun [RRM] and check the [RSSI] at the edge.",
                        "The [RSSI] is under -80 beyond rack 14, the [AP] is on [low power]; we rerun [RRM]."),
                fixed=("The new metal racking swallowed the signal. We hung a second unit over rack 18 and walked all aisles with one of your "
                       "scanners: it never lost the list.",),
                fixed_jargon=("[RRM] profile adjusted, channel 36 pinned, [roaming] verified at -67 dBm.",),
                notes=("Site survey booked with facilities, need the lift platform.",),
                back=("Better at the dock but between rack 16 and 20 still nothing at all.", "Past rack 14 it's gone again since the morning."),
            ),
            Case(
                title="wifi hall B down",
                is_urgent=True,
                request="wifi hall B down since 6. all 9 scanners. night shift said it was flickering already. pls hurry trucks are waiting",
                restatement="all nine scanners in hall B have been without signal from the start of the shift, the night shift already saw it "
                            "flicker, and trucks are waiting",
                asks=(("Is it every scanner, or only the older yellow ones?", "All of them, old and new."),),
                plain=("I've restarted the two ceiling units over your hall from here; they need about four minutes to come back.",),
                glossed=("One access point (the white box on the ceiling that sends the signal) has lost its power; I've asked electrics to "
                         "check that one socket.",),
                jargon=("The [AP] lost its [CAPWAP] join to the [controller]; I have bounced the [PoE] port.",),
                fixed=("A cable to the ceiling unit had been pinched by a forklift mast. It's replaced and protected by a steel cover; all "
                       "nine scanners have been online for three hours.",),
                fixed_jargon=("[PoE] budget exceeded on the [IDF] switch, moved two [APs], rejoined [controller].",),
                notes=("AP-HB-07 down since 05:52, port err-disabled.",),
                back=("Hall B is off again since this morning, same scanners.",),
            ),
            Case(
                title="Weak wireless in the cold store",
                request="Dear colleagues,\nin the cold store the wireless connection is very weak, one bar. The tablet for the temperature log "
                        "therefore does not save and the auditor wants the log complete. What should we do in the meantime? Can we write it on "
                        "paper?",
                restatement="the signal in the cold store is too weak for the tablet to save the temperature log, and the auditor will look for gaps",
                side_answer="In the meantime paper is fine: sign each line and type it in from the office; quality has agreed to that.",
                asks=(("Where do you stand when you save: at the door or at the far wall?", "At the far wall, by the fans."),),
                plain=("I'm coming with a measuring device to walk the aisles with one of your people.",
                       "I've turned up the sending power of the nearest unit until we can hang a second one."),
                jargon=("Looks like [co-channel interference], we will rerun [RRM] and check the [RSSI] at the edge.",
                        "The [AP] in the cold store runs at [reduced Tx], and the [tablet NIC] drops to [MCS0]."),
                fixed=("The unit outside the cold store was sending through 20 cm of insulation. There is one inside now, made for the cold; "
                       "the tablet saved eight readings in a row.",),
                fixed_jargon=("Added [outdoor-rated AP] in cold store, [Tx] ok.",),
                notes=("Site survey booked with facilities, need the lift platform.",),
                back=("One bar again today, and two readings are missing.",),
            ),
            Case(
                title="No signal at dock 4 since unit was moved",
                request="Since you moved the box on the ceiling near dock 4 there's no signal at the dock. Before it was fine. I told the guy "
                        "who did it and he said he'd pass it on. Did he?",
                restatement="dock 4 lost its signal when the ceiling unit was moved, and you already told the technician on the day",
                side_answer="He did not, I'm afraid; I found no note of it.",
                asks=(("Which scanner do you use at the dock, and does a phone get signal there?", "The big one, and phones don't either."),),
                plain=("I've asked the firm that moved the unit for their plan and will have it moved back.",
                       "I've turned up the sending power of the nearest unit until we can hang a second one."),
                jargon=("The [AP] was relocated without a new [site survey], its [antenna pattern] now faces the wall.",),
                fixed=("The unit had been hung facing the wall. It's back in its old place, and your colleague at dock 4 scanned a whole truck "
                       "without a break.",),
                fixed_jargon=("[AP] remounted, [antenna pattern] verified.",),
                back=("Still nothing at dock 4.",),
            ),
            Case(
                title="Forklift tablets lose connection between halls",
                request="Tablets on the forklifts lose connection when driving from hall A to hall C, you have to log in again each time. "
                        "Driver {mate_m} counted 22 logins on his shift. People started sharing one login which I know they shouldn't.",
                restatement="drivers have to sign in again each time they cross from hall A to hall C, {mate_m} counted 22 times in one shift, "
                            "and they've begun to share a login",
                asks=(("Does it happen in both directions, from A to C and back?", "Both directions, every time."),),
                plain=("I'm joining the two halls into one network tonight, when nobody drives.",
                       "I've asked the team leads to stop sharing a login for now, and given {mate_m} a list of the times."),
                jargon=("Clients fail [802.11r] roaming between the two [WLCs], need to align the [mobility group].",),
                fixed=("The two halls were set up as two separate networks. They are one now, so nobody has to sign in again on the way.",),
                fixed_jargon=("[RRM] profile adjusted, channel 36 pinned, [roaming] verified at -67 dBm.", "[Mobility group] aligned, [802.11r] on."),
                back=("Drivers have to log in again between the halls.",),
            ),
            Case(
                title="WiFi problem? Picking stopped",
                is_urgent=True,
                request="Is there a problem with the WiFi? Picking stopped.",
                restatement="picking has stopped because the Wi-Fi is gone",
                asks=(("Which hall, and are all scanners affected?", "Hall B, all of them."),),
                plain=("I've restarted the two ceiling units over your hall from here; they need about four minutes to come back.",),
                glossed=("One access point (the white box on the ceiling that sends the signal) has lost its power; I've asked electrics to "
                         "check that one socket.",),
                jargon=("The [AP] lost its [CAPWAP] join to the [controller]; I have bounced the [PoE] port.",
                        "Looks like [co-channel interference], we will rerun [RRM] and check the [RSSI] at the edge."),
                fixed=("A cable to the ceiling unit had been pinched by a forklift mast. It's replaced and protected by a steel cover; all "
                       "nine scanners have been online for three hours.",),
                fixed_jargon=("[PoE] budget exceeded on the [IDF] switch, moved two [APs], rejoined [controller].",),
                notes=("AP-HB-07 down since 05:52, port err-disabled.",),
                back=("Hall B is off again since this morning, same scanners.",),
            ),
            Case(
                title="Wi-Fi slow in the afternoon",
                request="Hi, it's the warehouse again :) Signal is ok in the morning and from about two it gets slow like treacle. Could it be "
                        "the welding in the yard? Just guessing. It's not stopping us but the lists take a minute each.",
                restatement="mornings are fine, but from about two o'clock each picking list takes a minute to load",
                side_answer="It isn't the welding: we measured with it on and off.",
                asks=(("Does a list take a minute at every desk or only near the yard gate?", "Only on the yard side now that you ask."),),
                plain=("I'm measuring in your hall between one and four this afternoon.",
                       "I've turned up the sending power of the nearest unit until we can hang a second one."),
                jargon=("Looks like [co-channel interference], we will rerun [RRM] and check the [RSSI] at the edge.",
                        "[Channel utilisation] peaks at 90 % after 14h, needs [band steering] to 5 GHz."),
                fixed=("From two o'clock the neighbour's new cameras send on the same channel as your scanners. I moved yours to a free one, "
                       "and yesterday afternoon each list loaded in two seconds.",),
                fixed_jargon=("Moved to [5 GHz] by [band steering], [utilisation] 30 %.",),
                notes=("Site survey booked with facilities, need the lift platform.",),
                back=("Today from two o'clock, slow as before.",),
            ),
        ),
    ),
    Problem(
        "network-drive", "Network", "Service Desk", (0, 3, 7, 3),
        cases=(
            Case(
                title="S: drive disappeared",
                request="My S: drive has disappeared. It was there on Friday. All my templates are in there and I've three quotes to send "
                        "{by}. Did somebody delete it??",
                restatement="the S: drive with your quote templates vanished over the weekend while three quotes are due",
                side_answer="Nothing has been deleted, the files are all still there.",
                asks=(("Which letter does the drive have, and what is the name of one folder in it?",
                       "It's S: and the folder is called Templates_2026."),),
                plain=("I've connected the drive to your account again; it comes back when you sign out and in once.",),
                glossed=("Your laptop keeps a list of drives called a logon script (a small to-do list it runs at sign-in); yours had an old "
                         "address in it and I've corrected it.",),
                jargon=("The [GPO] with the [drive mapping] did not apply, run [gpupdate /force] and reboot.",),
                fixed=("The drive's address changed in the move of the file server and your laptop still had the old one. I entered the new "
                       "address and you opened two of your files while we were on the phone.",),
                fixed_jargon=("[GPO] [item-level targeting] was wrong, fixed and forced [policy refresh].",),
                notes=("Mapping points to FS01, retired on Saturday.",),
                back=("The drive was there yesterday and this morning it's gone again.",),
            ),
            Case(
                title="P: very slow from home",
                request="Opening anything on P: takes 2-3 minutes, even a tiny text file. In the office it's fine, from home it's awful. Is "
                        "there a trick? Otherwise I copy everything to my desktop, I know you don't like that.",
                restatement="files on P: need two to three minutes to open from home though they're quick in the office",
                side_answer="Please don't copy to the desktop yet: those files aren't saved by the nightly backup.",
                asks=(("Which of your files is the slowest, and how large is it?", "Even a text file with two lines."),),
                plain=("I'm moving your department's files to the newer server, which copes better with connections from home.",
                       "I've turned on a setting that keeps the files you use most on your laptop as well."),
                jargon=("The [SMB session] times out on the [WAN link], clear the [credential manager] entries.",
                        "[SMB signing] over the [tunnel] is slow, enable [offline files] and [BranchCache]."),
                fixed=("From home each small file was asked for in a hundred little steps. Your drive is on the new server that sends it in "
                       "one; you opened three of your files in under two seconds.",),
                fixed_jargon=("Migrated to [SMB 3], [BranchCache] on.",),
                back=("From home it's two minutes per file again.",),
            ),
            Case(
                title="red cross on drive",
                request="red cross on the drive and 'the network path was not found'. restarted. still red. {pc}",
                restatement="the drive shows a red cross and a message that the path can't be found, and a restart made no difference",
                asks=(("Can you open it if you type the address from the message I'm sending you?",
                       "That opens, yes! But the letter is still not there."),),
                plain=("I've connected the drive to your account again; it comes back when you sign out and in once.",),
                glossed=("Your laptop keeps a list of drives called a logon script (a small to-do list it runs at sign-in); yours had an old "
                         "address in it and I've corrected it.",),
                jargon=("The [GPO] with the [drive mapping] did not apply, run [gpupdate /force] and reboot.",
                        "You are missing from the [AD security group]; [DFS namespace] resolves fine."),
                fixed=("The drive's address changed in the move of the file server and your laptop still had the old one. I entered the new "
                       "address and you opened two of your files while we were on the phone.",),
                fixed_jargon=("[GPO] [item-level targeting] was wrong, fixed and forced [policy refresh].",),
                notes=("Mapping points to FS01, retired on Saturday.",),
                back=("The drive was there yesterday and this morning it's gone again.",),
            ),
            Case(
                title="Drive is read only for me",
                request="Hi there, I can open my department drive but I can't save on it, says read only. {mate} next to me can save. We're "
                        "the same team and started on the same day so I don't understand what is different for me.",
                restatement="you can read but not save on your department's drive, while {mate} in the same team can do both",
                asks=(("In which folder did you last try to save?", "In the team folder, Rosters."),),
                plain=("I'm comparing your rights with those of your colleague.",),
                jargon=("You are missing from the [AD security group]; [DFS namespace] resolves fine.",
                        "You hold [Read] instead of [Modify] in the [NTFS ACL]."),
                fixed=("Your account had been left out when your team was copied to the new folder. I added it, and you saved a test file.",),
                fixed_jargon=("Added to [ACL] group, [token] refreshed after relogon.",),
                back=("Still read only, {mate} can save and I can't.",),
            ),
            Case(
                title="Planning drive full",
                request="The drive is full. It says 0 bytes free and nobody in planning can save. We deleted some old stuff but it fills again "
                        "within an hour. Who's putting things there?",
                restatement="planning's drive fills up within an hour of you clearing it, so nobody can save",
                side_answer="It was a scanner that sent every page in full colour.",
                asks=(("Do you scan a lot of drawings or photos at the moment?", "The whole archive of 2019, yes. Oh."),),
                plain=("I've put 50 GB on top so that you can save, and I'm looking for what fills it.",
                       "I've asked for a list of the largest files of the last days."),
                jargon=("The [volume quota] is reached; [TIFFs] from the [MFP] bypass the [file screen].",),
                fixed=("The drive was full of large scans. Those have moved to an archive, 300 GB are free again, and the scanner now makes "
                       "smaller files.",),
                fixed_jargon=("[File screen] set, [quota] raised to 1 TB.",),
                notes=("Quota hit on vol_planning, 98% TIFF from the MFP.",),
                back=("0 bytes free again, nobody can save.",),
            ),
            Case(
                title="No permission for tender folder",
                request="When I click on the link {mate_m} sent me (the one to the tender folder) it says I need permission. He says I have it. "
                        "Deadline for the tender is Friday noon, so today would be great.",
                restatement="{mate_m}'s link to the tender folder refuses you although he believes you have access, and the tender closes on Friday",
                asks=(("Do you get as far as the folder's name, or does it stop before?", "It stops right away."),),
                plain=("I've asked who owns that folder to confirm your access, and I can add you the minute they answer.",),
                jargon=("You are missing from the [AD security group]; [DFS namespace] resolves fine.",
                        "The [link] points to a [DFS target] you have no [share permission] on."),
                fixed=("{mate_m} had given you the right to the folder but not to the one above it. I added that, and you opened the tender "
                       "before noon.",),
                fixed_jargon=("Added to [ACL] group, [token] refreshed after relogon.",),
                back=("I see the drive now but the folder in it is empty for me.",),
            ),
        ),
    ),
    Problem(
        "remote-desktop", "Network", "Network & Access", (0, 3, 6, 2),
        cases=(
            Case(
                title="Remote desktop freezes while typing",
                request="The remote desktop freezes for 20 seconds, then everything I typed appears at once. I enter customs declarations all "
                        "day and have started to make mistakes because of it. Is it my line or yours?",
                restatement="your remote session freezes and then catches up all at once, which has already led to mistakes in customs declarations",
                side_answer="It is ours, your line is fast enough.",
                asks=(("Does the freeze come at a certain time of the day?", "Mostly between 10 and 12 when everybody is in."),),
                plain=("I've moved you to a less crowded remote computer; save, sign out and in again.",),
                jargon=("The [RDS host] is at its [CAL] limit and the [connection broker] keeps a ghost session.",),
                fixed=("Too many people were on the same remote computer in the morning. You're on a new one with half the load; I typed on it "
                       "for ten minutes with no freeze.",),
                fixed_jargon=("Reset [UPD], rebalanced [session collection], [rdpclip] restarted.",),
                notes=("RDS03 at 41 sessions, limit 30.",),
                back=("It froze again three times before lunch.",),
            ),
            Case(
                title="black screen remote session",
                request="black screen after login in remote session. mouse visible. waited 15min",
                restatement="after you sign in the remote session stays black with only the mouse showing",
                asks=(("What is the last thing you click before the screen goes black?", "I click on the customs program and then it's black."),),
                plain=("I've ended the old session, so you can sign in fresh.",
                       "I've moved your settings aside; at the next sign-in you'll get fresh ones and then your old desktop back."),
                glossed=("Your user profile (the folder that remembers your settings) was damaged on that server; I've made a new one and "
                         "copied your desktop over.",),
                jargon=("Your [roaming profile] is corrupt, we will reset the [UPD] and clear [rdpclip].",),
                fixed=("Your saved settings on that server were damaged, so it waited forever. I made new ones and brought your desktop over; "
                       "you signed in three times.",),
                fixed_jargon=("Reset [UPD], rebalanced [session collection], [rdpclip] restarted.",),
                back=("Still black after login, I waited ten minutes.",),
            ),
            Case(
                title="Remote desktop: already logged on",
                request="Hello! I closed my laptop yesterday without logging out of the remote desktop and now it says someone is already "
                        "logged on. It's me! How do I get rid of myself?",
                restatement="the remote desktop thinks you're still signed in from yesterday and won't let you back",
                side_answer="If it happens again, choose \"Sign out\" instead of closing the window.",
                asks=(("Did you close the window with the cross or choose Sign out?", "With the cross, as always."),),
                plain=("I've ended the old session, so you can sign in fresh.",),
                jargon=("The [session host] holds a [disconnected session], we do a [reset] by [ID] and set the [idle limit].",),
                fixed=("An old session of yours was stuck. I closed it and set it so that sessions left open end by themselves at night.",),
                fixed_jargon=("[Idle limit] set, ghost [session] cleared.",),
                notes=("Reset disconnected session ID 12.",),
                back=("Someone is already logged on, and it's me again.",),
            ),
            Case(
                title="Remote desktop too small on new screen",
                request="Remote desktop is so small on the new screen that I can't read the numbers, and if I zoom the buttons at the bottom "
                        "are cut off. My eyes hurt. Any setting for that? I asked {mate_m}, he has the same problem but just lives with it.",
                restatement="on the new screen the remote desktop is too small to read, and zooming hides the buttons at the bottom, for "
                            "{mate_m} as well",
                asks=(("How many screens do you have attached?", "Two big ones and the laptop itself."),),
                plain=("I've made the remote desktop follow the zoom of your own screen; please sign out and in once.",
                       "I've sent you a new shortcut that opens it at a readable size."),
                jargon=("Set [DPI scaling] to override in the [RDP file] and enable [smart sizing].",),
                fixed=("The remote desktop took the sharp screen's tiny dots one to one. It now follows your screen's zoom; the buttons are "
                       "visible and {mate_m} has the same setting.",),
                fixed_jargon=("[DPI scaling] set by [RDP file].",),
                back=("It's tiny again since I docked at another desk.",),
            ),
            Case(
                title="Kicked out of remote session 4 times",
                request="I've been kicked out of my remote session four times today, each time the entry I was in is lost and {client} is "
                        "waiting for the confirmation. I'm getting really fed up with this, sorry.",
                restatement="four times today the session has ended in the middle of an entry and taken your work with it, with {client} waiting",
                asks=(("What stands in the window that appears when you're out?", "'The connection was lost', no number."),),
                plain=("I've moved you to a less crowded remote computer; save, sign out and in again.",
                       "I've asked for an automatic draft every minute in the customs program while we search."),
                jargon=("Your [RDP transport] drops on [UDP], and the [gateway] enforces a 30-min [timeout].",),
                fixed=("The server you were on restarted its network card four times that day. You're on another one; you've worked five hours "
                       "without a break, I looked.",),
                fixed_jargon=("[RDS host] 3 drained, [NIC driver] updated.",),
                back=("Out twice since eight, both in the middle of an entry.", "I've lost another entry, {client} calls every hour."),
            ),
            Case(
                title="Copy and paste into remote desktop gone",
                request="Copy and paste between my own PC and the remote desktop stopped working {since}. I now retype container numbers, 11 "
                        "characters each, {num} of them this week. Please bring it back.",
                restatement="copying between your PC and the remote desktop no longer works, so you retype every container number by hand",
                asks=(("Does copying work in one direction?", "Neither direction."),),
                plain=("I've turned copying between the two computers back on for your account.",),
                jargon=("[rdpclip] isn't redirected, the [GPO] disables [clipboard].",),
                fixed=("A security update had switched copying off for everybody. It's on again for your team and I tested it with a container "
                       "number.",),
                fixed_jargon=("[GPO] for [clipboard redirection] reverted, [broker] cleaned.",),
                back=("Copying worked for a day and is off again.",),
            ),
        ),
    ),
)
