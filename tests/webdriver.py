"""A headless Chromium driven over the WebDriver protocol, with nothing but the standard library. None where no browser is installed."""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


_OWN_PAGES = ("data:,", "chrome:", "chrome-", "about:")


class Browser:
    """One browser window; `with Browser() as browser`."""

    def __enter__(self) -> Browser:
        with contextlib.ExitStack() as closing:
            self._start(closing)
            self._closing = closing.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._closing.close()

    def _start(self, closing: contextlib.ExitStack) -> None:
        """The driver, then the window; what is started is put down to be ended."""
        assert CHROMIUM and DRIVER
        home = closing.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        driver = closing.enter_context(subprocess.Popen([DRIVER, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True))
        closing.callback(driver.terminate)
        assert driver.stdout
        port = next(int(found.group(1)) for line in driver.stdout if (found := re.search(r"successfully on port (\d+)", line)))
        self._http = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        closing.callback(self._http.close)
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={home}"]
        options = {"binary": CHROMIUM, "args": arguments}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}
        self._session = f"/session/{self._ask('POST', '/session', {'capabilities': {'alwaysMatch': wanted}})['sessionId']}"
        closing.callback(self._ask, "DELETE", self._session)

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        self._http.request(method, path, None if body is None else json.dumps(body), {"Content-Type": "application/json"})
        answer = json.loads(self._http.getresponse().read())["value"]
        assert not (isinstance(answer, dict) and "error" in answer), answer
        return answer

    def open(self, path: Path, width: int = 1280, dark: bool = False, media: str = "") -> None:
        """Show a file in a window of that width."""
        self._tell("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 500)
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self._tell("Emulation.setEmulatedMedia", media=media, features=features)
        self._ask("POST", f"{self._session}/url", {"url": path.as_uri()})

    def _tell(self, command: str, **parameters: Any) -> None:
        self._ask("POST", f"{self._session}/goog/cdp/execute", {"cmd": command, "params": parameters})

    def run(self, script: str) -> Any:
        """The value that a script returns; it runs beside the page, whose policy doesn't hold it."""
        return self._ask("POST", f"{self._session}/execute/sync", {"script": script, "args": []})

    def wait_for(self, script: str) -> Any:
        """The value that a script's promise comes to."""
        body = {"script": f"const done = arguments[0]; ({script}).then(done)", "args": []}
        return self._ask("POST", f"{self._session}/execute/async", body)

    def press(self, *keys: str) -> None:
        """Keys one after another, to whatever has the focus."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._ask("POST", f"{self._session}/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def console(self) -> list[str]:
        """What the page has written to the console, errors of the browser with it."""
        return [entry["message"] for entry in self._log("browser")]

    def requests(self) -> list[str]:
        """The addresses that were asked for since the last time, but for what the browser's own start page asks for: it may come late."""
        told = [json.loads(entry["message"])["message"] for entry in self._log("performance")]
        sent = [event["params"] for event in told if event["method"] == "Network.requestWillBeSent"]
        return [params["request"]["url"] for params in sent if not params.get("documentURL", "").startswith(_OWN_PAGES)]

    def _log(self, kind: str) -> Any:
        return self._ask("POST", f"{self._session}/se/log", {"type": kind})
