import { Hono, type Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Controls } from "../controls/controls";
import type { EditedCharacteristics, SeedAddress } from "../emulator";
import type { FaultPlan } from "../faults/fault-plan";
import { isObject } from "../input/field";
import { InvalidInput, UnknownCloudAddress } from "../input/invalid-input";
import type { Readiness } from "../addresses/readiness";
import type { Quirks } from "../quirks/quirks";

/**
 * The controls of an emulator over HTTP, under `/_emulator/`, for programs in other languages and for curl.
 * It asks for no credentials: the emulator listens on the loopback only, unless told otherwise.
 */
export function controlPlane(controls: Controls): Hono {
  const app = new Hono().basePath("/_emulator");

  // A web page that the person has open can send requests to the loopback, but not without this header.
  app.use(async (context, next) => {
    if (context.req.header("origin") !== undefined) {
      throw new HTTPException(403, { message: "The control plane is not for web pages." });
    }
    await next();
  });

  app.get("/health", (context) => context.json({ status: "ok" }));
  app.post("/reset", (context) => done(context, () => controls.reset()));
  app.post("/seed", async (context) => {
    const body = await readJson(context);
    const addresses = (isObject(body) ? body["addresses"] : body) as SeedAddress[];
    return context.json({ cloudAddresses: controls.seed(addresses) });
  });
  app.get("/snapshot", (context) => context.json(controls.snapshot()));

  app.put("/addresses/:cloudAddress", async (context) => {
    const body = (await readJson(context)) as EditedCharacteristics;
    return done(context, () => controls.editAddress(context.req.param("cloudAddress"), body));
  });
  app.delete("/addresses/:cloudAddress", (context) =>
    done(context, () => controls.deleteAddress(context.req.param("cloudAddress"))),
  );
  app.post("/addresses/:cloudAddress/reset-password", (context) =>
    done(context, () => controls.resetPassword(context.req.param("cloudAddress"))),
  );
  app.post("/addresses/:cloudAddress/verify-password", async (context) => {
    const password = await readMember(context, "password");
    if (typeof password !== "string") {
      throw new InvalidInput("Nothing was verified:", ["password must be a string."]);
    }
    return context.json({ valid: controls.verifyPassword(context.req.param("cloudAddress"), password) });
  });

  app.get("/readiness", (context) => context.json(controls.readiness()));
  app.put("/readiness", async (context) => {
    const body = (await readJson(context)) as Readiness;
    return done(context, () => controls.setReadiness(body));
  });
  app.post("/readiness/release", async (context) => {
    const cloudAddress = await readMember(context, "cloudAddress");
    return done(context, () => controls.releaseReadiness(cloudAddress as string | undefined));
  });

  app.get("/quirks", (context) => context.json(controls.quirks()));
  app.put("/quirks", async (context) => {
    const body = (await readJson(context)) as Partial<Quirks>;
    return done(context, () => controls.setQuirks(body));
  });
  app.get("/latency", (context) => context.json({ milliseconds: controls.latency() }));
  app.put("/latency", async (context) => {
    const milliseconds = (await readMember(context, "milliseconds")) as number;
    return done(context, () => controls.setLatency(milliseconds));
  });

  app.get("/faults", (context) => context.json({ faults: controls.faults() }));
  app.post("/faults", async (context) => {
    const body = await readJson(context);
    const plans = (isObject(body) ? body["faults"] : body) as FaultPlan[];
    return context.json({ ids: controls.planFaults(plans) }, 201);
  });
  app.delete("/faults", (context) => done(context, () => controls.clearFaults()));

  app.get("/journal", (context) =>
    context.json({ counts: controls.requestCounts(), entries: controls.journal() }),
  );
  app.delete("/journal", (context) => done(context, () => controls.clearJournal()));

  app.notFound((context) => context.json({ error: "The control plane has no such resource." }, 404));
  app.onError((error, context) => {
    if (error instanceof InvalidInput) {
      return context.json({ error: error.message, problems: error.problems }, 400);
    }
    if (error instanceof UnknownCloudAddress) {
      return context.json({ error: error.message }, 404);
    }
    return context.json({ error: error.message }, error instanceof HTTPException ? error.status : 500);
  });
  return app;
}

function done(context: Context, action: () => void): Response {
  action();
  return context.body(null, 204);
}

/** The body as JSON; undefined when there is none. */
async function readJson(context: Context): Promise<unknown> {
  const text = await context.req.text();
  try {
    return text === "" ? undefined : (JSON.parse(text) as unknown);
  } catch {
    throw new InvalidInput("Nothing was done:", ["the body must be JSON."]);
  }
}

async function readMember(context: Context, name: string): Promise<unknown> {
  const body = await readJson(context);
  return isObject(body) ? body[name] : undefined;
}
