import {
  createGraph,
  type AccessGraph,
  type AccessWorld,
  type AddressWording,
  type GraphEdge,
  type GraphNode,
} from "../../../../access/index";
import { nodeText } from "../../view/node-text";
import { connectedTo, layOut, type Place } from "../model/graph-layout";
import { element } from "./element";

const nodeWidth = 300;
const nodeHeight = 40;
const rowHeight = 52;
const columnWidth = 420;
/** A picture of more nodes is no picture any more. */
const mostNodes = 1500;
const svg = "http://www.w3.org/2000/svg";

/** The graph: like addresses are one box; the box under the pointer or the focus shows its paths. */
export class GraphView {
  constructor(
    private readonly place: HTMLElement,
    private readonly wording: AddressWording,
  ) {}

  show(world: AccessWorld): void {
    const graph = createGraph(world);
    if (graph.nodes.length > mostNodes) {
      const text = `${graph.nodes.length} boxes are too many for a picture: narrow the search.`;
      this.place.replaceChildren(element("p", {}, text));
      return;
    }
    const places = layOut(graph);
    const arrows = graph.edges.map((edge) => arrowOf(edge, places));
    const boxes = graph.nodes.map((node, position) => this.box(node, places[position] as Place));
    boxes.forEach((box, node) => {
      const mark = () => highlight(connectedTo(node, graph), graph, boxes, arrows);
      box.addEventListener("focus", mark);
      box.addEventListener("pointerenter", mark);
    });
    const picture = document.createElementNS(svg, "svg");
    const height = Math.max(0, ...places.map(({ row }) => row + 1)) * rowHeight;
    picture.setAttribute("width", String(2 * columnWidth + nodeWidth));
    picture.setAttribute("height", String(height));
    picture.setAttribute("aria-hidden", "true");
    picture.append(...arrows);
    const drawing = element("div", { class: "drawing" }, picture, ...boxes);
    drawing.addEventListener("pointerleave", () => highlight(undefined, graph, boxes, arrows));
    drawing.addEventListener("focusout", () => highlight(undefined, graph, boxes, arrows));
    this.place.replaceChildren(drawing);
  }

  private box(node: GraphNode, { column, row }: Place): HTMLElement {
    const text = nodeText(node, this.wording);
    const box = element("button", { type: "button", class: `box ${node.kind}`, title: text }, text);
    box.style.left = `${column * columnWidth}px`;
    box.style.top = `${row * rowHeight}px`;
    return box;
  }
}

function arrowOf({ from, to, uncertain }: GraphEdge, places: readonly Place[]): SVGPathElement {
  const start = places[from] as Place;
  const end = places[to] as Place;
  const x1 = start.column * columnWidth + nodeWidth;
  const y1 = start.row * rowHeight + nodeHeight / 2;
  const x2 = end.column * columnWidth;
  const y2 = end.row * rowHeight + nodeHeight / 2;
  const bend = (x2 - x1) / 2;
  const arrow = document.createElementNS(svg, "path");
  arrow.setAttribute("d", `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`);
  if (uncertain) arrow.classList.add("maybe");
  return arrow;
}

function highlight(
  nodes: ReadonlySet<number> | undefined,
  graph: AccessGraph,
  boxes: readonly HTMLElement[],
  arrows: readonly SVGPathElement[],
): void {
  boxes.forEach((box, node) => box.classList.toggle("dimmed", nodes !== undefined && !nodes.has(node)));
  arrows.forEach((arrow, edge) => {
    const { from, to } = graph.edges[edge] as GraphEdge;
    arrow.classList.toggle("dimmed", nodes !== undefined && !(nodes.has(from) && nodes.has(to)));
  });
}
