"""What the peers of the whole job look for: technical terms, and the wordings of a handful of habits.

Every peer is given the same, so that they differ in how they search and not in what for. The terms are those that the
generator of the bench's export plants; a term is jargon unless it is explained or the requester used it.
"""

import re

TERMS = [
    term.replace("\n", " ").strip()
    for term in """
802.1X; ACD; ACE; ACL; AD replication; ALV; APN; ActiveSync; BAPI; BGP; BIOS; BitLocker; CDN; CI runner; CVE;
DHCP; DID; DKIM; DLL; DLP; DMARC; DNS; DPC latency; DPD; DTMF; EDR agent; EFT; EOD; ESP; ETL; EULA; GAL; GPO;
Graph API; IAM role; IDoc; IKEv2; IMEI; IOC; IOPS; IVR; Intune; KVM; Kerberos ticket; Kubernetes; LDAP; LPR;
MDM; MFA; MRP; MSI; MTU; NAT-T; NDR; OData; OOM; OST; OU; PBX; PCI scope; PCL6; PED; PKI; PLU; PSTN; PoE;
PostScript; QoS; QoS marking; RADIUS; RBAC; RFC destination; RMA; RTP; S/MIME; S3 sleep; SAML assertion; SBC;
SCCM; SCIM; SCORM; SID history; SIEM; SIP trunk; SLA; SMART errors; SMTP relay; SNMP; SPF; SSD; SSID; SSO; SU53;
TLS; TLS inspection; TPM; Terraform state; UAC; USB-C alt mode; VLAN; WebRTC; acquirer; add-in; authorization
object; autodiscover; autoscaling; batch job; blue-green deployment; cache flush; codec; codec mismatch;
compliance policy; conditional access; connection pool; containment; cron; deadlock; delegation; delegation of
authority; delta load; deployment ring; dialog work process; duplexer; eUICC; effective dating; egress; enqueue
lock; execution plan; exfiltration; failover; failover cluster; federation; firmware; follow-me queue; fuser;
geofencing; guest policy; hash; heartbeat; heuristics; hotfix; hunt group; hybrid connector; index rebuild;
ingress; interface file; jailbreak detection; jitter; latency; litigation hold; load balancer; load cell;
materialized view; offline authorisation; org unit; packet loss; phishing; pod eviction; point and print;
position ID; posting period; presence; price file; private endpoint; provisioning; proxy; push certificate;
quarantine; re-image; registry key; remote wipe; replication lag; retention policy; retro calculation; roaming;
rollback; sandbox; sandbox detonation; sensitivity label; service principal; session timer; sharding; site
collection; snapshot isolation; spanning tree; split tunnelling; spoofing; spooler; store controller; stored
procedure; tablespace; tenant; thermal throttling; throttling; time evaluation; token; tokenisation; transport;
transport rule; trunk port; wage type; whitelisting; work profile; zero trust
""".split(";")
]

PASSIVE = (
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?"
    r"(?:\w+ed|done|made|given|taken|sent|set|seen|found|known|written|broken)\b"
)
HEDGING = (
    r"\b(?:might|maybe|perhaps|possibly|probably|hopefully|sort of|kind of|i think|i guess|seems?|in theory"
    r"|as far as i can tell|more or less)\b"
)
BLAME = (
    r"\b(?:user error|you should have|as already explained|you obviously|not our responsibility|if you had"
    r"|check your own|per my last)\b"
)
NEXT_STEP = (
    r"\b(?:next step|i will|could you please|what happens next|here is what to do|i have booked|please \w+)\b"
)
CONFIRMATION = r"\b(?:confirm that|does it work|tell me whether|anything else)\b"
GREETING = r"\b(?:hi|hello|dear|good (?:morning|afternoon|evening))\b"

# The same wordings cut to the word sequences that a table of words can hold, by the class that `floor.c` gives them.
SEQUENCES = {
    "H": "might maybe perhaps possibly probably hopefully seem seems".split()
    + ["sort of", "kind of", "i think", "i guess", "in theory", "more or less"],
    "B": ["user error", "you should have", "as already", "you obviously", "not our", "if you had", "check your own",
          "per my"],
    "N": ["next step", "i will", "could you please", "what happens next", "here is what", "i have booked"],
    "C": ["confirm that", "does it work", "tell me whether", "anything else"],
    "P": "is are was were be been being".split(),
    "G": "hi hello dear".split(),
}


def any_term():
    """One pattern of all terms, the longest first."""
    return "|".join(re.escape(term) for term in sorted(TERMS, key=len, reverse=True))


def write_classes(path, words):
    """Writes the table that `floor.c` loads: a class, a tab, a term; padded with ordinary words to a usual size."""
    classes = {term.lower(): "J" for term in TERMS}
    for letter, terms in SEQUENCES.items():
        for term in terms:
            classes[term] = letter
    for word in words:
        classes.setdefault(word, "w")
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(f"{classes[term]}\t{term}\n" for term in sorted(classes))
