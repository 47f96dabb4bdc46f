"""What pip says of a set-up that failed, in plain words."""

import pytest


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (
            "WARNING: Retrying (Retry(total=0)) after connection broken by "
            "'NewConnectionError('<>: Failed to establish a new connection')': /numpy/\n"
            "ERROR: No matching distribution found for numpy==2.4.6",
            "No network",
        ),
        ("pip._vendor.urllib3.exceptions.ReadTimeoutError: Read timed out.", "No network"),
        (
            "after connection broken by 'SSLError(SSLCertVerificationError(1, '[SSL: "
            "CERTIFICATE_VERIFY_FAILED] certificate verify failed')'",
            "certificate",
        ),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on "
            "device",
            "disk is full",
        ),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "hash differs",
        ),
        ("ERROR: No matching distribution found for numpy==2.4.6", "no build for this Python"),
        ("anything else", "The set-up failed"),
    ],
)
def test_pips_failures_in_plain_words(failures, printed, said):
    assert said in failures.explain(printed)
