import { repository } from "../repository";
import { askForAdvisories } from "./advisories";
import { licenceFaults } from "./licences";

/** Checks what is installed with this package: licences, and what the registry knows against it. */
async function checkDependencies(): Promise<void> {
  const faults = licenceFaults(repository).map((fault) => `no permissive licence: ${fault}`);
  const advisories = await askForAdvisories();
  if ("unavailable" in advisories)
    console.log(`note: advisories were not checked: ${advisories.unavailable}`);
  else {
    faults.push(...advisories.grave.map((advisory) => `advisory: ${advisory}`));
    for (const advisory of advisories.others) console.log(`note: advisory: ${advisory}`);
  }
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

void checkDependencies();
