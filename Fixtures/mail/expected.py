#!/usr/bin/env python3
"""What Python's email package makes of the messages here: the oracle of MailReaderTests.

    ./expected.py > expected.json
"""
import json, pathlib, re
from email import message_from_bytes, policy
from email.utils import getaddresses, parsedate_to_datetime

here = pathlib.Path(__file__).parent


def split(path):
    data = path.read_bytes()
    if path.suffix != ".mbox":
        return [data]
    parts = re.split(rb"(?m)^From \S+ .*\d\d:\d\d:\d\d .*\n", data)
    return [part for part in parts if part.strip()]


def lines(text):
    return text.replace("\r\n", "\n").rstrip("\n")


def message(data):
    mail = message_from_bytes(data, policy=policy.default)
    body = mail.get_body(preferencelist=("plain", "html"))
    sender = getaddresses([str(mail["from"])])[0] if mail["from"] else ("", "")
    date = mail["date"]
    return {
        "id": str(mail["message-id"] or "").strip("<> "),
        "subject": str(mail["subject"] or ""),
        "from": list(sender),
        "to": [a for _, a in getaddresses([str(h) for n in ("to", "cc") for h in mail.get_all(n, [])])],
        "date": int(parsedate_to_datetime(str(date)).timestamp()) if date and date.datetime else None,
        "references": re.findall(r"<(.*?)>", str(mail["references"] or "")),
        "subtype": body.get_content_subtype() if body else "",
        "content": lines(body.get_content()) if body else "",
        "attachments": [part.get_filename() or "" for part in mail.iter_attachments()] if mail.is_multipart() else [],
    }


names = ["desk.mbox", "crlf.eml", "gmail-takeout.mbox", "truncated-multipart.eml"]
print(json.dumps({name: [message(m) for m in split(here / name)] for name in names}, ensure_ascii=False, indent=1))
