use std::time::Duration;

use axum::{
    http::{HeaderName, HeaderValue, Method},
    routing::get,
    Router,
};
use tower_http::cors::CorsLayer;

#[tokio::main]
async fn main() {
    // #region cors
    // Exact origins: scheme, host and port, no trailing slash.
    let origins = ["https://app.example.com"];
    let methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    let headers = ["Authorization", "Content-Type"];

    let cors = CorsLayer::new()
        .allow_origin(origins.map(|it| it.parse::<HeaderValue>().unwrap()))
        .allow_methods(methods.map(|it| it.parse::<Method>().unwrap()))
        .allow_headers(headers.map(|it| it.parse::<HeaderName>().unwrap()))
        .allow_credentials(true)
        .max_age(Duration::from_secs(600));

    let app = Router::new()
        .route("/api/data", get(data).put(data))
        // Last: it wraps only what stands above it, the login included.
        .layer(cors);
    // #endregion

    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await.unwrap();
    axum::serve(listener, app).await.unwrap();
}

async fn data() -> &'static str {
    "{}"
}
