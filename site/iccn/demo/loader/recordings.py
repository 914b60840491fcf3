"""Small real files for lessons: notes of a scale as sound, work sheets as PDF. Made here, the same every time."""

import struct
import wave
from collections.abc import Sequence
from io import BytesIO
from math import exp, pi, sin

import typst

RATE = 11_025  # enough for notes below 2 kHz, and light on a reader's data
LOUDEST = 90  # of 127: eight bits are kind to small speakers
SLENDRO = (0, 240, 480, 720, 960, 1200)  # cents: five steps of nearly the same size
LOWEST = 293.7
RECORDINGS: dict[str, tuple[str, tuple[int, ...], float]] = {
    "hitungan": ("Hitungan empat nada", (0, 1, 2, 4, 0, 1, 2, 4), 1.0),
    "slendro": ("Lima nada slendro", (0, 1, 2, 3, 4, 5, 4, 3, 2, 1, 0), 0.6),
}


def tones(steps: Sequence[int], seconds: float) -> bytes:
    """A WAV file of struck bars, one note after another."""
    buffer = BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(RATE)
        file.writeframes(b"".join(note(LOWEST * 2 ** (SLENDRO[step] / 1200), seconds) for step in steps))
    return buffer.getvalue()


def note(pitch: float, seconds: float) -> bytes:
    """One bar of bamboo or bronze: a clear pitch with a short bright overtone, fading."""
    samples = []
    for number in range(round(RATE * seconds)):
        time = number / RATE
        rise = min(1.0, time * 200)
        bar = sin(2 * pi * pitch * time) * exp(-3.2 * time)
        overtone = 0.35 * sin(2 * pi * pitch * 2.76 * time) * exp(-14 * time)
        samples.append(128 + round(LOUDEST * rise * (bar + overtone) / 1.35))
    return struct.pack(f"{len(samples)}B", *samples)


def sheet(title: str, lead: str, lines: Sequence[str]) -> bytes:
    """A page of A5 with boxes to tick and room to write."""
    rows = "\n".join(f"  [#box], {_text(line)}," for line in lines)
    source = f"""
#set document(title: {_text(title)}, date: none)
#set page("a5", margin: 1.6cm)
#set text(size: 11pt, lang: "id")
#let box = rect(width: 0.42cm, height: 0.42cm, stroke: 0.6pt + rgb("#6d1f59"), radius: 2pt)
#text(size: 9pt, fill: rgb("#6d1f59"), {_text(lead)})

#text(size: 18pt, weight: "bold", {_text(title)})

#v(0.3cm)
#grid(columns: (0.8cm, 1fr), row-gutter: 0.62cm, align: horizon,
{rows}
)
#v(1fr)
#text(size: 8pt, fill: luma(90), "Aksi Bersama Bantu Sesama · AJAR")
"""
    return bytes(typst.compile(source.encode()))


def _text(words: str) -> str:
    quoted = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'
