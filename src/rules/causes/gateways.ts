/** Marks of gateways that answer OPTIONS by themselves, in lower case: others pass on what servers answer. */
export const marksOfAnswers: readonly string[] = [
  "x-amzn-requestid",
  "x-amz-apigw-id",
  "x-amzn-errortype",
  "x-kong-response-latency",
];
/** Headers that gateways and content delivery networks put on what passes through them, in lower case. */
export const gatewayMarks: readonly string[] = [
  ...marksOfAnswers,
  "via",
  "cf-ray",
  "x-envoy-upstream-service-time",
  "x-azure-ref",
  "x-served-by",
];
/** What they call themselves in `Server`, in lower case; a version may follow. */
export const gatewayServers: readonly string[] = [
  "cloudflare",
  "awselb",
  "cloudfront",
  "envoy",
  "kong",
  "akamaighost",
  "istio-envoy",
];
