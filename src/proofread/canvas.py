"""Where Matplotlib draws while a notebook is run: into SVG text that is the same each time.

It is a Matplotlib backend. In Jupyter a picture becomes an output of its cell; elsewhere it is kept
until the checker asks for it. Both draw with the same settings, so that what the checker draws can
be compared with what the page shows, to the letter. Text stays text, which readers can select and
which the site can set in its own font and colours.
"""

from __future__ import annotations

import copy
import io
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SETTINGS = Path(__file__).with_name("matplotlibrc")
ENVIRONMENT = {"MPLBACKEND": f"module://{__name__}", "MATPLOTLIBRC": str(SETTINGS)}
PROLOGUE = re.compile(r"^.*?(?=<svg)|<metadata>.*?</metadata>|<!--.*?-->", re.DOTALL)

_kept: list[str] = []
_settled: dict[str, Any] = {}  # Matplotlib's settings as ours make them


def settle() -> None:
    """Make Matplotlib draw here, with our settings, whether or not it is loaded yet.

    What other code has begun to draw, and not shown, is no part of what is drawn from now on.
    """
    os.environ.update(ENVIRONMENT)
    _kept.clear()
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close("all")
    matplotlib = sys.modules.get("matplotlib")
    if matplotlib and not dict.__eq__(_settled, matplotlib.rcParams):  # reading them takes long
        matplotlib.rc_file(SETTINGS)
        matplotlib.use(ENVIRONMENT["MPLBACKEND"])
        _settled.update(copy.deepcopy(dict(matplotlib.rcParams)))


def take() -> tuple[str, ...]:
    """Return what was drawn since the last call."""
    drawn = tuple(_kept)
    _kept.clear()
    return drawn


def draw(figure: Figure) -> str:
    """Return a figure as SVG, without the date and other things that change."""
    file = io.StringIO()
    nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
    figure.savefig(file, format="svg", bbox_inches="tight", metadata=nothing)
    lines = PROLOGUE.sub("", file.getvalue()).split("\n")
    return "\n".join(line.rstrip() for line in lines if line.strip())


def _hand_over(picture: str) -> None:
    shell = sys.modules.get("IPython")
    if shell is None or shell.get_ipython() is None:
        _kept.append(picture)
        return
    shell.display.display({"image/svg+xml": picture, "text/plain": "a picture"}, raw=True)


def __getattr__(name: str) -> Any:
    """Make the class that Matplotlib asks a backend for; only then is it needed."""
    if name != "FigureCanvas":
        raise AttributeError(name)
    from matplotlib._pylab_helpers import Gcf
    from matplotlib.backend_bases import FigureManagerBase
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    class FigureManager(FigureManagerBase):
        @classmethod
        def pyplot_show(cls, *, block: bool | None = None) -> None:  # noqa: ARG003 (Matplotlib's)
            for manager in Gcf.get_all_fig_managers():
                _hand_over(draw(manager.canvas.figure))
            Gcf.destroy_all()

    class FigureCanvas(FigureCanvasSVG):
        manager_class = FigureManager

    globals()[name] = FigureCanvas
    return FigureCanvas
