import { expect } from "chai";
import fc from "fast-check";
import { accessRelation, createGraph, createWorld, type AccessAddress } from "../../../../access/index";
import { cellSign, cellText } from "../../../../cli/access/page/model/cell-text";
import { moveCursor } from "../../../../cli/access/page/model/cursor";
import { connectedTo, layOut } from "../../../../cli/access/page/model/graph-layout";
import { AddressSearch } from "../../../../cli/access/page/model/matching";
import { Matrix } from "../../../../cli/access/page/model/matrix";
import { firstToShow, visiblePart } from "../../../../cli/access/page/model/visible-part";
import { knownAddress, trueWorlds } from "../../../access/oracle/true-world";

const address = (name: string, groups: string[]): AccessAddress => ({
  id: `id-${name}`,
  name,
  collection: "team",
  key: { name: "key", known: true },
  action: "connect",
  groups: { known: groups },
});

describe("the matrix of the access page", () => {
  it("has the cells of the relation, whether like addresses are one line or not", () => {
    fc.assert(
      fc.property(trueWorlds, fc.boolean(), (addresses, folded) => {
        const world = createWorld(addresses.map(knownAddress));
        const matrix = new Matrix(world, world.connectors, world.listeners, folded);
        const cells: string[] = [];
        matrix.rows.forEach((froms, row) =>
          matrix.columns.forEach((tos, column) => {
            const cell = matrix.cell(row, column);
            if (cell)
              froms.forEach((from) =>
                tos.forEach((to) => cells.push(`${from.id} ${to.id} ${cell.via.join()}`)),
              );
          }),
        );
        const expected = [...accessRelation(world)].flatMap(({ listener, admits }) =>
          [...admits].map(({ from, via }) => `${from.id} ${listener.id} ${via.join()}`),
        );
        expect(cells.sort()).to.deep.equal(expected.sort());
      }),
      { numRuns: 500 },
    );
  });

  const moves: [string, [number, number], [number, number] | undefined][] = [
    ["ArrowDown", [1, 1], [2, 1]],
    ["ArrowUp", [0, 1], [0, 1]],
    ["ArrowRight", [1, 4], [1, 4]],
    ["ArrowLeft", [1, 1], [1, 0]],
    ["PageDown", [1, 1], [4, 1]],
    ["PageUp", [1, 1], [0, 1]],
    ["Home", [1, 3], [1, 0]],
    ["End", [1, 1], [1, 4]],
    ["Ctrl+Home", [3, 3], [0, 0]],
    ["Ctrl+End", [1, 1], [9, 4]],
    ["a", [1, 1], undefined],
  ];
  for (const [key, [row, column], to] of moves) {
    it(`${key} moves the cursor from ${row}, ${column} to ${to?.join() ?? "nowhere"}`, () => {
      const moved = moveCursor({ row, column }, key, { rows: 10, columns: 5 }, { rows: 3, columns: 2 });
      expect(moved && [moved.row, moved.column]).to.deep.equal(to);
    });
  }

  it("can show every line: scrolled to it, it is seen", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 10, max: 2000 }), fc.nat(6000), (last, space, scrolled) => {
        const part = visiblePart(scrolled, space, 28, last + 1);
        const first = firstToShow(part, last);
        const shown = visiblePart(first * 28, space, 28, last + 1);
        expect(shown.first).to.be.at.most(last);
        expect(shown.first + shown.count).to.equal(last + 1);
      }),
    );
  });

  it("says in a cell why, without colour", () => {
    const via = ["group:support", "group:sales", "address"] as const;
    expect(cellSign({ via, certain: true })).to.equal("●◆");
    expect(cellText({ via, certain: true })).to.equal("can connect (support, sales, by its address)");
    expect(cellSign({ via: ["open"], certain: true })).to.equal("○");
    expect(cellSign({ via: ["group"], certain: false })).to.equal("?");
    expect(cellText(undefined)).to.equal("cannot connect");
  });
});

describe("the search of the access page", () => {
  const kim = address("viewer-kim", ["Support", "on call"]);
  const lee = address("viewer-lee", ["sales"]);
  const cases: [string, AccessAddress[]][] = [
    ["", [kim, lee]],
    ["VIEWER", [kim, lee]],
    ["support", [kim]],
    ["viewer sales", [lee]],
    ["team kim", [kim]],
    ["id-viewer-lee", [lee]],
    ["kim sales", []],
  ];
  for (const [typed, found] of cases) {
    it(`finds ${found.map(({ name }) => name).join(" and ") || "nobody"} by "${typed}"`, () => {
      expect(new AddressSearch().find([kim, lee], typed)).to.deep.equal(found);
    });
  }
});

describe("the graph of the access page", () => {
  it("has a place of its own for every node, and shows the paths through one", () => {
    fc.assert(
      fc.property(trueWorlds, (addresses) => {
        const graph = createGraph(createWorld(addresses.map(knownAddress)));
        const places = layOut(graph);
        expect(new Set(places.map(({ column, row }) => `${column} ${row}`)).size).to.equal(
          graph.nodes.length,
        );
        for (const { from, to } of graph.edges) {
          expect(places[from]?.column).to.be.below(places[to]?.column as number);
          expect(connectedTo(from, graph).has(to)).to.equal(true);
          expect(connectedTo(to, graph).has(from)).to.equal(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
