// One picture of the page: node screenshot.mjs ADDRESS FILE, with the environment of page_test.mjs.
import {createRequire} from "node:module";
import path from "node:path";

const [address, file] = process.argv.slice(2);
const {chromium} = createRequire(path.join(process.env.DRAGOMAN_BROWSER, "x.js"))("playwright-core");
const browser = await chromium.launch({executablePath: process.env.DRAGOMAN_CHROMIUM, args: ["--no-sandbox", "--force-color-profile=srgb"]});
const page = await browser.newPage({viewport: {width: 1060, height: 620}, locale: "en"});
await page.goto(address);
await page.waitForSelector(".hit");
await page.evaluate(() => document.fonts.ready);
await page.screenshot({path: file});
await browser.close();
