/**
 * What Firefox is set to for the lab. It goes into the profile's `user.js`. Firefox sets more by itself
 * as soon as it is driven: no telemetry, no updates, no experiments, no captive portal.
 * @param publicOrigin the origin that Firefox is to take for one on the public internet
 */
export function firefoxPreferences(publicOrigin: string): Readonly<Record<string, string | number | boolean>> {
  return {
    // One empty page: no first-run page, nothing restored.
    "browser.startup.page": 0,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.aboutwelcome.enabled": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    // It would fetch codecs.
    "media.gmp-manager.updateEnabled": false,
    "media.gmp-provider.enabled": false,
    // Before the driving begins, these would ask the network as well.
    "app.normandy.enabled": false,
    "browser.region.update.enabled": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "toolkit.telemetry.enabled": false,
    // It would tell from how the lab goes from page to page that its pages track their readers, and say so.
    "privacy.bounceTrackingProtection.mode": 0,
    // The machine's own proxy and language must not show in what is observed.
    "network.proxy.type": 0,
    "intl.locale.requested": "en-US",
    "network.lna.address_space.public.override": new URL(publicOrigin).host,
  };
}

/** The text of a `user.js` that sets the preferences. */
export function userJs(preferences: Readonly<Record<string, string | number | boolean>>): string {
  return Object.entries(preferences)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join("");
}
