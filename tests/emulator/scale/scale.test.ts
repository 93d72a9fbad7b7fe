import { expect } from "chai";
import { CreationOrder } from "../../../emulator/addresses/creation-order";
import { Caller, nextPath, basic } from "../caller/caller";

/** An item that counts how often its place in the order is looked at. */
class CountedItem {
  static looks = 0;
  constructor(readonly place: number) {}
  get sequence(): number {
    CountedItem.looks += 1;
    return this.place;
  }
}

function looksOf(action: () => unknown): number {
  CountedItem.looks = 0;
  action();
  return CountedItem.looks;
}

function take<Item>(items: Iterable<Item>, count: number): Item[] {
  const taken: Item[] = [];
  for (const item of items) {
    taken.push(item);
    if (taken.length === count) {
      break;
    }
  }
  return taken;
}

describe("emulator: 100,000 addresses", () => {
  const size = 100_000;
  let order: CreationOrder<CountedItem>;
  let items: CountedItem[];
  beforeEach(() => {
    order = new CreationOrder();
    items = Array.from({ length: size }, (_, index) => new CountedItem(index + 1));
    items.forEach((item) => order.append(item));
  });

  it("rule 36: a page anywhere in the list looks at some 20 places to find its start, whatever its size", () => {
    for (const after of [0, 1, 50_000, 99_950]) {
      const looks = looksOf(() => {
        expect(take(order.after(after), 20).map(({ place }) => place)[0]).to.equal(after + 1);
      });
      expect(looks, `after ${after}`).to.be.below(25);
    }
  });

  it("rule 64: removing one looks at some 20 places", () => {
    expect(looksOf(() => order.remove(items[77_777]!))).to.be.below(25);
    expect(order.size).to.equal(size - 1);
    expect(take(order.after(77_776), 2).map(({ place }) => place)).to.deep.equal([77_777, 77_779]);
  });

  it("A36: a gap of 99,000 deleted addresses costs a reader nothing", () => {
    items.slice(500, 99_500).forEach((item) => order.remove(item));
    const looks = looksOf(() => {
      expect(take(order.after(400), 200).map(({ place }) => place)).to.deep.equal([
        ...Array.from({ length: 100 }, (_, index) => 401 + index),
        ...Array.from({ length: 100 }, (_, index) => 99_501 + index),
      ]);
    });
    expect(looks).to.be.below(25);
  });

  it("removing what is not there, or twice, changes nothing", () => {
    order.remove(new CountedItem(size + 5));
    order.remove(items[0]!);
    order.remove(items[0]!);
    expect(order.size).to.equal(size - 1);
  });

  it("rules 35 to 38: over the wire the pages of 99 have every address once, in 1,011 requests", async () => {
    const caller = await Caller.start();
    const all = caller.emulator.seed(Array.from({ length: size }, () => ({ allowedActions: ["connect"] })));
    const listed: string[] = [];
    let path: string | undefined = "/cloud/1.1/static-address?limit=99";
    while (path !== undefined) {
      const page = await caller.raw("GET", path, { headers: { authorization: basic("emulator") } });
      listed.push(...page.json.cloudAddresses);
      path = nextPath(page);
    }
    expect(listed).to.have.length(size);
    expect(new Set(listed).size).to.equal(size);
    expect([listed[0], listed[size - 1]]).to.deep.equal([all[0], all[size - 1]]);
    expect(caller.emulator.requestCounts().list).to.equal(1011);
    await caller.close();
  });
});
