"""One setting says where the site is hosted; what depends on it follows, and nothing else does."""

import re
from pathlib import Path

import bs4
import pytest

from tests.support.built_site import ROOT, mkdocs_build
from tests.support.small_site import SETTINGS, prepare

HOST = "https://example.org/a-project/"
SETTING = "site_url:"  # in mkdocs.yml, and nowhere else


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("hosted"), HOST)


@pytest.fixture(scope="module")
def homeless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("homeless"), None)


def built(project: Path, address: str | None) -> Path:
    """Build a small site with the setting of the real one; return its folder."""
    [setting] = [
        line
        for line in (ROOT / "mkdocs.yml").read_text("utf-8").splitlines()
        if line.startswith(SETTING)
    ]
    prepare(project, "# Page\n")
    (project / "mkdocs.yml").write_text(f"{SETTINGS}{setting}\n", "utf-8")
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("SITE_URL", raising=False)
        if address is not None:
            environment.setenv("SITE_URL", address)
        done = mkdocs_build(project, project / "site")
    assert done.returncode == 0, done.stdout
    return project / "site"


def head(site: Path, page: str, selector: str) -> list[bs4.Tag]:
    text = (site / page).read_text("utf-8")
    return bs4.BeautifulSoup(text, "html.parser").select(f"head {selector}")


@pytest.mark.parametrize(
    ("page", "path"), [("index.html", ""), ("sub/page/index.html", "sub/page/")]
)
def test_each_page_names_its_canonical_address(hosted: Path, page: str, path: str) -> None:
    assert [tag["href"] for tag in head(hosted, page, "link[rel=canonical]")] == [HOST + path]
    assert [tag["content"] for tag in head(hosted, page, "meta[property='og:url']")] == [
        HOST + path
    ]


def test_the_map_of_the_site_lists_the_same_addresses(hosted: Path) -> None:
    found = re.findall("<loc>(.*?)</loc>", (hosted / "sitemap.xml").read_text("utf-8"))
    assert found == [HOST, f"{HOST}sub/page/"]


def test_the_error_page_finds_its_files_wherever_it_is_shown(hosted: Path) -> None:
    """It stands for any address, so its own addresses begin at the host."""
    files = [str(tag["href"]) for tag in head(hosted, "404.html", "link[rel=stylesheet]")]
    assert files
    assert all(file.startswith("/a-project/assets/") for file in files)
    assert head(hosted, "404.html", "link[rel=canonical]") == []


def test_pages_refer_to_one_another_as_they_do_without_a_host(hosted: Path, homeless: Path) -> None:
    """So a copy of the site works in any folder: only who asks for its address is told the host."""
    for page in ("index.html", "sub/page/index.html"):
        texts = [(site / page).read_text("utf-8") for site in (hosted, homeless)]
        assert texts[0].count(HOST) == 2
        assert HOST not in texts[1]
        links = [
            [str(tag["href"]) for tag in bs4.BeautifulSoup(text, "html.parser").select("a, link")
             if tag.has_attr("href") and "canonical" not in (tag.get("rel") or [])]
            for text in texts
        ]  # fmt: skip
        assert links[0] == links[1]


def test_without_a_host_nothing_claims_one(homeless: Path) -> None:
    for page in ("index.html", "sub/page/index.html", "404.html"):
        assert head(homeless, page, "link[rel=canonical], meta[property='og:url']") == []
    assert "<loc>" not in (homeless / "sitemap.xml").read_text("utf-8")


def test_no_other_file_names_an_address_of_the_site() -> None:
    lines = (ROOT / "mkdocs.yml").read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith(SETTING)] == [
        'site_url: !ENV [SITE_URL, ""] # where the site is hosted; set by whoever deploys it'
    ]
    workflow = (ROOT / ".github" / "workflows" / "pages.yml").read_text("utf-8")
    assert workflow.count("SITE_URL: ${{ steps.pages.outputs.base_url }}/\n") == 1
