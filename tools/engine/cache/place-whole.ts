import { mkdir, rename, rm } from "node:fs/promises";

/**
 * Fills a folder so that nobody ever sees it half-filled: the filling goes on beside it and is renamed when it is
 * complete. What an interrupted run left there is removed. Only one process at a time may do this for a folder.
 */
export async function placeWhole(folder: string, fill: (unfinished: string) => Promise<void>): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await remove(unfinished);
  await mkdir(unfinished, { recursive: true });
  try {
    await fill(unfinished);
    await remove(folder);
    await rename(unfinished, folder);
  } finally {
    await remove(unfinished);
  }
}

function remove(folder: string): Promise<void> {
  // A compiler that was interrupted may still be writing its last file.
  return rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
