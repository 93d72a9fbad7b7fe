import type { Service } from "../service/service";
import { DataFile } from "./data-file";
import { loadState, serializeState } from "./stored-state";

/**
 * Loads a data file into a service, and from then on keeps the file as the service is.
 * It is written once at the start, so that a path that cannot be written fails before the first request.
 */
export async function openDataFile(service: Service, path: string): Promise<DataFile> {
  await loadState(service, path);
  const file = new DataFile(path, () => serializeState(service));
  await file.write();
  service.settings.onChange = () => file.changed();
  return file;
}
