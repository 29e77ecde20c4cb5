export function GET() {
  return new Response("An API without pages\n");
}
