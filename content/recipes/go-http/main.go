package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"strings"
)

// #region cors
// Exact origins: scheme, host and port, no trailing slash.
var allowedOrigins = map[string]bool{"https://app.example.com": true}

// cors goes around the whole mux: before authentication, which a preflight could not pass,
// and before the routes, of which none answers OPTIONS.
func cors(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		origin := r.Header.Get("Origin")
		isPreflight := r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != ""

		// On every answer, or a cache hands one origin's answer to another. Add appends, Set replaces.
		header.Add("Vary", "Origin")

		if allowedOrigins[origin] {
			header.Set("Access-Control-Allow-Origin", origin)
			header.Set("Access-Control-Allow-Credentials", "true")
			if isPreflight {
				header.Set("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
				header.Set("Access-Control-Allow-Headers", "Authorization, Content-Type")
				header.Set("Access-Control-Max-Age", "600")
			}
		}

		if isPreflight {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// #endregion

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/api/data", data)
	mux.Handle("/api/private", requireToken(http.HandlerFunc(private)))
	mux.HandleFunc("/api/boom", func(http.ResponseWriter, *http.Request) { panic("boom") })

	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	log.Fatal(http.ListenAndServe("127.0.0.1:"+port, cors(answerPanics(mux))))
}

// answerPanics turns a panic into a 500. Without it net/http closes the connection and no header gets out.
func answerPanics(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if reason := recover(); reason != nil {
				log.Print(reason)
				http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func requireToken(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.Header.Get("Authorization"), "Bearer ") {
			writeJSON(w, http.StatusUnauthorized, map[string]any{"error": "A bearer token is needed"})
			return
		}
		next.ServeHTTP(w, r)
	})
}

func private(w http.ResponseWriter, r *http.Request) {
	writeJSON(w, http.StatusOK, map[string]any{"secret": "hello"})
}

func data(w http.ResponseWriter, r *http.Request) {
	w.Header().Add("Vary", "Accept-Encoding")
	switch r.Method {
	case http.MethodGet, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete:
		var body any
		_ = json.NewDecoder(r.Body).Decode(&body)
		writeJSON(w, http.StatusOK, map[string]any{"method": r.Method, "body": body})
	default:
		w.Header().Set("Allow", "GET, POST, PUT, PATCH, DELETE")
		w.WriteHeader(http.StatusMethodNotAllowed)
	}
}

func writeJSON(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(value)
}
