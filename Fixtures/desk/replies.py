"""What is said on the desk whatever the problem: openings, next steps, stock phrases, chasing, thanks.

Slots: {r} a restatement beginning in lower case, {R} the same with a capital, {time} a moment such as "14:00 today",
{agent} the first name of a colleague, {term} a technical term, {id} the ticket's number.
"""

# First replies that listen.
CUES = (
    "So what I understand is that {r}.", "It sounds like {r}.", "If I've got this right, {r}.", "{R}.", "{R}.", "{R}.",
    "What I'm hearing is that {r}.", "Let me say it back: {r}.", "In other words, {r}.", "I've read it twice to be sure: {r}.",
    "So {r}.", "As I understand it, {r}.", "From what you write, {r}.", "You're saying that {r}.", "Thanks for the details: {r}.",
    "Just so that we talk about the same thing: {r}.", "I take it that {r}.",
)
SHORT_CUES = ("{R}.", "{R}.", "So {r}.", "You're saying {r}.")
"""For restatements that are long in themselves."""
CHECK_BACKS = (
    "Is that right?", "Did I get that right?", "Does that match what you see?", "Have I missed anything?", "Tell me if I've misread you.",
    "Is that how it is?", "Correct me if that's off.", "Does that sum it up?", "Did I leave something out?", "Is there more to it?",
)
EMPATHY = (
    "That's tiring, I'm sorry.", "I can see why that's frustrating.", "No wonder you've had enough of it.", "Not what you need on a day like this.",
    "That must be annoying.", "I'd be cross as well.", "I'm sorry it has cost you so much time.", "Thanks for not giving up on it.",
    "You shouldn't have to ask more than once.", "Good that you told us.",
)
SIDE_ANSWERS = ("{a}", "{a}", "To your other question: {a_lower}", "And your other question: {a_lower}", "About the second part: {a_lower}")

# What happens next.
NEXT_CONCRETE = (
    "I'll write to you again by {time}.", "You'll hear from me by {time}, also if there's nothing new.", "I'm calling you at {time}.",
    "My next step is to test it myself; I'll tell you the result by {time}.", "{agent} covers for me in the afternoon and knows about it; you'll hear from one of us by {time}.",
    "I've put {time} in my calendar to look at it with you.", "I expect it to be done by {time} and will tell you either way.",
    "By {time} you'll have an answer from me.", "I'll stay on it and let you know by {time} how far I am.", "{agent} and I look at it together at {time}.",
    "I need until {time}. Is that all right for you?", "I'll be done by {time}. You don't have to do anything until then.",
)
NEXT_CONCRETE_FAULT = (
    "Please try it now and tell me; I'm here until {time}.", "If it isn't better by {time}, call me and I'll come over.", "Until {time} I'll watch it from here, then I'll call.",
    "Could you try again after that? I'll check with you at {time}.", "I've asked {agent} to keep an eye on it and to tell me at {time}; then I'll write.",
    "I'll stay on it and let you know by {time} what I've found.",
)
NEXT_VAGUE = (
    "We will get back to you shortly.", "I'll look into it soon.", "We'll update you as soon as possible.", "This will be done asap.",
    "You'll hear from us in due course.", "We're on it and will come back to you soon.", "Somebody will contact you shortly.",
    "Will check asap and revert.", "We hope to have news soon.", "The team will pick it up shortly.", "I'll do it as soon as I can.",
    "We'll try to get to it in the near future.", "Expect an update shortly.", "I'll come back to you when I find the time, hopefully soon.",
    "It's on the list and will be handled in due course.", "Someone from the other team will be in touch soon.", "Bear with us, it'll be sorted shortly.",
    "I'll ping them and come back to you asap.", "As soon as possible you'll get more information.", "We'll take care of it at some point soon.",
    "Should be solved in the near future.",
)

# First replies that don't listen.
STOCK = (
    "Thank you for contacting the Service Desk.", "Thank you for reaching out.", "Thanks for your message.", "Your request has been received and is being processed.",
    "We understand your concern.", "We are sorry for any inconvenience this may have caused.", "We apologise for the inconvenience.", "Thank you for your patience and understanding.",
    "We have received your ticket.", "Your ticket has been assigned to me.", "I have taken over your ticket.", "We appreciate your feedback.",
    "Your satisfaction is important to us.", "Thanks for letting us know.", "Noted with thanks.", "We are looking into your issue.",
    "The issue has been noted.", "Your case is in good hands.", "Thanks, got it.", "Ok, on it.", "I'm checking.", "We value your time.",
)
STOCK_ASKS = (
    "Please provide more details.", "Can you send a screenshot?", "Please describe the issue in more detail.", "Which device is it?", "Since when?",
    "Kindly share the error message.", "Please confirm your name and location.", "What exactly is not working?", "Please send us your computer name.",
    "Did you restart?", "Have you tried turning it off and on?", "Please fill in the attached form.",
)
BLAME = (
    "As I said, this is described in the guide on the intranet.", "This works for everybody else.", "You should have reported this earlier.",
    "It works for me.", "Please read our news before opening a ticket.", "This is usually a user error.", "As already explained to your department, this is not supported.",
    "You must have changed something.", "Per my last mail, please use the form.", "Next time please choose the right category.",
    "The other team broke it, not us.", "That's not how it's meant to be used.",
)
CANNED = (
    "Thank you for contacting the Service Desk. We have received your request and it has been assigned to a member of our team. Please make sure that your "
    "device is switched on and connected.",
    "Thank you for your request. Please restart your device, wait five minutes and try again. If the issue persists, please reply to this ticket.",
    "We are sorry to hear that you are experiencing an issue. Your request is being handled by our team. Please do not open another ticket for the same matter.",
)

# On the way.
PROGRESS = (
    "A word on where this stands.", "Short update.", "Where we are:", "Just to keep you posted.", "One step further.", "Here's today's news on it.", "Still working on it.", "So that you don't have to ask:",
)
PROGRESS_AFTER_ANSWER = ("Thanks for the answer, that helps.", "Thanks, that narrows it down.", "Good, now I know where to look.", "Thanks, that was the missing bit.", "Good to know.", "Ah, that explains something.")
PROGRESS_PLAIN = (
    "I've asked {agent}, who knows this better than I do, to look at it with me.", "{agent} and I went through it this morning and agree on what to do.", "Nothing is missing from your side; the next step is mine.",
    "One part is done, the other needs a second pair of hands.", "I'm waiting for one answer from another team and have asked them for it twice.",
    "I've written down what we know so far, so that {agent} can go on with it if I'm out.", "It takes a bit longer than I thought, because two things have to be changed in the right order.",
    "I've tried it with a test account first and will do yours next.", "I had the first half wrong and have gone back one step.", "It's ready on my side and only needs a second person's yes.",
    "You're not forgotten; I had to put out a fire elsewhere first.", "I've been through our notes on older cases and found one that looks like yours.",
)

# Sentences of fifty words and more, in two manners: that of an office and that of somebody who writes as they think.
LONG_OFFICE = (
    (
        "Please be advised that, with reference to your report of {date} and subsequent to the preliminary examination which has been carried out by the responsible unit,",
        "With regard to the matter raised by you, and without prejudice to any further findings that may emerge in the course of the ongoing examination,",
        "In connection with the above-mentioned request, and taking into consideration the circumstances which have been set out by you therein,",
        "It is hereby confirmed that, pursuant to the internal guideline on the treatment of incoming requests as amended at the beginning of the year,",
        "Following receipt of your message and after consultation with the departments which are concerned with matters of this nature,",
        "Having regard to the classification which has been assigned to the present request in line with the valid catalogue of services,",
        "In response to the request submitted by you and on the basis of the information which has been made available to the undersigned up to the present moment,",
        "Further to your communication of {date}, the contents of which have been duly noted and passed on to the parties responsible,",
        "As regards the disturbance reported by you, whose extent is at present the subject of an assessment by the unit in charge,",
    ),
    (
        "the matter has been registered, classified and forwarded for further treatment in accordance with the procedure that is provided for cases of this type,",
        "an analysis of the conditions under which the described behaviour occurs has been initiated and is being conducted with the involvement of all parties required,",
        "the measures which were deemed to be appropriate have been put into effect to the extent to which this was possible within the existing framework,",
        "it has been established that the handling of the matter requires coordination between several units, each of which is responsible for a part thereof,",
        "the necessary arrangements have been made in order to ensure that the handling of the case can be continued in an orderly manner,",
        "a verification of the settings which are relevant to the described circumstances has been carried out on the basis of the documentation available,",
        "the case has been reviewed in the light of comparable cases which had been brought to the attention of the desk on earlier occasions,",
        "the agreement of the unit on whose behalf the equipment in question is operated has been sought and is regarded as a precondition of any further step,",
    ),
    (
        "whereby it is pointed out that the cooperation of the requesting person continues to be required in order for the process to be brought to completion.",
        "and you are kindly requested to refrain from any changes to the equipment concerned until such time as a corresponding confirmation has been issued to you in writing.",
        "of which you are herewith informed, it being understood that this information does not constitute a commitment with respect to the outcome of the examination.",
        "which is why we ask for your understanding that further information can only be provided to you once the examination referred to has been concluded.",
        "and it is requested that any additional observations be communicated by way of a reply to the present message with an indication of the ticket number stated above.",
        "so that, provided that no objections are raised by the units involved, the request can be considered as having been dealt with from the point of view of this desk.",
        "with the consequence that the treatment of the case is resumed as and when the conditions which have been set out above are found to have been met.",
    ),
)
LONG_RAMBLING = (
    (
        "I had a look at it right away and at first I thought it was the same as what we had on the other floor last week,",
        "So I started by going through the older tickets, which took me a bit because there are quite a few of them and half are about something else,",
        "To be honest I was not sure at the beginning whether this is one for us or for one of the other teams, because it could be either,",
        "What I did first was to try it with my own account from my own desk, where of course nothing happened at all, which is always the way,",
        "I asked around in the team this morning because I had a feeling that somebody had mentioned something like this in the meeting on Monday,",
        "I've been on the phone about this with two people who each sent me on to the other one, which I suppose you know from your own work,",
        "Normally I would have started at the other end, but as there was a change at the weekend that touched a few things in that corner,",
        "I went back through my own notes because I was sure I had written down what we did the last time somebody had this,",
        "When I read it I wanted to answer at once, then the phone rang and it was about the same building but not the same thing,",
    ),
    (
        "but then {agent} came by and said that it could just as well have to do with the move from the weekend that nobody had written down,",
        "and it turned out that there are three places where this can be set and that each of them says something different from the other two,",
        "and while I was at it I found two more things that are not right either but that have nothing to do with what you wrote,",
        "but the colleague who set this up the first time is on leave and the one who stands in for her has never seen that part of it,",
        "so I made a list of everything that was changed in the last two weeks and that is a longer list than I would have liked,",
        "and {agent}, who has been here longer than the rest of us, says that there used to be a page on this that got lost in the move,",
        "and then I had to undo half of it again because somebody else was working on the same thing at the same moment without either of us knowing,",
        "and in the end it came down to a question that I can't answer by myself because it depends on who pays for it,",
    ),
    (
        "so what I am doing now is to go through it one piece after the other until I find the one that makes the difference, even if that means starting over twice.",
        "and that is why I would rather try it in a quiet moment when not everybody is working on it than risk that it gets worse than it was before.",
        "so please don't be surprised if you see my name on your screen for a moment, that is only me looking and not somebody who has no business there.",
        "which leaves us more or less where we were in the morning, except that we now know of four things that it is not, and that is something too.",
        "so I am going to ask the people who look after the other half of it whether they see the same thing from their side, which they usually do.",
        "and if that doesn't lead anywhere I still have one idea left, which is a bit of a long way round but has helped with others in the past.",
        "and as far as I can tell from what is written there it was always meant to work the way you say, so it is not that you did anything wrong.",
    ),
)

# Closing.
CLOSING_OPENINGS = (
    "This one is done.", "Good news.", "Thanks for your help with this.", "To close this properly:", "Short summary for your records.", "We got there.", "", "", "", "", "",
)
CLOSING_OPENINGS_FAULT = ("It's solved.", "Found it.", "Here is what it was.", "That should be it.", "Thank you for testing with me.", "")
CLOSING_ENDS = (
    "If it looks any different on your side, one word is enough and I'll open this again.", "Write back if anything is still missing.", "Does it work for you as well? If not, just reply.",
    "You don't need to do anything.", "Is there anything left that bothers you about it?", "I'll look at it once more in a week from my side.", "Good luck with the rest of your day.",
    "Let me know if I can close my notes on it.", "If something is odd, I'm on ext. 44{two}.",
)
CLOSING_ENDS_FAULT = (
    "I'm leaving this open in my list until Friday in case it returns.", "Should it come back, please note the time and answer to this mail.", "If you see it again, call me on ext. 44{two}.",
    "Please try it once more in the way you normally work and tell me if anything is odd.", "To avoid a long way next time: reply to this mail first, I'll recognise it.", "Reply here if it returns, then it comes straight to me.",
)
EMPTY = (
    "Done.", "Fixed, closing.", "Resolved.", "Fixed.", "Closed as discussed.", "Resolved as discussed.", "Completed.", "Issue solved. Closing ticket.", "ok now", "Closing.",
    "Sorted.", "All good now, closing.", "Done, pls check.", "Solved.", "Issue fixed.", "Ticket closed.", "Should be OK now.", "Fixed on our side.", "Task completed.", "Working now.",
    "Done. Closing the ticket.", "Issue resolved, closing.", "Problem solved.", "Done as requested.", "Resolved. Thanks.", "Fixed it.", "Closed.", "done, closing", "Request completed.",
    "Has been fixed.", "Solved by phone.", "Resolved, no further action.",
)

# The requester goes on.
CHASES = (
    "Any news?", "Hello? Is anyone looking at this?", "Just checking where this stands.", "It's been a while, what's the plan?", "Sorry to push, but I need to tell my manager something.", "Could you give me a rough time?",
    "Anything I can do from here?", "Second try: could somebody please answer?", "I'll be out from 4, so please write before then.", "How is it going?", "Is there anything you need from me?",
    "I don't want to be a nuisance but this is getting tight.", "Hi, me again. Where are we?", "?", "Did my last message reach you?", "Do you have a day for me at least? Then I can plan.",
)
CHASES_FAULT = (
    "I still can't work properly, is there an update?", "Still the same here, in case you need to know.", "And it hasn't gone away by itself, in case you hoped so.", "I forgot to say: it's the same for a colleague.",
    "No change on my side so far.", "Another day like this, just so you know.",
)
ANSWER_OPENINGS = ("", "", "", "Hi {agent}, ", "Thanks {agent}. ", "Sure. ", "Hello again. ", "Quick answer: ", "{agent}, ")
THANKS = (
    "Thanks, works now!", "Perfect, thank you.", "Great, that did it. Thanks a lot", "Thank you {agent}!", "Works. Thanks for explaining.", "Super, thanks.", "thx", "All good here, thanks for the quick help.",
    "Can confirm it works. Thank you!", "Brilliant, you saved my day.", "Many thanks, have a nice weekend.", "ok thanks", "Great service, thank you", "That was fast. Thanks!", "Thank you, I'll keep an eye on it.",
    "Works again, cheers", "Wonderful, thank you very much {agent}.", "Merci!", "Thanks. Finally :)", "Looks good, thanks.",
)
THANKS_REOPENS = (
    "Thanks, works now!", "Thank you so much, all fine.", "Perfect, thanks {agent}!", "Just wanted to say thanks, it works.", "Great, thank you. You can close it.", "works, thanks!!",
    "Confirmed, it's working. Thanks for the help.", "Thank you, have a good weekend!", "Merci, c'est bon!",
)
REOPENS_NOT_UNDERSTOOD = (
    "I don't understand the answer. What is a {term}?", "Sorry, what does '{term}' mean and is that something I have to do?", "I've read it three times. {term}?? Please in words for a normal person.",
    "I looked up {term} and still don't know what you want from me.", "Was I supposed to do the thing with the {term} myself? I thought you did.",
    "Nobody here knows what {term} means, so we did nothing and of course it's the same.", "I'd do what you ask, but I don't know where to find a {term}.",
    "Is '{term}' on my laptop or on yours? I have no idea what to do now.",
)
REOPENS_UNHEARD = (
    "That's not what I asked.", "You've solved something, but not my problem. Please read my first message again.", "I think there's a misunderstanding, the point was a different one.",
    "I did get an answer, only not to my question.", "Did anybody read what I wrote? The part that matters is still open.", "Reopening because my actual question was never touched.",
    "This was about something else, see my first message.", "You fixed the wrong thing, I'm afraid.", "What about the other half of my message?",
)
REOPENS_EMPTY = (
    "It says fixed. What was fixed? I see no difference.", "'Done' - what was done? And what do I do if it happens again?", "Closed without telling me anything. Is it supposed to work now?",
    "I got a mail that this is resolved. Nobody told me what it was.", "Why is this closed? I wasn't asked.", "Fixed how? My boss wants to know and so do I.",
    "Please don't close tickets without checking with me.", "I've no idea whether I can use it again or not.",
)
REPEAT_OPENINGS = ("I wrote about this in {id}, which is closed, but it's not solved:\n\n", "New ticket because {id} can't be answered any more. Same thing:\n\n", "See {id}, it's back.\n\n")
ME_TOO = ("Same here, by the way.", "I have this as well, please add me.", "+1, since this morning.", "Me too, same floor.", "It's not only one of us, I have it too.", "Same problem on my laptop, do I need a ticket of my own?")

# After a reopen.
APOLOGIES = (
    "I'm very sorry that this has come back.", "Apologies for the trouble.", "Sorry about that.", "We apologise for any inconvenience.", "Sorry, this shouldn't have happened.", "My apologies, I closed this too early.",
    "Please accept our apologies.", "I'm sorry, that was not clear.", "Sorry for the back and forth.",
)
TAKEN_OVER = ("I'm taking this over from {before}.", "{before} has asked me to look at this.", "This has come to me now.")
AFTER_REOPEN = (
    "I've passed this to {agent} who will look at it again.", "We've opened it again on our side.", "I've asked the second line to look.", "Let me go through it from the start.", "I've escalated it.", "I'm looking at what was done the first time.",
)

REFIXED = (
    "The first time only half of it was done. The other half is done now, and we went through your first message line by line so that nothing is left.",
    "I took back what we had changed and did it another way. You used it for a day before I wrote this, and it held.",
    "It needed a second change that I had missed. It's made, and you told me on the phone that it's as it should be.",
    "This time I sat next to you until it was right, and I've written down for the others what it took.",
    "What I did the first time had been undone overnight by an automatic job. The job leaves it alone now; I looked again this morning.",
    "You were right, the cause was another one. It's dealt with, and we tried it together three times.",
    "I've answered the part that was left open in a call with you, and you said that this was it.",
    "The setting had been right but in the wrong place. It's where it belongs now, and you've confirmed it from your side.",
)

# Between staff.
NOTES = (
    "Called user, no answer, left message.", "User confirmed by phone.", "Waiting for user.", "Similar to last week's, see KB draft.", "Tested with my own account, can reproduce.",
    "Can't reproduce.", "Checked logs, nothing unusual.", "Asked {agent}.", "Vendor contacted.", "Remote session with user, ok.", "Needs second pair of eyes.", "Parked until tomorrow, P1 running.",
    "User friendly, prefers phone.", "Duplicate? There was one from the same floor on Friday.", "Set reminder.",
)
HANDOFFS_GOOD = (
    "To {group}: {note} Tried a restart and a second laptop, no change. Please check the server side and call the user on {ext}.",
    "For {group}. Symptom as in the description, confirmed on the phone. Done so far: rights checked, laptop restarted. Question: is there a change on your side?",
    "{group} please: {note} User is in until 16:00, wants a call first.",
)
HANDOFFS_POOR = ("pls take over", "To {group}.", "not ours", "wrong queue", "-> {group}", "for your action")
AUTO_ACKNOWLEDGE = "Your message has been received and registered under {id}. Please keep this number in the subject line when you reply. This is an automatic message."

# What gets pasted into a reply, by the ticket's category.
LOGS = {
    "Software": (
        "{stamp} ERROR [pool-3] c.t.gw.Session - timeout after 30000 ms (host=app-{two}.tarnholm.example)\n{stamp} WARN  [pool-3] c.t.gw.Session - retry 3/3 failed",
        "Traceback: at Tarnholm.Sync.Client.Push(String path) in Client.cs:line {two}\nSystem.IO.IOException: 0x80070020",
    ),
    "Access": ("Event ID 4625  Logon Type 3\nSub Status 0xC000006A\nWorkstation {pc}", "Event ID 4740  A user account was locked out.\nCaller Computer Name: {pc}"),
    "Network": ("PING gw-{two}.tarnholm.example 56(84) bytes of data.\n64 bytes from 10.20.{two}.1: icmp_seq=1 ttl=63 time=412 ms\nRequest timeout for icmp_seq 2",),
    "Hardware": ("{stamp} usb 1-4: device descriptor read/64, error -71\n{stamp} usb 1-4: unable to enumerate USB device",),
    "Email & collaboration": ("Faulting application name: OUTLOOK.EXE, version: 16.0.17328.20184\nException code: 0xc0000005\nFault offset: 0x00000000000{num}",),
}

ALERTS = (
    ("Disk space FS-0{d} below 5 %", "Volume D: on FS-0{d} has 4.{d} % free space (threshold 5 %).\nHost: fs-0{d}.tarnholm.example\nSeverity: warning", "Old scan files moved to the archive, 31 % free again."),
    ("Backup job failed: VM-APP-{two}", "Job 'nightly-{two}' ended with status FAILED at 03:1{d}.\nError: snapshot could not be removed.", "Job repeated at 07:30, ended without error. Snapshot removed by hand."),
    ("Certificate expires in 14 days: portal.tarnholm.example", "Certificate CN=portal.tarnholm.example expires in 14 days.\nIssuer: Tarnholm Issuing CA 2", "Renewed, valid until next year."),
    ("CPU load on SAP-APP-{d} above 95 %", "Average CPU load over 15 minutes: 97.{d} %.\nTop process: disp+work", "Large stock report, finished by itself. Owner informed."),
    ("Access point AP-HB-{two} not reachable", "Ping to AP-HB-{two} failed 5 times.\nLocation: hall B, rack {two}", "Power supply replaced."),
    ("Mail queue on MX-{d} longer than 500", "Queue length 7{two}, oldest message 41 minutes.", "Newsletter sent to all customers at once; queue empty since 11:20."),
)

REQUESTER_OPENINGS = ("", "", "", "", "", "", "Hello,\n\n", "Hi all,\n\n", "Good morning,\n\n", "Dear Service Desk,\n\n", "hello ", "Hi, ", "Good afternoon. ", "Hello IT, ")
REQUESTER_TAILS = (
    "", "", "", "", "", "", "", "I'm in until 5 today.", "You can reach me on {ext}.", "My laptop is {pc}.", "Please call, I rarely see mails.", "Thanks in advance!", "Thank you for your help.",
    "I'd really appreciate a quick answer.", "No idea if this is the right place to ask.", "I'm out on Friday, {mate} knows about it.",
    "Screenshot attached.", "Hope you can help.", "Many thanks and sorry for the long mail.",
)
REQUESTER_SIGNATURES = ("", "", "", "", "", "{first}", "Thanks, {first}", "Best regards\n{full}\n{dept} | Tarnholm Freight", "Regards, {full}", "Many thanks and kind regards\n{full}\n{dept}",
                        "BR {first}", "Sent from my phone", "-- \n{full}\nTarnholm Freight, {dept}\next. {ext}", "cheers {first}")

# How people misspell when they are in a hurry.
MISSPELLINGS = (
    ("because", "becuase"), ("received", "recieved"), ("receive", "recieve"), ("definitely", "definately"), ("their", "thier"), ("tomorrow", "tommorow"), ("working", "workng"), ("until", "untill"),
    ("which", "wich"), ("again", "agian"), ("the ", "teh "), ("don't", "dont"), ("I've", "ive"), ("can't", "cant"), ("doesn't", "doesnt"), ("password", "pasword"), ("please", "pls"), ("Please", "Pls"),
    ("somebody", "sombody"), ("colleague", "collegue"), ("address", "adress"), ("every", "evry"), ("customer", "costumer"), ("happened", "happend"), ("with", "wiht"), ("really", "realy"),
    ("it's", "its"), ("I'm", "im"), ("before", "befor"), ("different", "diffrent"), ("printer", "priner"), ("thing", "thign"),
)

# Whole threads in German: title, request, first reply, requester's answer or "", closing text.
GERMAN = (
    ("Drucker im Büro 2.14 druckt nicht", "Guten Morgen,\n\nseit heute früh druckt der Drucker bei uns nur noch weiße Seiten. Toner wurde gestern gewechselt. Ich brauche die Frachtpapiere bis 10 Uhr, der Fahrer steht schon da.\n\nViele Grüße\n{full}",
     "Guten Morgen {first},\n\nder Drucker gibt seit dem Tonerwechsel also nur leere Seiten aus, und der Fahrer wartet auf die Papiere. Ich komme bis 9:15 Uhr mit einem neuen Toner vorbei; bis dahin können Sie auf dem Gerät im Flur drucken.", "Danke, Flur geht.",
     "Am neuen Toner war der Schutzstreifen noch dran. Ich habe ihn abgezogen und drei Seiten gedruckt, alle lesbar."),
    ("Passwort abgelaufen", "hallo, mein passwort ist abgelaufen und ich komme von zu hause nicht rein, was soll ich machen", "Hallo {first},\n\nIhr Anliegen wurde aufgenommen. Wir melden uns in Kürze.", "Ich warte immer noch.", "Erledigt."),
    ("Telefon klingelt nicht", "Hallo zusammen, mein Telefon ({ext}) klingelt nicht mehr, Anrufer landen gleich auf der Mailbox. Kunden beschweren sich schon. Können Sie sehen, wer angerufen hat?",
     "Hallo {first}, Anrufe bei Ihnen landen also direkt auf der Mailbox, ohne dass es klingelt. Ich habe eine alte Umleitung von Weihnachten gefunden und entfernt. Die Liste der verpassten Anrufe schicke ich bis 14 Uhr.", "", "Die Umleitung war schuld. Wir haben zweimal getestet, es klingelt wieder."),
    ("Excel stürzt ab", "Excel stürzt jedes Mal ab wenn ich die Tourenplanung speichere. Heute schon dreimal, eine Stunde Arbeit weg. Gibt es irgendwo eine Kopie?", "Bitte den Cache leeren und das COM-Add-in deaktivieren, danach ein Repair der Installation durchführen.", "Was ist ein COM-Add-in?",
     "Add-in deaktiviert, Cache geleert."),
    ("Zugriff auf Laufwerk Zoll", "Sehr geehrte Damen und Herren, ich habe zum Monatsersten in die Zollabteilung gewechselt und benötige Zugriff auf das dortige Laufwerk. Meine Vorgesetzte ist einverstanden (siehe Anhang).",
     "Guten Tag {full},\n\nSie sind in den Zoll gewechselt und brauchen das Laufwerk, die Zustimmung liegt bei. Ich trage Sie heute bis 15 Uhr ein und rufe kurz an, wenn es so weit ist.", "", "Der Zugriff ist eingerichtet. Sie haben am Telefon eine Datei geöffnet."),
    ("Scanner Halle A", "Scanner in Halle A lädt die Liste nicht. Nr. {n}. Bitte schnell, LKW wartet.", "Hallo, ich starte das Gerät von hier neu. Bitte zwei Minuten in die Station stellen und dann noch einmal versuchen. Ich rufe um 11 Uhr durch.", "Geht wieder, danke!", "Nach dem Neustart wurde die Liste geladen, Sie haben es bestätigt."),
    ("Teams: niemand hört mich", "Moin, in Teams hört mich keiner, am Telefon mit demselben Headset schon. Heute Nachmittag habe ich die Runde mit allen Depots.", "Moin {first}, Sie hören alle, aber keiner hört Sie, und heute Nachmittag ist die Depotrunde. Stellen Sie bitte unter den drei Punkten, Geräte, das Headset ein. Ich rufe Sie um 12:30 Uhr in Teams an, dann probieren wir es zusammen.", "",
     "Teams hatte das Mikrofon der Dockingstation gewählt. Jetzt ist das Headset eingestellt, im Testanruf war alles zu hören."),
    ("VPN", "VPN bricht dauernd ab, zuhause, seit dem Update. Drittes Mal dass ich das melde!!", "Bitte MTU auf 1350 setzen und den Client neu installieren.", "Das verstehe ich nicht, was ist MTU?", "Behoben."),
)
