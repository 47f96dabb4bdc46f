// Visits pages as benchmarks/pages.py asks on its input, one JSON object a line, and answers each with
// one line: Lighthouse's report of a first view, or what a visit from another page of the site loads.

import { createInterface } from "node:readline";
import * as launcher from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import puppeteer from "puppeteer-core";

const QUIET = 500; // ms without a request, after which a page has all it wants
const KEPT = ["largest-contentful-paint", "first-contentful-paint", "speed-index"];
const METRICS = [...KEPT, "total-blocking-time", "cumulative-layout-shift"];

const chrome = await launcher.launch({
  chromePath: process.env.CHROME_PATH,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-background-networking"],
});

/** The scores, metrics and transfers of a first view, with nothing in the cache. */
async function firstView({ url, preset, categories }) {
  const flags = { port: chrome.port, onlyCategories: categories, throttlingMethod: "simulate" };
  const config = preset === "desktop" ? desktopConfig : undefined;
  const { lhr } = await lighthouse(url, { ...flags, logLevel: "error" }, config);
  if (lhr.runtimeError) {
    throw new Error(lhr.runtimeError.message);
  }
  const requests = (lhr.audits["network-requests"]?.details?.items ?? []).filter((item) =>
    item.url.startsWith("http"),
  );
  const scores = Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(100 * score)]);
  const metrics = METRICS.map((id) => [id, lhr.audits[id]?.numericValue]);
  return {
    scores: Object.fromEntries(scores),
    metrics: Object.fromEntries(metrics.filter(([, value]) => value !== undefined)),
    requests: requests.length,
    bytes: requests.reduce((sum, { transferSize }) => sum + transferSize, 0),
    failed: failed(lhr),
  };
}

/** What costs points outside performance: the audits' names. */
function failed({ categories, audits }) {
  return Object.values(categories)
    .filter(({ id }) => id !== "performance")
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => id);
}

/** The requests and bytes of a page for a reader who comes from another one. */
async function nextPage({ url, from }) {
  const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${chrome.port}` });
  const context = await browser.createBrowserContext(); // a cache of its own
  try {
    const page = await context.newPage();
    const client = await page.createCDPSession();
    const settled = { waitUntil: "networkidle0", idleTime: QUIET };
    await page.goto(from, settled);
    await client.send("Network.enable");
    let [requests, bytes] = [0, 0];
    client.on("Network.loadingFinished", ({ encodedDataLength }) => {
      requests += encodedDataLength > 0 ? 1 : 0; // none: it came from the cache
      bytes += encodedDataLength;
    });
    await page.goto(url, settled);
    return { requests, bytes };
  } finally {
    await context.close();
    await browser.disconnect();
  }
}

try {
  for await (const line of createInterface({ input: process.stdin })) {
    const task = JSON.parse(line);
    const answer = task.from ? await nextPage(task) : await firstView(task);
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
} finally {
  chrome.kill();
}
