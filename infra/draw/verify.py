"""Computes published draws and red packets again with the standard library alone: the second program beside verify.mjs, made from the same words.

python3 verify.py <file | -> ...   a file holds one draw of /v/<activity>.json, or one in each line.
Exit code: 0 right, 1 wrong, 2 nothing to compute. Whether drand signed a round is not checked here.
"""
import hmac
import json
import sys
from hashlib import sha256

QUICKNET = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971"
GENESIS_MS, PERIOD_MS = 1_692_803_367_000, 3000


def take(order, gone, most, winners, passed):
    """Whether these winners have the smallest numbers that are left, past those that were passed over."""
    outs, first, front = [one["entryId"] for one in passed], [], []
    for entry in order:
        if len(first) == most:
            break
        if entry not in gone:
            (front if entry in outs else first).append(entry)
    gone.update(winners, outs)
    return first == winners and front == outs


def round_is_right(seal, closed_at):
    if seal["round"] is None:
        return seal["chain"] is seal["randomness"] is seal["signature"] is None
    told_at = GENESIS_MS + (seal["round"] - 1) * PERIOD_MS
    number = sha256(bytes.fromhex(seal["signature"] or "")).hexdigest()
    return seal["chain"] == QUICKNET and told_at > closed_at and number == seal["randomness"]


def wrong_in_list(proof):
    """What was promised, and who is listed: the same of draws and of packets."""
    seal, entries, wrong = proof["seal"], proof["entries"], []
    if sha256(bytes.fromhex(seal["seed"])).hexdigest() != seal["commitment"]:
        wrong.append("the seed is not the one that was promised")
    if not proof["count"] == len(entries) == len(set(entries)):
        wrong.append("entries are missing or listed twice")
    head = bytes.fromhex(seal["commitment"])
    for entry in entries:
        head = sha256(head + entry.encode()).digest()
    if head.hex() != seal["head"]:
        wrong.append("the receipts do not end in the head")
    return wrong


def wrong_in(draw):
    """What is wrong, in words; empty: nothing."""
    seal, entries, drawn = draw["seal"], draw["entries"], draw["drawn"]
    seed, wrong = bytes.fromhex(seal["seed"]), wrong_in_list(draw)
    if not round_is_right(seal, draw["closedAt"]):
        wrong.append("the random number is not that of a round after the close")
    key = seed + bytes.fromhex(seal["randomness"] or "")
    order = sorted(entries, key=lambda entry: hmac.digest(key, (draw["activityId"] + entry).encode(), "sha256"))
    gone, holders = set(), set(drawn["winners"])
    if not take(order, gone, draw["winners"], drawn["winners"], drawn["passed"]):
        wrong.append("the winners, or who was passed over, are not those with the smallest numbers")
    for redraw in drawn["redraws"]:
        to = [] if redraw["to"] is None else [redraw["to"]]
        if redraw["lost"] not in holders or not take(order, gone, 1, to, redraw["passed"]):
            wrong.append("a place went on to somebody who was not the next")
        holders = (holders - {redraw["lost"]}) | set(to)
    return wrong


def dealt(packet):
    """What each place of a red packet holds, by the seed."""
    places, least = packet["places"], packet["leastMinor"]
    if packet["how"] == "fixed":
        return [packet["totalMinor"] // places] * places
    spare, seed, points, nth = packet["totalMinor"] - places * least, bytes.fromhex(packet["seal"]["seed"]), [], 0
    fair = 2**48 - 2**48 % (spare + 1)
    while len(points) < places - 1:
        block = hmac.digest(seed, f"red packet {nth}".encode(), "sha256")
        numbers = [int.from_bytes(block[at * 6 : at * 6 + 6], "big") for at in range(5)]
        points += [number % (spare + 1) for number in numbers if number < fair]
        nth += 1
    ends = sorted(points[: places - 1]) + [spare]
    return [least + end - before for before, end in zip([0] + ends, ends)]


def can_be_dealt(packet):
    """What cannot be dealt out is not tried: it would never end."""
    places, total, least = packet["places"], packet["totalMinor"], packet["leastMinor"]
    if not (1 <= places <= 100_000 and 0 <= least and 0 <= total <= 10**14):
        return False
    return total % places == 0 if packet["how"] == "fixed" else places * least <= total


def wrong_in_packet(packet):
    wrong = wrong_in_list(packet)
    if packet["count"] > packet["places"]:
        wrong.append("more have opened it than there are places")
    if not can_be_dealt(packet):
        return wrong + ["what was promised cannot be dealt out"]
    amounts = dealt(packet)
    if packet["amounts"] != amounts[: packet["count"]]:
        wrong.append("a place got another amount than the seed says")
    if sum(amounts) != packet["totalMinor"] or min(amounts) < 1:
        wrong.append("all places together do not hold what was promised")
    return wrong


def tell(published):
    draw = published.get("proof", published)
    if draw["format"] == "lantern-packet-1" and draw["state"] in ("settled", "cancelled"):
        wrong = wrong_in_packet(draw)
        for words in wrong:
            print(f"WRONG: {words}")
        print(f"packet {draw['activityId']} {'wrong' if wrong else 'right'}")
        return 1 if wrong else 0
    if draw["format"] != "lantern-draw-1" or draw["state"] != "settled":
        print(f"nothing to compute: format {draw['format']}, state {draw['state']}")
        return 2
    wrong = wrong_in(draw)
    for words in wrong:
        print(f"WRONG: {words}")
    print(f"draw {draw['activityId']} {'wrong' if wrong else 'right'}")
    return 1 if wrong else 0


def tell_file(name):
    try:
        with sys.stdin if name == "-" else open(name, encoding="utf8") as file:
            text = file.read()
        try:
            draws = [json.loads(text)]
        except ValueError:
            draws = [json.loads(line) for line in text.splitlines() if line.strip()]
        return [tell(draw) for draw in draws] or [2]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        print(f"{name}: no published draw that can be read: {error!r}")
        return [2]


codes = [code for name in sys.argv[1:] for code in tell_file(name)] or [2]
exit_code = 1 if 1 in codes else max(codes)
if len(sys.argv) == 1:
    print(__doc__)
print("note: whether drand signed the rounds was not checked here; verify.mjs does, or any drand client")
print(f"result draw_verified {int(exit_code == 0)}")
sys.exit(exit_code)
