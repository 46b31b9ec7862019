"""Runs browser/page_test.mjs against dragoman-serve on the sample corpus and a hostile document. Skipped, with a word,
where there is no browser, no node, or no playwright-core (script/setup-browser installs them)."""
import os
import pathlib
import shutil
import subprocess
import sys
import unittest

from serving import ServerTest

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
MODULES = ROOT / "build" / "browser"
SKIPPED = 77

HOSTILE = {
    "id": "hostile", "lang": "ru", "url": "javascript:window.harm='url'", "source": "<img src=x onerror=\"window.harm='source'\">",
    "title": "\u202e<script>window.harm='title'</script>\x1b[2J ОДКБ <img src=x onerror=\"window.harm='img'\">",
    "body": "ОДКБ <script>window.harm='body'</script> <img src=x onerror=\"window.harm='img'\"> \u2066\u202d\x07\x00 </p></article>"
            "<iframe src=\"javascript:parent.harm=1\"></iframe> <svg onload=\"window.harm='svg'\"></svg> <style>*{display:none}</style> ОДКБ.",
    "<b onclick=alert(1)>": "\"><script>window.harm='key'</script>",
}


def missing():
    if not shutil.which("chromium"):
        return "chromium is not installed"
    if not shutil.which("node"):
        return "node is not installed"
    if not (MODULES / "node_modules" / "playwright-core").is_dir():
        return "playwright-core is not in build/browser"
    return None


class PageTest(ServerTest):
    def setUp(self):
        super().setUp()
        self.index("--quiet", ROOT / "corpora" / "sample")

    def documents(self):
        return [HOSTILE]

    def test_the_page_in_a_browser(self):
        screenshots = pathlib.Path(os.environ.get("DRAGOMAN_SCREENSHOTS", MODULES / "screenshots"))
        screenshots.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(["node", str(HERE / "browser" / "page_test.mjs"), self.url, str(screenshots)], timeout=600,
                              env={**os.environ, "DRAGOMAN_BROWSER": str(MODULES), "DRAGOMAN_CHROMIUM": shutil.which("chromium")})
        self.assertEqual(done.returncode, 0)


if __name__ == "__main__":
    if why := missing():
        print(f"skipped: {why}; script/setup-browser installs what is missing")
        sys.exit(SKIPPED)
    unittest.main()
