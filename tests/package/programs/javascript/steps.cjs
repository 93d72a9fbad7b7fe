const pulumi = require("@pulumi/pulumi");

/** Uses a little of each entry point, and prints what came of it as JSON. */
exports.steps = async ({ CloudAddress, handler, VncCloudClient, NotFoundError, startEmulator }) => {
  const emulator = await startEmulator();
  const credentials = { apiKey: "emulator", apiSecret: "emulator" };
  const client = new VncCloudClient({ ...credentials, endpoint: emulator.endpoint });
  const { cloudAddress, cloudPassword } = await client.createCloudAddress({ action: "connect" });
  await client.waitUntilReady(cloudAddress, { timeoutSeconds: 5 });
  const details = await client.getCloudAddress(cloudAddress);
  await client.deleteCloudAddress(cloudAddress, { ifMatch: details.etag });
  const gone = await client.getCloudAddress(cloudAddress).catch((error) => error);
  await emulator.close();

  pulumi.runtime.setMocks({
    newResource: ({ type, inputs }) => ({ id: type, state: inputs }),
    call: ({ inputs }) => inputs,
  });
  const declared = new CloudAddress("viewer", { action: "connect", groups: ["support"] });
  const type = await new Promise((resolve) => declared.id.apply(resolve));

  const result = {
    password: typeof cloudPassword,
    action: details.characteristics.action,
    notFound: gone instanceof NotFoundError,
    type,
    handlers: Object.keys(handler()).sort(),
  };
  console.log(JSON.stringify(result));
};
