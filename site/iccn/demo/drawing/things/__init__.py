"""Things: each is drawn around x = 0, standing on y = 0, about 480 wide at most and 520 tall at most."""

from collections.abc import Callable
from dataclasses import dataclass

from iccn.demo.drawing.palette import Scheme
from iccn.demo.drawing.svg import Sheet


@dataclass(frozen=True, slots=True)
class Thing:
    """A drawing with the width on which it stands (for its shadow), its height, and how it is shown."""

    svg: str
    width: float
    height: float
    stance: str = "stands"  # stands | hangs (before a wall) | lies (seen from above)


Draw = Callable[[Sheet, Scheme, str], Thing]
