import { expect } from "chai";
import { nextPageUrl } from "../../../client/paging/next-link";
import { InvalidAnswer } from "../../../client/responses/invalid-answer";

const pageUrl = "https://api.vnc.com/cloud/1.1/static-address?limit=99";
const next = "https://api.vnc.com/cloud/1.1/static-address?limit=99&page=2";

describe("the Link header", () => {
  const followed: [string, string, string | undefined][] = [
    ["as documented", `<${next}>; rel="next"`, next],
    ["A35: relative to the page", "<?limit=99&page=2>; rel=next", next],
    ["A35: relative to the host", "</cloud/1.1/static-address?limit=99&page=2>; rel=next", next],
    ["A35: unquoted relation", `<${next}>; rel=next`, next],
    ["A35: several relations in one", `<${next}>; rel="prev next"`, next],
    ["A35: behind another relation", `<${pageUrl}>; rel="prev", <${next}>; rel="next"`, next],
    ["in capital letters", `<${next}>; REL="NEXT"`, next],
    ["with parameters in any order", `<${next}>; title="a, b; c"; rel="next"`, next],
    ["with its fragment removed", `<${next}#x>; rel="next"`, next],
    ["without the next page", `<${pageUrl}>; rel="prev"`, undefined],
    ["with a relation that only looks like it", `<${next}>; rel="next-archive"`, undefined],
    ["empty", "", undefined],
  ];
  for (const [name, link, expected] of followed) {
    it(`rule 37: ${name} leads to ${expected === undefined ? "no page" : "the next page"}`, () => {
      expect(nextPageUrl(link, pageUrl)).to.equal(expected);
    });
  }
  it("rule 37: absent leads to no page", () => expect(nextPageUrl(undefined, pageUrl)).to.equal(undefined));

  const refused: [string, string][] = [
    ["another host", '<https://evil.example/cloud/1.1/static-address>; rel="next"'],
    ["another host without a scheme", '<//evil.example/static-address>; rel="next"'],
    ["plain http on the same host", '<http://api.vnc.com/cloud/1.1/static-address>; rel="next"'],
    ["another port", '<https://api.vnc.com:8443/cloud/1.1/static-address>; rel="next"'],
    ["a user name before the host", '<https://api.vnc.com@evil.example/>; rel="next"'],
    ["a user name on the same host", '<https://user:pw@api.vnc.com/>; rel="next"'],
    ["another scheme", '<file:///etc/passwd>; rel="next"'],
    ["what is no URL", '<https://[>; rel="next"'],
    ["a header that cannot be read", "https://api.vnc.com/; rel=next"],
    ["a header that never ends", "<https://api.vnc.com/"],
  ];
  for (const [name, link] of refused) {
    it(`A35: ${name} is refused, since the request carries credentials`, () => {
      expect(() => nextPageUrl(link, pageUrl)).to.throw(InvalidAnswer);
    });
  }
});
