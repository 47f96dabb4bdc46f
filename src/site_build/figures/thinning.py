"""Leaves out the points of a curve that nobody would miss: they weigh on every reader's page."""

from math import dist, hypot

Place = tuple[float, float]

OFF = 0.1  # pixels between the curve and what is drawn of it; no screen shows that
GAP = 12.0  # pixels between two points that stay


def thinned(points: list[Place]) -> list[Place]:
    """Return the points without those that lie as good as on the line through their neighbours.

    The ends of a curve stay. Each piece is split at the point that is farthest from its chord
    (Ramer, 1972; Douglas and Peucker, 1973).

    >>> thinned([(0, 0), (1, 0.01), (2, 0), (2, 5)])
    [(0, 0), (2, 0), (2, 5)]
    """
    kept = {0, len(points) - 1}
    pieces = [(0, len(points) - 1)]
    while pieces:
        first, last = pieces.pop()
        inner = range(first + 1, last)
        if not inner:
            continue
        off = [_distance(points[k], points[first], points[last]) for k in inner]
        worst = inner[off.index(max(off))]
        if max(off) <= OFF:
            if dist(points[first], points[last]) <= GAP:
                continue
            worst = (first + last) // 2
        kept.add(worst)
        pieces += [(first, worst), (worst, last)]
    return [points[k] for k in sorted(kept)]


def _distance(at: Place, start: Place, end: Place) -> float:
    """Return how far a place is from the line between two others."""
    across, up = end[0] - start[0], end[1] - start[1]
    length = hypot(across, up)
    if length == 0:
        return dist(at, start)
    along = ((at[0] - start[0]) * across + (at[1] - start[1]) * up) / length**2
    along = min(max(along, 0), 1)
    return dist(at, (start[0] + along * across, start[1] + along * up))
