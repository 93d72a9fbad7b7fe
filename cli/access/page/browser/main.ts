import { AddressWording, createWorld, type AccessAddress } from "../../../../access/index";
import { Matrix } from "../model/matrix";
import { AddressSearch } from "../model/matching";
import { DetailsView } from "./details-view";
import { byId } from "./element";
import { GraphView } from "./graph-view";
import { MatrixView } from "./matrix-view";

const world = createWorld(JSON.parse(byId("addresses").textContent) as AccessAddress[]);
const wording = new AddressWording(world.addresses);
const search = new AddressSearch();
const details = new DetailsView(byId("details"), wording);
/** The details of many unlike addresses take a moment: not while the cursor is still on its way. */
const detailsDelay = 60;
let pendingDetails: ReturnType<typeof setTimeout> | undefined;
const matrixView = new MatrixView(byId("matrix"), wording, (matrix, at) => {
  clearTimeout(pendingDetails);
  pendingDetails = setTimeout(() => details.show(matrix, at), detailsDelay);
});
const graphView = new GraphView(byId("graph"), wording);
const from = byId<HTMLInputElement>("from");
const to = byId<HTMLInputElement>("to");
const folded = byId<HTMLInputElement>("folded");

/** Shows what matches both searches. */
function show(): void {
  const connectors = search.find(world.connectors, from.value);
  const listeners = search.find(world.listeners, to.value);
  byId("found").textContent =
    `${connectors.length} of ${world.connectors.length} connect addresses, ` +
    `${listeners.length} of ${world.listeners.length} listen addresses`;
  matrixView.show(new Matrix(world, connectors, listeners, folded.checked));
  graphView.show(createWorld([...new Set([...connectors, ...listeners])]));
}

for (const input of [from, to, folded]) input.addEventListener("input", show);
document.addEventListener("keydown", (event) => {
  const isTyping = event.target instanceof HTMLInputElement && event.target.type === "search";
  if (event.key !== "/" || isTyping) return;
  event.preventDefault();
  from.focus();
});
show();
