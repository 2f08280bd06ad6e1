import { expect, test } from "vitest";
import { dayOf } from "../../src/readers/day.ts";
import { feed } from "../../src/readers/feed.ts";
import { languageCode } from "../../src/readers/language.ts";
import { expectWaysBack, textsOf, unwrapped } from "./support.ts";

function read(file: string) {
  const documents = unwrapped(feed.read("a.xml", file, { scope: "article" }));
  expectWaysBack(file, documents);
  return documents;
}

test("items of one name are told apart", () => {
  const items = "<item><guid>a</guid></item><item><guid>a</guid></item><item/>";
  expect(read(`<rss><channel>${items}</channel></rss>`).map(({ id }) => id)).toEqual(["a", "a#2", "item-3"]);
});

test("a feed may put a prefix on its names", () => {
  const file =
    '<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"><atom:entry><atom:id>1</atom:id><atom:title>T</atom:title></atom:entry></atom:feed>';
  expect(textsOf(read(file))).toEqual(["T"]);
});

test("comments and instructions inside a text are no text", () => {
  expect(textsOf(read("<rss><channel><item><title>a<!-- & --><?x > ?>b</title></item></channel></rss>"))).toEqual([
    "ab",
  ]);
});

test("a tag may have angle brackets in its attributes", () => {
  expect(textsOf(read('<rss><channel><item x="a>b" y=\'"\'><title>t</title></item></channel></rss>'))).toEqual(["t"]);
});

test.each([
  ["Tue, 29 Feb 2024 00:10:00 GMT", "2024-02-29"],
  ["29 Feb 24 00:10 EST", "2024-02-29"],
  ["Thu, 1 September 1994", "1994-09-01"],
  ["2024-02-30", undefined],
  ["soon", undefined],
])("the day of %s is %s", (written, day) => {
  expect(dayOf(written)).toBe(day);
});

test.each([
  ["en-GB", "en"],
  ["eng", "en"],
  ["zh_Hant_TW", "zh"],
  ["", undefined],
  ["x-default", undefined],
  ["und", undefined],
])("the language of %s is %s", (tag, code) => {
  expect(languageCode(tag)).toBe(code);
});

test("items keep what feeds say of them", () => {
  const rss =
    "<item><guid>7</guid><title>Tide &amp; time</title><author>desk@example.org (Ada Reed)</author><category>Ports</category><category> </category></item>";
  expect(read(`<rss><channel>${rss}</channel></rss>`).map(({ fields }) => fields)).toEqual([
    { guid: ["7"], title: ["Tide & time"], author: ["Ada Reed"], category: ["Ports"] },
  ]);
  const atom =
    '<entry><id>8</id><title>Low water</title><author><name>B. &amp; C.</name><email>b@example.org</email></author><category term="sea" label="The sea"/></entry>';
  expect(read(`<feed xmlns="http://www.w3.org/2005/Atom">${atom}</feed>`).map(({ fields }) => fields)).toEqual([
    { guid: ["8"], title: ["Low water"], author: ["B. & C."], category: ["The sea", "sea"] },
  ]);
  const json = { id: 9, title: "Fog", tags: ["sky"], authors: [{ name: "Ida" }, {}], content_text: "Fog lifts." };
  const written = JSON.stringify({ version: "https://jsonfeed.org/version/1.1", items: [json] });
  expect(read(written).map(({ fields }) => fields)).toEqual([
    { guid: ["9"], title: ["Fog"], author: ["Ida"], category: ["sky"] },
  ]);
});
