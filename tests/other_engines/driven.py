"""Firefox and WebKit, each with as much as the walks need: open, ask, press, type. Chromium is tried in all other tests.

Firefox is driven by Mozilla's own driver, since Debian has no geckodriver; WebKit, the engine of Safari, by Selenium, in a
window on a screen that is not there. Both come with `make hard`.
"""

from __future__ import annotations

import gc
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MINI = "usr/lib/*/webkit2gtk-4.1/MiniBrowser"
CSS = "css selector"


@dataclass(frozen=True)
class Engine:
    """A browser that is open on a page."""

    name: str
    driver: Any

    def open(self, url: str) -> None:
        """Go to a page, and wait until it is loaded. The same page at another `#` is loaded anew."""
        go = self.driver.navigate if self.name == "firefox" else self.driver.get
        go("about:blank")
        go(url)

    def ask(self, script: str, *given: Any) -> Any:
        """What an expression comes to on the page; `given` is `arguments`. Runs beside the page, out of reach of its policy."""
        body = f"return ({script});"
        if self.name == "firefox":
            return self.driver.execute_script(body, script_args=list(given), sandbox=None)
        return self.driver.execute_script(body, *given)

    def until(self, script: str, *given: Any, seconds: float = 20) -> Any:
        """Wait until an expression is true; gives what it came to."""
        end = time.monotonic() + seconds
        while not (found := self.ask(script, *given)):
            assert time.monotonic() < end, f"{self.name}: not within {seconds} s: {script}"
            time.sleep(0.1)
        return found

    def there(self, css: str) -> Any:
        """The first element that can be seen, once it is there."""
        self.until("[...document.querySelectorAll(arguments[0])].some((one) => one.checkVisibility())", css)
        every = self.driver.find_elements(CSS, css)
        return next(one for one in every if one.is_displayed())

    def click(self, css: str) -> None:
        one = self.there(css)
        self.ask("arguments[0].scrollIntoView({ block: 'center' })", one)
        one.click()

    def press(self, words: str) -> None:
        """Click the button or link that says this."""
        buttons = "[...document.querySelectorAll('button, a, label, summary')]"
        mark = f"{buttons}.find((one) => one.checkVisibility() && (one.ariaLabel ?? one.innerText).trim() === arguments[0])"
        self.until(f"!!{mark}", words)
        self.ask(f"{mark}.setAttribute('data-pressed', arguments[0])", words)
        self.click(f'[data-pressed="{words}"]')

    def type(self, css: str, text: str) -> None:
        """Type into a field, in place of what stands there."""
        one = self.there(css)
        one.clear()
        one.send_keys(text)

    def text(self, css: str) -> str:
        return str(self.ask("document.querySelector(arguments[0]).innerText", css))


@contextmanager
def firefox(folder: Path) -> Iterator[Engine]:
    from marionette_driver.marionette import Marionette

    driver = Marionette(
        bin=shutil.which("firefox-esr") or shutil.which("firefox"),
        headless=True,
        port=0,
        workspace=str(folder),
        gecko_log=str(folder / "firefox.log"),
        prefs={"browser.download.folderList": 2, "browser.download.dir": str(folder)},
    )
    try:
        driver.start_session()
        driver.timeout.page_load = driver.timeout.script = 60
        yield Engine("firefox", driver)
    finally:
        driver.quit()
        driver.cleanup()
        del driver
        gc.collect()  # its profile wants to be thrown away before Python ends


@contextmanager
def webkit(folder: Path) -> Iterator[Engine]:
    from selenium import webdriver
    from selenium.webdriver.webkitgtk.options import Options
    from selenium.webdriver.webkitgtk.service import Service

    options = Options()
    (options.binary_location,) = [str(found) for found in Path("/").glob(MINI)]
    options.add_argument("--automation")
    service = Service(shutil.which("WebKitWebDriver"), log_output=str(folder / "webkit.log"))
    with screen() as display:
        service.env = {**(service.env or {}), "DISPLAY": display, "GDK_BACKEND": "x11"}
        driver = webdriver.WebKitGTK(options=options, service=service)
        try:
            yield Engine("webkit", driver)
        finally:
            driver.quit()


@contextmanager
def screen() -> Iterator[str]:
    """A screen that is not there: its name."""
    shown = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(shown, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        number = server.stdout.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()
