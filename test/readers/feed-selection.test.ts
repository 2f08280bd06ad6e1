import { describe, expect, test } from "vitest";
import { feed } from "../../src/readers/feed.ts";
import { feedItemCount, selectFeedItems } from "../../src/readers/feed-selection.ts";

const RSS = `<?xml version="1.0"?>\r
<rss version="2.0"><channel><title>Port</title>\r
  <!-- <item> is no item -->
  <item><guid>a</guid><title>One &amp; only</title></item>\r
  <item><guid>b</guid><description><![CDATA[<item>Two</item>]]></description></item>
  <item><guid>c</guid><title>Three</title></item>
</channel></rss>
`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Port</title><entry><id>a</id><title>One</title></entry><entry><id>b</id><content type="xhtml"><div><entry>x</entry></div></content></entry></feed>`;
const RDF = `<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="c"><title>Port</title><items><rdf:Seq>
<rdf:li rdf:resource="a"/>
<rdf:li rdf:resource="b"/>
</rdf:Seq></items></channel>
<item rdf:about="a"><title>One</title></item>
<item rdf:about="b"><title>Two</title></item>
</rdf:RDF>`;
const JSON_FEED = `{"version":"https://jsonfeed.org/version/1.1", "items": [ {"id":"a","title":"One"},\n  {"id":"b","title":"Two, [three]"} , {"id":"c"} ], "title":"Port"}`;

describe.each([
  ["RSS", RSS, 3],
  ["Atom", ATOM, 2],
  ["RDF", RDF, 2],
  ["JSON Feed", JSON_FEED, 3],
] as const)("%s", (_, text, count) => {
  const names = (some: string): readonly string[] => {
    const documents = feed.read("feed", some, { scope: "article" });
    if (documents.kind === "problem") throw new Error(documents.problem.what);
    return documents.value.map(({ id }) => id);
  };

  test("has so many items", () => expect(feedItemCount(text)).toBe(count));

  test("with all its items is the same to the letter", () => expect(selectFeedItems(text, () => true)).toBe(text));

  test("with any of its items is a feed of these, each as it was", () => {
    const all = names(text);
    for (let choice = 0; choice < 2 ** count; choice += 1) {
      const isWanted = (index: number): boolean => (choice & (1 << index)) !== 0;
      const selected = selectFeedItems(text, isWanted);
      expect(names(selected)).toEqual(all.filter((__, index) => isWanted(index)));
      expect(text.length - selected.length).toBeGreaterThanOrEqual(0);
    }
  });
});

test("an RDF feed no longer lists what it no longer has", () => {
  expect(selectFeedItems(RDF, (index) => index === 1)).not.toContain('"a"');
});

test("what stays of an item is what it was", () => {
  expect(selectFeedItems(RSS, (index) => index === 0)).toContain(
    "<item><guid>a</guid><title>One &amp; only</title></item>",
  );
  expect(selectFeedItems(JSON_FEED, (index) => index === 1)).toContain('[ {"id":"b","title":"Two, [three]"} ]');
});
