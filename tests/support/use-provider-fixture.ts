import { ProviderFixture } from "./provider-fixture";

/**
 * The provider in one dynamic host for the tests of a block; the emulator and its journal are empty before each of them.
 *
 * @param assign Is given the fixture before the first test.
 */
export function useProviderFixture(
  assign: (fixture: ProviderFixture) => void,
  environment: NodeJS.ProcessEnv = {},
): void {
  let fixture: ProviderFixture;
  before(async () => {
    fixture = await ProviderFixture.start(environment);
    assign(fixture);
  });
  after(() => fixture.stop());
  beforeEach(() => {
    fixture.emulator.reset();
    fixture.requests();
  });
}
