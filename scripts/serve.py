"""Open the site on this machine; each saved edit of a page or of the code shows at once.

Prepares .venv on the first start (about a minute), then builds and serves until Ctrl-C.
"""

import argparse
import errno
import os
import socket

import console
import environment


def main() -> int:
    """Prepare, build, serve; return the exit code."""
    parser = console.Parser(description=__doc__)
    parser.add_argument("--port", type=_port, default=8000, help="default: 8000")
    parser.add_argument(
        "--host", default="127.0.0.1", help="default: 127.0.0.1, this machine alone"
    )
    parser.add_argument("--open", action="store_true", help="also open the site in your browser")
    options = parser.parse_args()

    _require_free(options.host, options.port)
    python = environment.prepare()
    address = f"{options.host}:{options.port}"
    console.say(f"Building; the site will be at http://{address}/ until you press Ctrl-C.")
    command = [str(python), "-P", "-m", "mkdocs", "serve", "--dev-addr", address]
    for watched in ("src", "mkdocs.yml"):
        command += ["--watch", watched]  # docs is watched anyway
    if options.open:
        command.append("--open")
    try:
        return console.run(command, {**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    except KeyboardInterrupt:
        return 0  # the way to stop a server is no failure


def _port(text: str) -> int:
    """Read a port number."""
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 65535")
    return int(text)


def _require_free(host: str, port: int) -> None:
    """Fail now, not after a minute's work, where the server could not listen."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        reasons = {
            errno.EADDRINUSE: f"Port {port} is taken, perhaps by another serve.py. "
            f"Stop that, or choose another port: --port {port % 65535 + 1}",
            errno.EACCES: f"Port {port} needs administrator rights. Choose another: --port 8000",
        }
        other = f"Cannot listen on {host}: {error}. Choose another address: --host 127.0.0.1"
        raise console.ScriptError(reasons.get(error.errno or 0, other)) from error


if __name__ == "__main__":
    console.main(main)
