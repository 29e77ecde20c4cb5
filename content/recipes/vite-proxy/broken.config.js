import { defineConfig } from "vite";

// #region broken
// The page still asks the API itself: `fetch("https://api.example.com/api/data")`.
export default defineConfig({
  server: {
    // These go into the answers of Vite, to the page and its modules. The API's answers do not pass here.
    cors: { origin: "*" },
    headers: {
      "Access-Control-Allow-Methods": "GET, POST, PUT, PATCH, DELETE",
      "Access-Control-Allow-Headers": "Authorization, Content-Type",
    },
  },
});
// #endregion
