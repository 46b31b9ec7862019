// The page in a real browser: node page_test.mjs URL SCREENSHOTS, where DRAGOMAN_BROWSER has node_modules and
// DRAGOMAN_CHROMIUM is the browser. page_test.py starts the server on documents made for it.
import assert from "node:assert/strict";
import {createRequire} from "node:module";
import path from "node:path";

const [url, screenshots] = process.argv.slice(2);
const {chromium} = createRequire(path.join(process.env.DRAGOMAN_BROWSER, "x.js"))("playwright-core");
const browser = await chromium.launch({executablePath: process.env.DRAGOMAN_CHROMIUM, args: ["--no-sandbox", "--force-color-profile=srgb"]});

const kDesk = {viewport: {width: 1180, height: 860}};
const kPhone = {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true};

const tests = [];
const test = (name, run, options = {}) => tests.push({name, run, options});
const shot = (page, name, more = {}) => page.screenshot({path: path.join(screenshots, name + ".png"), ...more});
const titles = (page) => page.locator(".hit h2").allTextContents();
const marks = (page) => page.locator("mark").allTextContents();

// Asks from outside: what Playwright would put into the page to wait there is what the page's policy forbids.
async function until(page, holds, argument) {
  for (let trial = 0; trial < 600; ++trial) {
    if (await page.evaluate(holds, argument)) return;
    await page.waitForTimeout(50);
  }
  throw new Error("this never came to be: " + holds);
}

async function search(page, query) {
  await page.goto(url);
  await page.fill("#query", query);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".hit");
}

test("an English acronym finds all its names", async (page) => {
  await search(page, "CSTO");
  const found = await marks(page);
  for (const name of ["ОДКБ", "OTSC", "集体安全条约组织"]) assert.ok(found.includes(name), `${name} in ${found}`);
  assert.match(await page.textContent("#status"), /^\d+ documents · 1–\d+ shown · [\d.]+ ms$/);
  assert.match(await page.textContent("#told"), /CSTO is read as Collective Security Treaty Organization/);
  assert.equal(await page.title(), "CSTO – Dragoman");
  await shot(page, "search-en");
});

test("a Russian query finds words in their cases", async (page) => {
  await search(page, "резолюция 1540 (2004) Совета Безопасности");
  assert.ok((await marks(page)).some((mark) => mark.startsWith("резолюц")), await marks(page));
  assert.ok((await page.locator('.hit[lang="ru"]').count()) > 0);
  await shot(page, "search-ru-dark");
}, {...kDesk, colorScheme: "dark"});

test("a facet narrows, a chip widens, the back button returns", async (page) => {
  await search(page, "CSTO");
  const all = await titles(page);
  await page.click('[data-facet="lang"] .value:has-text("Russian")');
  await page.waitForSelector(".chip");
  assert.match(page.url(), /lang=ru/);
  const russian = await titles(page);
  assert.ok(russian.length < all.length && russian.length > 0);
  assert.equal(await page.locator('.hit:not([lang="ru"])').count(), 0);
  await shot(page, "facet");
  await page.click(".chip");
  await until(page, (n) => document.querySelectorAll(".hit").length === n, all.length);
  await page.goBack();
  await page.waitForSelector(".chip");
  assert.deepEqual(await titles(page), russian);
  await page.goBack();
  await until(page, () => !document.querySelector(".chip"));
  assert.deepEqual(await titles(page), all);
});

test("the timeline takes a year, and years", async (page) => {
  await search(page, "SCO");
  await page.click('.bars [data-year="2016"]');
  await page.waitForSelector(".chip");
  assert.match(page.url(), /date=2016$/);
  assert.ok((await page.locator(".bars button").count()) > 1, "other years can still be chosen");
  await page.click('.bars [data-year="2018"]', {modifiers: ["Shift"]});
  await until(page, () => location.search.includes("2016..2018"));
  await page.waitForSelector(".chip:has-text('2016 – 2018')");
  assert.equal(await page.locator(".bars .inside").count(), 3);
});

test("suggestions are a list for keys", async (page) => {
  await page.goto(url);
  await page.locator("#query").pressSequentially("shanghai coop");
  await page.waitForSelector("#suggestions li");
  await shot(page, "suggestions");
  assert.equal(await page.getAttribute("#query", "aria-expanded"), "true");
  await page.keyboard.press("ArrowDown");
  const active = await page.getAttribute("#query", "aria-activedescendant");
  assert.equal(await page.getAttribute("#" + active, "aria-selected"), "true");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".hit");
  assert.equal(await page.inputValue("#query"), '"Shanghai Cooperation Organization"');
  assert.equal(await page.isVisible("#suggestions"), false);
});

test("keys search, move, open, go from mark to mark and back", async (page) => {
  await search(page, "CSTO");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  const first = page.locator(".hit h2 a").first();
  assert.ok(await first.evaluate((link) => link === document.activeElement));
  const title = await first.textContent();
  await page.keyboard.press("Enter");
  await page.waitForSelector("#document h1");
  assert.equal(await page.textContent("#document h1"), title);
  await page.keyboard.press("n");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "MARK");
  await shot(page, "document");
  await page.keyboard.press("Escape");
  await page.waitForSelector(".hit");
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "query");
});

test("a link leads to a document with its marks", async (page) => {
  await page.goto(url + "?q=ОДКБ&doc=hostile");
  await page.waitForSelector("#document h1");
  assert.deepEqual([...new Set(await page.locator("#document mark").allTextContents())], ["ОДКБ"]);
  await page.click(".back");
  await page.waitForSelector(".hit");
  assert.equal(await page.inputValue("#query"), "ОДКБ");
});

test("nothing of a document runs", async (page) => {
  await search(page, "=\"<script>\" lang:ru OR id:hostile");
  const look = async () => {
    const text = await page.evaluate(() => document.body.innerText);
    assert.match(text, /<script>/);
    assert.match(text, /<img src=x onerror/);
    assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u001b]/);
    assert.equal(await page.locator("main script, main img, main iframe, main style, main svg").count(), 0);
    assert.equal(await page.evaluate(() => window.harm), undefined);
  };
  await look();
  await shot(page, "hostile");
  await page.click(".hit h2 a");
  await page.waitForSelector("#document .body");
  await look();
  assert.equal(await page.locator("#document a[href^='javascript' i]").count(), 0);
  assert.match(await page.textContent("#document dl"), /javascript:/);
  await shot(page, "hostile-document");
});

test("right-to-left texts stand right to left", async (page) => {
  await search(page, "منظمة شنغهاي للتعاون");
  const hit = page.locator('.hit[lang="ar"] h2').first();
  assert.equal(await hit.evaluate((title) => getComputedStyle(title).direction), "rtl");
  await shot(page, "search-ar-phone", {fullPage: true});
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  assert.equal(wide, false, "the page is not wider than a phone");
}, kPhone);

test("nothing found is told, with what to ask instead", async (page) => {
  await page.goto(url + "?q=sheltter+CSTO");
  await page.waitForSelector("#found:not([hidden])");
  await page.goto(url + "?q=CSTO+AND+volcanologist");
  await page.waitForSelector(".try");
  assert.match(await page.textContent("#told"), /Nothing was found\.Try instead:/);
  await shot(page, "nothing");
  await page.click("#told li a");
  await page.waitForSelector(".hit");
});

test("the first page tells what there is", async (page) => {
  await page.goto(url);
  await page.waitForSelector("#welcome h1");
  assert.match(await page.textContent("#welcome"), /\d+ documents in /);
  await shot(page, "welcome");
});

test("a server that is gone is told", async (page) => {
  await search(page, "CSTO");
  await page.route("**/search?*", (route) => route.abort());
  await page.fill("#query", "SCO");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#alert .notice");
  assert.match(await page.textContent("#alert"), /The server does not answer/);
  await shot(page, "gone");
  await page.unroute("**/search?*");
  await page.click("#alert button");
  await until(page, () => document.title === "SCO – Dragoman" && document.querySelector("#alert .notice") === null);
  assert.equal(await page.locator("#alert .notice").count(), 0);
});

test("a partial answer is told", async (page) => {
  await page.route("**/search?*", async (route) => {
    const answer = await (await route.fetch()).json();
    await route.fulfill({json: {...answer, partial: true, notes: ["tcp://there:1 cannot be asked"]}});
  });
  await search(page, "CSTO");
  assert.match(await page.textContent("#alert"), /This is a part of the answer: tcp:\/\/there:1 cannot be asked/);
});

let failed = 0;
for (const {name, run, options} of tests) {
  const context = await browser.newContext({...kDesk, locale: "en", ...options});
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("dialog", (dialog) => { wrong.push("a dialog: " + dialog.message()); dialog.dismiss(); });
  page.on("console", (message) => { if (message.type() === "error" && !/ERR_FAILED/.test(message.text())) wrong.push(message.text()); });
  page.on("request", (request) => { if (!request.url().startsWith(url)) wrong.push("asks elsewhere: " + request.url()); });
  try {
    await run(page);
    assert.deepEqual(wrong, []);
    console.log("ok      " + name);
  } catch (error) {
    ++failed;
    console.log("FAILED  " + name + "\n" + error.stack + "\n" + wrong.join("\n"));
    await shot(page, "failed-" + failed).catch(() => {});
  }
  await context.close();
}
await browser.close();
process.exit(failed > 0 ? 1 : 0);
