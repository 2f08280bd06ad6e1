import { describe, expect, test } from "vitest";
import type { RelationRow } from "../../src/knowledge/fact.ts";
import { ownSources } from "../support/example.ts";

const files = ownSources.facts;
const entities = files.flatMap((file) => file.entities);
const relations = files.flatMap((file) => file.relations);
const byId = new Map(entities.map((entity) => [entity.id, entity]));
const LATEST = "2027";

const written = ({ relation, subject, object }: RelationRow): string => `${relation}: ${subject} → ${object}`;
const kindOf = (id: string): string => byId.get(id)?.kind ?? "unknown";

describe("what the knowledge names", () => {
  test("no id stands for two things", () => {
    const ids = entities.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test("every country, seat and thing represented exists", () => {
    const dangling = entities.flatMap(({ id, country, seat, represents }) =>
      [country, seat, represents]
        .filter((other) => other !== undefined && !byId.has(other))
        .map((other) => `${id} → ${other}`),
    );
    expect(dangling).toEqual([]);
  });

  test("every row has a source that its file explains", () => {
    const unexplained = files.flatMap(({ sources, entities: things, relations: rows }) =>
      [
        ...things.map(({ id, source }) => ({ row: id, source })),
        ...rows.map((row) => ({ row: written(row), source: row.source })),
      ].filter(({ source }) => !(source in sources)),
    );
    expect(unexplained).toEqual([]);
  });

  test("nobody dies before they are born", () => {
    const wrong = entities.filter(({ born, died }) => born !== undefined && died !== undefined && died < born);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe("how they are related", () => {
  test("both ends of every relation exist", () => {
    expect(relations.filter(({ subject, object }) => !byId.has(subject) || !byId.has(object)).map(written)).toEqual([]);
  });

  test("no row stands twice", () => {
    const keys = relations.map((row) => `${written(row)} ${row.office ?? ""} ${row.from ?? ""}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test("nothing ends before it begins or begins in the future", () => {
    const wrong = relations.filter(
      ({ from, to }) =>
        (from !== undefined && from >= LATEST) ||
        (from !== undefined && to !== undefined && to < from.slice(0, to.length)),
    );
    expect(wrong.map(written)).toEqual([]);
  });

  test("capitals are cities, and what is governed is a place", () => {
    const wrong = relations.filter(
      ({ relation, subject, object }) =>
        (/capital|seat-of/u.test(relation) && kindOf(subject) !== "city") ||
        (relation === "governs" && !["country", "territory", "region", "city"].includes(kindOf(object))),
    );
    expect(wrong.map(written)).toEqual([]);
  });

  test("neighbours are listed once", () => {
    const pairs = relations
      .filter(({ relation }) => relation === "borders")
      .map(({ subject, object }) => [subject, object].sort().join(" "));
    expect(pairs.filter((pair, index) => pairs.indexOf(pair) !== index)).toEqual([]);
  });
});

/** The first day on which a row surely holds and the last: a year alone may begin or end within it. */
const surely = ({ from = "0000", to = "9999" }: RelationRow) => ({
  first: from.padEnd(10, from.length === 4 ? "-12-31" : "-31"),
  last: to.length === 10 ? to : to.padEnd(7, "-01").padEnd(10, "-01"),
});

test("no two persons hold an office of one at a time", () => {
  const holders = relations.filter(({ relation, shared }) => relation === "holds" && shared !== true);
  const overlaps = holders.flatMap((row, index) =>
    holders.slice(index + 1).flatMap((other) => {
      if (other.office !== row.office || other.object !== row.object || other.subject === row.subject) return [];
      const [own, others] = [surely(row), surely(other)];
      const isOverlap = own.first < others.last && others.first < own.last;
      return isOverlap ? [`${row.object} ${row.office}: ${row.subject} and ${other.subject}`] : [];
    }),
  );
  expect(overlaps).toEqual([]);
});
