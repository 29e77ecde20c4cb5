// #region broken
// The page still asks the API itself:
// `fetch("https://api.example.com/api/data")`.
export default {
  devServer: {
    // These go into the dev server's answers: the page and its scripts.
    // The API's answers do not pass here.
    headers: {
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Methods": "GET, POST, PUT, PATCH, DELETE",
      "Access-Control-Allow-Headers": "Authorization, Content-Type",
    },
  },
};
// #endregion
