#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Opens pages in a headless Chromium and says what a reader would trip over: an error on the console,
any request, anything wider than the window at 360 and 1280 pixels, text of too little contrast, ids
that point nowhere; and what it would print on A4.

    browser.py PAGE.html [FOLDER]      FOLDER: screenshots and the printed PDF go there

Chromium is spoken to over two pipes (--remote-debugging-pipe); nothing else is needed."""
import base64, json, os, pathlib, shutil, subprocess, sys, tempfile

FLAGS = ("--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars "
         "--disable-background-networking --disable-component-update --disable-sync --remote-debugging-pipe").split()

# Runs in the page: what is wrong with it, as a list of sentences.
LOOK = r"""(() => {
  const wrong = [], wide = document.documentElement.scrollWidth, room = window.innerWidth;
  if (wide > room) wrong.push(`the page is ${wide} wide in a window of ${room}`);
  const inScroll = e => { for (; e; e = e.parentElement) if (e.classList.contains('scroll')) return e; };
  for (const e of document.querySelectorAll('body *')) {
    const box = e.getBoundingClientRect();
    if (e.closest('.defs, .unseen') || !box.width || inScroll(e)) continue;
    if (box.right > room + 1 || box.left < -1)
      wrong.push(`${e.tagName} ${e.getAttribute('class')} reaches from ${box.left} to ${box.right}`);
    if (!e.closest('svg') && e.scrollWidth > e.clientWidth + 1 && e.clientWidth && getComputedStyle(e).overflowX != 'visible')
      wrong.push(`${e.tagName} ${e.className} cuts its content`);
  }
  for (const e of document.querySelectorAll('.scroll'))
    if (e.tabIndex != 0 || e.getAttribute('role') != 'region') wrong.push('a region the keyboard cannot reach');
  for (const e of document.querySelectorAll('[aria-labelledby]'))
    for (const id of e.getAttribute('aria-labelledby').split(' '))
      if (!document.getElementById(id)) wrong.push(`#${id} is nowhere`);
  for (const e of document.querySelectorAll('use'))
    if (!document.querySelector(e.getAttribute('href'))) wrong.push(`${e.getAttribute('href')} is nowhere`);
  for (const e of document.querySelectorAll('svg:not([aria-hidden])'))
    if (e.getAttribute('role') != 'img' || !e.querySelector('title')) wrong.push('a picture without a name');
  for (const e of document.querySelectorAll('th')) if (!e.scope) wrong.push('a heading cell without scope');
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  if (new Set(ids).size != ids.length) wrong.push('an id twice');
  const light = c => { const v = c.match(/[\d.]+/g).slice(0, 3).map(x => x / 255)
      .map(x => x <= .04045 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4);
    return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]; };
  const behind = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
      if (!/, 0\)$/.test(c)) return c; } return 'rgb(255,255,255)'; };
  for (const e of document.querySelectorAll('p, h1, h2, th, td, dt, dd, caption, figcaption, li, span')) {
    const a = light(getComputedStyle(e).color), b = light(behind(e));
    if ((Math.max(a, b) + .05) / (Math.min(a, b) + .05) < 4.5) wrong.push(`${e.tagName} ${e.className}: contrast`);
  }
  return [...new Set(wrong)].slice(0, 12);
})()"""


# On paper nothing can be moved into sight: all must fit the sheet, which is turned where a table is wide.
PAPER = """[...document.querySelectorAll('.scroll, figure')].flatMap(e => [...e.querySelectorAll('table, svg, li')]
  .map(x => x.getBoundingClientRect().right - e.getBoundingClientRect().right).filter(over => over > 1.5)
  .map(over => `${over} pixels are cut off on A4`)).slice(0, 3)"""
UPRIGHT, SIDEWAYS = 703, 1032  # pixels: what the margins leave of 210 and 297 mm


class Browser:
    def __init__(self, profile):
        program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
        if not program:
            sys.exit("browser.py: no Chromium")
        to_read, self.to = os.pipe()
        self.of, of_write = os.pipe()

        def place():  # Chromium reads from 3 and writes to 4
            a, b = os.dup(to_read), os.dup(of_write)
            os.dup2(a, 3)
            os.dup2(b, 4)

        self.process = subprocess.Popen([program, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
                                        close_fds=False, preexec_fn=place, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(of_write)
        self.number, self.rest, self.events = 0, b"", []

    def message(self):
        while b"\0" not in self.rest:
            more = os.read(self.of, 1 << 16)
            if not more:
                raise EOFError("the browser ended")
            self.rest += more
        text, _, self.rest = self.rest.partition(b"\0")
        return json.loads(text)

    def call(self, method, session=None, **parameters):
        self.number += 1
        call = {"id": self.number, "method": method, "params": parameters}
        if session:
            call["sessionId"] = session
        data = json.dumps(call).encode() + b"\0"
        while data:
            data = data[os.write(self.to, data):]
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, method):
        while not any(e.get("method") == method for e in self.events):
            self.events.append(self.message())

    def close(self):
        try:
            self.call("Browser.close")
        except (EOFError, OSError):
            pass
        self.process.wait(timeout=20)


def complaints(events, url):
    for e in events:
        method, p = e.get("method"), e.get("params", {})
        if method == "Log.entryAdded":
            yield "console: " + p["entry"]["text"]
        elif method in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
            yield "console: " + json.dumps(p)[:300]
        elif method == "Network.requestWillBeSent" and p["request"]["url"] not in (url, "data:,"):
            yield "request: " + p["request"]["url"]


def visit(browser, page, width, dark, folder):
    url = pathlib.Path(page).resolve().as_uri()
    target = browser.call("Target.createTarget", url="about:blank")["targetId"]
    session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def call(method, **parameters):
        return browser.call(method, session, **parameters)

    browser.events.clear()
    for domain in ("Page", "Runtime", "Log", "Network"):
        call(domain + ".enable")
    call("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=width < 500)
    call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
    browser.events.clear()
    call("Page.navigate", url=url)
    browser.wait("Page.loadEventFired")
    found = call("Runtime.evaluate", expression=LOOK, returnByValue=True)["result"]
    wrong = found["value"] if "value" in found else [json.dumps(found)]
    wrong += complaints(browser.events, url)
    name = f"{width}{'-dark' if dark else ''}"
    if folder:
        shot = call("Page.captureScreenshot", captureBeyondViewport=True)
        with open(os.path.join(folder, name + ".png"), "wb") as f:
            f.write(base64.b64decode(shot["data"]))
    if width > 500 and not dark:
        wide = call("Runtime.evaluate", expression="!!document.querySelector('.wide')")["result"]["value"]
        call("Emulation.setDeviceMetricsOverride", width=SIDEWAYS if wide else UPRIGHT, height=1000,
             deviceScaleFactor=1, mobile=False)
        call("Emulation.setEmulatedMedia", media="print")
        wrong += call("Runtime.evaluate", expression=PAPER, returnByValue=True)["result"]["value"]
        pdf = call("Page.printToPDF", preferCSSPageSize=True)
        with open(os.path.join(folder or tempfile.gettempdir(), "page.pdf") if folder else os.devnull, "wb") as f:
            f.write(base64.b64decode(pdf["data"]))
    browser.call("Target.closeTarget", targetId=target)
    return [f"{name}: {w}" for w in wrong]


def main():
    folder = sys.argv[2] if len(sys.argv) > 2 else None
    profile = tempfile.mkdtemp()
    browser = Browser(profile)
    wrong = []
    try:
        for width in (360, 1280):
            for dark in (False, True):
                wrong += visit(browser, sys.argv[1], width, dark, folder)
    finally:
        browser.close()
        shutil.rmtree(profile, ignore_errors=True)
    print("\n".join(wrong) or "nothing wrong")
    sys.exit(bool(wrong))


main()
