"""Where the server may listen, and what is said where it may not."""

import socket

import pytest


def test_a_taken_port_names_the_option(serve, console):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(console.ScriptError, match=rf"Port {port} is taken.*--port \d+"):
            serve._require_free("127.0.0.1", port)


def test_a_free_port_is_left_free(serve):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    serve._require_free("127.0.0.1", port)
    serve._require_free("127.0.0.1", port)


def test_an_address_of_another_machine(serve, console):
    with pytest.raises(console.ScriptError, match=r"Cannot listen on 192\.0\.2\.1.*--host"):
        serve._require_free("192.0.2.1", 8000)


@pytest.mark.parametrize("text", ["0", "65536", "-1", "http", "8000.0", ""])
def test_what_is_no_port(serve, text):
    with pytest.raises(serve.argparse.ArgumentTypeError, match="from 1 to 65535"):
        serve._port(text)


def test_ctrl_c_is_the_way_to_stop_it(serve, console, environment, monkeypatch, tmp_path):
    started = []

    def run(command, env):
        started.append((command, env))
        raise KeyboardInterrupt

    monkeypatch.setattr(console, "run", run)
    monkeypatch.setattr(environment, "prepare", lambda: tmp_path / "python")
    monkeypatch.setattr(serve, "_require_free", lambda *_: None)
    monkeypatch.setattr(console.sys, "argv", ["serve.py", "--port", "8123"])
    assert serve.main() == 0
    [(command, env)] = started
    assert "127.0.0.1:8123" in command
    assert env["NO_MKDOCS_2_WARNING"] == "1"
