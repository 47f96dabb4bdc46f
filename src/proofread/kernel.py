"""Runs a notebook in Jupyter, as its readers will, and keeps what came of it.

What is kept depends on the notebook, on the package that it imports and on what is installed. When
one of them changes it is run again; an edit elsewhere costs nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import tempfile
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from proofread.canvas import ENVIRONMENT
from proofread.code import SECONDS
from proofread.notebook import Cell, Shown

FOLDER = Path(".cache", "notebooks")
DEPENDENCIES = Path("src", "logistic_gradient")
OWN = ("kernel.py", "canvas.py", "matplotlibrc", "notebook.py")
MADE_OF = {"language": "python", "name": "python3", "display_name": "Python 3"}


def executed(name: str, cells: Sequence[Cell], root: Path) -> str:
    """Return the notebook as it was run, in Jupyter's own format; one that fails ends where it did.

    The same notebook comes out as the same bytes.
    """
    notebook = _unrun(cells)
    key = _key([json.dumps(notebook), *_state(root)])
    path = root / FOLDER / f"{name}.{key}.ipynb"
    if path.exists():
        return path.read_text(encoding="utf-8")
    done = _run(notebook, root)
    text = json.dumps(done, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    if not any(output["output_type"] == "error" for output in _outputs(done)):
        _keep(path, text, name)
    return text


def shown_by(notebook: str) -> list[Shown]:
    """Return what each cell of code shows, in order: what it printed, drew or failed with."""
    found = []
    for cell in json.loads(notebook)["cells"]:
        if cell["cell_type"] != "code":
            continue
        texts, pictures = [], []
        for output in cell["outputs"]:
            data = output.get("data", {})
            if output["output_type"] == "stream":
                texts.append("".join(output["text"]))
            elif "image/svg+xml" in data:
                pictures.append("".join(data["image/svg+xml"]))
            elif output["output_type"] == "error":
                texts.append(f"{output['ename']}: {output['evalue']}\n")
            else:
                texts.append("".join(data.get("text/plain", "")) + "\n")
        found.append(Shown("".join(texts), tuple(pictures)))
    return found


def _unrun(cells: Sequence[Cell]) -> dict[str, Any]:
    made: list[dict[str, Any]] = []
    for n, cell in enumerate(cells, 1):
        entry: dict[str, Any] = {
            "cell_type": "code" if cell.is_code else "markdown",
            "id": f"cell-{n}",
            "metadata": {"alt": cell.alt} if cell.alt else {},
            "source": cell.source,
        }
        if cell.is_code:
            entry |= {"execution_count": None, "outputs": []}
        made.append(entry)
    metadata = {"kernelspec": MADE_OF}
    return {"cells": made, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def _run(notebook: dict[str, Any], root: Path) -> dict[str, Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Jupyter's own, about the machine that it runs on
        import nbformat
        from nbclient import NotebookClient
        from nbclient.exceptions import CellExecutionError
        from traitlets.config import Config

        node = nbformat.from_dict(notebook)  # type: ignore[no-untyped-call]
        path = os.pathsep.join(filter(None, [str(root / "src"), os.environ.get("PYTHONPATH")]))
        with tempfile.TemporaryDirectory() as folder:
            client = NotebookClient(
                node,
                kernel_name="python3",
                timeout=SECONDS,
                allow_errors=False,
                record_timing=False,
                coalesce_streams=True,
                resources={"metadata": {"path": folder}},
                config=Config({"KernelManager": _transport(folder)}),
            )
            # The cell holds the error, and the page shows it in place of its output.
            with contextlib.suppress(CellExecutionError):
                client.execute(env={**os.environ, **ENVIRONMENT, "PYTHONPATH": path})
        done: dict[str, Any] = json.loads(nbformat.writes(node))  # type: ignore[no-untyped-call]
    return done


def _transport(folder: str) -> dict[str, str]:
    """Return how to talk to Jupyter: through files where that can be, so that nobody listens."""
    if sys.platform == "win32":  # pragma: no cover  (what the name says: nowhere else)
        return {}
    return {"transport": "ipc", "ip": str(Path(folder, "kernel"))}


def _outputs(notebook: dict[str, Any]) -> Iterable[dict[str, Any]]:
    return [output for cell in notebook["cells"] for output in cell.get("outputs", [])]


def _state(root: Path) -> Iterable[str]:
    yield sys.version
    own = [Path(__file__).with_name(name) for name in OWN]
    package = sorted((root / DEPENDENCIES).rglob("*"))
    for path in [*package, *own, root / "requirements.lock"]:
        if path.is_file() and "__pycache__" not in path.parts:
            yield hashlib.sha256(path.read_bytes()).hexdigest()


def _key(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def _keep(path: Path, text: str, name: str) -> None:
    """Keep it for this state alone; a reader never sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        file.write(text)
    Path(file.name).replace(path)
    for old in path.parent.glob(f"{name}.*.ipynb"):
        if old != path:
            old.unlink(missing_ok=True)
