#!/usr/bin/env python3
"""Writes the workbooks beside it (openpyxl 3.1, XlsxWriter 3.2), each odd in its own way."""
import datetime as dt, sys
import openpyxl, xlsxwriter

here = sys.path[0] + "/"

# Title rows merged over the columns, dates and durations, merged cells, empty rows, a hidden sheet before.
book = openpyxl.Workbook()
hidden = book.active
hidden.title = "Lists"
hidden.append(["open"])
hidden.sheet_state = "hidden"
sheet = book.create_sheet("Tickets")
sheet.append(["Report of May"])
sheet.merge_cells("A1:E1")
sheet.append([])
sheet.append(["Number", "Group", "Opened", "Spent", "Text"])
rows = [
    ["INC1", "Network", dt.datetime(2026, 1, 5, 10, 30, 15), dt.timedelta(hours=27, minutes=5), 'say "hi", then\nwait'],
    ["INC2", None, dt.datetime(2026, 1, 6), dt.timedelta(minutes=3), "line\r\nend"],
    ["INC3", None, dt.datetime(1999, 12, 31, 23, 59, 59), None, " spaces "],
    [],
    ["INC4", "Mail", None, None, "été – 日本語 😀"],
]
for row in rows:
    sheet.append(row)
sheet.merge_cells("B4:B6")
for row in sheet.iter_rows(min_row=4):
    row[2].number_format = "yyyy-mm-dd hh:mm:ss"
    row[3].number_format = "[h]:mm:ss"
book.create_sheet("Other").append(["a", "b"])
book["Other"].append([1, 2])
book.save(here + "tickets.xlsx")

# Every kind of cell, days counted from 1904, a text in several runs, characters that XML can't hold.
book = xlsxwriter.Workbook(here + "kinds-1904.xlsx", {"date_1904": True})
sheet = book.add_worksheet("Kinds")
bold = book.add_format({"bold": True})
date = book.add_format({"num_format": "d mmm yyyy"})
time = book.add_format({"num_format": "hh:mm AM/PM"})
money = book.add_format({"num_format": '#,##0.00 "days"'})
sheet.write_row(0, 0, ["kind", "value", "note"])
sheet.write_row(1, 0, ["whole", 1001])
sheet.write_row(2, 0, ["large", 20260105000001])
sheet.write_row(3, 0, ["fraction", 0.25])
sheet.write_row(4, 0, ["negative", -12.5])
sheet.write(5, 0, "date"); sheet.write_datetime(5, 1, dt.datetime(2026, 1, 5), date)
sheet.write(6, 0, "time"); sheet.write_datetime(6, 1, dt.time(14, 5), time)
sheet.write(7, 0, "not a date"); sheet.write_number(7, 1, 3.5, money)
sheet.write(8, 0, "true"); sheet.write_boolean(8, 1, True)
sheet.write(9, 0, "formula"); sheet.write_formula(9, 1, '="a"&"b"', None, "ab")
sheet.write(10, 0, "error"); sheet.write_formula(10, 1, "=1/0", None, "#DIV/0!")
sheet.write(11, 0, "runs"); sheet.write_rich_string(11, 1, "plain ", bold, "bold", " plain")
sheet.write(12, 0, "escape"); sheet.write_string(12, 1, "a\x01b _x000D_ c")
sheet.write(13, 0, "far"); sheet.write(13, 2, "note"); 
book.close()

# Texts in the cells themselves instead of a shared list, as streaming writers do.
book = xlsxwriter.Workbook(here + "inline.xlsx", {"in_memory": False, "constant_memory": True})
sheet = book.add_worksheet()
for r, row in enumerate([["id", "text"], ["1", "in the cell"], ["2", "<tag> & \"quote\""]]):
    for c, value in enumerate(row):
        sheet.write_string(r, c, value)
book.close()
