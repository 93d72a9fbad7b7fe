import type { World } from "../world/world";
import { creation } from "./creation";
import { destruction } from "./destruction";
import { drift } from "./drift";
import { outsideEdit } from "./outside-edit";
import { repair } from "./repair";
import { repetition } from "./repetition";
import { replacement } from "./replacement";
import { replacementPreview } from "./replacement-preview";
import { rotation } from "./rotation";
import { totals } from "./totals";

const chapters = [
  creation,
  repetition,
  outsideEdit,
  drift,
  repair,
  replacementPreview,
  replacement,
  rotation,
  destruction,
  totals,
];

/** Tells the whole story, from the first address to the last request. */
export async function tellStory(world: World): Promise<void> {
  for (const [index, chapter] of chapters.entries()) {
    world.narrator.heading(`${index + 1}. ${chapter.title}`);
    await chapter.tell(world);
  }
}
