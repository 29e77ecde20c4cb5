/** What is typed for the page about the command line, in its order. A server that people paste listens at the address. */
export const sessions = {
  probe: [
    "probe",
    "http://127.0.0.1:8080/api/data",
    "--origin",
    "http://localhost:3000",
    "--method",
    "PUT",
    "--header",
    "Content-Type: application/json",
    "--credentials",
    "include",
    "--stack",
    "node-http",
  ],
  explain: ["explain", "error.txt"],
  audit: [
    "audit",
    "http://127.0.0.1:8080/api/data",
    "--origin",
    "http://localhost:3000",
    "--method",
    "PUT",
    "--header",
    "Content-Type",
    "--credentials",
  ],
  check: ["check", "https://api.example.com/items", "--method", "PUT", "--header", "Content-Type: application/json"],
} as const;
export type Session = keyof typeof sessions;

/** What is in the file that `explain` reads. */
export const errorFile =
  "Access to fetch at 'https://api.example.com/items' from origin 'https://app.example.com' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: It does not have HTTP ok status.\n";

/** The file's name, below the project's root. */
export const terminalFile = "src/evidence/terminal.json";
