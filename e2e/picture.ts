// Takes the picture of the report that README.md shows: node e2e/picture.ts PAGE.html docs/report.png
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from './browser.ts';

const [page, picture] = process.argv.slice(2);
if (!page || !picture) throw new Error('Say which page and where to: node e2e/picture.ts PAGE.html docs/report.png');
const browser = await openBrowser();
try {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 1300 }, colorScheme: 'light' });
  await tab.goto(pathToFileURL(resolve(page)).href);
  await tab.screenshot({ path: picture });
} finally {
  await browser.close();
}
console.log(`${picture}: ${Math.round(statSync(picture).size / 1000)} kB`);
