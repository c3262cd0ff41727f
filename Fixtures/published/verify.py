#!/usr/bin/env python3
"""Adds up the published systems, as own-layouts say that things must add up, and compares what is left over with what their documents leave over.

Run it anywhere; it reads the folders beside itself. Exit code 1 if a discrepancy is missing, has another size, or is not expected.
"""

import csv
import pathlib
import re
import sys
import tomllib
from collections import defaultdict
from decimal import Decimal

HERE = pathlib.Path(__file__).parent

POUNDS = {"£m": Decimal(1_000_000), "£000": Decimal(1_000), "£": Decimal(1)}

# folder, kind of check, what it is about, difference in pounds or in the thing counted
EXPECTED = {
    ("buckinghamshire-2018", "parent and children", "QU9-BUCKS practices", Decimal(1)),
    ("buckinghamshire-2018", "parent and children", "QU9-BUCKS population", Decimal(13_000)),
    ("buckinghamshire-2018", "bridge", "RXQ 2017/18 M12 Forecast outturn at month 9", Decimal(1_200_000)),
    ("buckinghamshire-2018", "bridge", "RXQ 2017/18 M12 Outturn", Decimal(200_000)),
    ("buckinghamshire-2018", "income and expenditure", "RXQ 2017/18 actual", Decimal(16_400_000)),
    ("buckinghamshire-2018", "two files", "QU9-BUCKS 2017/18 actual Deficit against control total", Decimal(10_000_000)),
    ("buckinghamshire-2018", "two files", "RXQ 2018/19 plan Income", Decimal(13_600_000)),
    ("buckinghamshire-2018", "two bases", "RXQ 2017/18 M12 actual to date", Decimal(0)),
    ("buckinghamshire-2018", "parts and whole", "population.people QU9-BUCKS  risk tier", Decimal(28_400)),
    ("blmk-2016", "weighted", "QHG gp.patients-per-gp", Decimal(14_501)),
    ("blmk-2016", "weighted", "QHG gp.patients-per-nurse", Decimal(14_198)),
    ("blmk-2016", "weighted", "QHG gp.patients-per-practice", Decimal(14_264)),
    ("somerset-2016", "two files", "activity.change QSL 2015/16 activity Emergency admissions", Decimal("0.6")),
    ("somerset-2016", "two files", "11X 2016/17 forecast Position", Decimal(9_500_000)),
    ("somerset-2016", "total and organisations", "nhs-total 2015/16 outturn Position", Decimal(8_500_000)),
    ("somerset-2016", "bridge", "QSL 2016-11 Delays halved: 1,350 bed-days a month at £150", Decimal(52_500)),
    ("somerset-2016", "two files", "dtoc.acute-cost QSL 2016-06", Decimal(100_000)),
}


class Amount:
    """An exact value and the size of its last published digit, both in pounds (or in whatever is counted)."""

    def __init__(self, text, unit="£"):
        negative = text.startswith("(") or text.startswith("-")
        digits = re.sub(r"[(),£\-]", "", text)
        scale = POUNDS[unit]
        self.value = Decimal(digits) * scale * (-1 if negative else 1)
        self.digit = Decimal(1).scaleb(Decimal(digits).as_tuple().exponent) * scale


def number(text):
    return Decimal(text.replace(",", ""))


def differs(stated, parts):
    """The difference between a stated amount and the sum of its parts, or nothing within one unit of the last digit."""
    left = abs(stated.value - sum(p.value for p in parts))
    return left if left > max([stated.digit] + [p.digit for p in parts]) else None


def rows(folder, column):
    """Every row of the folder's files whose header has `column`, with its file."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as text:
            reader = csv.DictReader(text)
            if column in reader.fieldnames:
                for row in reader:
                    if None in row or None in row.values():
                        sys.exit(f"{path}:{reader.line_num}: fields do not match the header")
                    if not row["source"]:
                        sys.exit(f"{path}:{reader.line_num}: no source")
                    yield path.name, row


def check(folder):
    """Yields (kind, about, difference) for everything in a folder that does not add up."""
    system = tomllib.loads((folder / "system.toml").read_text(encoding="utf-8"))
    children = defaultdict(list)
    codes = set()
    for organisation in system["organisation"]:
        if organisation["code"] in codes:
            sys.exit(f"{folder}: {organisation['code']} twice")
        codes.add(organisation["code"])
        children[organisation.get("parent")].append(organisation)
    for organisation in system["organisation"]:
        if organisation.get("parent") not in codes | {None, system["code"]}:
            sys.exit(f"{folder}: parent of {organisation['code']} does not exist")

    # a parent's population, practices and beds, with its children's
    for organisation in system["organisation"]:
        for key in ("population", "practices", "beds"):
            parts = [child[key] for child in children[organisation["code"]] if key in child]
            if key in organisation and parts and abs(organisation[key] - sum(parts)) >= 1:
                yield "parent and children", f"{organisation['code']} {key}", Decimal(abs(organisation[key] - sum(parts)))

    def totals(stated, label):
        """A total with its direct children's rows, for every organisation that has any."""
        for (code, *rest), amount in stated.items():
            parts = [stated[(c["code"], *rest)] for c in children[code] if (c["code"], *rest) in stated]
            if parts and (left := differs(amount, parts)):
                yield "total and organisations", f"{code} {label(rest)}", left

    # plans
    plan, seen = {}, {}
    for file, row in rows(folder, "scenario"):
        assert row["organisation"] in codes, row
        key = (row["organisation"], row["year"], row["scenario"], row["line"])
        amount = Amount(row["amount"], row["unit"])
        if key in seen and seen[key][1].value != amount.value:
            assert seen[key][0] != file, f"{file} contradicts itself: {key}"
            yield "two files", " ".join(key), abs(seen[key][1].value - amount.value)
        seen[key] = (file, amount)
        plan[key] = amount  # the later name counts
    yield from totals(plan, " ".join)
    for (code, year, scenario, line), amount in plan.items():
        same = {k[3]: v for k, v in plan.items() if k[:3] == (code, year, scenario)}
        if line == "Position" and "Income" in same and "Expenditure" in same:
            if left := differs(amount, [same["Income"], same["Expenditure"]]):
                yield "income and expenditure", f"{code} {year} {scenario}", left
        if line == "Total" and (left := differs(amount, [v for k, v in same.items() if k != "Total"])):
            yield "total", f"{code} {year} {scenario}", left
        if scenario == "do something":
            parts = [plan.get((code, year, s, line)) for s in ("do nothing", "solutions")]
            if all(parts) and (left := differs(amount, parts)):
                yield "do something", f"{code} {year} {line}", left

    # positions
    for column in ("control total", "plan to date", "actual to date", "forecast outturn"):
        stated = {
            (row["organisation"], row["period"], row["basis"]): Amount(row[column], row["unit"])
            for _, row in rows(folder, "control total")
            if row[column]
        }
        yield from totals(stated, lambda rest: " ".join([*rest, column]))
        for (code, period, basis), amount in stated.items():
            # the same amount cannot be right with funding and without
            if basis == "including STF" and amount.value and stated.get((code, period, "excluding STF"), Amount("0")).value == amount.value:
                yield "two bases", f"{code} {period} {column}", Decimal(0)

    # savings
    stated = {
        (row["organisation"], row["period"], row["scheme"]): Amount(row["plan"], row["unit"]) for _, row in rows(folder, "scheme")
    }
    yield from totals(stated, " ".join)

    # bridges
    bridges = defaultdict(list)
    for file, row in rows(folder, "step"):
        assert row["organisation"] in codes, row
        bridges[(file, row["organisation"], row["period"])].append(row)
    for (_, code, period), steps in bridges.items():
        steps.sort(key=lambda row: int(row["order"]))
        assert steps[0]["kind"] == "opening" and steps[-1]["kind"] == "closing"
        running = []
        for step in steps:
            amount = Amount(step["amount"], step["unit"])
            if step["kind"] in ("subtotal", "closing"):
                if left := differs(amount, running):
                    yield "bridge", f"{code} {period} {step['step']}", left
                running = [amount]
            else:
                running.append(amount)

    # performance
    seen = {}
    for file, row in rows(folder, "numerator"):
        assert row["organisation"] in codes, row
        key = tuple(row[k] for k in ("metric", "organisation", "period", "breakdown", "item"))
        if key in seen and seen[key][1] != row["value"]:
            assert seen[key][0] != file, f"{file} contradicts itself: {key}"
            yield "two files", " ".join(key).strip(), abs(number(seen[key][1]) - number(row["value"]))
        seen[key] = (file, row["value"])
    figures = {key: number(value) for key, (_, value) in seen.items() if value}

    # parts of a system's own metrics, with the whole
    own = {metric["id"]: metric for metric in system.get("metric", [])}
    for (metric, code, period, breakdown, item), whole in figures.items():
        if item or metric not in own:
            continue
        for name in own[metric].get("breakdowns", []):
            parts = [value for key, value in figures.items() if key[:4] == (metric, code, period, name)]
            if parts and sum(parts) != whole:
                yield "parts and whole", f"{metric} {code} {period} {name}", abs(whole - sum(parts))

    # figures per something, each with its weight: what they imply in all
    for name, metric in own.items():
        implied = {
            key[1]: value * figures[(metric["per"], *key[1:])]
            for key, value in figures.items()
            if key[0] == name and metric.get("per")
        }
        below = {code: value for code, value in implied.items() if code != system["code"]}
        if below and system["code"] in implied and (left := abs(implied[system["code"]] - sum(below.values()))):
            yield "weighted", f"{system['code']} {name}", left


found = {(folder.name, *problem) for folder in sorted(HERE.iterdir()) if (folder / "system.toml").exists() for problem in check(folder)}
for problem in sorted(found & EXPECTED):
    print("as the document has it:", *problem, sep="  ")
for problem in sorted(EXPECTED - found):
    print("NOT FOUND:", *problem, sep="  ")
for problem in sorted(found - EXPECTED):
    print("NOT EXPECTED:", *problem, sep="  ")
sys.exit(found != EXPECTED)
