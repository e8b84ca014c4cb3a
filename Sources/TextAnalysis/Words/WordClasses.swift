/// The closed word classes of English, and short lists that the recognisers need.
///
/// Written down from grammar (Quirk et al., "A Comprehensive Grammar of the English Language", lists its
/// closed classes), not counted from texts.
enum WordClasses {
  /// Each flag with its words, in lower case, separated by white space. A word may stand in several.
  static let all: [(flag: LexemeFlags, words: String)] = [
    (
      .formOfBe, "be am is are was were been being i'm you're we're they're isn't aren't wasn't weren't ain't"
    ),
    (.formOfGet, "get gets got getting gotten"),
    (.formOfHave, "have has had having haven't hasn't hadn't"),
    (.formOfDo, "do does did doing don't doesn't didn't"),
    (
      .modal,
      """
      can could may might must shall should will would ought can't cannot couldn't mightn't mustn't shan't
      shouldn't won't wouldn't needn't
      """
    ),
    (
      .negation,
      """
      not no never none nobody nothing nowhere neither nor without cannot can't couldn't don't doesn't didn't
      isn't aren't wasn't weren't ain't haven't hasn't hadn't won't wouldn't shan't shouldn't mustn't mightn't
      needn't hardly barely scarcely unable cant dont doesnt didnt isnt wont
      """
    ),
    (
      .hedge,
      """
      might may maybe perhaps possibly probably likely apparently seemingly presumably supposedly roughly
      seem seems seemed appear appears appeared suspect suspects guess suppose assume believe somewhat somehow
      potentially conceivably fairly
      """
    ),
    (
      .firstPerson,
      """
      i me my mine myself we us our ours ourselves i'm i've i'd i'll we're we've we'd we'll im ive
      """
    ),
    (.secondPerson, "you your yours yourself yourselves you're you've you'd you'll u ur"),
    (
      .questionWord,
      "what which who whom whose when where why how what's where's who's how's when's why's whats wheres hows"
    ),
    (
      .subjectPronoun,
      """
      i you he she it we they one who there this that these those i'm i've i'd i'll you're you've you'd you'll
      he's he'd he'll she's she'd she'll it's it'd it'll we're we've we'd we'll they're they've they'd they'll
      there's that's somebody someone something anybody anyone anything everybody everyone everything nobody
      nothing
      """
    ),
    (
      .determiner,
      """
      the a an this that these those my your his her its our their some any no every each either neither both
      all another such what which whose
      """
    ),
    (
      .preposition,
      """
      of in to for on with at by from into onto upon about above across after against along among around as
      before behind below beneath beside besides between beyond despite down during except inside like near
      off out outside over past per since through throughout till toward towards under underneath until unto
      up via within without
      """
    ),
    (
      .functionWord,
      """
      the a an this that these those my your his her its our their some any no every each either neither both
      all another such what which whose i me mine myself you yours yourself yourselves he him himself she hers
      herself it itself we us ours ourselves they them theirs themselves one ones oneself who whom whoever
      somebody someone something anybody anyone anything everybody everyone everything nobody nothing none
      of in to for on with at by from into onto upon about above across after against along among around as
      before behind below beneath beside besides between beyond despite down during except inside like near
      off out outside over past per since through throughout till toward towards under underneath until unto
      up via within without and or but nor so yet if unless because although though while whereas whether
      than that when where why how whenever wherever however once not never be am is are was were been being
      have has had having do does did doing can could may might must shall should will would ought there here
      then too also i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd
      it'll we're we've we'd we'll they're they've they'd they'll there's that's what's who's where's how's
      isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't can't cannot couldn't won't
      wouldn't shan't shouldn't mustn't mightn't needn't let's
      """
    ),
    (
      .stopWord,
      """
      just very really quite only even still already again ever always often much many more most less least few
      several other others own same well now please get got gets getting go goes going went make makes made
      thing things way lot bit kind sort etc
      """
    ),
    (
      .adverb,
      """
      already also always just never not now often only recently still then successfully currently previously
      again being been fully partly partially completely properly correctly automatically manually usually
      normally generally probably possibly actually really simply finally initially first last yet ever soon
      simultaneously subsequently immediately incorrectly too thus therefore however all both either neither
      directly further easily apparently clearly
      """
    ),
    (
      .irregularParticiple,
      """
      beat beaten bent bitten blown born borne bought bound broken brought built burnt burst caught
      chosen cut dealt done drawn driven drunk eaten fed felt flown forbidden forecast foreseen forgiven
      forgotten fought found frozen given ground grown heard held hidden hit hung hurt kept known laid
      learnt led left lent let lit lost made met mistaken overcome overridden overwritten paid proven
      put quit read rebuilt redone resent reset rethought rewritten ridden run said seen sent set sewn
      shaken shed shot shown shut sold sought spent spilt split spoken spread stolen stood stricken
      struck stuck sung swept sworn taken taught thought thrown told torn understood undone upheld upset
      withdrawn withheld woken won worn wound written
      """
    ),
    (
      .unit,
      """
      b kb mb gb tb pb kib mib gib tib bit bits byte bytes kbit mbit gbit kbps mbps gbps bps hz khz mhz ghz
      ms s sec secs second seconds min mins minute minutes h hr hrs hour hours day days week weeks month months
      year years mm cm m km in inch inches ft feet px dpi pt pts mg g kg lb lbs oz ml l w kw kwh v mv kv a ma mah
      db percent pct degrees c f k mi mile miles user users eur usd gbp dollars euros pounds cents
      """
    ),
    (
      .abbreviation,
      """
      mr mrs ms dr prof mt ft st gen col capt lt sgt maj adm cmdr rev hon pres gov sen rep messrs mme mlle vs e.g
      i.e eg ie cf al approx incl excl viz resp ca p.s ps att attn dept univ mfg tel
      bzw ggf evtl inkl exkl zzgl vgl sog z.b d.h u.a env
      """
    ),
    (
      .numberAbbreviation,
      """
      no nos nr n p pp vol vols fig figs eq sec ch art para ext room rm op ver v pt pts item bldg apt
      """
    ),
    (
      .closingAbbreviation,
      """
      inc ltd corp co jr sr etc bros llc plc gmbh dept est esq ave blvd rd a.m p.m u.s u.k ph.d b.a m.a m.d
      """
    ),
    (
      .filler,
      """
      so well um uh oh ok okay and but or yeah yes no right now then hmm mhm alright anyway also hi hello hey thanks
      like just
      """
    ),
    (.telling, "tell describe explain share elaborate walk help"),
    (.openQuestionWord, "what how why what's how's why's whats hows"),
    (.measured, "many much long often old far soon time day date year month number percent age kind"),
    (
      .adjective,  // participles that describe a state of people more often than something done to them
      """
      tired interested excited worried concerned supposed pleased scared bored confused surprised satisfied
      disappointed frustrated annoyed delighted ashamed embarrassed relieved thrilled determined experienced
      dedicated talented gifted married retired aged beloved wicked naked sacred rugged crooked ragged red bed need
      indeed speed feed seed unused unlimited detailed complicated limited skilled unrelated related so-called
      hundred involved filled varied stunned overrated underrated enrolled stressed united advanced qualified
      motivated addicted prepared dressed crowded educated amazed shocked terrified fascinated obsessed devoted
      committed engaged opposed accustomed inclined exhausted depressed puzzled
      """
    ),
    (
      .germanFunctionWord,
      """
      der die das den dem des ein eine einen einem einer eines und oder aber denn weil dass daß wenn als ob wie was wer wo
      wann warum ich du er sie es wir ihr mich mir dich dir ihn ihm uns euch ihnen mein meine meinen meinem meiner dein
      deine sein seine seinen seinem seiner ihre ihren ihrem ihrer unser unsere kein keine keinen nicht auch nur noch
      schon sehr hier da dort jetzt dann so zu zum zur von vom mit ohne für gegen bei beim aus auf an am in im nach vor über
      unter zwischen durch seit bis um ist sind war waren bin bist sei wird werden wurde wurden worden hat haben hatte
      hatten kann können konnte muss müssen soll sollte will wollen würde möchte bitte man sich selbst alle alles diese
      dieser dieses diesem diesen welche welcher etwas nichts mehr wieder doch ja nein danke hallo guten
      """
    ),
    (
      .frenchFunctionWord,
      """
      le la les l' un une des du de d' et ou mais donc car ni que qui quoi dont où quand comment pourquoi si je tu il elle on
      nous vous ils elles me te se lui leur mon ma mes ton ta tes son sa ses notre nos votre vos leurs ce cet cette ces
      cela ça ne pas plus jamais rien très aussi bien ici là dans sur sous avec sans pour par entre vers chez depuis
      pendant avant après à au aux en y est sont suis es êtes sommes était étaient été être ai as avez avons ont avait
      avaient avoir fait faire peut peux pouvez pouvons doit dois devez c'est j'ai n'est qu'il d'un d'une l'on s'il
      merci bonjour tout tous toute toutes même encore déjà
      """
    ),
    (.byAgent, "by"),
    (.of, "of"),
    (.opensRequest, "please kindly pls plz"),
    (
      .commandVerb,
      """
      add adjust advise allow apply arrange ask attach avoid back be bear book bring browse call cancel change check
      choose clean clear click close complete confirm connect consider contact copy create delete describe disable
      disconnect do double-click download drag email enable ensure enter escalate examine exit explain extract fill
      find fix follow forward get give go grant help hold ignore include inform insert install investigate keep leave
      let list locate log login look make monitor move navigate note notify open paste perform pick ping plug post press
      print proceed provide pull push put quit raise read reboot recheck reconnect record refer refresh reinstall
      remember remind remove rename repeat replace reply report request reset resolve resend restart restore resubmit
      retry return review right-click run save scan schedule scroll search see select send set share shut sign skip
      specify start stay stop submit switch take tell test transfer try turn type uncheck uninstall unlock unplug update
      upgrade upload use validate verify view visit wait watch write
      """
    ),
    (.complimentaryClose, "regards thanks thx cheers sincerely greetings yours best rgds"),
    (
      .errorPrefix,
      "error errors err http https code status exit event stop bugcheck sqlstate errno fehler erreur"
    ),
    (
      .fileExtension,
      """
      txt log csv tsv pdf doc docx docm dot dotx xls xlsx xlsm xlsb ppt pptx pps ppsx odt ods odp rtf md tex msg eml
      pst ost ics vcf mbox png jpg jpeg gif bmp tif tiff svg ico webp heic psd mp3 mp4 avi mov wav mkv wmv m4a zip 7z
      rar tar gz tgz bz2 xz iso img cab exe msi msp msix dll sys drv inf ini cfg conf cnf config reg bat cmd ps1 psm1
      vbs sh bash rb py pyc pl php js mjs jsx ts tsx html htm xhtml css scss less xml xsl xslt xsd json yaml yml toml
      sql db mdb accdb sqlite bak tmp dmp dump lnk url jar war ear class java kt scala c h cc cpp hpp cs vb swift go
      rs asp aspx jsp apk ipa dmg pkg deb rpm so dylib lib obj o a ttf otf woff pem crt cer key pfx p12 csr rdp vhd
      vhdx vmdk ova vsd vsdx mpp one pub oft evtx etl properties gradle lock dwg step stl sas rdata ipynb env service
      plist
      """
    ),
    (
      .topLevelDomain,  // the generic ones, the larger countries', and those of private networks
      """
      com org net edu gov mil int info biz io dev app cloud local lan internal intranet corp home test example
      localdomain de fr uk us eu nl be ch at it es pt pl se no fi dk ie ca au nz jp cn in br mx ru za kr sg co me tv ai
      """
    ),
    (
      .unitSuffix,
      """
      b k kb mb gb tb pb kib mib gib tib bit bits byte bytes kbit mbit gbit kbps mbps gbps bps hz khz mhz ghz ms us ns
      s sec secs min mins h hr hrs d days w wk mo y yr yrs mm cm m km in ft px dpi pt mg g kg lb lbs oz ml l kw kwh v
      mv a ma mah db c f p fps rpm x
      """
    ),
    (
      .errorFamily,  // Oracle, DB2, compilers, directories, protocols
      """
      ora tns pls rman imp exp sql dfs cs msb nu err error wsae aadsts ldap http smtp vpn event stop ssl jvm db mysql
      sap wsus mapi afp cv
      """
    ),
    (
      .ticketPrefix,
      """
      inc req ritm chg prb sctask task ctask cs tkt tck case wo sr cr hd ticket im rfc bug crq pbi was dwp
      """
    ),
    (
      .errorName,  // of errno.h (POSIX) and of name resolution
      """
      eacces eaddrinuse eagain ebadf ebusy econnaborted econnrefused econnreset eexist ehostunreach einval eisdir
      emfile enetunreach enoent enomem enospc enotconn enotdir enotempty enotfound eperm epipe erofs etimedout
      nxdomain servfail
      """
    ),
    (
      .shellCommand,
      """
      ipconfig ifconfig ping tracert traceroute nslookup netstat netsh net gpupdate gpresult sfc dism chkdsk
      diskpart regedit regsvr32 msiexec msconfig taskkill tasklist robocopy xcopy icacls cacls schtasks wmic
      bcdedit bootrec systeminfo powershell cmd curl wget ssh scp sftp rsync sudo su apt apt-get yum dnf rpm dpkg
      systemctl service journalctl chmod chown chgrp grep egrep sed awk cat tail head ls cp mv rm mkdir rmdir touch
      tar gzip unzip kill killall ps df du mount umount git docker kubectl npm pip python python3 java mvn make
      crontab useradd usermod passwd iptables dig host telnet openssl nmap netcat nc find xargs echo export
      """
    ),
  ]

  /// Endings of abstract nouns and learned adjectives, most of them from Latin and Greek.
  static let abstractEndings: [StaticString] = [
    "tion", "ment", "ness", "ity", "ance", "ence", "ism", "sis", "ology", "ive", "ical", "ous", "ate",
    "tions", "ments",
    "ities", "ances", "ences", "isms", "ologies", "ives", "ates",
  ]

  /// Whether a word of more than five letters has one of them.
  static func isAbstract(_ word: ArraySlice<UInt8>) -> Bool {
    word.count > 5
      && abstractEndings.contains { ending in
        ending.withUTF8Buffer { word.suffix($0.count).elementsEqual($0) }
      }
  }
}
