import assert from "node:assert/strict";
import { microsoftEndpoints } from "../../bot/door/endpoints.ts";
import { createServiceUrlGuard } from "../../bot/door/service-url.ts";
import { doorSettings } from "../support/door-bench.ts";

describe("Where a message may be sent", () => {
  it("is Microsoft's own hosts over https, to the letter", () => {
    const allowed = createServiceUrlGuard(doorSettings(), microsoftEndpoints);
    for (const address of [
      "https://smba.trafficmanager.net/emea/22222222-2222-4222-8222-222222222222/",
      "https://smba.infra.gcc.teams.microsoft.com/gcc",
      "https://europe.directline.botframework.com/",
    ])
      assert.equal(allowed(address), true, address);
    for (const address of [
      "http://smba.trafficmanager.net/emea/",
      "https://intrus.trafficmanager.net/",
      "https://smba.trafficmanager.net.intrus.fr/",
      "https://smba.trafficmanager.net@intrus.fr/",
      "https://intrus@smba.trafficmanager.net/",
      "https://smba.trafficmanager.net:8443/",
      "https://botframework.com.intrus.fr/",
      "https://intrusbotframework.com/",
      "https://127.0.0.1/",
      "http://localhost:3978/",
      "file:///etc/passwd",
      "",
      "smba.trafficmanager.net",
    ])
      assert.equal(allowed(address), false, address);
  });

  it("is this machine only, in local mode", () => {
    const allowed = createServiceUrlGuard(doorSettings({ auth: { mode: "local" } }), microsoftEndpoints);
    for (const address of ["http://127.0.0.1:56150/_connector", "http://localhost:56150/", "http://[::1]:9000/"])
      assert.equal(allowed(address), true, address);
    for (const address of ["https://smba.trafficmanager.net/emea/", "http://127.0.0.1.intrus.fr/", "http://10.0.0.1/"])
      assert.equal(allowed(address), false, address);
  });
});
