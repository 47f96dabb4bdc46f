"""Says in plain words why the set-up of `.venv` failed."""

import re

DISK_FULL = (
    "The disk is full. The set-up needs about 1 GB in this folder, and some in your folder for\n"
    "temporary files. Make room and start again; it begins afresh."
)
# What pip prints when it fails, and what to make of it; the first match counts.
CAUSES = {
    r"No space left on device|Errno 28\b|quota exceeded|not enough space on the disk": DISK_FULL,
    r"DO NOT MATCH THE HASHES": (
        "A downloaded package is not the one that requirements.lock names: its hash differs.\n"
        "It was not installed. Try once more; if it happens again, do not trust the place that\n"
        "your pip downloads from (`pip config list` shows it)."
    ),
    r"CERTIFICATE_VERIFY_FAILED|CertificateError|SSLCertVerificationError": (
        "The certificate of the package index is not trusted. If your network's proxy has one of\n"
        "its own, name its file in the variable PIP_CERT and start again."
    ),
    r"onnection broken|Max retries|ConnectionError|TimeoutError|NewConnection|name resolution": (
        "No network: the package index cannot be reached. Connect (behind a proxy, set the\n"
        "variable HTTPS_PROXY) and start again. Only the set-up needs the network."
    ),
    r"No matching distribution found": (
        "A package of requirements.lock has no build for this Python on this system.\n"
        "Start with another Python, 3.11 or newer."
    ),
    r"": "The set-up failed. Start again once the cause is mended; it begins afresh.",
}


def explain(printed: str) -> str:
    """Say in plain words why pip failed."""
    return next(meaning for pattern, meaning in CAUSES.items() if re.search(pattern, printed))
