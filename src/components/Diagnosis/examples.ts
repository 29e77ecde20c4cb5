/** What one may have in hand: an example of each kind, with a short name for its button. They are in no language of readers. */
export const examples: readonly { name: string; text: string }[] = [
  {
    name: "No 'Access-Control-Allow-Origin' header",
    text: "Access to XMLHttpRequest at 'https://api.example.com/items' from origin 'https://app.example.com' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
  },
  {
    name: "Preflight … Status code: 404",
    text: "Preflight response is not successful. Status code: 404",
  },
  {
    name: "curl -i -X OPTIONS … 401",
    text: "$ curl -i -X OPTIONS 'https://api.example.com/items' -H 'Origin: https://app.example.com' -H 'Access-Control-Request-Method: PUT'\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer\nContent-Length: 0\n",
  },
  {
    name: "Allow-Origin: *, credentials",
    text: "Access to fetch at 'https://api.example.com/items' from origin 'https://app.example.com' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
  },
];
